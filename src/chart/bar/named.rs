//! Bars that bear the names of their series, and the figure that stands for itself.

use super::super::frame::at;
use super::super::panel::series_name;
use super::across::ROW_BAR;
use super::is_lone;
use super::panel::Bars;
use crate::format::{Kind, Msg, message};
use crate::reading::{Reading, parts};
use crate::scene::{Dash, Rect, Shape, Sheet, Stroke, Type};
use crate::theme::Ink;

/// From this width on a row's name stands before its bar, not above it.
const BESIDE: f64 = 480.0;

impl Bars<'_, '_> {
    /// A row for each series, its name before its only bar.
    pub(super) fn named(&self, sheet: &mut Sheet<'_>) {
        let lang = self.frame.lang;
        let bars = self.panel.columns.iter().flat_map(|c| c.bars.iter().enumerate());
        let mut bars: Vec<(usize, &Reading<'_>)> = bars.filter_map(|(s, bar)| Some((s, bar.as_ref()?))).collect();
        bars.sort_by_key(|(s, _)| *s);
        let Some(&(_, first)) = bars.first() else { return };
        if is_lone(self.panel) {
            return self.lone(sheet, first);
        }
        // What every row would say is said once.
        let shared = bars.iter().all(|(_, bar)| self.when(bar) == self.when(first));
        let when = if shared { self.when(first) } else { String::new() };
        if self.alone {
            let when = message(lang, Msg::Says, &[("text", &when)]);
            sheet.paragraph(&when, self.frame.strong(), 2);
        } else {
            self.head(sheet, &when);
        }
        sheet.space(if shared || !self.alone { 6.0 } else { 0.0 });
        let (strong, label, value) = (self.frame.strong(), self.frame.label(), self.frame.value());
        let rows = bars.into_iter().map(|(s, bar)| {
            let growth: Vec<String> = bar
                .modifiers()
                .iter()
                .filter(|m| m.kind() == Kind::YoyGrowth)
                .map(|m| message(lang, Msg::GrowthShort, &[("value", &m.text())]))
                .collect();
            let mut detail: Vec<&str> = growth.iter().map(String::as_str).collect();
            let (name, when) = (series_name(self.ds, self.panel, s, self.frame), self.when(bar));
            if !shared {
                detail.insert(0, &when);
            }
            let detail = parts(lang, &detail);
            (s, bar, name, detail)
        });
        let rows: Vec<(usize, &Reading<'_>, String, String)> = rows.collect();
        let beside = self.frame.width >= BESIDE;
        let names = rows.iter().map(|(_, _, name, detail)| {
            let detail = sheet.text_width(detail, label.font);
            sheet.text_width(name, strong.font).max(detail)
        });
        let column = names.fold(0.0, f64::max).ceil().min(sheet.width * 0.4) + 1.0;
        let left = if beside { column + 12.0 } else { 0.0 };
        let across = self.across(sheet, left);
        let start = sheet.y;
        let mut end = start;
        for (s, bar, name, detail) in &rows {
            let top = sheet.y;
            let width = sheet.width;
            if beside {
                sheet.width = column;
            }
            sheet.paragraph(name, strong, 3);
            sheet.paragraph(detail, label, 3);
            if across.above {
                sheet.paragraph(&self.value_text(bar), value, 2);
            }
            sheet.width = width;
            let y = if beside {
                top + (strong.leading - ROW_BAR) / 2.0
            } else {
                sheet.y + 1.0
            };
            let rect = self.lay(sheet, &across, bar, y, 0);
            end = y + ROW_BAR;
            sheet.y = sheet.y.max(end + 1.0);
            let hit = Rect {
                x: 0.0,
                y: top - 2.0,
                width,
                height: sheet.y - top + 4.0,
            };
            self.mark(sheet, bar, rect, hit, *s);
            sheet.space(if beside { 8.0 } else { 11.0 });
        }
        if beside {
            let stroke = Stroke {
                ink: Ink::Text,
                width: 1.0,
                dash: Dash::Solid,
            };
            let points = vec![at(across.zero, start - 4.0), at(across.zero, end + 4.0)];
            sheet.push(Shape::Line { points, stroke });
        }
        sheet.space(-6.0);
    }

    /// The only figure of its unit: a bar has nothing to be measured against, so the figure stands for itself.
    fn lone(&self, sheet: &mut Sheet<'_>, reading: &Reading<'_>) {
        let (label, top, width) = (self.frame.label(), sheet.y, sheet.width);
        let text = reading.value();
        let fits = |size: f64| sheet.text_width(&text, Type::new(size, 600, Ink::Text).font) <= width - 23.0;
        let sizes = [if self.alone { 30.0 } else { 18.0 }, 16.0, 15.0];
        let size = sizes.into_iter().find(|size| fits(*size)).unwrap_or(13.0);
        let value = Type::new(size, 600, Ink::Text);
        // The title of a chart of one figure is its heading.
        let heading = if self.alone { "" } else { &self.heading };
        sheet.paragraph(heading, self.frame.strong(), 3);
        sheet.space(1.0);
        let mut drawn = Rect {
            x: 0.0,
            y: sheet.y + (value.leading - 12.0) / 2.0,
            width: 16.0,
            height: 12.0,
        };
        // The texture is shown where there is a key to it, or where it is not the plain one.
        if !self.plain {
            Self::draw(sheet, reading, drawn, 0);
            (sheet.left, sheet.width) = (23.0, width - 23.0);
        }
        sheet.paragraph(&text, value, 2);
        (sheet.left, sheet.width) = (0.0, width);
        let growth = reading.modifiers();
        let growth = growth
            .iter()
            .find(|m| m.kind() == Kind::YoyGrowth)
            .map_or_else(String::new, |m| {
                message(self.frame.lang, Msg::GrowthShort, &[("value", &m.text())])
            });
        sheet.title(&parts(self.frame.lang, &[&self.when(reading), &growth]), label, 3);
        let hit = Rect {
            x: 0.0,
            y: top,
            width,
            height: sheet.y - top,
        };
        if self.plain {
            drawn = hit;
        }
        self.mark(sheet, reading, drawn, hit, 0);
    }
}
