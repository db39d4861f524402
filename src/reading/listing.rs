//! What every face of a widget says about a list of readings: documents, table, names of textures.

use super::{Reading, parts};
use crate::data::Source;
use crate::format::{Lang, Msg, citation, document_date, message};
use crate::scene::{SourceLine, Table, TableRow, Texture};

/// The id and the words of a texture.
#[must_use]
pub(crate) const fn texture_words(texture: Texture) -> (&'static str, Msg) {
    match texture {
        Texture::Full => ("full", Msg::TextureFull),
        Texture::Partial => ("partial", Msg::TexturePartial),
        Texture::Estimated => ("estimated", Msg::TextureEstimated),
        Texture::EstimatedPartial => ("estimated-partial", Msg::TextureEstimatedPartial),
        Texture::Target => ("target", Msg::TextureTarget),
        Texture::Planned => ("planned", Msg::TexturePlanned),
        Texture::Projected => ("projected", Msg::TextureProjected),
        Texture::Derived => ("derived", Msg::TextureDerived),
    }
}

/// The documents behind readings, in the order in which they are first cited.
pub(crate) fn sources(readings: &[Reading<'_>]) -> Vec<SourceLine> {
    let mut lines: Vec<SourceLine> = Vec::new();
    for reading in readings {
        for locator in reading.ds.locators(reading.ix) {
            let source = reading.ds.source(locator.source);
            let at = lines.iter().position(|line| *line.id == *source.id).unwrap_or_else(|| {
                lines.push(source_line(source, reading.lang));
                lines.len() - 1
            });
            let id = &reading.observation.id;
            // A document may print the same figure twice.
            if lines[at].observations.last().is_none_or(|last| **last != **id) {
                lines[at].observations.push(id.to_string());
            }
        }
    }
    for line in &mut lines {
        let count = line.observations.len().to_string();
        line.count = message(readings[0].lang, Msg::SourceFigures, &[("count", &count)]);
    }
    lines
}

/// What is known of a document.
fn source_line(source: &Source, lang: Lang) -> SourceLine {
    SourceLine {
        id: source.id.to_string(),
        citation: source.short.get(lang).to_owned(),
        reference: citation(
            lang,
            source.publisher.get(lang),
            source.title.get(lang),
            source.date,
            source.date_basis,
            None,
        ),
        title: source.title.get(lang).to_owned(),
        publisher: source.publisher.get(lang).to_owned(),
        date: document_date(lang, source.date, source.date_basis),
        day: source.date.to_string(),
        note: source.note.as_ref().map_or("", |note| note.get(lang)).to_owned(),
        ..SourceLine::default()
    }
}

/// The names of the table's columns, for programs.
pub(crate) const COLUMNS: [&str; 8] = [
    "indicator",
    "entity",
    "period",
    "value",
    "status",
    "statements",
    "source",
    "printed",
];

/// Readings as a table: one row each, every modifier in it.
pub(crate) fn table(caption: String, readings: &[Reading<'_>], lang: Lang) -> Table {
    let word = |key: Msg| message(lang, key, &[]);
    let columns = [
        (Msg::LabelIndicator, false),
        (Msg::LabelEntity, false),
        (Msg::LabelPeriod, false),
        (Msg::LabelValue, true),
        (Msg::LabelStatus, false),
        (Msg::LabelChange, false),
        (Msg::LabelSource, false),
        (Msg::LabelPrinted, false),
    ];
    let rows = readings
        .iter()
        .map(|r| {
            let modifiers = r.modifiers();
            let mut sentences: Vec<String> = modifiers.iter().map(|m| m.phrase()).collect();
            let of = r.observation.of.map(|of| Reading::new(r.ds, of, lang));
            sentences.extend(of.iter().map(Reading::in_short));
            let sentences: Vec<&str> = sentences.iter().map(String::as_str).collect();
            let mut observations = vec![r.observation.id.to_string()];
            observations.extend(modifiers.iter().map(|m| m.reading().observation.id.to_string()));
            observations.extend(of.map(|of| of.observation.id.to_string()));
            TableRow {
                observations,
                cells: vec![
                    r.subject(),
                    r.entity().to_owned(),
                    r.period(),
                    r.value(),
                    r.status_text(),
                    parts(lang, &sentences),
                    r.source().unwrap_or_default(),
                    r.printed().unwrap_or_default().to_owned(),
                ],
            }
        })
        .collect();
    Table {
        caption,
        columns: columns.map(|(key, numeric)| (word(key), numeric)).to_vec(),
        rows,
    }
}
