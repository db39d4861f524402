//! What was reached against what was aimed at: a bar on a track, hollow markers for the aims.

mod track;

use super::frame::{Frame, Glyph, at, texture_key, texture_keys};
use super::labels::apart;
use super::marks::mark;
use crate::data::{Dataset, ObservationIx};
use crate::error::Result;
use crate::format::{self, Absence, Decimal, Figure, Msg, Nature, PeriodForm, Unit, absence_short, list, message};
use crate::reading::{Reading, parts};
use crate::scene::{Anchor, Dash, Fill, Rect, Scene, Shape, Sheet, Stroke, Texture, Type};
use crate::spec::Spec;
use crate::text::break_lines;
use crate::theme::Ink;
use track::{Track, range, tracks, unique};

/// The height of a track.
const TRACK: f64 = 28.0;
/// The height of the bar on it.
const BAR: f64 = 16.0;
/// The width of a marker.
const MARKER: f64 = 8.0;

/// Lays a bullet chart out: one track for each thing that has an aim.
///
/// # Errors
/// As [`super::chart`]; [`crate::error::Code::CannotCombine`] where nothing that answers has an aim.
pub(super) fn bullet(ds: &Dataset, spec: &Spec, frame: &Frame<'_>) -> Result<Scene> {
    let (tracks, bare) = tracks(ds, spec, frame)?;
    let readings: Vec<Reading<'_>> = tracks.iter().flat_map(Track::readings).collect();
    let mut sheet = Sheet::new(frame.width, frame.measure);
    sheet.scene.kind = "bullet";
    let indicators: Vec<&str> = tracks
        .iter()
        .map(|t| ds.indicator(t.indicator).name.get(frame.lang))
        .collect();
    let entities: Vec<&str> = tracks
        .iter()
        .map(|t| ds.entity(t.entity).name.get(frame.lang))
        .collect();
    let (indicators, entities) = (unique(indicators), unique(entities));
    frame.head(
        &mut sheet,
        &format::names(frame.lang, &indicators),
        &list(frame.lang, &entities),
    );
    if tracks.iter().any(Track::falls_short) {
        sheet
            .scene
            .words
            .notes
            .push(message(frame.lang, Msg::NoteBulletPartial, &[]));
    }
    if !bare.is_empty() {
        let note = message(frame.lang, Msg::NoteBulletNoAim, &[("names", &bare)]);
        sheet.scene.words.notes.push(note);
    }
    for track in &tracks {
        sheet.space(16.0);
        let many = [indicators.len() > 1, entities.len() > 1];
        Bullet {
            frame,
            track,
            range: range(&tracks, track),
        }
        .set(&mut sheet, many);
    }
    sheet.space(12.0);
    let mut keys = texture_keys(frame.lang, Ink::Muted, &readings, Glyph::Bar);
    if tracks.iter().any(|track| track.plan.is_some()) {
        if keys.is_empty() {
            keys.push(texture_key(frame.lang, Ink::Muted, Texture::Full, Glyph::Bar));
        }
        if keys.iter().all(|key| key.texture != Texture::Target) {
            keys.push(texture_key(frame.lang, Ink::Muted, Texture::Target, Glyph::Bar));
        }
    }
    frame.keys(&mut sheet, &keys);
    sheet.space(8.0);
    frame.foot(&mut sheet, &readings);
    let mut scene = sheet.finish(frame.height);
    frame.words(&mut scene, &readings);
    Ok(scene)
}

/// A hairline.
const HAIR: Stroke = Stroke {
    ink: Ink::Muted,
    width: 1.0,
    dash: Dash::Solid,
};

/// An upright hairline.
fn line(x: f64, top: f64, bottom: f64, ink: Ink) -> Shape {
    Shape::Line {
        points: vec![at(x, top), at(x, bottom)],
        stroke: Stroke { ink, ..HAIR },
    }
}

/// One track, laid out.
struct Bullet<'a, 'd> {
    frame: &'a Frame<'a>,
    track: &'a Track<'d>,
    range: (f64, f64),
}

/// A marker with its words; the observation is none for the hundred percent of a plan.
struct Aim<'a, 'd> {
    reading: Option<&'a Reading<'d>>,
    value: String,
    aside: String,
    texture: Texture,
    x: f64,
}

impl<'d> Bullet<'_, 'd> {
    fn x(&self, value: Decimal, width: f64) -> f64 {
        let span = self.range.1 - self.range.0;
        // The track goes on beyond the outermost marker.
        let room = (width * 0.94 - MARKER).max(1.0);
        let share = if span > 0.0 {
            (value.to_f64() - self.range.0) / span
        } else {
            0.0
        };
        MARKER / 2.0 + share * room
    }

    fn set(&self, sheet: &mut Sheet<'_>, many: [bool; 2]) {
        let (strong, small) = (self.frame.strong(), self.frame.label());
        let lang = self.frame.lang;
        let any = self.track.actual.as_ref().or(self.track.aims.first());
        if let (Some(reading), true) = (any, many[0] || many[1]) {
            let entity = if many[1] { reading.entity() } else { "" };
            let indicator = if many[0] { reading.indicator() } else { "" };
            sheet.paragraph(&parts(lang, &[entity, indicator]), strong, 3);
            sheet.space(2.0);
        }
        let top = sheet.y;
        match &self.track.actual {
            Some(actual) => self.headline(sheet, actual),
            None => {
                let why = absence_short(lang, Absence::NotFound);
                sheet.paragraph(&message(lang, Msg::BulletNoResult, &[("why", why)]), small, 2);
            }
        }
        sheet.space(5.0);
        let width = sheet.width;
        let bed = Rect {
            x: 0.0,
            y: sheet.y,
            width,
            height: TRACK,
        };
        sheet.push(Shape::Rect {
            rect: Rect {
                y: bed.y + (TRACK - BAR) / 2.0 - 2.0,
                height: BAR + 4.0,
                ..bed
            },
            fill: Some(Fill::Solid(Ink::Grid)),
            stroke: None,
        });
        let zero = self.x(Decimal::ZERO, width);
        let zero = if self.range.0 < 0.0 { zero } else { 0.0 };
        sheet.push(line(zero, bed.y + 2.0, bed.bottom() - 2.0, Ink::Text));
        if let Some(actual) = &self.track.actual {
            let y = bed.y + (TRACK - BAR) / 2.0;
            let end = self.x(actual.observation.value, width);
            let rect = Rect::between(at(zero, y), at(end, y + BAR));
            // A texture shows on the ground, not on the track.
            let ground = Fill::Solid(Ink::Ground);
            sheet.push(Shape::Rect {
                rect,
                fill: Some(ground),
                stroke: None,
            });
            actual
                .texture()
                .bar(rect, Ink::Series(0))
                .into_iter()
                .for_each(|shape| sheet.push(shape));
            let hit = Rect {
                x: 0.0,
                y: top,
                width,
                height: bed.bottom() - top,
            };
            let mut made = mark(
                self.frame,
                actual,
                parts(lang, &[actual.indicator(), &actual.period()]),
                rect,
                hit,
            );
            if let Some(level) = self.level(actual) {
                Reading::new(actual.ds, level, actual.lang).join(&mut made);
            }
            sheet.scene.marks.push(made);
        }
        sheet.y = bed.bottom();
        self.aims(sheet, &bed);
    }

    /// The level that a rate of completion is about.
    fn level(&self, actual: &Reading<'d>) -> Option<ObservationIx> {
        actual.observation.of.filter(|_| self.track.plan.is_some())
    }

    /// Value, period and status of the result, above the track.
    fn headline(&self, sheet: &mut Sheet<'_>, actual: &Reading<'d>) {
        let (value, small) = (self.frame.value(), self.frame.label());
        let lang = self.frame.lang;
        let figure = actual.value();
        let level = self
            .level(actual)
            .map(|ix| Reading::new(actual.ds, ix, lang))
            .filter(|level| level.observation.unit != Unit::Percent)
            .map_or_else(String::new, |level| level.value());
        let o = actual.observation;
        let period = format::period_of(lang, o.period, PeriodForm::Long, actual.nature(), o.status);
        let aside = parts(lang, &[&level, &period, &actual.status_text()]);
        let width = sheet.text_width(&figure, value.font);
        let beside = width + 10.0 + sheet.text_width(&aside, small.font) <= sheet.width;
        let baseline = sheet.y + value.leading * 0.76;
        sheet.paragraph(&figure, value, 2);
        if beside {
            sheet.text(width + 10.0, baseline, &aside, small.font, small.ink, Anchor::Start);
        } else {
            sheet.paragraph(&aside, small, 3);
        }
    }

    /// Markers on the track and their words below it: under their markers where they have room, else one a line.
    fn aims(&self, sheet: &mut Sheet<'_>, bed: &Rect) {
        let (value, small) = (self.frame.value(), self.frame.label());
        let lang = self.frame.lang;
        let mut aims: Vec<Aim<'_, 'd>> = self
            .track
            .aims
            .iter()
            .map(|aim| Aim {
                reading: Some(aim),
                value: aim.value(),
                aside: parts(
                    lang,
                    &[
                        &format::period(lang, aim.observation.period, PeriodForm::Short, Nature::Flow),
                        format::status_short(lang, aim.observation.status),
                    ],
                ),
                texture: aim.texture(),
                x: self.x(aim.observation.value, bed.width),
            })
            .collect();
        if let Some(plan) = &self.track.plan {
            aims.push(Aim {
                reading: None,
                value: format::figure(lang, &Figure::new(Decimal::whole(100), Unit::Percent)),
                aside: plan.clone(),
                texture: Texture::Target,
                x: self.x(Decimal::whole(100), bed.width),
            });
        }
        let widths: Vec<f64> = aims
            .iter()
            .map(|aim| {
                sheet
                    .text_width(&aim.value, value.font)
                    .max(sheet.text_width(&aim.aside, small.font))
            })
            .collect();
        let spans: Vec<(f64, f64)> = aims
            .iter()
            .zip(&widths)
            .map(|(aim, width)| (aim.x, width + 16.0))
            .collect();
        let lefts = apart(&spans, -8.0, bed.width + 8.0);
        let top = bed.bottom() + if lefts.is_some() { 10.0 } else { 6.0 };
        sheet.y = top;
        let mut boxes = Vec::new();
        for (n, aim) in aims.iter().enumerate() {
            let words = if let Some(lefts) = &lefts {
                let (left, right) = (lefts[n] + 8.0, lefts[n] + 8.0 + widths[n]);
                self.leader(
                    sheet,
                    aim.x,
                    bed.bottom(),
                    aim.x.clamp(left + 2.0, (right - 2.0).max(left + 2.0)),
                    top,
                );
                // Words that had to give way keep to the side of their marker.
                let (x, anchor) = match aim.x - f64::midpoint(left, right) {
                    gap if gap > 1.0 => (right, Anchor::End),
                    gap if gap < -1.0 => (left, Anchor::Start),
                    _ => (aim.x, Anchor::Middle),
                };
                let lines = [(&aim.value, value, 0.76), (&aim.aside, small, 0.74)];
                let mut y = top;
                for (text, style, rise) in lines {
                    sheet.text(x, y + style.leading * rise, text, style.font, style.ink, anchor);
                    y += style.leading;
                }
                Rect {
                    x: lefts[n] + 8.0,
                    y: top,
                    width: widths[n],
                    height: y - top,
                }
            } else {
                self.row(sheet, aim, value, small)
            };
            boxes.push(words);
        }
        sheet.y = boxes.iter().map(Rect::bottom).fold(sheet.y, f64::max);
        for (aim, words) in aims.iter().zip(&boxes) {
            let marker = Rect {
                x: aim.x - MARKER / 2.0,
                y: bed.y,
                width: MARKER,
                height: TRACK,
            };
            sheet.push(Shape::Rect {
                rect: marker,
                fill: Some(Fill::Solid(Ink::Ground)),
                stroke: None,
            });
            aim.texture
                .bar(marker, Ink::Series(0))
                .into_iter()
                .for_each(|shape| sheet.push(shape));
            if let Some(reading) = aim.reading {
                let low = at(marker.x.min(words.x), marker.y);
                let high = at(marker.right().max(words.right()), words.bottom());
                let title = parts(lang, &[reading.indicator(), &reading.period()]);
                sheet
                    .scene
                    .marks
                    .push(mark(self.frame, reading, title, marker, Rect::between(low, high)));
            }
        }
    }

    /// A line from a marker to its words.
    fn leader(&self, sheet: &mut Sheet<'_>, from: f64, top: f64, to: f64, bottom: f64) {
        if (from - to).abs() < 0.5 {
            sheet.push(line(from, top + 1.0, bottom - 1.0, Ink::Muted));
            return;
        }
        sheet.push(Shape::Line {
            points: vec![at(from, top + 1.0), at(from, top + 4.0), at(to, bottom)],
            stroke: HAIR,
        });
    }

    /// The words of an aim on a line of their own, behind a swatch.
    fn row(&self, sheet: &mut Sheet<'_>, aim: &Aim<'_, '_>, value: Type, small: Type) -> Rect {
        let top = sheet.y;
        let swatch = Rect {
            x: 0.0,
            y: top + (value.leading - 14.0) / 2.0,
            width: MARKER,
            height: 14.0,
        };
        aim.texture
            .bar(swatch, Ink::Series(0))
            .into_iter()
            .for_each(|shape| sheet.push(shape));
        let left = MARKER + 8.0;
        for (text, style) in [(&aim.value, value), (&aim.aside, small)] {
            for line in break_lines(text, style.font, sheet.width - left, 2, sheet.measure()).lines {
                let baseline = sheet.y + style.leading * 0.76;
                sheet.text(left, baseline, &line, style.font, style.ink, Anchor::Start);
                sheet.space(style.leading);
            }
        }
        sheet.space(4.0);
        Rect {
            x: 0.0,
            y: top,
            width: sheet.width,
            height: sheet.y - top,
        }
    }
}
