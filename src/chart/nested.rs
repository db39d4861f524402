//! Areas inside areas: squares in true proportion, one in the corner of the next.

use super::frame::{Frame, Glyph, at, texture_keys};
use super::labels::apart;
use super::marks::{differ, mark, nothing, unlike};
use crate::data::{Dataset, ObservationIx, RelationKind};
use crate::error::Result;
use crate::format::{self, Kind, Msg, Refusal, Status, message, picture_kind};
use crate::reading::{Reading, parts};
use crate::scene::{Anchor, Dash, Fill, Rect, Scene, Shape, Sheet, Stroke, Texture, Type};
use crate::sort::sort_by;
use crate::spec::Spec;
use crate::text::break_lines;
use crate::theme::Ink;

/// Lays a nested chart out.
///
/// # Errors
/// As [`super::chart`]; [`crate::error::Code::CannotCombine`] where what answers differs in unit, entity, period or
/// status, or where there is only one area.
pub(super) fn nested(ds: &Dataset, spec: &Spec, frame: &Frame<'_>) -> Result<Scene> {
    let areas = areas(ds, spec, frame)?;
    let natural = if frame.width < 480.0 {
        (frame.width * 0.52).clamp(110.0, 220.0)
    } else {
        (frame.width * 0.4).clamp(200.0, 340.0)
    };
    Ok(frame.fitted(natural, (90.0, frame.width), 1, |size| {
        let mut sheet = Sheet::new(frame.width, frame.measure);
        sheet.scene.kind = "nested";
        let names: Vec<&str> = areas.iter().map(Reading::indicator).collect();
        let first = &areas[0];
        let status = match first.observation.status {
            Status::Actual => "",
            _ => first.status(),
        };
        let when = parts(frame.lang, &[&first.period(), status]);
        let subtitle = message(
            frame.lang,
            Msg::ChartSubtitle,
            &[("entity", first.entity()), ("unit", &when)],
        );
        frame.head(&mut sheet, &format::names(frame.lang, &names), &subtitle);
        sheet.scene.words.notes = notes(ds, &areas, frame);
        sheet.space(14.0);
        Squares { frame, areas: &areas }.set(&mut sheet, size);
        sheet.space(12.0);
        frame.keys(&mut sheet, &texture_keys(frame.lang, Ink::Muted, &areas, Glyph::Bar));
        sheet.space(8.0);
        frame.foot(&mut sheet, &areas);
        let mut scene = sheet.finish(0.0);
        frame.words(&mut scene, &areas);
        scene
    }))
}

/// Whether the dataset says that one figure is a part of the other, directly or through a third.
fn is_part(ds: &Dataset, part: ObservationIx, whole: ObservationIx, depth: usize) -> bool {
    depth > 0
        && ds.relations().iter().any(|relation| {
            matches!(relation.kind, RelationKind::PartOf | RelationKind::SumsTo)
                && relation.from == part
                && (relation.to == whole || is_part(ds, relation.to, whole, depth - 1))
        })
}

/// How many steps a chain of parts may have.
const DEPTH: usize = 6;

/// The areas that answer, from the outermost to the innermost.
fn areas<'d>(ds: &'d Dataset, spec: &Spec, frame: &Frame<'_>) -> Result<Vec<Reading<'d>>> {
    let mut found: Vec<Reading<'d>> = ds
        .select(&spec.filter(ds))
        .into_iter()
        .map(|ix| Reading::new(ds, ix, frame.lang))
        .filter(|r| matches!(r.observation.kind, Kind::Level | Kind::Count) && !r.observation.value.is_negative())
        .collect();
    if spec.indicators.is_empty() {
        // Without a word about indicators: what is an area and stands in a relation with another one.
        let all: Vec<ObservationIx> = found.iter().map(|r| r.ix).collect();
        let related = |ix| {
            all.iter()
                .any(|other| is_part(ds, ix, *other, 1) || is_part(ds, *other, ix, 1))
        };
        found.retain(|r| r.observation.unit.is_area() && related(r.ix));
    } else if let [one] = found.as_slice() {
        // One area alone asks for those around it and inside it.
        let one = one.ix;
        let all = (0..ds.observations().len()).filter_map(ObservationIx::of);
        let around = all.filter(|ix| *ix != one && (is_part(ds, *ix, one, DEPTH) || is_part(ds, one, *ix, DEPTH)));
        found.extend(around.map(|ix| Reading::new(ds, ix, frame.lang)));
    }
    let Some(first) = found.first() else {
        return Err(nothing(frame.lang, Msg::ErrorNothingToDraw));
    };
    if let Some(error) = found.iter().skip(1).find_map(|r| differ(first, r)) {
        return Err(error);
    }
    let kind = picture_kind(frame.lang, "nested");
    let empty = found.iter().all(|r| r.observation.value.mantissa() == 0);
    if found.len() < 2 || empty {
        return Err(unlike(frame.lang, &Refusal::TooFew(&kind, 2, found.len())));
    }
    sort_by(&mut found, |a, b| {
        let larger = b.observation.value.compare(a.observation.value);
        // Of equal areas the whole is outside.
        larger.then_with(|| is_part(ds, a.ix, b.ix, DEPTH).cmp(&is_part(ds, b.ix, a.ix, DEPTH)))
    });
    // Parts beside each other are no areas inside each other: two of one whole that are not part of one another.
    let beside = found.windows(2).any(|pair| {
        let (outer, inner) = (pair[0].ix, pair[1].ix);
        !is_part(ds, inner, outer, DEPTH)
            && found
                .iter()
                .any(|r| is_part(ds, outer, r.ix, DEPTH) && is_part(ds, inner, r.ix, DEPTH))
    });
    if beside {
        return Err(unlike(frame.lang, &Refusal::NotParts(&kind)));
    }
    Ok(found)
}

/// What the dataset says of the relations; and where it says nothing, that.
fn notes(ds: &Dataset, areas: &[Reading<'_>], frame: &Frame<'_>) -> Vec<String> {
    let mut notes = vec![message(frame.lang, Msg::NoteNestedScale, &[])];
    for pair in areas.windows(2) {
        let (outer, inner) = (&pair[0], &pair[1]);
        let args = [("inner", inner.indicator()), ("outer", outer.indicator())];
        let relation = ds.relations().iter().find(|r| {
            r.from == inner.ix && r.to == outer.ix && matches!(r.kind, RelationKind::PartOf | RelationKind::SumsTo)
        });
        match relation.and_then(|relation| relation.note.as_ref()) {
            Some(note) => {
                let args = [args[0], args[1], ("note", note.get(frame.lang))];
                notes.push(message(frame.lang, Msg::NoteNestedPart, &args));
            }
            None if is_part(ds, inner.ix, outer.ix, DEPTH) => {}
            None => notes.push(message(frame.lang, Msg::NoteNestedUnstated, &args)),
        }
    }
    notes
}

/// The picture: squares that share their lower left corner, and words at the height of their upper edges.
struct Squares<'a, 'd> {
    frame: &'a Frame<'a>,
    areas: &'a [Reading<'d>],
}

/// The words of a square, set in lines.
type Words = Vec<(String, Type)>;

impl Squares<'_, '_> {
    /// The innermost has the colour of the first series; those around it recede.
    fn ink(&self, n: usize) -> Ink {
        match self.areas.len() - 1 - n {
            0 => Ink::Series(0),
            further => super::marks::ink(6 - further % 4),
        }
    }

    /// A square or its swatch; the outermost one, where it is plain, is the quiet ground of the others.
    fn square(&self, n: usize, rect: Rect) -> Vec<Shape> {
        let texture = self.areas[n].texture();
        if n > 0 || texture != Texture::Full {
            return texture.bar(rect, self.ink(n));
        }
        vec![Shape::Rect {
            rect,
            fill: Some(Fill::Solid(Ink::Grid)),
            stroke: Some(Stroke {
                ink: Ink::Muted,
                width: 1.0,
                dash: Dash::Solid,
            }),
        }]
    }

    fn words(&self, sheet: &Sheet<'_>, n: usize, width: f64) -> Words {
        let (value, strong) = (self.frame.value(), self.frame.strong());
        let area = &self.areas[n];
        let mut words: Words = Vec::new();
        for (text, style, most) in [(area.indicator(), strong, 3), (area.value().as_str(), value, 2)] {
            let lines = break_lines(text, style.font, width, most, sheet.measure()).lines;
            words.extend(lines.into_iter().map(|line| (line, style)));
        }
        words
    }

    fn set(&self, sheet: &mut Sheet<'_>, size: f64) {
        let top = sheet.y;
        let largest = self.areas.first().map_or(1.0, |a| a.observation.value.to_f64());
        let side = |a: &Reading<'_>| {
            let share = if largest > 0.0 {
                a.observation.value.to_f64() / largest
            } else {
                0.0
            };
            size * share.max(0.0).sqrt()
        };
        let squares: Vec<Rect> = self
            .areas
            .iter()
            .map(|area| {
                let side = side(area);
                Rect {
                    x: 0.0,
                    y: top + size - side,
                    width: side,
                    height: side,
                }
            })
            .collect();
        for (n, square) in squares.iter().enumerate() {
            // A rim of ground keeps neighbours apart without colour.
            let rim = if n > 0 && square.width > 8.0 { 1.5 } else { 0.0 };
            sheet.push(Shape::Rect {
                rect: Rect {
                    width: square.width + rim,
                    height: square.height + rim,
                    y: square.y - rim,
                    ..*square
                },
                fill: Some(Fill::Solid(Ink::Ground)),
                stroke: None,
            });
            self.square(n, *square).into_iter().for_each(|shape| sheet.push(shape));
        }
        let left = size + 34.0;
        let width = sheet.width - left;
        let words: Vec<Words> = (0..self.areas.len()).map(|n| self.words(sheet, n, width)).collect();
        let height = |words: &Words| words.iter().map(|(_, style)| style.leading).sum::<f64>() + 6.0;
        let spans: Vec<(f64, f64)> = squares
            .iter()
            .zip(&words)
            .map(|(s, w)| (s.y + height(w) / 2.0 - 9.0, height(w)))
            .collect();
        let total: f64 = spans.iter().map(|(_, height)| height).sum();
        // With more words than the squares are tall, the words go on below them.
        let tops = (width >= 96.0)
            .then(|| apart(&spans, top - 4.0, (top + size).max(top - 4.0 + total)))
            .flatten();
        let rows = match tops {
            Some(tops) => self.beside(sheet, &squares, &words, &tops, left),
            None => {
                sheet.y = top + size + 12.0;
                self.below(sheet)
            }
        };
        sheet.y = rows.iter().map(Rect::bottom).fold(top + size, f64::max);
        for (n, area) in self.areas.iter().enumerate() {
            let mut made = mark(self.frame, area, area.indicator().to_owned(), squares[n], squares[n]);
            made.label = area.indicator().to_owned();
            sheet.scene.marks.push(made);
        }
    }

    /// Words beside the squares, each led from its square's upper edge.
    fn beside(&self, sheet: &mut Sheet<'_>, squares: &[Rect], words: &[Words], tops: &[f64], left: f64) -> Vec<Rect> {
        let mut rows = Vec::new();
        for ((square, words), top) in squares.iter().zip(words).zip(tops) {
            let mut y = *top;
            let first = words.first().map_or(18.0, |(_, style)| style.leading);
            let knee = left - 12.0;
            let from = at(square.right(), square.y + 0.5);
            let to = at(left - 5.0, y + first * 0.5);
            sheet.push(Shape::Line {
                points: vec![from, at(knee - 10.0, from.y), at(knee, to.y), to],
                stroke: Stroke {
                    ink: Ink::Text,
                    width: 1.0,
                    dash: Dash::Solid,
                },
            });
            for (text, style) in words {
                sheet.text(
                    left,
                    y + style.leading * 0.74,
                    text,
                    style.font,
                    style.ink,
                    Anchor::Start,
                );
                y += style.leading;
            }
            rows.push(Rect {
                x: left,
                y: *top,
                width: sheet.width - left,
                height: y - top,
            });
        }
        rows
    }

    /// Words below the squares, each behind a swatch.
    fn below(&self, sheet: &mut Sheet<'_>) -> Vec<Rect> {
        let mut rows = Vec::new();
        for n in 0..self.areas.len() {
            let top = sheet.y;
            let swatch = Rect {
                x: 0.0,
                y: top + 3.0,
                width: 16.0,
                height: 12.0,
            };
            self.square(n, swatch).into_iter().for_each(|shape| sheet.push(shape));
            for (text, style) in self.words(sheet, n, sheet.width - 24.0) {
                sheet.text(
                    24.0,
                    sheet.y + style.leading * 0.74,
                    &text,
                    style.font,
                    style.ink,
                    Anchor::Start,
                );
                sheet.space(style.leading);
            }
            sheet.space(6.0);
            rows.push(Rect {
                x: 0.0,
                y: top,
                width: sheet.width,
                height: sheet.y - top,
            });
        }
        rows
    }
}
