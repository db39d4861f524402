//! One panel of bars: what its forms have in common.

use super::super::frame::Frame;
use super::super::marks::{ink, mark, to_f64};
use super::super::panel::{Panel, series_name};
use super::columns::MOST_LABELLED;
use crate::data::Dataset;
use crate::format::{self, AxisScale, Msg, axis_figure, axis_number, axis_unit, message};
use crate::reading::{Reading, parts};
use crate::scale::Linear;
use crate::scene::{Rect, Sheet};

/// The room of a column, at most.
const ROOMIEST: f64 = 380.0;

/// One panel of bars.
pub(super) struct Bars<'a, 'd> {
    pub(super) ds: &'d Dataset,
    pub(super) frame: &'a Frame<'a>,
    pub(super) panel: &'a Panel<'d>,
    pub(super) axis: AxisScale,
    pub(super) alone: bool,
    pub(super) heading: String,
    pub(super) mixed: bool,
    pub(super) plain: bool,
    pub(super) spare: f64,
}

impl Bars<'_, '_> {
    /// Columns where their labels fit, rows where they do not.
    pub(super) fn set(&self, sheet: &mut Sheet<'_>) {
        let small = self.frame.label();
        if !self.alone {
            self.head(sheet, "");
        }
        let ticks = self.ticks(4);
        let gutter = ticks
            .ticks()
            .iter()
            .map(|tick| sheet.text_width(&axis_number(self.frame.lang, *tick, &self.axis), small.font))
            .fold(0.0, f64::max)
            + 10.0;
        // Few columns stand close together at the left, where the titles are, not stretched across a wide page.
        let count = to_f64(self.panel.series.len().max(1));
        let roomiest = ROOMIEST * f64::midpoint(count, 1.0);
        let slot = ((sheet.width - gutter) / to_f64(self.panel.columns.len().max(1))).min(roomiest);
        let many = self.panel.columns.len() > MOST_LABELLED;
        let labels = (!many).then(|| self.labels(sheet, slot - 10.0)).flatten();
        match labels {
            Some(labels) => self.columns(sheet, &ticks, gutter, slot, &labels),
            None if many => self.columns(sheet, &ticks, gutter, slot, &[]),
            None => self.rows(sheet),
        }
    }

    /// What the panel shows and in which unit, and when where all of it is of one time.
    pub(super) fn head(&self, sheet: &mut Sheet<'_>, when: &str) {
        let lang = self.frame.lang;
        let join = |head: &str, tail: &str| {
            if head.is_empty() || tail.is_empty() {
                [head, tail].concat()
            } else {
                message(lang, Msg::ChartSubtitle, &[("entity", head), ("unit", tail)])
            }
        };
        let unit = axis_unit(lang, &self.axis);
        let what = if self.heading.is_empty() {
            message(lang, Msg::PanelUnit, &[("unit", &unit)])
        } else {
            join(&self.heading, &unit)
        };
        sheet.paragraph(&join(&what, when), self.frame.strong(), 3);
    }

    /// The period, and the status where it is no result.
    pub(super) fn when(&self, reading: &Reading<'_>) -> String {
        let actual = reading.observation.status == format::Status::Actual;
        parts(
            self.frame.lang,
            &[&reading.period(), if actual { "" } else { reading.status() }],
        )
    }

    /// The scale, with about as many ticks.
    pub(super) fn ticks(&self, count: usize) -> Linear {
        let (low, high) = self.panel.extent();
        Linear::with_zero(low, high, count)
    }

    /// The figure as it stands at its bar.
    pub(super) fn value_text(&self, reading: &Reading<'_>) -> String {
        axis_figure(self.frame.lang, &reading.figure(), &self.axis)
    }

    /// Draws the bar of a figure.
    pub(super) fn draw(sheet: &mut Sheet<'_>, reading: &Reading<'_>, rect: Rect, series: usize) {
        sheet.scene.shapes.extend(reading.texture().bar(rect, ink(series)));
    }

    /// Adds the mark: `rect` is what is drawn, `area` where it can be pointed at.
    pub(super) fn mark(&self, sheet: &mut Sheet<'_>, reading: &Reading<'_>, rect: Rect, area: Rect, series: usize) {
        let period = reading.period();
        let title = if self.panel.series.len() > 1 {
            let name = series_name(self.ds, self.panel, series, self.frame);
            parts(self.frame.lang, &[&name, &period])
        } else {
            period
        };
        sheet.scene.marks.push(mark(self.frame, reading, title, rect, area));
    }
}
