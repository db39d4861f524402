//! What every face of a widget says about a list of readings: documents, table, names of textures.

use super::{Reading, parts};
use crate::data::{ObservationIx, Source, SourceIx};
use crate::format::{Decimal, Figure, Lang, Msg, Unit, citation, document_date, figure, message};
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
    // Each line's document, how many of the figures it prints, and the last of them.
    let mut documents: Vec<(SourceIx, usize, ObservationIx)> = Vec::new();
    for reading in readings {
        for locator in reading.ds.locators(reading.ix) {
            let at = documents.iter().position(|line| line.0 == locator.source);
            let at = at.unwrap_or_else(|| {
                lines.push(source_line(reading.ds.source(locator.source), reading.lang));
                documents.push((locator.source, 0, reading.ix));
                lines.len() - 1
            });
            let (_, count, last) = &mut documents[at];
            // A document may print the same figure twice.
            if *count > 0 && *last == reading.ix {
                continue;
            }
            (*count, *last) = (*count + 1, reading.ix);
            if *count <= MOST_ROWS {
                lines[at].observations.push(reading.observation.id.to_string());
            }
        }
    }
    for (line, (_, count, _)) in lines.iter_mut().zip(documents) {
        line.count = message(readings[0].lang, Msg::SourceFigures, &[("count", &count.to_string())]);
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

/// Where the period stands among them, behind the names of what a figure is about.
pub(crate) const PERIOD: usize = 2;

/// The most rows that a table has: more of them nobody reads, and a page takes seconds to lay them out.
pub(crate) const MOST_ROWS: usize = 1000;

/// What says that a table has the first ones of so many rows.
pub(crate) fn first_rows(lang: Lang, count: usize) -> String {
    let number = |count: usize| {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        figure(lang, &Figure::new(Decimal::whole(count), Unit::Count))
    };
    let args = [("shown", &*number(MOST_ROWS)), ("total", &number(count))];
    message(lang, Msg::TableRest, &args)
}

/// The observations in the row of one: itself, those that modify it, and the one that it modifies.
fn ids(r: &Reading<'_>) -> Vec<String> {
    let id = |ix: ObservationIx| r.ds.observation(ix).id.to_string();
    let mut ids = vec![r.observation.id.to_string()];
    ids.extend(r.modifiers().iter().map(|m| id(m.reading().ix)));
    ids.extend(r.observation.of.map(id));
    ids
}

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
    let (listed, rest) = readings.split_at(readings.len().min(MOST_ROWS));
    let rows = listed
        .iter()
        .map(|r| {
            let modifiers = r.modifiers();
            let mut sentences: Vec<String> = modifiers.iter().map(|m| m.phrase()).collect();
            let of = r.observation.of.map(|of| Reading::new(r.ds, of, lang));
            sentences.extend(of.iter().map(Reading::in_short));
            let sentences: Vec<&str> = sentences.iter().map(String::as_str).collect();
            TableRow {
                observations: ids(r),
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
        note: if rest.is_empty() {
            String::new()
        } else {
            first_rows(lang, readings.len())
        },
        rest: rest.iter().flat_map(ids).collect(),
    }
}
