//! What stands around the marks of every chart: titles, legend, sources, words.

use crate::format::{Lang, Msg, list, message, paragraph};
use crate::reading::{Reading, sources, table, texture_words};
use crate::scene::{Anchor, LegendEntry, Point, Rect, Scene, Sheet, Texture, Type};
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
}

impl Frame<'_> {
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
        Type::new(if self.width < 480.0 { 13.0 } else { 15.0 }, 700, Ink::Text)
    }

    /// Sets title and subtitle.
    pub(super) fn head(&self, sheet: &mut Sheet<'_>, title: &str, subtitle: &str) {
        let (large, small) = if self.width < 480.0 { (18.0, 13.0) } else { (21.0, 14.0) };
        sheet.paragraph(
            title,
            Type {
                leading: large * 1.25,
                ..Type::new(large, 700, Ink::Text)
            },
            4,
        );
        sheet.space(2.0);
        sheet.paragraph(subtitle, Type::new(small, 400, Ink::Muted), 4);
        title.clone_into(&mut sheet.scene.words.title);
        subtitle.clone_into(&mut sheet.scene.words.subtitle);
    }

    /// Sets the keys in as many lines as they need. A key is a texture with its words, or a series.
    pub(super) fn legend(&self, sheet: &mut Sheet<'_>, keys: &[Key]) {
        const SWATCH: (f64, f64) = (16.0, 12.0);
        if keys.is_empty() {
            return;
        }
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
            key.texture
                .bar(swatch, ink)
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
            sheet.scene.legend.push(LegendEntry {
                id: key.id.clone(),
                label: key.label.clone(),
                hidden,
                area,
            });
            x += width + 18.0;
        }
        sheet.space(label.leading);
    }

    /// Sets the notes and the line that names the documents.
    pub(super) fn foot(&self, sheet: &mut Sheet<'_>, readings: &[Reading<'_>]) {
        let small = Type::new(12.0, 400, Ink::Muted);
        for note in sheet.scene.words.notes.clone() {
            sheet.paragraph(&note, small, 6);
        }
        let sources = sources(readings);
        let titles: Vec<&str> = sources.iter().map(|s| s.citation.as_str()).collect();
        if !titles.is_empty() {
            let line = message(self.lang, Msg::SourceLine, &[("sources", &list(self.lang, &titles))]);
            sheet.paragraph(&line, small, 4);
        }
        sheet.scene.words.sources = sources;
    }

    /// Fills in what is read, not seen.
    pub(super) fn words(&self, scene: &mut Scene, readings: &[Reading<'_>]) {
        let lang = self.lang;
        scene.lang = lang.code();
        scene.table = table(scene.words.title.clone(), readings, lang);
        let args = [
            ("title", scene.words.title.as_str()),
            ("subtitle", scene.words.subtitle.as_str()),
        ];
        scene.words.name = message(lang, Msg::ChartName, &args);
        let count = message(lang, Msg::ChartCount, &[("count", &readings.len().to_string())]);
        let mut sentences = vec![count];
        sentences.extend(readings.iter().take(MOST_SPOKEN).map(Reading::speech));
        sentences.extend(scene.words.notes.iter().cloned());
        let sentences: Vec<&str> = sentences.iter().map(String::as_str).collect();
        scene.words.description = paragraph(lang, &sentences);
    }
}

/// How many observations a spoken summary names; the table has them all.
const MOST_SPOKEN: usize = 12;

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
}

/// The textures that occur, in order, each with its words; none where every mark is plain.
pub(super) fn texture_keys(lang: Lang, ink: Ink, readings: &[Reading<'_>]) -> Vec<Key> {
    let mut textures: Vec<Texture> = readings.iter().map(Reading::texture).collect();
    textures.sort_unstable();
    textures.dedup();
    if textures == [Texture::Full] {
        return Vec::new();
    }
    textures
        .into_iter()
        .map(|texture| {
            let (id, words) = texture_words(texture);
            Key {
                id: id.to_owned(),
                label: message(lang, words, &[]),
                texture,
                ink,
            }
        })
        .collect()
}

/// A point, briefly.
pub(super) const fn at(x: f64, y: f64) -> Point {
    Point { x, y }
}
