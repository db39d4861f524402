//! Parts of a printed whole, as a ring with a direct list; what the parts leave unexplained is drawn as just that.

mod whole;

use super::frame::{Frame, Glyph, at, texture_keys};
use super::marks::{ink, mark};
use crate::data::Dataset;
use crate::error::Result;
use crate::format::{self, Decimal, FigureParts, Msg, Unit, figure_parts, list, message};
use crate::reading::{Reading, parts};
use crate::scene::{Anchor, Fill, Mark, Point, Rect, Scene, Shape, Sheet, TableRow, Texture, Tip, Type, direction};
use crate::spec::Spec;
use crate::text::break_lines;
use crate::theme::Ink;
use whole::{Whole, wholes};

/// The hole's radius against the ring's.
const HOLE: f64 = 0.64;
/// The gap between two slices, in CSS pixels.
const GAP: f64 = 2.0;
/// The room for a swatch before the words of the list.
const INDENT: f64 = 24.0;
/// The room between the names and the values.
const COLUMN: f64 = 24.0;
/// The room between a value and what is said beside it.
const ASIDE: f64 = 10.0;

/// Lays a donut chart out: one ring a whole.
///
/// # Errors
/// As [`super::chart`]; [`crate::error::Code::CannotCombine`] where parts are unlike their whole or exceed it.
pub(super) fn donut(ds: &Dataset, spec: &Spec, frame: &Frame<'_>) -> Result<Scene> {
    let wholes = wholes(ds, spec, frame.lang)?;
    let readings: Vec<Reading<'_>> = wholes.iter().flat_map(Whole::readings).collect();
    let natural = if frame.width < 480.0 {
        (frame.width * 0.62).clamp(120.0, 240.0)
    } else {
        (frame.width * 0.34).clamp(180.0, 280.0)
    };
    Ok(frame.fitted(natural, (110.0, frame.width), wholes.len(), |size| {
        let mut sheet = Sheet::new(frame.width, frame.measure);
        sheet.scene.kind = "donut";
        head(&mut sheet, &wholes, frame);
        for whole in &wholes {
            notes(&mut sheet, whole, frame);
        }
        for whole in &wholes {
            sheet.space(14.0);
            let ring = Ring { frame, whole };
            if wholes.len() > 1 {
                let words = [whole.name.as_str(), &whole.when()];
                sheet.paragraph(&parts(frame.lang, &words), frame.strong(), 2);
                sheet.space(6.0);
            }
            ring.set(&mut sheet, size);
        }
        sheet.space(12.0);
        let mut keys = texture_keys(frame.lang, Ink::Muted, &readings, Glyph::Bar);
        if wholes.iter().any(|whole| whole.rest.is_some()) {
            if keys.is_empty() {
                keys.push(super::frame::texture_key(
                    frame.lang,
                    Ink::Muted,
                    Texture::Full,
                    Glyph::Bar,
                ));
            }
            keys.push(super::frame::texture_key(
                frame.lang,
                Ink::Muted,
                Texture::Derived,
                Glyph::Bar,
            ));
        }
        frame.keys(&mut sheet, &keys);
        sheet.space(8.0);
        frame.foot(&mut sheet, &readings);
        let mut scene = sheet.finish(0.0);
        frame.words(&mut scene, &readings);
        for whole in &wholes {
            if let Some(rest) = &whole.rest {
                let mut cells = vec![rest.name.clone(), whole.entity.clone(), whole.when(), rest.text.clone()];
                cells.push(message(frame.lang, Msg::TextureDerived, &[]));
                cells.resize(scene.table.columns.len(), String::new());
                let observations = whole.ids();
                scene.table.rows.push(TableRow { observations, cells });
            }
        }
        scene
    }))
}

/// The title names the wholes, the line under it of what and when.
fn head(sheet: &mut Sheet<'_>, wholes: &[Whole<'_>], frame: &Frame<'_>) {
    let mut names: Vec<&str> = Vec::new();
    let mut entities: Vec<&str> = Vec::new();
    for whole in wholes {
        if !names.contains(&whole.name.as_str()) {
            names.push(&whole.name);
        }
        if !entities.contains(&whole.entity.as_str()) {
            entities.push(&whole.entity);
        }
    }
    let title = message(frame.lang, Msg::DonutTitle, &[("whole", &list(frame.lang, &names))]);
    let entities = list(frame.lang, &entities);
    let subtitle = match wholes {
        [whole] => message(
            frame.lang,
            Msg::ChartSubtitle,
            &[("entity", &entities), ("unit", &whole.when())],
        ),
        _ => entities,
    };
    frame.head(sheet, &title, &subtitle);
}

fn notes(sheet: &mut Sheet<'_>, whole: &Whole<'_>, frame: &Frame<'_>) {
    let notes = &mut sheet.scene.words.notes;
    if let Some(rest) = &whole.rest {
        let args = [("rest", rest.text.as_str()), ("whole", whole.name.as_str())];
        notes.push(message(frame.lang, Msg::NoteDonutRest, &args));
    }
    notes.extend(whole.notes.iter().cloned());
    notes.dedup();
}

/// One ring with its list.
struct Ring<'a, 'd> {
    frame: &'a Frame<'a>,
    whole: &'a Whole<'d>,
}

/// A slice in words: name, value and look.
struct Slice {
    name: String,
    value: String,
    aside: String,
    amount: f64,
    texture: Option<Texture>,
    ink: Ink,
}

impl Slice {
    /// The whole itself, for the list, where the hole has no room for it.
    const fn whole(value: String, name: String) -> Self {
        Self {
            name,
            value,
            aside: String::new(),
            amount: 0.0,
            texture: None,
            ink: Ink::Text,
        }
    }
}

impl Ring<'_, '_> {
    fn slices(&self) -> Vec<Slice> {
        let mut slices: Vec<Slice> = self
            .whole
            .parts
            .iter()
            .enumerate()
            .map(|(n, part)| Slice {
                name: self.whole.part_name(n),
                value: part.value(),
                aside: part
                    .modifiers()
                    .iter()
                    .filter(|m| m.kind() == crate::format::Kind::YoyGrowth)
                    .map(|m| message(self.frame.lang, Msg::GrowthShort, &[("value", &m.text())]))
                    .next()
                    .unwrap_or_default(),
                amount: part.observation.value.to_f64().max(0.0),
                texture: Some(part.texture()),
                ink: ink(n),
            })
            .collect();
        if let Some(rest) = &self.whole.rest {
            slices.push(Slice {
                name: rest.name.clone(),
                value: rest.text.clone(),
                aside: message(self.frame.lang, Msg::TextureDerived, &[]),
                amount: rest.amount.to_f64().max(0.0),
                texture: Some(Texture::Derived),
                ink: Ink::Muted,
            });
        }
        slices
    }

    fn set(&self, sheet: &mut Sheet<'_>, size: f64) {
        let slices = self.slices();
        let beside = sheet.width - size - 28.0 >= 170.0;
        let top = sheet.y;
        let centre = at(
            size / 2.0 + if beside { 2.0 } else { (sheet.width - size) / 2.0 },
            top + size / 2.0,
        );
        let areas = self.ring(sheet, &slices, centre, size / 2.0);
        let mut slices = slices;
        if let (false, Some(whole)) = (self.hole(sheet, centre, size / 2.0 * HOLE), &self.whole.whole) {
            slices.insert(0, Slice::whole(whole.value(), self.whole.name.clone()));
        }
        let (left, width) = if beside {
            (size + 28.0, sheet.width - size - 28.0)
        } else {
            (0.0, sheet.width)
        };
        // Set once off the sheet to learn how tall the list is, then in the middle of the ring's height.
        let start = if beside {
            let mut trial = Sheet::new(sheet.width, sheet.measure());
            self.list(&mut trial, &slices, left, width.min(420.0));
            top + ((size - trial.y) / 2.0).max(0.0)
        } else {
            top + size + 14.0
        };
        sheet.y = start;
        self.list(sheet, &slices, left, width.min(420.0));
        sheet.y = sheet.y.max(top + size);
        // What stands in the middle comes first, as in the table and in speech: the parts are parts of it.
        if let Some(whole) = &self.whole.whole {
            let reach = size / 2.0 * HOLE * std::f64::consts::FRAC_1_SQRT_2;
            let area = Rect::between(
                at(centre.x - reach, centre.y - reach),
                at(centre.x + reach, centre.y + reach),
            );
            let mut made = mark(self.frame, whole, self.whole.name.clone(), area, area);
            made.label.clone_from(&self.whole.name);
            sheet.scene.marks.push(made);
        }
        for (n, (area, slice)) in areas.into_iter().enumerate() {
            let made = sheet.scene.marks.len();
            self.mark(sheet, n, area);
            sheet.scene.marks[made..]
                .iter_mut()
                .for_each(|mark| mark.slice = Some(slice));
        }
    }

    /// Draws the ring, clockwise from the top; gives a box in the middle of each slice, and where all of it lies.
    fn ring(&self, sheet: &mut Sheet<'_>, slices: &[Slice], centre: Point, radius: f64) -> Vec<(Rect, [f64; 6])> {
        let total: f64 = slices.iter().map(|slice| slice.amount).sum();
        let total = if total > 0.0 { total } else { 1.0 };
        let mut from = 0.0;
        let mut areas = Vec::new();
        for slice in slices {
            let to = from + slice.amount / total;
            let Some(texture) = slice.texture else { continue };
            let stroke = texture.stroke(slice.ink);
            // Outlines reach over the edge: their gap is as wide as that of plain slices.
            let gap = match slices.len() {
                1 => 0.0,
                _ => GAP + stroke.map_or(0.0, |stroke| stroke.width),
            };
            let points = sector(centre, radius, from, to, gap);
            let hole = radius * HOLE;
            let (sin, cos) = direction(f64::midpoint(from, to));
            let (middle, half) = (f64::midpoint(radius, hole), (radius - hole) * 0.4);
            let (x, y) = (centre.x + middle * sin, centre.y - middle * cos);
            let area = Rect::between(at(x - half, y - half), at(x + half, y + half));
            areas.push((area, [centre.x, centre.y, radius, hole, from * 360.0, to * 360.0]));
            from = to;
            if points.len() > 2 {
                sheet.push(Shape::Polygon {
                    points,
                    fill: Some(match texture.fill(slice.ink) {
                        Fill::Hollow => Fill::Solid(Ink::Ground),
                        fill => fill,
                    }),
                    stroke,
                });
            }
        }
        areas
    }

    /// Writes the printed whole into the hole, as large as fits; says whether it fits.
    fn hole(&self, sheet: &mut Sheet<'_>, centre: Point, radius: f64) -> bool {
        let FigureParts {
            before,
            number,
            unit,
            after,
        } = match &self.whole.whole {
            Some(whole) => figure_parts(self.frame.lang, &whole.figure()),
            None => figure_parts(
                self.frame.lang,
                &crate::format::Figure::new(Decimal::whole(100), Unit::Percent),
            ),
        };
        let small = self.frame.label();
        let name = &self.whole.short;
        let unit = [unit.trim(), after.as_str()].concat();
        let head = [before, number].concat();
        for size in [34.0, 28.0, 24.0, 20.0, 17.0, 15.0, 13.0, 12.0] {
            let large = Type::new(size, 600, Ink::Text);
            let lines = break_lines(name, small.font, radius * 1.5, 2, sheet.measure());
            let inline = unit == "%";
            let first = if inline {
                [head.as_str(), &unit].concat()
            } else {
                head.clone()
            };
            let mut rows = vec![(first, large)];
            if !inline && !unit.is_empty() {
                rows.push((unit.clone(), self.frame.strong()));
            }
            if !lines.elided {
                rows.extend(lines.lines.into_iter().map(|line| (line, small)));
            }
            let fits = |rows: &[(String, Type)]| {
                let height: f64 = rows.iter().map(|(_, style)| style.leading).sum();
                let mut y = -height / 2.0;
                rows.iter().all(|(text, style)| {
                    let edge = y.abs().max((y + style.leading).abs());
                    y += style.leading;
                    let half = sheet.text_width(text, style.font) / 2.0 + 4.0;
                    edge.hypot(half) <= radius
                })
            };
            // Without room for its name the number stands alone: the title has the name.
            let bare = if inline { 1 } else { 2 };
            let rows = if fits(&rows) {
                rows
            } else if size <= 20.0 && fits(&rows[..bare.min(rows.len())]) {
                rows.truncate(bare);
                rows
            } else {
                continue;
            };
            let height: f64 = rows.iter().map(|(_, style)| style.leading).sum();
            let mut y = centre.y - height / 2.0;
            for (text, style) in rows {
                let baseline = y + style.leading * 0.5 + style.font.size * 0.34;
                sheet.text(centre.x, baseline, &text, style.font, style.ink, Anchor::Middle);
                y += style.leading;
            }
            return true;
        }
        false
    }

    /// Sets the list: a swatch, the name, the value. In columns where every name has room beside its value, else with the
    /// value below the name; the rules between are as wide as the words.
    fn list(&self, sheet: &mut Sheet<'_>, slices: &[Slice], left: f64, width: f64) {
        let (strong, value, small) = (self.frame.strong(), self.frame.value(), self.frame.label());
        let (text, room) = (left + INDENT, width - INDENT);
        let widest = |words: fn(&Slice) -> &str, style: Type| {
            let widths = slices.iter().map(|slice| sheet.text_width(words(slice), style.font));
            widths.fold(0.0, f64::max)
        };
        let names = widest(|slice| &slice.name, strong);
        let values = widest(|slice| &slice.value, value);
        let asides = widest(|slice| &slice.aside, small);
        let beside = values + if asides > 0.0 { ASIDE + asides } else { 0.0 };
        let columns = names + COLUMN + beside <= room;
        let end = text
            + if columns {
                names + COLUMN + beside
            } else {
                names.max(beside).min(room)
            };
        for (n, slice) in slices.iter().enumerate() {
            if n > 0 {
                sheet.space(5.0);
                sheet.rule(sheet.y, left, end, Ink::Grid, 1.0);
                sheet.space(5.0);
            }
            let first = if columns { value } else { strong };
            let swatch = Rect {
                x: left,
                y: sheet.y + (first.leading - 12.0) / 2.0,
                width: 16.0,
                height: 12.0,
            };
            let swatches = slice.texture.map(|texture| texture.bar(swatch, slice.ink));
            swatches.into_iter().flatten().for_each(|shape| sheet.push(shape));
            let number = if columns {
                text + names + COLUMN + values
            } else {
                lines(sheet, &slice.name, strong, text, room, 3);
                text + sheet.text_width(&slice.value, value.font)
            };
            let baseline = sheet.y + value.leading * 0.76;
            let aside = number + ASIDE;
            let fits = aside + sheet.text_width(&slice.aside, small.font) <= text + room;
            if columns {
                sheet.text(text, baseline, &slice.name, strong.font, strong.ink, Anchor::Start);
                sheet.text(number, baseline, &slice.value, value.font, value.ink, Anchor::End);
                sheet.space(value.leading);
            } else {
                lines(sheet, &slice.value, value, text, room, 2);
            }
            if fits {
                sheet.text(aside, baseline, &slice.aside, small.font, small.ink, Anchor::Start);
            } else {
                lines(sheet, &slice.aside, small, text, room, 2);
            }
        }
    }

    /// Adds the mark of a slice.
    fn mark(&self, sheet: &mut Sheet<'_>, n: usize, area: Rect) {
        let Some(part) = self.whole.parts.get(n) else {
            if let Some(rest) = &self.whole.rest {
                let lang = self.frame.lang;
                let derived = message(lang, Msg::TextureDerived, &[]);
                let args = [
                    ("indicator", rest.name.as_str()),
                    ("period", &self.whole.when()),
                    ("value", &rest.text),
                    ("status", &derived),
                ];
                // Of a derived figure is heard what it was derived from.
                let said = message(lang, Msg::SpeechObservation, &args);
                let how = format::sentence(lang, &rest.how);
                sheet.scene.marks.push(Mark {
                    area,
                    hit: area,
                    observations: self.whole.ids(),
                    label: rest.name.clone(),
                    speech: format::paragraph(lang, &[&said, &how]),
                    tip: Tip {
                        title: rest.name.clone(),
                        rows: vec![
                            (message(lang, Msg::LabelValue, &[]), rest.text.clone()),
                            (message(lang, Msg::LabelStatus, &[]), derived),
                            (message(lang, Msg::UiDerivation, &[]), rest.how.clone()),
                        ],
                        note: String::new(),
                    },
                    ..Mark::default()
                });
            }
            return;
        };
        let mut made = mark(self.frame, part, self.whole.part_name(n), area, area);
        made.label = self.whole.part_name(n);
        sheet.scene.marks.push(made);
    }
}

/// Sets a text in lines at a place, one below the other.
fn lines(sheet: &mut Sheet<'_>, text: &str, style: Type, left: f64, width: f64, most: usize) {
    for line in break_lines(text, style.font, width, most, sheet.measure()).lines {
        let baseline = sheet.y + style.leading * 0.76;
        sheet.text(left, baseline, &line, style.font, style.ink, Anchor::Start);
        sheet.space(style.leading);
    }
}

/// A slice of a ring between two fractions of a turn, clockwise from the top.
fn sector(centre: Point, radius: f64, from: f64, to: f64, gap: f64) -> Vec<Point> {
    let turn = std::f64::consts::TAU;
    let hole = radius * HOLE;
    let arc = |radius: f64, steps: u16| -> Vec<Point> {
        // The gap is as wide inside as outside, so its angle is not the same.
        let inset = (gap / 2.0 / radius / turn).min((to - from) / 3.0);
        (0..=steps)
            .map(|i| {
                let t = from + inset + (to - from - 2.0 * inset) * f64::from(i) / f64::from(steps);
                let (sin, cos) = direction(t);
                at(centre.x + radius * sin, centre.y - radius * cos)
            })
            .collect()
    };
    if to - from <= 1e-6 {
        return vec![at(centre.x, centre.y - radius)];
    }
    let steps = [12, 24, 48, 96]
        .into_iter()
        .find(|n| f64::from(*n) >= (to - from) * 96.0)
        .unwrap_or(96);
    let mut points = arc(radius, steps);
    let mut inner = arc(hole, steps);
    inner.reverse();
    points.append(&mut inner);
    points
}
