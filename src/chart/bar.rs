//! Bars from zero: columns side by side where their labels fit, rows one above the other where they do not.

use super::frame::{Frame, Key, at, texture_keys};
use super::panel::{Column, Panel, panels};
use crate::data::Dataset;
use crate::error::Result;
use crate::format::{self, AxisScale, Decimal, Kind, Msg, Nature, axis_figure, axis_number, axis_unit, list, message};
use crate::reading::{Reading, parts};
use crate::scale::Linear;
use crate::scene::{Anchor, Mark, Rect, Scene, Sheet, Type};
use crate::spec::Spec;
use crate::text::break_lines;
use crate::theme::Ink;

/// More columns than this are drawn without labels of their own.
const MOST_LABELLED: usize = 24;
/// The width of a bar, at most.
const WIDEST: f64 = 72.0;
/// The height of a bar in a row.
const ROW_BAR: f64 = 18.0;

/// Lays a bar chart out.
///
/// # Errors
/// As [`super::chart`].
pub(super) fn bar(ds: &Dataset, spec: &Spec, frame: &Frame<'_>) -> Result<Scene> {
    let panels = panels(ds, spec, frame.lang, frame.hidden)?;
    let readings: Vec<Reading<'_>> = panels.iter().flat_map(Panel::readings).collect();
    let mut sheet = Sheet::new(frame.width, frame.measure);
    sheet.scene.kind = "bar";
    frame.head(&mut sheet, &title(ds, &panels, frame), &subtitle(ds, &panels, frame));
    if panels.iter().any(periods_differ) {
        sheet
            .scene
            .words
            .notes
            .push(message(frame.lang, Msg::NotePeriodsDiffer, &[]));
    }
    let share = if frame.height > 0.0 {
        frame.height / f64::from(u8::try_from(panels.len()).unwrap_or(u8::MAX))
    } else {
        0.0
    };
    for panel in &panels {
        sheet.space(12.0);
        Bars {
            ds,
            frame,
            panel,
            axis: panel.axis(ds, frame.lang),
            alone: panels.len() == 1,
            mixed: periods_differ(panel),
        }
        .set(&mut sheet, share);
    }
    sheet.space(12.0);
    frame.legend(&mut sheet, &keys(ds, &panels, &readings, frame));
    sheet.space(8.0);
    frame.foot(&mut sheet, &readings);
    let mut scene = sheet.finish(0.0);
    frame.words(&mut scene, &readings);
    Ok(scene)
}

/// Whether a reader might take a part of a year for a year.
fn periods_differ(panel: &Panel<'_>) -> bool {
    let readings = panel.readings();
    readings.iter().any(Reading::is_partial)
        && readings
            .windows(2)
            .any(|pair| !pair[0].observation.period.comparable(pair[1].observation.period))
}

fn title(ds: &Dataset, panels: &[Panel<'_>], frame: &Frame<'_>) -> String {
    let mut names: Vec<&str> = Vec::new();
    for series in panels.iter().flat_map(|panel| &panel.series) {
        let name = ds.indicator(series.indicator).name.get(frame.lang);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    list(frame.lang, &names)
}

fn subtitle(ds: &Dataset, panels: &[Panel<'_>], frame: &Frame<'_>) -> String {
    let mut names: Vec<&str> = Vec::new();
    for series in panels.iter().flat_map(|panel| &panel.series) {
        let name = ds.entity(series.entity).name.get(frame.lang);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let entities = list(frame.lang, &names);
    match panels {
        [panel] => {
            let unit = axis_unit(frame.lang, &panel.axis(ds, frame.lang));
            message(
                frame.lang,
                Msg::ChartSubtitle,
                &[("entity", &entities), ("unit", &unit)],
            )
        }
        _ => entities,
    }
}

/// Series first where there are several, then textures.
fn keys(ds: &Dataset, panels: &[Panel<'_>], readings: &[Reading<'_>], frame: &Frame<'_>) -> Vec<Key> {
    let mut keys = Vec::new();
    for panel in panels.iter().filter(|panel| panel.series.len() > 1) {
        for (n, series) in panel.series.iter().enumerate() {
            let id = format!("{}/{}", ds.entity(series.entity).id, ds.indicator(series.indicator).id);
            let label = series_name(ds, panel, n, frame);
            keys.push(Key {
                id,
                label,
                texture: crate::scene::Texture::Full,
                ink: ink(n),
            });
        }
    }
    let neutral = if keys.is_empty() { Ink::Series(0) } else { Ink::Muted };
    keys.extend(texture_keys(frame.lang, neutral, readings));
    keys
}

fn series_name(ds: &Dataset, panel: &Panel<'_>, n: usize, frame: &Frame<'_>) -> String {
    let series = panel.series[n];
    let indicator = ds.indicator(series.indicator).short.get(frame.lang);
    let entity = ds.entity(series.entity).short.get(frame.lang);
    let one_indicator = panel.series.iter().all(|s| s.indicator == series.indicator);
    let one_entity = panel.series.iter().all(|s| s.entity == series.entity);
    match (one_indicator, one_entity) {
        (true, false) => entity.to_owned(),
        (_, true) => indicator.to_owned(),
        _ => parts(frame.lang, &[entity, indicator]),
    }
}

fn ink(series: usize) -> Ink {
    Ink::Series(u8::try_from(series % crate::theme::SERIES).unwrap_or(0))
}

/// One panel of bars.
struct Bars<'a, 'd> {
    ds: &'d Dataset,
    frame: &'a Frame<'a>,
    panel: &'a Panel<'d>,
    axis: AxisScale,
    alone: bool,
    mixed: bool,
}

/// What stands under a column: lines, each with its type.
type Label = Vec<(String, Type)>;

impl Bars<'_, '_> {
    fn set(&self, sheet: &mut Sheet<'_>, height: f64) {
        let small = self.frame.label();
        if !self.alone {
            let names: Vec<String> = (0..self.panel.series.len())
                .map(|n| series_name(self.ds, self.panel, n, self.frame))
                .collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            sheet.paragraph(&parts(self.frame.lang, &names), self.frame.strong(), 2);
        }
        let ticks = self.ticks(4);
        let gutter = ticks
            .ticks()
            .iter()
            .map(|tick| sheet.text_width(&axis_number(self.frame.lang, *tick, &self.axis), small.font))
            .fold(0.0, f64::max)
            + 10.0;
        let slot = (sheet.width - gutter) / to_f64(self.panel.columns.len().max(1));
        let many = self.panel.columns.len() > MOST_LABELLED;
        let labels = (!many).then(|| self.labels(sheet, slot - 10.0)).flatten();
        match labels {
            Some(labels) => self.columns(sheet, &ticks, gutter, slot, height, &labels),
            None if many => self.columns(sheet, &ticks, gutter, slot, height, &[]),
            None => self.rows(sheet),
        }
    }

    fn ticks(&self, count: usize) -> Linear {
        let (low, high) = self.panel.extent();
        Linear::with_zero(low, high, count)
    }

    /// The lines under each column; `None` where one does not fit its slot.
    fn labels(&self, sheet: &Sheet<'_>, width: f64) -> Option<Vec<Label>> {
        let values = self.panel.readings().iter().map(|r| self.value_text(r)).all(|text| {
            sheet.text_width(&text, self.frame.value().font) <= (width + 8.0) / to_f64(self.panel.series.len().max(1))
        });
        values.then_some(())?;
        self.panel
            .columns
            .iter()
            .map(|column| {
                let mut lines: Label = Vec::new();
                for (n, (text, style)) in self.column_label(column).into_iter().enumerate() {
                    let most = if n == 0 { 1 } else { 2 };
                    let broken = break_lines(&text, style.font, width, most, self.frame.measure);
                    if broken.elided {
                        return None;
                    }
                    lines.extend(broken.lines.into_iter().map(|line| (line, style)));
                }
                Some(lines)
            })
            .collect()
    }

    /// Year; part of the year and status; growth where one series has one.
    fn column_label(&self, column: &Column<'_>) -> Label {
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
            lines.push((year, self.frame.strong()));
            let status = (column.status != format::Status::Actual).then(|| reading.status());
            let words: Vec<&str> = [Some(part.as_str()).filter(|p| !p.is_empty()), status]
                .into_iter()
                .flatten()
                .collect();
            if !words.is_empty() {
                lines.push((parts(lang, &words), self.frame.label()));
            }
        }
        if let [Some(reading)] = column.bars.as_slice() {
            for growth in reading.modifiers().iter().filter(|m| m.kind() == Kind::YoyGrowth) {
                let value = growth.text();
                lines.push((
                    message(lang, Msg::GrowthShort, &[("value", &value)]),
                    self.frame.label(),
                ));
            }
        }
        lines
    }

    fn value_text(&self, reading: &Reading<'_>) -> String {
        axis_figure(self.frame.lang, &reading.figure(), &self.axis)
    }

    fn columns(&self, sheet: &mut Sheet<'_>, scale: &Linear, gutter: f64, slot: f64, height: f64, labels: &[Label]) {
        let (small, value) = (self.frame.label(), self.frame.value());
        if !self.alone {
            sheet.paragraph(&axis_unit(self.frame.lang, &self.axis), small, 1);
        }
        let label_height = labels
            .iter()
            .map(|l| l.iter().map(|(_, t)| t.leading).sum::<f64>())
            .fold(0.0, f64::max);
        let natural = (sheet.width * 0.42).clamp(150.0, 300.0);
        // With a height of its own the plot takes what titles and labels leave.
        let plot = if height > 0.0 {
            (height - sheet.y - label_height - 90.0).max(110.0)
        } else {
            natural
        };
        let top = sheet.y + value.leading;
        let bottom = top + plot;
        let level = |v: Decimal| bottom - scale.place(v) * plot;
        for tick in scale.ticks() {
            let y = level(*tick);
            let zero = tick.mantissa() == 0;
            sheet.rule(y, 0.0, sheet.width, if zero { Ink::Text } else { Ink::Grid }, 1.0);
            if !zero {
                let text = axis_number(self.frame.lang, *tick, &self.axis);
                sheet.text(0.0, y - 4.0, &text, small.font, small.ink, Anchor::Start);
            }
        }
        let count = to_f64(self.panel.series.len().max(1));
        let bar = (slot * 0.62 / count).clamp(1.0, WIDEST);
        let zero = level(Decimal::ZERO);
        for (n, column) in self.panel.columns.iter().enumerate() {
            let middle = gutter + slot * (to_f64(n) + 0.5);
            for (s, reading) in column.bars.iter().enumerate() {
                let Some(reading) = reading else { continue };
                let x = middle + (to_f64(s) - count / 2.0) * bar;
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
                self.mark(sheet, reading, column, rect, area, s);
            }
            let mut y = bottom + 6.0;
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
        sheet.y = bottom + 6.0 + label_height;
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
        if !self.alone {
            sheet.paragraph(&axis_unit(self.frame.lang, &self.axis), self.frame.label(), 1);
        }
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
        let room = (sheet.width - (widest + 8.0) * if negative { 2.0 } else { 1.0 }).max(24.0);
        let origin = if negative { widest + 8.0 } else { 0.0 };
        let across = |v: Decimal| origin + (scale.place(v) - low) / span * room;
        let zero = across(Decimal::ZERO);
        for column in &self.panel.columns {
            let lines = self.column_label(column);
            let mut head = lines.into_iter();
            if let Some((year, style)) = head.next() {
                let rest: Vec<String> = head.map(|(text, _)| text).collect();
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
                let rect = Rect::between(at(zero, sheet.y), at(end, sheet.y + ROW_BAR));
                reading
                    .texture()
                    .bar(rect, ink(s))
                    .into_iter()
                    .for_each(|shape| sheet.push(shape));
                let baseline = sheet.y + ROW_BAR * 0.5 + value.font.size * 0.36;
                let text = self.value_text(reading);
                if end < zero {
                    sheet.text(end - 6.0, baseline, &text, value.font, value.ink, Anchor::End);
                } else {
                    sheet.text(end + 6.0, baseline, &text, value.font, value.ink, Anchor::Start);
                }
                let area = Rect {
                    x: 0.0,
                    y: sheet.y - 2.0,
                    width: sheet.width,
                    height: ROW_BAR + 4.0,
                };
                self.mark(sheet, reading, column, rect, area, s);
                sheet.space(ROW_BAR + 2.0);
            }
            sheet.space(10.0);
        }
    }

    /// Adds the mark: `rect` is what is drawn, `area` where it can be pointed at.
    fn mark(
        &self,
        sheet: &mut Sheet<'_>,
        reading: &Reading<'_>,
        column: &Column<'_>,
        rect: Rect,
        area: Rect,
        series: usize,
    ) {
        let label = reading.period();
        let title = if self.panel.series.len() > 1 {
            parts(
                self.frame.lang,
                &[&series_name(self.ds, self.panel, series, self.frame), &label],
            )
        } else {
            label.clone()
        };
        let mut observations = vec![reading.observation.id.to_string()];
        observations.extend(
            reading
                .modifiers()
                .iter()
                .map(|m| m.reading().observation.id.to_string()),
        );
        let _ = column;
        sheet.scene.marks.push(Mark {
            area: rect,
            hit: area,
            observations,
            label,
            speech: reading.speech(),
            tip: reading.tip(title),
            related: Vec::new(),
        });
    }
}

/// A count as a length.
#[allow(clippy::cast_precision_loss)] // far below 2^52
fn to_f64(count: usize) -> f64 {
    count as f64
}
