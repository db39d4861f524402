//! Lines through time: only neighbours that compare are joined; what stands alone stays a point.

mod track;

use super::frame::{Frame, Glyph, at};
use super::labels::{Room, apart};
use super::marks::{ink, mark, nothing};
use super::panel::{Panel, drop_series, keys, panels, periods_differ, series_name, shown, subtitle, title};
use super::time::Years;
use crate::data::Dataset;
use crate::error::Result;
use crate::format::{self, AxisScale, Decimal, Msg, Period, Status, axis_figure, axis_ticks, axis_unit, message};
use crate::reading::{Reading, parts};
use crate::scale::Linear;
use crate::scene::{Anchor, Dash, Point, Rect, Scene, Shape, Sheet, Stroke, Texture};
use crate::sort::sort_by_key;
use crate::spec::Spec;
use crate::theme::Ink;
use track::{MOST_DRAWN, Track, thin};

/// More points than this are drawn without labels of their own.
const MOST_LABELLED: usize = 24;
/// More points than this in a series get dots only where one stands alone or is unlike the rest.
const MOST_DOTTED: usize = 60;
/// More points than this in a line have no mark each: only the first, the last and the extremes of every few pixels.
const MOST_MARKED: usize = 500;
/// Those few pixels.
const DENSE: f64 = 16.0;

/// Lays a line chart out.
///
/// # Errors
/// As [`super::chart`]; also where no figure has a place in time.
pub(super) fn line(ds: &Dataset, spec: &Spec, frame: &Frame<'_>) -> Result<Scene> {
    let mut all = panels(ds, spec, frame.lang)?;
    let readings: Vec<Reading<'_>> = all.iter().flat_map(Panel::readings).collect();
    for panel in &mut all {
        panel.columns.retain(|column| column.period != Period::PerYear);
    }
    all.retain(|panel| !panel.columns.is_empty());
    if all.is_empty() {
        return Err(nothing(frame.lang, Msg::ErrorLineNoTime));
    }
    let timeless = readings
        .iter()
        .filter(|r| r.observation.period == Period::PerYear)
        .count();
    let drawn = shown(ds, &all, frame.hidden);
    // Panels one above the other share the axis of time.
    let times: Vec<Vec<Period>> = drawn
        .iter()
        .map(|panel| panel.columns.iter().map(|column| column.period).collect())
        .collect();
    let natural = (frame.width * 0.42).clamp(150.0, 320.0);
    Ok(frame.fitted(natural, (80.0, f64::INFINITY), drawn.len(), |plot| {
        let mut sheet = Sheet::new(frame.width, frame.measure);
        sheet.scene.kind = "line";
        frame.head(&mut sheet, &title(ds, &drawn, frame), &subtitle(ds, &drawn, frame));
        let lines: Vec<Lines<'_, '_>> = drawn
            .iter()
            .map(|panel| Lines::new(ds, frame, panel, &times, plot))
            .collect();
        notes(&mut sheet, &lines, timeless, frame);
        let mut keys = keys(ds, &all, frame, Glyph::Dot);
        for lines in &lines {
            sheet.space(12.0);
            if lines.set(&mut sheet) {
                drop_series(ds, &mut keys, lines.panel);
            }
        }
        sheet.space(10.0);
        frame.legend(&mut sheet, &keys);
        sheet.space(8.0);
        frame.foot(&mut sheet, &readings);
        let mut scene = sheet.finish(0.0);
        frame.words(&mut scene, &readings);
        scene
    }))
}

fn notes(sheet: &mut Sheet<'_>, lines: &[Lines<'_, '_>], timeless: usize, frame: &Frame<'_>) {
    let notes = &mut sheet.scene.words.notes;
    if lines.iter().any(|lines| periods_differ(lines.panel)) {
        notes.push(message(frame.lang, Msg::NotePeriodsDiffer, &[]));
    }
    if lines
        .iter()
        .any(|lines| lines.tracks.iter().any(|track| track.chains.len() > 1))
    {
        notes.push(message(frame.lang, Msg::NoteLineGaps, &[]));
    }
    if timeless > 0 {
        let args = [("count", timeless.to_string())];
        notes.push(message(frame.lang, Msg::NoteLineTimeless, &[(args[0].0, &args[0].1)]));
    }
}

/// One panel of lines.
struct Lines<'a, 'd> {
    ds: &'d Dataset,
    frame: &'a Frame<'a>,
    panel: &'a Panel<'d>,
    axis: AxisScale,
    scale: Linear,
    tracks: Vec<Track<'d>>,
    times: &'a [Vec<Period>],
    plot: f64,
}

/// A point on the plot.
struct Spot<'s, 'd> {
    reading: &'s Reading<'d>,
    series: usize,
    place: Point,
    /// Whether it is the only point of its line.
    single: bool,
    /// The point with its value.
    clear: Rect,
}

impl<'a, 'd> Lines<'a, 'd> {
    fn new(ds: &'d Dataset, frame: &'a Frame<'a>, panel: &'a Panel<'d>, times: &'a [Vec<Period>], plot: f64) -> Self {
        let (low, high) = panel.extent();
        Self {
            ds,
            frame,
            panel,
            axis: panel.axis(ds, frame.lang),
            scale: Linear::with_zero(low, high, if plot < 130.0 { 2 } else { 4 }),
            tracks: (0..panel.series.len()).map(|s| Track::new(ds, panel, s)).collect(),
            times,
            plot,
        }
    }

    /// Sets the panel; says whether the lines bear their names themselves.
    fn set(&self, sheet: &mut Sheet<'_>) -> bool {
        let (small, value) = (self.frame.label(), self.frame.value());
        if self.times.len() > 1 {
            let names: Vec<String> = (0..self.panel.series.len()).map(|s| self.name(s)).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            sheet.paragraph(&parts(self.frame.lang, &names), self.frame.strong(), 2);
            sheet.paragraph(&axis_unit(self.frame.lang, &self.axis), small, 1);
        }
        let ticks = axis_ticks(self.frame.lang, self.scale.ticks(), &self.axis);
        let gutter = ticks
            .iter()
            .map(|tick| sheet.text_width(tick, small.font))
            .fold(0.0, f64::max)
            + 12.0;
        let start = sheet.y;
        let top = start + value.leading + 4.0;
        let bottom = top + self.plot;
        let level = |v: Decimal| bottom - self.scale.place(v) * self.plot;
        let ends = self.ends(sheet, gutter, &level, top, bottom);
        let right = sheet.width - ends.as_ref().map_or(8.0, |ends| ends.width);
        let mut room = Room::new(Rect {
            x: gutter - 8.0,
            y: start,
            width: right + 8.0 - (gutter - 8.0),
            height: bottom - 2.0 - start,
        });
        for (tick, text) in self.scale.ticks().iter().zip(&ticks) {
            let (y, zero) = (level(*tick), tick.mantissa() == 0);
            sheet.rule(y, 0.0, right, if zero { Ink::Text } else { Ink::Grid }, 1.0);
            room.avoid(y);
            // Zero is named where it is not the floor of the plot.
            if !zero || y < bottom - 1.0 {
                sheet.text(0.0, y - 4.0, text, small.font, small.ink, Anchor::Start);
                room.take(sheet.line_box(0.0, y - 4.0, text, small.font, Anchor::Start));
            }
        }
        let Some(years) = Years::new(self.periods(), gutter, right - 4.0) else {
            sheet.y = bottom;
            return false;
        };
        let mut spots = self.draw(sheet, &mut room, &years, &level);
        if spots.len() <= MOST_LABELLED {
            self.values(sheet, &mut room, &mut spots);
        }
        self.marks(sheet, &spots, top, bottom, gutter, right);
        years.label(sheet, self.frame, bottom);
        if let Some(ends) = &ends {
            for (series, y) in ends.names.iter().enumerate() {
                let style = self.frame.strong();
                let left = sheet.width - ends.width + 12.0;
                // The key beside the name: colour and shape of the line's points.
                let key = at(left + 4.0, y - style.font.size * 0.36);
                sheet.push(Glyph::dot(series, Texture::Full, key, 4.0, ink(series)));
                sheet.text(
                    left + 14.0,
                    *y,
                    &self.name(series),
                    style.font,
                    style.ink,
                    Anchor::Start,
                );
            }
        }
        ends.is_some()
    }

    fn periods(&self) -> impl Iterator<Item = Period> {
        self.times.iter().flatten().copied()
    }

    fn name(&self, series: usize) -> String {
        series_name(self.ds, self.panel, series, self.frame)
    }

    /// Names at the ends of the lines, where every line ends near the right edge and the names have room.
    fn ends(
        &self,
        sheet: &Sheet<'_>,
        gutter: f64,
        level: &dyn Fn(Decimal) -> f64,
        top: f64,
        bottom: f64,
    ) -> Option<Ends> {
        let style = self.frame.strong();
        let several = self.panel.series.len() > 1;
        let names: Vec<String> = (0..self.panel.series.len()).map(|s| self.name(s)).collect();
        let widest = names
            .iter()
            .map(|n| sheet.text_width(n, style.font))
            .fold(0.0, f64::max);
        let width = widest + 28.0;
        if !several || width > (sheet.width - gutter) * 0.4 {
            return None;
        }
        let years = Years::new(self.periods(), 0.0, 1.0)?;
        let mut spans = Vec::new();
        for track in &self.tracks {
            // A name stands at the end of its longest line, not at an aim beyond it.
            let chain = track.chains.iter().rev().max_by_key(|chain| chain.len())?;
            let last = track.readings.get(*chain.last()?)?;
            if years.place(last.observation.period)? < 0.6 {
                return None;
            }
            spans.push((level(last.observation.value), style.leading));
        }
        let tops = apart(&spans, top - style.leading / 2.0, bottom + style.leading / 2.0)?;
        let names = tops.iter().map(|y| y + style.leading * 0.74).collect();
        Some(Ends { width, names })
    }

    /// Draws lines and dots.
    fn draw<'s>(
        &'s self,
        sheet: &mut Sheet<'_>,
        room: &mut Room,
        years: &Years,
        level: &dyn Fn(Decimal) -> f64,
    ) -> Vec<Spot<'s, 'd>> {
        let mut spots = Vec::new();
        for (series, track) in self.tracks.iter().enumerate() {
            let from = spots.len();
            for chain in &track.chains {
                let mut places: Vec<(Point, usize)> = chain
                    .iter()
                    .filter_map(|i| {
                        let o = track.readings[*i].observation;
                        Some((at(years.place(o.period)?, level(o.value)), *i))
                    })
                    .collect();
                thin(&mut places, MOST_DRAWN, 1.0);
                let points: Vec<Point> = places.iter().map(|(place, _)| *place).collect();
                let Some(first) = chain.first().and_then(|i| track.readings.get(*i)) else {
                    continue;
                };
                if points.len() > 1 {
                    room.cross(&points);
                    let stroke = stroke(first.observation.status, ink(series));
                    sheet.push(Shape::Line { points, stroke });
                }
                // What is denser than this cannot be told apart by a pointer, nor walked through by keys.
                thin(&mut places, MOST_MARKED, DENSE);
                let single = chain.len() == 1;
                spots.extend(places.into_iter().map(|(place, i)| Spot {
                    reading: &track.readings[i],
                    series,
                    place,
                    single,
                    clear: Rect::default(),
                }));
            }
            // Reading order is the order of time, whatever line a point is on.
            sort_by_key(&mut spots[from..], |spot: &Spot<'_, '_>| {
                spot.reading.observation.period.order()
            });
        }
        let crowded = spots.len() > MOST_DOTTED;
        // A stem ties a point that stands alone to the axis.
        if let ([_], false) = (self.tracks.as_slice(), crowded) {
            for spot in spots.iter().filter(|spot| spot.single) {
                let foot = at(spot.place.x, level(Decimal::ZERO));
                room.cross(&[foot, spot.place]);
                let stroke = Stroke {
                    ink: ink(spot.series),
                    width: 1.0,
                    dash: Dash::Solid,
                };
                sheet.push(Shape::Line {
                    points: vec![foot, spot.place],
                    stroke,
                });
            }
        }
        for spot in &mut spots {
            spot.clear = self.area(spot);
            let plain = spot.reading.texture() == Texture::Full && !spot.single;
            if !(crowded && plain) {
                room.take(spot.clear);
                let radius = self.radius(spot);
                sheet.push(Glyph::dot(
                    spot.series,
                    spot.reading.texture(),
                    spot.place,
                    radius,
                    ink(spot.series),
                ));
            }
        }
        spots
    }

    fn radius(&self, spot: &Spot<'_, '_>) -> f64 {
        match (spot.reading.texture(), self.panel.columns.len() > MOST_DOTTED) {
            (_, true) => 3.0,
            (Texture::Full, false) => 4.5,
            // A texture needs room to be seen.
            _ => 7.0,
        }
    }

    fn area(&self, spot: &Spot<'_, '_>) -> Rect {
        let radius = self.radius(spot) + 1.0;
        Rect {
            x: spot.place.x - radius,
            y: spot.place.y - radius,
            width: 2.0 * radius,
            height: 2.0 * radius,
        }
    }

    /// Writes values beside their points, the last ones first; one that has no room is in the tooltip and the table.
    fn values(&self, sheet: &mut Sheet<'_>, room: &mut Room, spots: &mut [Spot<'_, '_>]) {
        let (value, small) = (self.frame.value(), self.frame.label());
        let mut order: Vec<&mut Spot<'_, '_>> = spots.iter_mut().rev().collect();
        sort_by_key(&mut order, |spot| !spot.single);
        for spot in order {
            let figure = axis_figure(self.frame.lang, &spot.reading.figure(), &self.axis);
            let aside = self.aside(spot.reading);
            let wide = sheet.text_width(&figure, value.font);
            let both = wide.max(sheet.text_width(&aside, small.font));
            let area = spot.clear;
            let two = if aside.is_empty() {
                None
            } else {
                room.beside(&area, both, value.leading + small.leading)
            };
            let Some(place) = two.or_else(|| room.beside(&area, wide, value.leading)) else {
                continue;
            };
            spot.clear = area.union(&place);
            // Beside a point the text keeps to the point's side; above and below it is centred.
            let (x, anchor) = if place.x >= area.right() {
                (place.x, Anchor::Start)
            } else if place.right() <= area.x {
                (place.right(), Anchor::End)
            } else {
                (place.centre().x, Anchor::Middle)
            };
            let baseline = place.y + value.leading * 0.76;
            sheet.text(x, baseline, &figure, value.font, value.ink, anchor);
            if two.is_some() {
                let baseline = place.y + value.leading + small.leading * 0.74;
                sheet.text(x, baseline, &aside, small.font, small.ink, anchor);
            }
        }
    }

    /// What a value must not be read without: the part of the year, and the status.
    fn aside(&self, reading: &Reading<'_>) -> String {
        let o = reading.observation;
        let part = if reading.is_partial() {
            format::period_axis(self.frame.lang, o.period, reading.nature()).1
        } else {
            String::new()
        };
        let status = match o.status {
            Status::Actual => "",
            status => format::status_short(self.frame.lang, status),
        };
        parts(self.frame.lang, &[&part, status])
    }

    /// Adds the marks. A point of the only series can be pointed at anywhere above and below it.
    fn marks(&self, sheet: &mut Sheet<'_>, spots: &[Spot<'_, '_>], top: f64, bottom: f64, left: f64, right: f64) {
        if self.frame.quiet {
            return;
        }
        let several = self.panel.series.len() > 1;
        let base = sheet.scene.marks.len();
        for (n, spot) in spots.iter().enumerate() {
            let area = self.area(spot);
            let hit = if several {
                area.grown(6.0)
            } else {
                let x = spot.place.x;
                let from = n.checked_sub(1).map_or(left, |n| f64::midpoint(spots[n].place.x, x));
                let to = spots.get(n + 1).map_or(right, |next| f64::midpoint(next.place.x, x));
                let corner = at(from.min(area.x), top.min(area.y));
                Rect::between(corner, at(to.max(area.right()), bottom.max(area.bottom())))
            };
            let period = spot.reading.period();
            let title = if several {
                parts(self.frame.lang, &[&self.name(spot.series), &period])
            } else {
                period
            };
            let mut made = mark(self.frame, spot.reading, title, area, hit);
            made.clear = Some(spot.clear);
            if several && spots.len() <= MOST_DOTTED {
                let same = |(_, other): &(usize, &Spot<'_, '_>)| other.series == spot.series;
                made.related = spots.iter().enumerate().filter(same).map(|(m, _)| base + m).collect();
                made.related.retain(|m| *m != base + n);
            }
            sheet.scene.marks.push(made);
        }
    }
}

/// Names at the ends of lines: the room they need, and their baselines.
struct Ends {
    width: f64,
    names: Vec<f64>,
}

/// How a line of this status looks: as the outline of its marks does.
const fn stroke(status: Status, ink: Ink) -> Stroke {
    let (width, dash) = match status {
        Status::Actual => (2.5, Dash::Solid),
        Status::Estimated => (2.0, Dash::Dashed),
        Status::Target | Status::Planned | Status::Projected => (1.5, Dash::Long),
    };
    Stroke { ink, width, dash }
}
