//! Columns side by side, with what stands under them.

use super::super::frame::at;
use super::super::marks::to_f64;
use super::super::panel::Column;
use super::panel::Bars;
use crate::format::{self, Decimal, Kind, Msg, Nature, axis_number, message};
use crate::reading::{Reading, parts};
use crate::scale::Linear;
use crate::scene::{Anchor, Rect, Sheet, Type};
use crate::text::break_lines;
use crate::theme::Ink;

/// More columns than this are drawn without labels of their own.
pub(super) const MOST_LABELLED: usize = 24;
/// The width of a bar, at most.
const WIDEST: f64 = 120.0;
/// The height of a plot, at least.
const LOWEST: f64 = 110.0;

/// What stands under a column: lines, each with its type.
pub(super) type Label = Vec<(String, Type)>;

impl Bars<'_, '_> {
    /// The lines under each column; `None` where one does not fit its slot.
    pub(super) fn labels(&self, sheet: &Sheet<'_>, width: f64) -> Option<Vec<Label>> {
        // Figures over neighbouring bars keep apart: "15.3315.19" is neither of the two.
        let room = if self.panel.series.len() > 1 {
            self.bar_width(width + 10.0) - 6.0
        } else {
            width + 8.0
        };
        let readings = self.panel.readings();
        let values = readings
            .iter()
            .all(|r| sheet.text_width(&self.value_text(r), self.frame.value().font) <= room);
        values.then_some(())?;
        self.panel
            .columns
            .iter()
            .map(|column| {
                let mut lines: Label = Vec::new();
                for (n, (words, style)) in self.column_label(column).into_iter().enumerate() {
                    let all: Vec<&str> = words.iter().map(String::as_str).collect();
                    let joined = parts(self.frame.lang, &all);
                    // Words that do not fit side by side stand one above the other, each whole.
                    let fits = sheet.text_width(&joined, style.font) <= width;
                    for text in if fits { vec![joined] } else { words } {
                        let broken =
                            break_lines(&text, style.font, width, if n == 0 { 1 } else { 2 }, self.frame.measure);
                        // A word that is cut in two is no label.
                        let widest = text
                            .split(' ')
                            .map(|word| sheet.text_width(word, style.font))
                            .fold(0.0, f64::max);
                        let latin = text.is_ascii();
                        if broken.elided || (latin && widest > width) {
                            return None;
                        }
                        lines.extend(broken.lines.into_iter().map(|line| (line, style)));
                    }
                }
                Some(lines)
            })
            .collect()
    }

    /// Year; part of the year and status; growth where one series has one.
    pub(super) fn column_label(&self, column: &Column<'_>) -> Vec<(Vec<String>, Type)> {
        let lang = self.frame.lang;
        let mut lines = Vec::new();
        if let Some(reading) = column.bars.iter().flatten().next() {
            let (year, part) = format::period_axis(lang, column.period, reading.nature());
            // Beside parts of years a whole one says that it is whole.
            let whole = part.is_empty() && reading.nature() == Nature::Flow && self.mixed;
            let part = if whole {
                format::full_year(lang).to_owned()
            } else {
                part
            };
            lines.push((vec![year], self.frame.strong()));
            let mut words = vec![part];
            if column.status != format::Status::Actual {
                words.push(format::status_short(lang, column.status).to_owned());
            }
            words.retain(|word| !word.is_empty());
            if !words.is_empty() {
                lines.push((words, self.frame.label()));
            }
        }
        if let [Some(reading)] = column.bars.as_slice() {
            for growth in reading.modifiers().iter().filter(|m| m.kind() == Kind::YoyGrowth) {
                let value = growth.text();
                let text = message(lang, Msg::GrowthShort, &[("value", &value)]);
                lines.push((vec![text], self.frame.label()));
            }
        }
        lines
    }

    /// The width of a bar where a column has this much room.
    fn bar_width(&self, slot: f64) -> f64 {
        let share = if self.panel.series.len() > 1 { 0.8 } else { 0.62 };
        (slot * share / to_f64(self.panel.series.len().max(1))).clamp(1.0, WIDEST)
    }

    /// Sets the columns; without labels, only some of their years.
    pub(super) fn columns(&self, sheet: &mut Sheet<'_>, scale: &Linear, gutter: f64, slot: f64, labels: &[Label]) {
        let (small, value) = (self.frame.label(), self.frame.value());
        let label_height = labels
            .iter()
            .map(|l| l.iter().map(|(_, t)| t.leading).sum::<f64>())
            .fold(0.0, f64::max);
        let plot = ((sheet.width * 0.42).clamp(150.0, 300.0) + self.spare).max(LOWEST);
        let top = sheet.y + value.leading;
        let bottom = top + plot;
        let level = |v: Decimal| bottom - scale.place(v) * plot;
        // The figure of a bar that hangs down stands below it, and the names of the columns below that.
        let hangs = !labels.is_empty() && self.panel.extent().0.is_negative();
        let foot = bottom + 6.0 + if hangs { value.leading } else { 0.0 };
        for tick in scale.ticks() {
            let y = level(*tick);
            let zero = tick.mantissa() == 0;
            // The lines end where the columns do: beyond them they would measure nothing.
            let end = gutter + slot * to_f64(self.panel.columns.len());
            sheet.rule(y, 0.0, end, if zero { Ink::Text } else { Ink::Grid }, 1.0);
            if !zero {
                let text = axis_number(self.frame.lang, *tick, &self.axis);
                sheet.text(0.0, y - 4.0, &text, small.font, small.ink, Anchor::Start);
            }
        }
        let count = to_f64(self.panel.series.len().max(1));
        let bar = self.bar_width(slot);
        let zero = level(Decimal::ZERO);
        for (n, column) in self.panel.columns.iter().enumerate() {
            let middle = gutter + slot * (to_f64(n) + 0.5);
            // A series without a figure leaves no hole: the bars that there are stand over their label.
            let bars = column.bars.iter().enumerate();
            let bars: Vec<(usize, &Reading<'_>)> = bars.filter_map(|(s, bar)| Some((s, bar.as_ref()?))).collect();
            for (place, (s, reading)) in bars.iter().enumerate() {
                let s = *s;
                let x = middle + (to_f64(place) - to_f64(bars.len()) / 2.0) * bar;
                let y = level(reading.observation.value);
                let gap = if count > 1.0 { 1.0 } else { 0.0 };
                let rect = Rect::between(at(x + gap, zero), at(x + bar - gap, y));
                Self::draw(sheet, reading, rect, s);
                if !labels.is_empty() {
                    let below = reading.observation.value.is_negative();
                    let baseline = if below { y + value.font.size + 3.0 } else { y - 6.0 };
                    sheet.text(
                        x + bar / 2.0,
                        baseline,
                        &self.value_text(reading),
                        value.font,
                        value.ink,
                        Anchor::Middle,
                    );
                }
                let hit = Rect {
                    x: x.min(middle - slot / 2.0).max(x - slot),
                    y: top,
                    width: bar.max(slot / count),
                    height: plot,
                };
                let area = if count > 1.0 {
                    rect
                } else {
                    Rect {
                        x: middle - slot / 2.0,
                        ..hit
                    }
                };
                self.mark(sheet, reading, rect, area, s);
            }
            let mut y = foot;
            for (text, style) in labels.get(n).into_iter().flatten() {
                sheet.text(
                    middle,
                    y + style.leading * 0.74,
                    text,
                    style.font,
                    style.ink,
                    Anchor::Middle,
                );
                y += style.leading;
            }
        }
        sheet.y = foot + label_height;
        if labels.is_empty() {
            self.thin_labels(sheet, gutter, slot, bottom);
        }
    }

    /// The first and the last year, and as many between as fit.
    fn thin_labels(&self, sheet: &mut Sheet<'_>, gutter: f64, slot: f64, bottom: f64) {
        let style = self.frame.label();
        let mut free_from = f64::NEG_INFINITY;
        for (n, column) in self.panel.columns.iter().enumerate() {
            let Some(reading) = column.bars.iter().flatten().next() else {
                continue;
            };
            let text = format::period_axis(self.frame.lang, column.period, reading.nature()).0;
            let width = sheet.text_width(&text, style.font);
            let middle =
                (gutter + slot * (to_f64(n) + 0.5)).clamp(width / 2.0, (sheet.width - width / 2.0).max(width / 2.0));
            if middle - width / 2.0 > free_from {
                sheet.text(
                    middle,
                    bottom + 6.0 + style.leading * 0.74,
                    &text,
                    style.font,
                    style.ink,
                    Anchor::Middle,
                );
                free_from = middle + width / 2.0 + 12.0;
            }
        }
        sheet.y = bottom + 6.0 + style.leading;
    }
}
