//! Text measured by the browser, once per text and font.

use std::cell::{Cell, RefCell};

use web_sys::CanvasRenderingContext2d;

use super::canvas::css_font;
use crate::text::{Font, TextMeasure};

thread_local! {
    /// Widths by hash of text, font and family, in order of the hash. Losing it costs time, never truth.
    static WIDTHS: RefCell<Vec<(u64, f64)>> = const { RefCell::new(Vec::new()) };
}

/// The most widths that are kept; a page with more texts than this starts afresh.
const MOST: usize = 8192;

/// Forgets every width: a web font has arrived.
pub(super) fn forget() {
    WIDTHS.with_borrow_mut(Vec::clear);
}

/// Measures with `measureText`, in CSS pixels.
pub(super) struct CanvasMeasure<'a> {
    /// Any context; its font is changed.
    pub(super) context: &'a CanvasRenderingContext2d,
    /// The page's font stack.
    pub(super) family: &'a str,
    /// The font that the context has: to set one costs as much as to measure.
    pub(super) font: Cell<Option<Font>>,
}

impl TextMeasure for CanvasMeasure<'_> {
    fn width(&self, text: &str, font: Font) -> f64 {
        let key = hash(&[
            text.as_bytes(),
            self.family.as_bytes(),
            &font.size.to_bits().to_le_bytes(),
            &font.weight.to_le_bytes(),
        ]);
        let found =
            WIDTHS.with_borrow(|widths| widths.binary_search_by_key(&key, |entry| entry.0).map(|i| widths[i].1));
        found.unwrap_or_else(|_| {
            if self.font.replace(Some(font)) != Some(font) {
                self.context.set_font(&css_font(font, self.family));
            }
            let width = self.context.measure_text(text).map_or(0.0, |metrics| metrics.width());
            WIDTHS.with_borrow_mut(|widths| {
                if widths.len() >= MOST {
                    widths.clear();
                }
                if let Err(place) = widths.binary_search_by_key(&key, |entry| entry.0) {
                    widths.insert(place, (key, width));
                }
            });
            width
        })
    }
}

/// FNV-1a over several stretches of bytes, told apart.
fn hash(parts: &[&[u8]]) -> u64 {
    let mut state: u64 = 0xcbf2_9ce4_8422_2325;
    for part in parts {
        for byte in part.iter().chain(&[0xff]) {
            state = (state ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    state
}
