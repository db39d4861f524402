//! The time axis: distance is proportional to time, and each year stands in the middle of its own stretch.

use super::frame::Frame;
use super::marks::to_f64;
use crate::format::{Date, Nature, Part, Period, Point, period_axis};
use crate::scene::{Anchor, Sheet};
use crate::theme::Ink;

/// Whole years side by side between two places on a sheet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Years {
    first: u16,
    count: usize,
    left: f64,
    year: f64,
}

impl Years {
    /// The years that hold all periods; `None` where none has a place in time.
    pub(super) fn new(periods: impl Iterator<Item = Period>, left: f64, right: f64) -> Option<Self> {
        let years = periods.filter_map(|period| {
            let (first, last) = (period.first_day(), period.last_day());
            Some((first.or(last)?.year, last.or(first)?.year))
        });
        let (first, last) = years.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
        let count = usize::from(last.saturating_sub(first)) + 1;
        let year = (right - left).max(1.0) / to_f64(count);
        Some(Self {
            first,
            count,
            left,
            year,
        })
    }

    /// Where a moment lies, given as years since the year 0.
    fn at(&self, moment: f64) -> f64 {
        self.left + (moment - f64::from(self.first)) * self.year
    }

    /// Where a period stands: in its middle, or at the end that it has.
    pub(super) fn place(&self, period: Period) -> Option<f64> {
        middle(period).map(|moment| self.at(moment))
    }

    /// Sets the years under an axis, as many as fit, at even distances.
    pub(super) fn label(&self, sheet: &mut Sheet<'_>, frame: &Frame<'_>, top: f64) {
        let style = frame.label();
        let name = |year: u16| {
            let point = Point { year, part: Part::Year };
            period_axis(frame.lang, Period::At(point), Nature::Flow).0
        };
        let last = self.first.saturating_add(u16::try_from(self.count - 1).unwrap_or(0));
        let widest = sheet
            .text_width(&name(self.first), style.font)
            .max(sheet.text_width(&name(last), style.font))
            + 10.0;
        let steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000];
        let step = steps
            .into_iter()
            .find(|step| f64::from(*step) * self.year >= widest)
            .unwrap_or(10_000u16);
        if self.year >= 14.0 {
            for n in 0..=self.count {
                let x = self.left + self.year * to_f64(n);
                let points = vec![super::frame::at(x, top), super::frame::at(x, top + 4.0)];
                sheet.push(crate::scene::Shape::Line {
                    points,
                    stroke: crate::scene::Stroke {
                        ink: Ink::Muted,
                        width: 1.0,
                        dash: crate::scene::Dash::Solid,
                    },
                });
            }
        }
        // Round years where not all have room; a stretch too short for one gets its first.
        let start = match self.first % step {
            0 => self.first,
            rest => self.first.saturating_add(step - rest),
        };
        let mut years: Vec<u16> = (start..=last).step_by(usize::from(step)).collect();
        if years.is_empty() {
            years.push(self.first);
        }
        for year in years {
            let text = name(year);
            let half = sheet.text_width(&text, style.font) / 2.0;
            let x = self.at(f64::from(year) + 0.5);
            let x = x.min(sheet.width - half).max(half);
            let y = top + 5.0 + style.leading * 0.74;
            sheet.text(x, y, &text, style.font, style.ink, Anchor::Middle);
        }
        sheet.y = top + 5.0 + style.leading;
    }
}

/// The middle of a period in years since the year 0.
pub(super) fn middle(period: Period) -> Option<f64> {
    let (first, last) = (period.first_day().map(start), period.last_day().map(end));
    match (first, last) {
        (Some(first), Some(last)) => Some(f64::midpoint(first, last)),
        (first, last) => first.or(last),
    }
}

/// The beginning of a day, in years; every month is a twelfth.
fn start(date: Date) -> f64 {
    within(date, f64::from(date.day) - 1.0)
}

/// The end of a day, which is the beginning of the next one.
fn end(date: Date) -> f64 {
    within(date, f64::from(date.day))
}

/// A moment of a month, so many days after its beginning: days of one month are as long as each other.
fn within(date: Date, days: f64) -> f64 {
    let month = Point {
        year: date.year,
        part: Part::Month(date.month),
    };
    let length = f64::from(month.last_day().day.max(1));
    f64::from(date.year) + (f64::from(date.month) - 1.0 + days / length) / 12.0
}
