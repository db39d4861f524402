//! Bars from zero: columns side by side where their labels fit, rows one above the other where they do not.

use super::frame::{Frame, Glyph, at};
use super::marks::{ink, mark, to_f64};
use super::panel::{
    Column, Panel, heading, keys, panels, periods_differ, series_id, series_name, shown, subtitle, title,
};
use crate::data::Dataset;
use crate::error::Result;
use crate::format::{self, AxisScale, Decimal, Kind, Msg, Nature, axis_figure, axis_number, axis_unit, message};
use crate::reading::{Reading, parts};
use crate::scale::Linear;
use crate::scene::{Anchor, Dash, Rect, Scene, Shape, Sheet, Stroke, Texture, Type};
use crate::spec::Spec;
use crate::text::break_lines;
use crate::theme::Ink;

/// More columns than this are drawn without labels of their own.
const MOST_LABELLED: usize = 24;
/// The room of a column, at most.
const ROOMIEST: f64 = 380.0;
/// The width of a bar, at most.
const WIDEST: f64 = 120.0;
/// The room of a panel beside another one, at least.
const PANEL: f64 = 340.0;
/// The room of a figure that stands for itself, at least and at most.
const LONE: (f64, f64) = (170.0, 280.0);
/// The room between two panels.
const BETWEEN: f64 = 32.0;
/// More gaps than this are no note any more; the table shows what there is.
const MOST_GAPS: usize = 4;
/// The height of a plot, at least.
const LOWEST: f64 = 110.0;
/// From this width on a row's name stands before its bar, not above it.
const BESIDE: f64 = 480.0;
/// The room of bars beside their figures, at least.
const LEAST: f64 = 40.0;
/// The height of a bar in a row.
const ROW_BAR: f64 = 18.0;

/// Lays a bar chart out.
///
/// # Errors
/// As [`super::chart`].
pub(super) fn bar(ds: &Dataset, spec: &Spec, frame: &Frame<'_>) -> Result<Scene> {
    let all = panels(ds, spec, frame.lang)?;
    let panels = shown(ds, &all, frame.hidden);
    let natural = set(ds, &all, &panels, frame, 0.0);
    // What stands beside each other grows together; rows and lone figures have the height that they have.
    let rows = rows(frame, &all).into_iter();
    let grown = rows.filter(|row| row.iter().any(|n| !single(&all[*n])));
    let spare = (frame.height - natural.height) / to_f64(grown.count().max(1));
    // With a height of its own the plots take what titles and labels leave, or give what they need.
    let fits = frame.height <= 0.0 || spare.abs() < 1.0;
    Ok(if fits {
        natural
    } else {
        set(ds, &all, &panels, frame, spare)
    })
}

/// Sets the whole chart; `spare` is how much taller than natural each plot is.
fn set(ds: &Dataset, all: &[Panel<'_>], panels: &[Panel<'_>], frame: &Frame<'_>, spare: f64) -> Scene {
    let readings: Vec<Reading<'_>> = panels.iter().flat_map(Panel::readings).collect();
    let mut sheet = Sheet::new(frame.width, frame.measure);
    sheet.scene.kind = "bar";
    frame.head(&mut sheet, &title(ds, panels, frame), &subtitle(ds, panels, frame));
    if panels.iter().any(periods_differ) {
        let note = message(frame.lang, Msg::NotePeriodsDiffer, &[]);
        sheet.scene.words.notes.push(note);
    }
    sheet.scene.words.notes.extend(gaps(ds, all, frame));
    let mut keys = keys(ds, all, frame, |_| Glyph::Bar);
    let plain = readings.iter().all(|r| r.texture() == Texture::Full);
    for row in rows(frame, all) {
        sheet.space(if panels.len() == 1 { 12.0 } else { 18.0 });
        let count = to_f64(row.len());
        let lone = is_lone(&all[row[0]]);
        let most = if lone && count > 1.0 { LONE.1 } else { f64::INFINITY };
        let width = ((frame.width - BETWEEN * (count - 1.0)) / count).min(most);
        // A figure in a row of its like is set as large as elsewhere; a plot has the type of its own width.
        let own = Frame {
            width: if lone { frame.width } else { width },
            ..*frame
        };
        let (top, mut x) = (sheet.y, 0.0);
        for n in row {
            let (panel, whole) = (&panels[n], &all[n]);
            let bars = Bars {
                ds,
                frame: &own,
                panel,
                axis: panel.axis(ds, frame.lang),
                alone: panels.len() == 1,
                heading: heading(ds, panels, panel, frame, !single(whole) || whole.series.len() == 1),
                mixed: periods_differ(panel),
                plain,
                spare,
            };
            let mut cell = Sheet::new(width, frame.measure);
            if single(whole) {
                // Bars that bear their names need no colour of their own, and no key to it.
                keys.retain(|key| whole.series.iter().all(|series| series_id(ds, *series) != key.id));
                bars.named(&mut cell);
            } else {
                bars.set(&mut cell);
            }
            sheet.y = sheet.y.max(top + cell.y);
            sheet.place(cell.scene, at(x, top));
            x += width + BETWEEN;
        }
    }
    if all.iter().all(single) {
        keys.iter_mut().for_each(|key| key.ink = ink(0));
    }
    sheet.space(12.0);
    frame.legend(&mut sheet, &keys);
    sheet.space(8.0);
    frame.foot(&mut sheet, &readings);
    let least = if spare.abs() < 1.0 { 0.0 } else { frame.height };
    let mut scene = sheet.finish(least);
    frame.words(&mut scene, &readings);
    scene
}

/// Which panels stand beside each other: neighbours of few columns where a page is wide, and lone figures.
fn rows(frame: &Frame<'_>, panels: &[Panel<'_>]) -> Vec<Vec<usize>> {
    let room = |panel: &Panel<'_>| match panel {
        panel if is_lone(panel) => LONE.0,
        panel if !single(panel) && panel.columns.len() <= 4 && panel.series.len() <= 2 => PANEL,
        _ => f64::INFINITY,
    };
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for (n, panel) in panels.iter().enumerate() {
        let width = room(panel);
        let fits = |row: &&mut Vec<usize>| {
            let like = row
                .first()
                .is_some_and(|first| room(&panels[*first]).total_cmp(&width).is_eq());
            like && to_f64(row.len() + 1) * (width + BETWEEN) <= frame.width + BETWEEN
        };
        match rows.last_mut().filter(fits) {
            Some(row) => row.push(n),
            None => rows.push(vec![n]),
        }
    }
    rows
}

/// Whether a panel is one figure.
fn is_lone(panel: &Panel<'_>) -> bool {
    single(panel) && panel.series.len() == 1
}

/// What has no figure of a period of which its neighbours have one; so long as it is little.
fn gaps(ds: &Dataset, panels: &[Panel<'_>], frame: &Frame<'_>) -> Option<String> {
    let mut gaps: Vec<String> = Vec::new();
    for panel in panels.iter().filter(|panel| !single(panel)) {
        for column in &panel.columns {
            let told = matches!(column.status, format::Status::Actual | format::Status::Estimated);
            let Some(first) = column.bars.iter().flatten().next().filter(|_| told) else {
                continue;
            };
            let same = || panel.columns.iter().filter(|c| c.period == column.period);
            let missing = (0..panel.series.len()).filter(|s| same().all(|c| c.bars[*s].is_none()));
            gaps.extend(missing.map(|s| parts(frame.lang, &[&series_name(ds, panel, s, frame), &first.period()])));
        }
    }
    let names: Vec<&str> = gaps.iter().map(String::as_str).collect();
    let absent = format::absence_short(frame.lang, format::Absence::NotFound);
    (1..=MOST_GAPS)
        .contains(&gaps.len())
        .then(|| format::labelled(frame.lang, &format::list(frame.lang, &names), absent))
}

/// Whether no series has more than one bar: names say more than a row of years would.
fn single(panel: &Panel<'_>) -> bool {
    let bars = |s: usize| {
        panel
            .columns
            .iter()
            .filter(move |c| c.bars.get(s).is_some_and(Option::is_some))
    };
    (0..panel.series.len()).all(|s| bars(s).count() < 2)
}

/// One panel of bars.
struct Bars<'a, 'd> {
    ds: &'d Dataset,
    frame: &'a Frame<'a>,
    panel: &'a Panel<'d>,
    axis: AxisScale,
    alone: bool,
    heading: String,
    mixed: bool,
    plain: bool,
    spare: f64,
}

/// What stands under a column: lines, each with its type.
type Label = Vec<(String, Type)>;

impl Bars<'_, '_> {
    fn set(&self, sheet: &mut Sheet<'_>) {
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
    fn head(&self, sheet: &mut Sheet<'_>, when: &str) {
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
    fn when(&self, reading: &Reading<'_>) -> String {
        let actual = reading.observation.status == format::Status::Actual;
        parts(
            self.frame.lang,
            &[&reading.period(), if actual { "" } else { reading.status() }],
        )
    }

    /// A row for each series, its name before its only bar.
    fn named(&self, sheet: &mut Sheet<'_>) {
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
        let widest = rows
            .iter()
            .map(|(_, bar, ..)| sheet.text_width(&self.value_text(bar), value.font))
            .fold(0.0, f64::max)
            + 8.0;
        let scale = self.ticks(1);
        let (low, high) = self.panel.extent();
        let (low, high) = (scale.place(low), scale.place(high));
        let span = (high - low).max(f64::EPSILON);
        let negative = low < scale.place(Decimal::ZERO);
        let beside_bars = widest * if negative { 2.0 } else { 1.0 };
        // Figures that leave the bars no room stand above them.
        let above = sheet.width - left - beside_bars < LEAST;
        let widest = if above { 0.0 } else { widest };
        let origin = left + if negative { widest } else { 0.0 };
        let room = (sheet.width - origin - widest).max(1.0);
        let across = |v: Decimal| origin + (scale.place(v) - low) / span * room;
        let (zero, start) = (across(Decimal::ZERO), sheet.y);
        let mut end = start;
        for (s, bar, name, detail) in &rows {
            let top = sheet.y;
            let width = sheet.width;
            if beside {
                sheet.width = column;
            }
            sheet.paragraph(name, strong, 3);
            sheet.paragraph(detail, label, 3);
            if above {
                sheet.paragraph(&self.value_text(bar), value, 2);
            }
            sheet.width = width;
            let y = if beside {
                top + (strong.leading - ROW_BAR) / 2.0
            } else {
                sheet.y + 1.0
            };
            let to = across(bar.observation.value);
            let rect = Rect::between(at(zero, y), at(to, y + ROW_BAR));
            bar.texture()
                .bar(rect, ink(0))
                .into_iter()
                .for_each(|shape| sheet.push(shape));
            let baseline = y + ROW_BAR * 0.5 + value.font.size * 0.36;
            let (x, anchor) = if to < zero {
                (to - 6.0, Anchor::End)
            } else {
                (to + 6.0, Anchor::Start)
            };
            if !above {
                sheet.text(x, baseline, &self.value_text(bar), value.font, value.ink, anchor);
            }
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
            let points = vec![at(zero, start - 4.0), at(zero, end + 4.0)];
            sheet.push(Shape::Line { points, stroke });
        }
        sheet.space(-6.0);
    }

    /// The only figure of its unit: a bar has nothing to be measured against, so the figure stands for itself.
    fn lone(&self, sheet: &mut Sheet<'_>, reading: &Reading<'_>) {
        let (label, top, width) = (self.frame.label(), sheet.y, sheet.width);
        let text = reading.value();
        let fits = |size: f64| sheet.text_width(&text, Type::new(size, 700, Ink::Text).font) <= width - 23.0;
        let sizes = [if self.alone { 30.0 } else { 18.0 }, 16.0, 15.0];
        let size = sizes.into_iter().find(|size| fits(*size)).unwrap_or(13.0);
        let value = Type::new(size, 700, Ink::Text);
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
            let swatch = reading.texture().bar(drawn, ink(0));
            swatch.into_iter().for_each(|shape| sheet.push(shape));
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

    fn ticks(&self, count: usize) -> Linear {
        let (low, high) = self.panel.extent();
        Linear::with_zero(low, high, count)
    }

    /// The lines under each column; `None` where one does not fit its slot.
    fn labels(&self, sheet: &Sheet<'_>, width: f64) -> Option<Vec<Label>> {
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
    fn column_label(&self, column: &Column<'_>) -> Vec<(Vec<String>, Type)> {
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
            let status = column.status;
            let status = (status != format::Status::Actual).then(|| format::status_short(lang, status).to_owned());
            let words: Vec<String> = [Some(part).filter(|p| !p.is_empty()), status]
                .into_iter()
                .flatten()
                .collect();
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

    fn value_text(&self, reading: &Reading<'_>) -> String {
        axis_figure(self.frame.lang, &reading.figure(), &self.axis)
    }

    fn columns(&self, sheet: &mut Sheet<'_>, scale: &Linear, gutter: f64, slot: f64, labels: &[Label]) {
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
                reading
                    .texture()
                    .bar(rect, ink(s))
                    .into_iter()
                    .for_each(|shape| sheet.push(shape));
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

    fn rows(&self, sheet: &mut Sheet<'_>) {
        let value = self.frame.value();
        let scale = self.ticks(1);
        let widest = self
            .panel
            .readings()
            .iter()
            .map(|r| sheet.text_width(&self.value_text(r), value.font))
            .fold(0.0, f64::max);
        // The longest bar leaves room for the widest value behind it.
        let (low, high) = self.panel.extent();
        let (low, high) = (scale.place(low), scale.place(high));
        let span = (high - low).max(f64::EPSILON);
        let negative = low < scale.place(Decimal::ZERO);
        let room = sheet.width - (widest + 8.0) * if negative { 2.0 } else { 1.0 };
        let above = room < LEAST;
        let room = if above { sheet.width } else { room };
        let origin = if negative && !above { widest + 8.0 } else { 0.0 };
        let across = |v: Decimal| origin + (scale.place(v) - low) / span * room;
        let zero = across(Decimal::ZERO);
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
                let end = across(reading.observation.value);
                let top = sheet.y;
                if above {
                    sheet.paragraph(&self.value_text(reading), value, 2);
                }
                let rect = Rect::between(at(zero, sheet.y), at(end, sheet.y + ROW_BAR));
                reading
                    .texture()
                    .bar(rect, ink(s))
                    .into_iter()
                    .for_each(|shape| sheet.push(shape));
                let baseline = sheet.y + ROW_BAR * 0.5 + value.font.size * 0.36;
                let text = self.value_text(reading);
                if above {
                    // It stands above the bar.
                } else if end < zero {
                    sheet.text(end - 6.0, baseline, &text, value.font, value.ink, Anchor::End);
                } else {
                    sheet.text(end + 6.0, baseline, &text, value.font, value.ink, Anchor::Start);
                }
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

    /// Adds the mark: `rect` is what is drawn, `area` where it can be pointed at.
    fn mark(&self, sheet: &mut Sheet<'_>, reading: &Reading<'_>, rect: Rect, area: Rect, series: usize) {
        let period = reading.period();
        let title = if self.panel.series.len() > 1 {
            let name = series_name(self.ds, self.panel, series, self.frame);
            parts(self.frame.lang, &[&name, &period])
        } else {
            period
        };
        sheet.scene.marks.push(mark(reading, title, rect, area));
    }
}
