//! What every face of a widget says about a list of readings: documents, table, names of textures.

use super::{Reading, parts};
use crate::format::{Lang, Msg, message};
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
            let id = reading.observation.id.to_string();
            match lines.iter_mut().find(|line| *line.id == *source.id) {
                Some(line) => line.observations.push(id),
                None => lines.push(SourceLine {
                    id: source.id.to_string(),
                    citation: source.short.get(reading.lang).to_owned(),
                    observations: vec![id],
                }),
            }
        }
    }
    lines
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
