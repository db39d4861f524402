//! Bars that lie: a row for each figure, and how far each bar goes.

use super::super::frame::at;
use super::panel::Bars;
use crate::format::Decimal;
use crate::reading::{Reading, parts};
use crate::scale::Linear;
use crate::scene::{Anchor, Rect, Sheet};

/// The room of bars beside their figures, at least.
const LEAST: f64 = 40.0;
/// The height of a bar in a row.
pub(super) const ROW_BAR: f64 = 18.0;

/// Where lying bars begin and end.
pub(super) struct Across {
    scale: Linear,
    low: f64,
    span: f64,
    origin: f64,
    room: f64,
    /// Where zero is.
    pub(super) zero: f64,
    /// Whether figures stand above their bars, which they would leave no room beside them.
    pub(super) above: bool,
}

impl Across {
    /// Where a value is.
    fn place(&self, value: Decimal) -> f64 {
        self.origin + (self.scale.place(value) - self.low) / self.span * self.room
    }
}

impl Bars<'_, '_> {
    /// The room of all bars right of `left`: the longest leaves what the widest figure behind it needs.
    pub(super) fn across(&self, sheet: &Sheet<'_>, left: f64) -> Across {
        let font = self.frame.value().font;
        let readings = self.panel.readings();
        let widths = readings.iter().map(|r| sheet.text_width(&self.value_text(r), font));
        let widest = widths.fold(0.0, f64::max) + 8.0;
        let scale = self.ticks(1);
        let (low, high) = self.panel.extent();
        let (low, high) = (scale.place(low), scale.place(high));
        let negative = low < scale.place(Decimal::ZERO);
        let above = sheet.width - left - widest * if negative { 2.0 } else { 1.0 } < LEAST;
        let widest = if above { 0.0 } else { widest };
        let origin = left + if negative { widest } else { 0.0 };
        let mut across = Across {
            low,
            span: (high - low).max(f64::EPSILON),
            origin,
            room: (sheet.width - origin - widest).max(1.0),
            zero: 0.0,
            above,
            scale,
        };
        across.zero = across.place(Decimal::ZERO);
        across
    }

    /// Draws a bar with its upper edge at `y`, and its figure if that stands behind it.
    pub(super) fn lay(
        &self,
        sheet: &mut Sheet<'_>,
        across: &Across,
        reading: &Reading<'_>,
        y: f64,
        series: usize,
    ) -> Rect {
        let value = self.frame.value();
        let (zero, end) = (across.zero, across.place(reading.observation.value));
        let rect = Rect::between(at(zero, y), at(end, y + ROW_BAR));
        Self::draw(sheet, reading, rect, series);
        if !across.above {
            let (x, anchor) = if end < zero {
                (end - 6.0, Anchor::End)
            } else {
                (end + 6.0, Anchor::Start)
            };
            let baseline = y + ROW_BAR * 0.5 + value.font.size * 0.36;
            sheet.text(x, baseline, &self.value_text(reading), value.font, value.ink, anchor);
        }
        rect
    }

    /// A row for each figure, under its period.
    pub(super) fn rows(&self, sheet: &mut Sheet<'_>) {
        let value = self.frame.value();
        let across = self.across(sheet, 0.0);
        for column in &self.panel.columns {
            let lines = self.column_label(column);
            let mut head = lines.into_iter();
            if let Some((year, style)) = head.next() {
                let year = year.concat();
                let rest: Vec<String> = head.flat_map(|(words, _)| words).collect();
                let width = sheet.text_width(&year, style.font);
                let rest_text = parts(self.frame.lang, &rest.iter().map(String::as_str).collect::<Vec<_>>());
                let label = self.frame.label();
                let fits = width + 8.0 + sheet.text_width(&rest_text, label.font) <= sheet.width;
                if fits {
                    let y = sheet.y + style.leading * 0.74;
                    sheet.text(0.0, y, &year, style.font, style.ink, Anchor::Start);
                    sheet.text(width + 8.0, y, &rest_text, label.font, label.ink, Anchor::Start);
                    sheet.space(style.leading);
                } else {
                    sheet.paragraph(&year, style, 2);
                    sheet.paragraph(&rest_text, label, 3);
                }
            }
            sheet.space(2.0);
            for (s, reading) in column.bars.iter().enumerate() {
                let Some(reading) = reading else { continue };
                let top = sheet.y;
                if across.above {
                    sheet.paragraph(&self.value_text(reading), value, 2);
                }
                let y = sheet.y;
                let rect = self.lay(sheet, &across, reading, y, s);
                let area = Rect {
                    x: 0.0,
                    y: top - 2.0,
                    width: sheet.width,
                    height: sheet.y - top + ROW_BAR + 4.0,
                };
                self.mark(sheet, reading, rect, area, s);
                sheet.space(ROW_BAR + 2.0);
            }
            sheet.space(10.0);
        }
    }
}
