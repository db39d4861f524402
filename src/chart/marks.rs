//! What the marks of every chart have in common.

use crate::error::{Code, Error};
use crate::format::{Lang, Msg, message};
use crate::reading::Reading;
use crate::scene::{Mark, Rect};
use crate::theme::{Ink, SERIES};

/// The colour of a series.
pub(super) fn ink(series: usize) -> Ink {
    Ink::Series(u8::try_from(series % SERIES).unwrap_or(0))
}

/// A count as a length.
#[allow(clippy::cast_precision_loss)] // far below 2^52
pub(super) fn to_f64(count: usize) -> f64 {
    count as f64
}

/// The mark of one observation and of what is said about it: `area` is what is drawn, `hit` where it can be pointed at.
pub(super) fn mark(reading: &Reading<'_>, title: String, area: Rect, hit: Rect) -> Mark {
    let mut observations = vec![reading.observation.id.to_string()];
    observations.extend(
        reading
            .modifiers()
            .iter()
            .map(|m| m.reading().observation.id.to_string()),
    );
    Mark {
        area,
        hit,
        observations,
        label: reading.period(),
        speech: reading.speech(),
        tip: reading.tip(title),
        related: Vec::new(),
    }
}

/// A refusal because nothing answers.
pub(super) fn nothing(lang: Lang, why: Msg) -> Error {
    Error::new(Code::NothingToDraw, message(lang, why, &[]))
}

/// A refusal because what answers cannot honestly stand in one picture.
pub(super) fn unlike(lang: Lang, why: Msg, args: &[(&str, &str)]) -> Error {
    Error::new(Code::CannotCombine, message(lang, why, args))
}
