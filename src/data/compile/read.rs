//! Reads each row into its type.

use super::super::model::{
    Entity, EntityIx, EntityKind, Indicator, IndicatorIx, Locator, Measure, Observation, ObservationIx, Relation,
    RelationKind, Source, SourceIx, Topic,
};
use super::ids::Ids;
use super::sheet::Row;
use crate::format::{Basis, Decimal, Kind, Nature, Period, PeriodBasis, Qualifier, Status, Unit, parse_figure};

/// The columns of `sources.csv`.
pub(super) const SOURCES: &[&str] = &[
    "id",
    "about",
    "title_zh",
    "title_en",
    "short_zh",
    "short_en",
    "publisher_zh",
    "publisher_en",
    "date",
    "date_basis",
    "sha256",
    "note_zh",
    "note_en",
];
/// The columns of `entities.csv`.
pub(super) const ENTITIES: &[&str] = &[
    "id", "kind", "name_zh", "name_en", "short_zh", "short_en", "parent", "note_zh", "note_en",
];
/// The columns of `indicators.csv`.
pub(super) const INDICATORS: &[&str] = &[
    "id",
    "topic",
    "nature",
    "units",
    "measure_zh",
    "measure_en_one",
    "measure_en_other",
    "name_zh",
    "name_en",
    "short_zh",
    "short_en",
    "note_zh",
    "note_en",
];
/// The columns of `observations.csv`.
pub(super) const OBSERVATIONS: &[&str] = &[
    "id",
    "entity",
    "indicator",
    "value",
    "unit",
    "period",
    "period_basis",
    "status",
    "qualifier",
    "kind",
    "basis",
    "scope",
    "scope_zh",
    "scope_en",
    "of",
    "note_zh",
    "note_en",
];
/// The columns of `locators.csv`.
pub(super) const LOCATORS: &[&str] = &["observation", "source", "paragraph", "occurrence", "figure"];
/// The columns of `relations.csv`.
pub(super) const RELATIONS: &[&str] = &["type", "from", "to", "note_zh", "note_en"];

/// The ids that cells may name.
pub(super) struct Known<'a> {
    pub(super) sources: Ids<'a>,
    pub(super) entities: Ids<'a>,
    pub(super) indicators: Ids<'a>,
    pub(super) observations: Ids<'a>,
}

/// An index of a place. The tables were found short enough before their rows are read.
fn entity_ix(place: usize) -> EntityIx {
    EntityIx::of(place).unwrap_or(EntityIx(0))
}

fn observation_ix(place: usize) -> ObservationIx {
    ObservationIx::of(place).unwrap_or(ObservationIx(0))
}

pub(super) fn entity(row: Row<'_>, known: &Known<'_>) -> Entity {
    Entity {
        id: row.text("id").into(),
        kind: row.word("kind", EntityKind::ALL, EntityKind::as_str),
        parent: known.entities.optional(row, "parent").map(entity_ix),
        name: row.label("name_zh", "name_en"),
        short: row.label("short_zh", "short_en"),
        note: row.optional("note_zh", "note_en"),
    }
}

pub(super) fn source(row: Row<'_>, known: &Known<'_>) -> Source {
    let sha256 = row.text("sha256");
    let hex = sha256.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    if !matches!((sha256.len(), hex), (0 | 64, true)) {
        let message = "the cell is neither empty nor a SHA-256 of 64 lower-case hexadecimal digits";
        row.tell("sha256", message, &[]);
    }
    Source {
        id: row.text("id").into(),
        about: entity_ix(known.entities.cell(row, "about")),
        title: row.label("title_zh", "title_en"),
        short: row.label("short_zh", "short_en"),
        publisher: row.label("publisher_zh", "publisher_en"),
        date: period(row, "date"),
        date_basis: row.word("date_basis", PeriodBasis::ALL, PeriodBasis::as_str),
        sha256: sha256.into(),
        note: row.optional("note_zh", "note_en"),
    }
}

pub(super) fn indicator(row: Row<'_>) -> Indicator {
    let name = |at: usize| Unit::ALL[at].as_str();
    let words = row.text("units").split_ascii_whitespace();
    let named: Vec<_> = words
        .map(|word| row.choice("units", word, Unit::ALL.len(), &name))
        .collect();
    // In the order of the vocabulary, each once.
    let units: Vec<Unit> = Unit::ALL
        .iter()
        .copied()
        .filter(|&unit| named.contains(&(unit as usize)))
        .collect();
    let columns = ["measure_zh", "measure_en_one", "measure_en_other"];
    let counts = units.contains(&Unit::Count) || columns.iter().any(|column| !row.text(column).is_empty());
    Indicator {
        id: row.text("id").into(),
        topic: row.word("topic", Topic::ALL, Topic::as_str),
        nature: row.word("nature", Nature::ALL, Nature::as_str),
        units,
        measure: counts.then(|| Measure {
            zh: row.required(columns[0]),
            en_one: row.required(columns[1]),
            en_other: row.required(columns[2]),
        }),
        name: row.label("name_zh", "name_en"),
        short: row.label("short_zh", "short_en"),
        note: row.optional("note_zh", "note_en"),
    }
}

#[inline(never)]
fn period(row: Row<'_>, column: &'static str) -> Period {
    let text = row.text(column);
    Period::parse(text).unwrap_or_else(|| {
        let message = "\"{}\" is no period; write 2021, 2021-Q1, 2021-11, 2021-11-29, 2021-01/2021-10, ../2021, \
                       2021/.. or P1Y";
        row.tell(column, message, &[text]);
        Period::PerYear
    })
}

pub(super) fn observation(row: Row<'_>, known: &Known<'_>, figures: &[Locator]) -> Observation {
    let unit = row.word("unit", Unit::ALL, Unit::as_str);
    let period = period(row, "period");
    let (value, magnitude) = value(row, unit, period, figures);
    Observation {
        id: row.text("id").into(),
        entity: entity_ix(known.entities.cell(row, "entity")),
        indicator: IndicatorIx::of(known.indicators.cell(row, "indicator")).unwrap_or(IndicatorIx(0)),
        value,
        magnitude,
        unit,
        period,
        period_basis: row.word("period_basis", PeriodBasis::ALL, PeriodBasis::as_str),
        status: row.word("status", Status::ALL, Status::as_str),
        qualifier: row.word("qualifier", Qualifier::ALL, Qualifier::as_str),
        kind: row.word("kind", Kind::ALL, Kind::as_str),
        basis: (!row.text("basis").is_empty()).then(|| row.word("basis", Basis::ALL, Basis::as_str)),
        scope: known.entities.optional(row, "scope").map(entity_ix),
        scope_label: row.optional("scope_zh", "scope_en"),
        of: known.observations.optional(row, "of").map(observation_ix),
        note: row.optional("note_zh", "note_en"),
    }
}

/// The value at the finest resolution in which it is printed, with the magnitude that is printed as a word. A date has
/// its year.
fn value(row: Row<'_>, unit: Unit, period: Period, figures: &[Locator]) -> (Decimal, u8) {
    let text = row.text("value");
    if unit == Unit::Date {
        let point = match period {
            Period::At(point) | Period::Until(point) => point.to_string(),
            _ => String::new(),
        };
        if text != point {
            row.tell(
                "value",
                "\"{}\" is not the date that the period says: \"{}\"",
                &[text, &point],
            );
        }
        return (Decimal::whole(i64::from(period.year().unwrap_or(0))), 0);
    }
    let Some(value) = Decimal::parse(text) else {
        let message = "\"{}\" is no plain decimal in base units, such as 31719000000 or 8.6";
        row.tell("value", message, &[text]);
        return (Decimal::ZERO, 0);
    };
    let mut best: Option<(Decimal, u8)> = None;
    for read in figures.iter().filter_map(|locator| parse_figure(&locator.figure)) {
        let signed = if value.is_negative() {
            read.value.negated()
        } else {
            read.value
        };
        if signed.same_value(value) && best.is_none_or(|(finest, _)| signed.exponent() < finest.exponent()) {
            best = Some((signed, read.magnitude));
        }
    }
    best.unwrap_or((value, 0))
}

/// The observation of a locator, and the locator.
pub(super) fn locator(row: Row<'_>, known: &Known<'_>) -> (usize, Locator) {
    let number = |column| {
        let text = row.text(column);
        let number = text.parse::<u16>().unwrap_or(0);
        if number == 0 {
            row.tell(column, "\"{}\" is no whole number from 1 to 65535", &[text]);
        }
        number
    };
    let locator = Locator {
        source: SourceIx::of(known.sources.cell(row, "source")).unwrap_or(SourceIx(0)),
        paragraph: number("paragraph"),
        occurrence: number("occurrence"),
        figure: row.required("figure"),
    };
    (known.observations.cell(row, "observation"), locator)
}

pub(super) fn relation(row: Row<'_>, known: &Known<'_>) -> Relation {
    Relation {
        kind: row.word("type", RelationKind::ALL, RelationKind::as_str),
        from: observation_ix(known.observations.cell(row, "from")),
        to: observation_ix(known.observations.cell(row, "to")),
        note: row.optional("note_zh", "note_en"),
    }
}
