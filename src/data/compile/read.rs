//! Reads each row into its type.

use super::super::model::{
    Entity, EntityIx, EntityKind, Indicator, IndicatorIx, Locator, Measure, Observation, ObservationIx, Relation,
    RelationKind, Source, SourceIx, Topic,
};
use super::ids::Ids;
use super::problem::{Problem, list, say};
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

/// The ids that the cells of an observation may name.
pub(super) struct Known<'a> {
    pub(super) sources: Ids<'a>,
    pub(super) entities: Ids<'a>,
    pub(super) indicators: Ids<'a>,
    pub(super) observations: Ids<'a>,
}

pub(super) fn entity(row: &Row<'_>, known: &Known<'_>, problems: &mut Vec<Problem>) -> Option<Entity> {
    Some(Entity {
        id: row.text("id").into(),
        name: row.label("name_zh", "name_en", problems),
        short: row.label("short_zh", "short_en", problems),
        note: row.optional("note_zh", "note_en", problems),
        parent: known.entities.optional(row, "parent", EntityIx::of, problems),
        kind: row.word("kind", EntityKind::parse, EntityKind::ALL, EntityKind::as_str, problems)?,
    })
}

pub(super) fn source(row: &Row<'_>, known: &Known<'_>, problems: &mut Vec<Problem>) -> Option<Source> {
    let date = period(row, "date", problems);
    let date_basis = row.word(
        "date_basis",
        PeriodBasis::parse,
        PeriodBasis::ALL,
        PeriodBasis::as_str,
        problems,
    );
    let sha256 = row.text("sha256");
    let hex = sha256.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    if !matches!((sha256.len(), hex), (0 | 64, true)) {
        let message = "the cell is neither empty nor a SHA-256 of 64 lower-case hexadecimal digits".to_owned();
        problems.push(row.problem("sha256", message));
    }
    Some(Source {
        id: row.text("id").into(),
        title: row.label("title_zh", "title_en", problems),
        short: row.label("short_zh", "short_en", problems),
        publisher: row.label("publisher_zh", "publisher_en", problems),
        sha256: sha256.into(),
        note: row.optional("note_zh", "note_en", problems),
        about: known.entities.cell(row, "about", EntityIx::of, problems)?,
        date: date?,
        date_basis: date_basis?,
    })
}

pub(super) fn indicator(row: &Row<'_>, problems: &mut Vec<Problem>) -> Option<Indicator> {
    let mut units = Vec::new();
    for word in row.text("units").split_ascii_whitespace() {
        if let Some(unit) = Unit::parse(word) {
            units.push(unit);
        } else {
            let message = say(&["\"", word, "\" is none of: ", &list(Unit::ALL, Unit::as_str)]);
            problems.push(row.problem("units", message));
        }
    }
    units = Unit::ALL.iter().copied().filter(|unit| units.contains(unit)).collect();
    let topic = row.word("topic", Topic::parse, Topic::ALL, Topic::as_str, problems);
    let nature = row.word("nature", Nature::parse, Nature::ALL, Nature::as_str, problems);
    let words = ["measure_zh", "measure_en_one", "measure_en_other"];
    let wanted = units.contains(&Unit::Count) || words.iter().any(|word| !row.text(word).is_empty());
    let measure = wanted.then(|| Measure {
        zh: row.required("measure_zh", problems),
        en_one: row.required("measure_en_one", problems),
        en_other: row.required("measure_en_other", problems),
    });
    Some(Indicator {
        id: row.text("id").into(),
        name: row.label("name_zh", "name_en", problems),
        short: row.label("short_zh", "short_en", problems),
        note: row.optional("note_zh", "note_en", problems),
        units,
        measure,
        topic: topic?,
        nature: nature?,
    })
}

fn period(row: &Row<'_>, column: &'static str, problems: &mut Vec<Problem>) -> Option<Period> {
    let found = Period::parse(row.text(column));
    if found.is_none() {
        let form = "2021, 2021-Q1, 2021-11, 2021-11-29, 2021-01/2021-10, ../2021, 2021/.. or P1Y";
        problems.push(row.problem(column, say(&["\"", row.text(column), "\" is no period; write ", form])));
    }
    found
}

pub(super) fn observation(
    row: &Row<'_>,
    known: &Known<'_>,
    figures: &[Locator],
    problems: &mut Vec<Problem>,
) -> Option<Observation> {
    let entity = known.entities.cell(row, "entity", EntityIx::of, problems);
    let indicator = known.indicators.cell(row, "indicator", IndicatorIx::of, problems);
    let unit = row.word("unit", Unit::parse, Unit::ALL, Unit::as_str, problems);
    let period = period(row, "period", problems);
    let period_basis = row.word(
        "period_basis",
        PeriodBasis::parse,
        PeriodBasis::ALL,
        PeriodBasis::as_str,
        problems,
    );
    let status = row.word("status", Status::parse, Status::ALL, Status::as_str, problems);
    let qualifier = row.word(
        "qualifier",
        Qualifier::parse,
        Qualifier::ALL,
        Qualifier::as_str,
        problems,
    );
    let kind = row.word("kind", Kind::parse, Kind::ALL, Kind::as_str, problems);
    let basis = if row.text("basis").is_empty() {
        None
    } else {
        row.word("basis", Basis::parse, Basis::ALL, Basis::as_str, problems)
    };
    let scope = known.entities.optional(row, "scope", EntityIx::of, problems);
    let scope_label = row.optional("scope_zh", "scope_en", problems);
    let of = known.observations.optional(row, "of", ObservationIx::of, problems);
    let note = row.optional("note_zh", "note_en", problems);
    let (value, magnitude) = value(row, unit?, period?, figures, problems)?;
    Some(Observation {
        id: row.text("id").into(),
        entity: entity?,
        indicator: indicator?,
        value,
        magnitude,
        unit: unit?,
        period: period?,
        period_basis: period_basis?,
        status: status?,
        qualifier: qualifier?,
        kind: kind?,
        basis,
        scope,
        scope_label,
        of,
        note,
    })
}

/// The value at the finest resolution in which it is printed, with the magnitude that is printed as a word. A date has
/// its year.
fn value(
    row: &Row<'_>,
    unit: Unit,
    period: Period,
    figures: &[Locator],
    problems: &mut Vec<Problem>,
) -> Option<(Decimal, u8)> {
    let text = row.text("value");
    if unit == Unit::Date {
        let point = match period {
            Period::At(point) | Period::Until(point) => point.to_string(),
            _ => String::new(),
        };
        if text != point {
            let message = say(&["\"", text, "\" is not the date that the period says: \"", &point, "\""]);
            problems.push(row.problem("value", message));
        }
        return Some((Decimal::whole(i64::from(period.year().unwrap_or(0))), 0));
    }
    let Some(value) = Decimal::parse(text) else {
        let message = say(&[
            "\"",
            text,
            "\" is no plain decimal in base units, such as 31719000000 or 8.6",
        ]);
        problems.push(row.problem("value", message));
        return None;
    };
    let mut best: Option<(Decimal, u8)> = None;
    for read in figures.iter().filter_map(|locator| parse_figure(&locator.figure)) {
        let same = read.value.same_value(value) || read.value.negated().same_value(value);
        if same && best.is_none_or(|(finest, _)| read.value.exponent() < finest.exponent()) {
            let value = if value.is_negative() {
                read.value.negated()
            } else {
                read.value
            };
            best = Some((value, read.magnitude));
        }
    }
    best.or(Some((value, 0)))
}

pub(super) fn locator(
    row: &Row<'_>,
    known: &Known<'_>,
    problems: &mut Vec<Problem>,
) -> Option<(ObservationIx, Locator)> {
    let observation = known.observations.cell(row, "observation", ObservationIx::of, problems);
    let source = known.sources.cell(row, "source", SourceIx::of, problems);
    let mut number = |column| {
        let found = row.text(column).parse::<u16>().ok().filter(|&n| n > 0);
        if found.is_none() {
            let message = say(&["\"", row.text(column), "\" is no whole number from 1 to 65535"]);
            problems.push(row.problem(column, message));
        }
        found
    };
    let (paragraph, occurrence) = (number("paragraph"), number("occurrence"));
    let figure = row.required("figure", problems);
    Some((
        observation?,
        Locator {
            source: source?,
            paragraph: paragraph?,
            occurrence: occurrence?,
            figure,
        },
    ))
}

pub(super) fn relation(row: &Row<'_>, known: &Known<'_>, problems: &mut Vec<Problem>) -> Option<Relation> {
    let kind = row.word(
        "type",
        RelationKind::parse,
        RelationKind::ALL,
        RelationKind::as_str,
        problems,
    );
    let from = known.observations.cell(row, "from", ObservationIx::of, problems);
    let to = known.observations.cell(row, "to", ObservationIx::of, problems);
    let note = row.optional("note_zh", "note_en", problems);
    Some(Relation {
        kind: kind?,
        from: from?,
        to: to?,
        note,
    })
}
