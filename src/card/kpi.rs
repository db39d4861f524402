//! The plain card: what, how much, of which period and status, against what, and printed where.

use super::Frame;
use crate::data::{Dataset, ObservationIx};
use crate::format::{self, Basis, Msg, message, word};
use crate::reading::Reading;
use crate::scene::{Anchor, Mark, Rect, Scene, Sheet, SourceLine, Table, TableRow, Type};
use crate::text::Font;
use crate::theme::Ink;

/// Lays the card out.
pub(super) fn kpi(ds: &Dataset, observation: ObservationIx, frame: &Frame<'_>) -> Scene {
    let lang = frame.lang;
    let reading = Reading::new(ds, observation, lang);
    let mut sheet = Sheet::new(frame.width, frame.measure);
    sheet.scene.kind = "kpi";
    sheet.paragraph(reading.indicator(), Type::new(15.0, 600, Ink::Muted), 3);
    big(&mut sheet, &reading);
    let when = message(
        lang,
        Msg::CardWhen,
        &[("period", &reading.period()), ("status", &reading.status_text())],
    );
    sheet.paragraph(&when, Type::new(15.0, 600, Ink::Text), 3);
    sheet.paragraph(reading.entity(), Type::new(13.0, 400, Ink::Muted), 2);
    sheet.space(10.0);
    let rule = sheet.y;
    sheet.rule(rule, 0.0, frame.width, Ink::Grid, 1.0);
    sheet.space(9.0);

    let modifiers = reading.modifiers();
    for modifier in &modifiers {
        sheet.paragraph(&modifier.line(), Type::new(15.0, 400, Ink::Text), 3);
        if modifier.reading().observation.basis == Some(Basis::Unstated) {
            sheet.paragraph(word(lang, Msg::BasisUnstated), Type::new(13.0, 400, Ink::Muted), 2);
        }
    }
    if !modifiers.is_empty() {
        sheet.space(8.0);
    }
    if let Some(note) = reading.note() {
        sheet.paragraph(note, Type::new(13.0, 400, Ink::Muted), 6);
        sheet.space(4.0);
    }
    if let Some(source) = reading.source() {
        sheet.paragraph(&source, Type::new(12.0, 400, Ink::Muted), 3);
    }

    let mut scene = sheet.finish(frame.height);
    words(&mut scene, &reading);
    scene
}

/// The figure: the number large, what belongs to it small on the same baseline; smaller where it would not fit.
fn big(sheet: &mut Sheet<'_>, reading: &Reading<'_>) {
    const LARGEST: f64 = 56.0;
    const SMALLEST: f64 = 24.0;
    let parts = format::figure_parts(reading.lang, &reading.figure());
    let width = |sheet: &Sheet<'_>, size: f64| {
        let small = Font {
            size: (size * 0.4).max(14.0),
            weight: 600,
        };
        [&parts.before, &parts.unit, &parts.after]
            .iter()
            .map(|text| sheet.text_width(text, small))
            .sum::<f64>()
            + sheet.text_width(&parts.number, Font { size, weight: 700 })
            + GAP * 2.0
    };
    let mut size = LARGEST;
    while size > SMALLEST && width(sheet, size) > sheet.width {
        size -= 2.0;
    }
    let small = Font {
        size: (size * 0.4).max(14.0),
        weight: 600,
    };
    if width(sheet, size) > sheet.width {
        // Even the smallest setting is too wide: the whole figure as a paragraph, nothing clipped.
        sheet.paragraph(&reading.value(), Type::new(SMALLEST, 700, Ink::Text), 4);
        return;
    }
    let baseline = sheet.y + size * 0.98;
    let mut x = 0.0;
    for (text, font) in [
        (parts.before.trim(), small),
        (parts.number.trim(), Font { size, weight: 700 }),
        (parts.unit.trim(), small),
        (parts.after.trim(), small),
    ] {
        if text.is_empty() {
            continue;
        }
        if x > 0.0 {
            x += GAP;
        }
        sheet.text(x, baseline, text, font, Ink::Text, Anchor::Start);
        x += sheet.text_width(text, font);
    }
    let area = Rect {
        x: 0.0,
        y: sheet.y,
        width: x,
        height: size * 1.2,
    };
    sheet.scene.marks.push(Mark {
        area,
        hit: area,
        observations: ids(reading),
        label: reading.period(),
        speech: reading.speech(),
        tip: reading.tip(reading.indicator().to_owned()),
        related: Vec::new(),
    });
    sheet.space(size * 1.24);
}

/// The room between the number and its words.
const GAP: f64 = 6.0;

fn ids(reading: &Reading<'_>) -> Vec<String> {
    let mut ids = vec![reading.observation.id.to_string()];
    ids.extend(
        reading
            .modifiers()
            .iter()
            .map(|m| m.reading().observation.id.to_string()),
    );
    ids
}

fn words(scene: &mut Scene, reading: &Reading<'_>) {
    let lang = reading.lang;
    scene.lang = lang.code();
    scene.words.title = reading.indicator().to_owned();
    scene.words.subtitle = reading.entity().to_owned();
    let args = [("title", reading.indicator()), ("subtitle", reading.entity())];
    scene.words.name = message(lang, Msg::CardName, &args);
    scene.words.description = reading.speech();
    scene.words.notes.extend(reading.note().map(str::to_owned));
    for locator in reading.ds.locators(reading.ix) {
        let source = reading.ds.source(locator.source);
        scene.words.sources.push(SourceLine {
            id: source.id.to_string(),
            citation: source.short.get(lang).to_owned(),
            observations: vec![reading.observation.id.to_string()],
        });
    }
    let word = |key: Msg| word(lang, key).to_owned();
    let id = || reading.observation.id.to_string();
    let mut rows: Vec<(String, String, String)> = vec![
        (id(), word(Msg::LabelEntity), reading.entity().to_owned()),
        (id(), word(Msg::LabelValue), reading.value()),
        (id(), word(Msg::LabelPeriod), reading.period()),
        (id(), word(Msg::LabelStatus), reading.status_text()),
    ];
    let modifiers = reading.modifiers();
    rows.extend(
        modifiers
            .iter()
            .map(|m| (m.reading().observation.id.to_string(), m.label().to_owned(), m.phrase())),
    );
    rows.extend(reading.source().map(|source| (id(), word(Msg::LabelSource), source)));
    rows.extend(
        reading
            .printed()
            .map(|printed| (id(), word(Msg::LabelPrinted), printed.to_owned())),
    );
    scene.table = Table {
        caption: reading.indicator().to_owned(),
        columns: vec![(word(Msg::LabelItem), false), (word(Msg::LabelValue), false)],
        rows: rows
            .into_iter()
            .map(|(id, label, value)| TableRow {
                observations: vec![id],
                cells: vec![label, value],
            })
            .collect(),
    };
}
