//! What stands around the marks of every chart: titles, legend, sources, words.

use crate::format::{Lang, Msg, Nature, Status, message, paragraph, sentence, source_line, status};
use crate::reading::{MOST_SPOKEN, Reading, are_of_one, more, name_once, texture_words};
pub(super) use crate::reading::{sources, table};
use crate::scene::{Anchor, Fill, LegendEntry, Mark, Point, Rect, Scene, Shape, Sheet, Texture, Type};
use crate::sort::sort_by;
use crate::sort::sort_by_key;
use crate::text::TextMeasure;
use crate::theme::Ink;

/// What a chart is drawn for.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// The width in CSS pixels.
    pub width: f64,
    /// The height in CSS pixels; 0 for what the content likes best.
    pub height: f64,
    /// The language.
    pub lang: Lang,
    /// How wide texts are.
    pub measure: &'a dyn TextMeasure,
    /// The ids of the legend entries that are switched off.
    pub hidden: &'a [&'a str],
    /// Whether only the picture is wanted: marks and table without their words.
    pub quiet: bool,
}

impl Frame<'_> {
    /// Lays a picture out; where a height is given, again with plots that fill what the rest of it
    /// leaves, down to their least.
    pub(super) fn fitted(
        &self,
        natural: f64,
        (least, most): (f64, f64),
        plots: usize,
        lay: impl Fn(f64) -> Scene,
    ) -> Scene {
        let (mut scene, mut size) = (lay(natural), natural);
        // A layout may change its form as it grows: what has become too tall gives way again.
        for n in 0..4 {
            let spare = (self.height - scene.height) / super::marks::to_f64(plots.max(1));
            if self.height > 0.0 && (spare < 0.0 || n == 0) {
                size = (size + spare.floor()).min(most).max(least);
                scene = lay(size);
            }
        }
        scene.height = scene.height.max(self.height);
        scene
    }

    /// Below this width decoration goes before data does.
    const NARROW: f64 = 320.0;

    /// Whether only what is needed fits.
    pub(super) fn is_narrow(&self) -> bool {
        self.width < Self::NARROW
    }

    /// The type of labels under marks.
    pub(super) fn label(&self) -> Type {
        Type::new(if self.is_narrow() { 12.0 } else { 13.0 }, 400, Ink::Muted)
    }

    /// The type of a mark's name.
    pub(super) fn strong(&self) -> Type {
        Type::new(if self.is_narrow() { 12.0 } else { 13.0 }, 600, Ink::Text)
    }

    /// The type of a mark's value.
    pub(super) fn value(&self) -> Type {
        Type::new(if self.width < 480.0 { 13.0 } else { 15.0 }, 600, Ink::Text)
    }

    /// Sets title and subtitle.
    pub(super) fn head(&self, sheet: &mut Sheet<'_>, title: &str, subtitle: &str) {
        let (large, small) = if self.width < 480.0 { (18.0, 13.0) } else { (21.0, 14.0) };
        sheet.title(
            title,
            Type {
                leading: large * 1.25,
                ..Type::new(large, 600, Ink::Text)
            },
            4,
        );
        sheet.space(2.0);
        sheet.paragraph(subtitle, Type::new(small, 400, Ink::Muted), 4);
        title.clone_into(&mut sheet.scene.words.title);
        subtitle.clone_into(&mut sheet.scene.words.subtitle);
    }

    /// Sets the keys in as many lines as they need. A key is a texture with its words, or a series; the only one of
    /// its sort switches nothing, since nothing would be left.
    pub(super) fn legend(&self, sheet: &mut Sheet<'_>, keys: &[Key]) {
        const SWATCH: (f64, f64) = (16.0, 12.0);
        if keys.is_empty() {
            return;
        }
        let is_series = |key: &Key| key.id.contains('/');
        let series = keys.iter().filter(|key| is_series(key)).count();
        let label = self.label();
        let mut x = 0.0;
        for key in keys {
            let width = SWATCH.0 + 7.0 + sheet.text_width(&key.label, label.font);
            if x > 0.0 && x + width > sheet.width {
                x = 0.0;
                sheet.space(label.leading + 2.0);
            }
            let area = Rect {
                x,
                y: sheet.y,
                width: width.min(sheet.width),
                height: label.leading,
            };
            let hidden = self.hidden.contains(&key.id.as_str());
            let top = sheet.y + (label.leading - SWATCH.1) / 2.0;
            let swatch = Rect {
                x,
                y: top,
                width: SWATCH.0,
                height: SWATCH.1,
            };
            let ink = if hidden { Ink::Grid } else { key.ink };
            key.glyph
                .draw(key.texture, swatch, ink)
                .into_iter()
                .for_each(|shape| sheet.push(shape));
            let words = crate::text::elide(
                &key.label,
                label.font,
                (sheet.width - SWATCH.0 - 7.0).max(0.0),
                sheet.measure(),
            );
            sheet.text(
                x + SWATCH.0 + 7.0,
                sheet.y + label.leading * 0.72,
                &words,
                label.font,
                label.ink,
                Anchor::Start,
            );
            if (if is_series(key) { series } else { keys.len() - series }) > 1 {
                sheet.scene.legend.push(LegendEntry {
                    id: key.id.clone(),
                    label: key.label.clone(),
                    hidden,
                    area,
                });
            }
            x += width + 18.0;
        }
        sheet.space(label.leading);
    }

    /// Sets keys that switch nothing: where every mark is needed for the others to make sense.
    pub(super) fn keys(&self, sheet: &mut Sheet<'_>, keys: &[Key]) {
        let fixed = Frame { hidden: &[], ..*self };
        fixed.legend(sheet, keys);
        sheet.scene.legend.clear();
    }

    /// Sets the notes and the line that names the documents.
    pub(super) fn foot(&self, sheet: &mut Sheet<'_>, readings: &[Reading<'_>]) {
        let small = Type::new(12.0, 400, Ink::Muted);
        for note in sheet.scene.words.notes.clone() {
            sheet.paragraph(&note, small, 6);
            sheet.space(NOTE_GAP);
        }
        let warning = Type::new(12.0, 600, Ink::Warning);
        for text in readings.iter().flat_map(Reading::disputes) {
            if !sheet.scene.words.notes.contains(&text) {
                sheet.paragraph(&text, warning, 6);
                sheet.space(NOTE_GAP);
                sheet.scene.words.notes.push(text);
            }
        }
        let sources = sources(readings);
        let titles: Vec<&str> = sources.iter().map(|s| s.citation.as_str()).collect();
        if !titles.is_empty() {
            let line = source_line(self.lang, &titles);
            sheet.paragraph(&line, small, 4);
        }
        sheet.scene.words.sources = sources;
    }

    /// Fills in what is read, not seen.
    pub(super) fn words(&self, scene: &mut Scene, readings: &[Reading<'_>]) {
        self.words_of(scene, readings, readings.len());
    }

    /// As [`Frame::words`], where the readings are the first ones of so many.
    pub(super) fn words_of(&self, scene: &mut Scene, readings: &[Reading<'_>], total: usize) {
        let lang = self.lang;
        scene.lang = lang.code();
        if self.quiet {
            scene.marks.clear();
            return;
        }
        scene.table = table(scene.words.title.clone(), readings, lang);
        // A figure that a mark only mentions, such as what a rate of completion is of, is listed all the same.
        if let Some(ds) = readings.first().map(|r| r.ds) {
            let mut more: Vec<Reading<'_>> = Vec::new();
            let mut listed = scene.table.ids();
            sort_by_key(&mut listed, |id| *id);
            for id in scene.marks.iter().flat_map(|mark| &mark.observations) {
                let listed = listed.binary_search(&id.as_str()).is_ok();
                let ix = ds
                    .find_observation(id)
                    .filter(|ix| !listed && more.iter().all(|r| r.ix != *ix));
                more.extend(ix.map(|ix| Reading::new(ds, ix, lang)));
            }
            scene.table.rows.extend(table(String::new(), &more, lang).rows);
        }
        let args = [
            ("title", scene.words.title.as_str()),
            ("subtitle", scene.words.subtitle.as_str()),
        ];
        scene.words.name = message(lang, Msg::ChartName, &args);
        let count = message(lang, Msg::ChartCount, &[("count", &total.to_string())]);
        name_once(scene, readings);
        if scene.kind == "bar" {
            relate(scene, readings);
        }
        let mut sentences = vec![count];
        let alone = are_of_one(readings);
        for (n, reading) in readings.iter().take(MOST_SPOKEN).enumerate() {
            let speech = reading.speech();
            sentences.push(if n > 0 && alone {
                reading.unnamed(&speech)
            } else {
                speech
            });
        }
        sentences.extend(more(lang, readings.len().saturating_sub(MOST_SPOKEN)));
        sentences.extend(scene.words.notes.iter().map(|note| sentence(lang, note)));
        let sentences: Vec<&str> = sentences.iter().map(String::as_str).collect();
        scene.words.description = paragraph(lang, &sentences);
    }
}

/// Tells marks of one series of each other, where a picture has several.
fn relate(scene: &mut Scene, readings: &[Reading<'_>]) {
    let Some(ds) = readings
        .first()
        .map(|r| r.ds)
        .filter(|_| scene.marks.len() <= MOST_RELATED)
    else {
        return;
    };
    let series = |mark: &Mark| {
        let o = ds.observation(ds.find_observation(mark.observations.first()?)?);
        Some((o.entity, o.indicator))
    };
    let all: Vec<_> = scene.marks.iter().map(series).collect();
    if all.iter().all(|series| *series == all[0]) {
        return;
    }
    for (n, mark) in scene.marks.iter_mut().enumerate() {
        mark.related = (0..all.len())
            .filter(|other| *other != n && all[*other] == all[n])
            .collect();
    }
}

/// How many marks may light each other: among more, nobody sees which.
const MOST_RELATED: usize = 200;
/// The room between two notes, so that each is seen as one.
const NOTE_GAP: f64 = 3.0;

/// A key of the picture.
#[derive(Clone, Debug)]
pub(super) struct Key {
    /// What a toggle names.
    pub(super) id: String,
    /// What it says.
    pub(super) label: String,
    /// Its texture.
    pub(super) texture: Texture,
    /// Its colour.
    pub(super) ink: Ink,
    /// Its form.
    pub(super) glyph: Glyph,
}

/// The form in which a texture is shown: that of the marks which it is the key to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Glyph {
    /// A box.
    Bar,
    /// A point; series differ in its shape as well as in colour.
    Dot(usize),
}

impl Glyph {
    /// Draws the form inside a box.
    pub(super) fn draw(self, texture: Texture, area: Rect, ink: Ink) -> Vec<Shape> {
        match self {
            Self::Bar => texture.bar(area, ink),
            Self::Dot(series) => vec![Self::dot(series, texture, area.centre(), area.height / 2.0, ink)],
        }
    }

    /// A point of a series: a disc, a square, a diamond, a triangle.
    pub(super) fn dot(series: usize, texture: Texture, centre: Point, radius: f64, ink: Ink) -> Shape {
        let corners: &[(f64, f64)] = match series % 4 {
            0 => return texture.dot(centre, radius, ink),
            1 => &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
            2 => &[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)],
            _ => &[(0.0, -1.2), (1.15, 0.9), (-1.15, 0.9)],
        };
        let points = corners
            .iter()
            .map(|(x, y)| at(centre.x + x * radius, centre.y + y * radius));
        Shape::Polygon {
            points: points.collect(),
            // A line that passes behind a hollow point must not show through it.
            fill: Some(match texture.fill(ink) {
                Fill::Hollow => Fill::Solid(Ink::Ground),
                fill => fill,
            }),
            stroke: texture.stroke(ink),
        }
    }
}

/// The textures that occur, in order, each with its words; none where every mark is plain.
pub(super) fn texture_keys(lang: Lang, ink: Ink, readings: &[Reading<'_>], glyph: Glyph) -> Vec<Key> {
    let mut textures: Vec<Texture> = Vec::new();
    for texture in readings.iter().map(Reading::texture) {
        if !textures.contains(&texture) {
            textures.push(texture);
        }
    }
    sort_by(&mut textures, Ord::cmp);
    if textures == [Texture::Full] {
        return Vec::new();
    }
    let adds_up = |r: &Reading<'_>| r.texture() == Texture::Full && r.nature() == Nature::Flow;
    let whole = readings.iter().any(adds_up);
    let key = |texture| match texture_key(lang, ink, texture, glyph) {
        // A state at a moment has no period that could be full.
        key if texture == Texture::Full && !whole => Key {
            label: status(lang, Status::Actual).to_owned(),
            ..key
        },
        key => key,
    };
    textures.into_iter().map(key).collect()
}

/// The key of one texture.
pub(super) fn texture_key(lang: Lang, ink: Ink, texture: Texture, glyph: Glyph) -> Key {
    let (id, words) = texture_words(texture);
    Key {
        id: id.to_owned(),
        label: message(lang, words, &[]),
        texture,
        ink,
        glyph,
    }
}

/// What a toggle calls a texture.
pub(super) const fn texture_id(texture: Texture) -> &'static str {
    texture_words(texture).0
}

/// A point, briefly.
pub(super) const fn at(x: f64, y: f64) -> Point {
    Point { x, y }
}
