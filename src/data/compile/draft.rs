//! Reads each table into its type, in the order in which they refer to each other.

use super::super::model::{
    Entity, EntityIx, EntityKind, Indicator, IndicatorIx, Locator, Measure, Observation, ObservationIx, Relation,
    RelationKind, Source, SourceIx, Tables, Topic,
};
use super::figure::printed;
use super::problem::{Problem, say};
use super::sheet::{Row, Sheet};
use crate::format::{Basis, Decimal, Kind, Nature, Period, PeriodBasis, Qualifier, Status, Unit};

const SOURCES: &[&str] = &[
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
const ENTITIES: &[&str] = &[
    "id", "kind", "name_zh", "name_en", "short_zh", "short_en", "parent", "note_zh", "note_en",
];
const INDICATORS: &[&str] = &[
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
const OBSERVATIONS: &[&str] = &[
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
const LOCATORS: &[&str] = &["observation", "source", "paragraph", "occurrence", "figure"];
const RELATIONS: &[&str] = &["type", "from", "to", "note_zh", "note_en"];

/// The ids of a table with their places, sorted.
pub(super) struct Ids<'a>(Vec<(&'a str, usize)>);

impl<'a> Ids<'a> {
    fn new(sheet: &'a Sheet, problems: &mut Vec<Problem>) -> Self {
        let mut ids: Vec<_> = sheet.iter().map(|row| (row.text("id"), row.place)).collect();
        ids.sort_unstable();
        for pair in ids.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
            let first = (pair[0].1 + 2).to_string();
            let row = Row::at(sheet, pair[1].1);
            problems.push(row.problem(
                "id",
                say(&["\"", pair[1].0, "\" is the id of row ", &first, " already"]),
            ));
        }
        for row in sheet.iter() {
            let id = row.text("id");
            if id.is_empty() || !id.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-')) {
                let message = say(&["\"", id, "\" is no id; write a-z, 0-9 and hyphens"]);
                problems.push(row.problem("id", message));
            }
        }
        Self(ids)
    }

    fn find(&self, id: &str) -> Option<usize> {
        self.0
            .binary_search_by(|probe| probe.0.cmp(id))
            .ok()
            .map(|at| self.0[at].1)
    }

    /// The place that a cell names; reports a name that is not in the table.
    fn cell<T>(
        &self,
        row: &Row<'_>,
        column: &'static str,
        file: &str,
        of: fn(usize) -> Option<T>,
        problems: &mut Vec<Problem>,
    ) -> Option<T> {
        let found = self.find(row.text(column)).and_then(of);
        if found.is_none() {
            let message = say(&["\"", row.text(column), "\" is no id of ", file]);
            problems.push(row.problem(column, message));
        }
        found
    }

    /// As [`Ids::cell`], for a cell that may be empty.
    fn optional<T>(
        &self,
        row: &Row<'_>,
        column: &'static str,
        file: &str,
        of: fn(usize) -> Option<T>,
        problems: &mut Vec<Problem>,
    ) -> Option<T> {
        if row.text(column).is_empty() {
            None
        } else {
            self.cell(row, column, file, of, problems)
        }
    }
}

/// Reads all tables.
pub(super) fn compile(sheets: &[Sheet]) -> Result<Tables, Vec<Problem>> {
    let mut problems = Vec::new();
    let empty = Sheet::default();
    let columns = [SOURCES, ENTITIES, INDICATORS, OBSERVATIONS, LOCATORS, RELATIONS];
    let mut found = Vec::with_capacity(columns.len());
    for (file, columns) in super::FILES.iter().zip(columns) {
        if let Some(sheet) = sheets.iter().find(|sheet| sheet.file == *file) {
            sheet.check_shape(columns, &mut problems);
            found.push(sheet);
        } else {
            let message = "the file is missing".to_owned();
            problems.push(Problem {
                file: (*file).to_owned(),
                row: 0,
                column: "",
                message,
            });
            found.push(&empty);
        }
    }
    let [sources, entities, indicators, observations, locators, relations] = found[..] else {
        return Err(problems);
    };
    let source_ids = Ids::new(sources, &mut problems);
    let entity_ids = Ids::new(entities, &mut problems);
    let indicator_ids = Ids::new(indicators, &mut problems);
    let observation_ids = Ids::new(observations, &mut problems);
    let mut tables = Tables::default();
    for row in entities.iter() {
        let item = entity(&row, &entity_ids, &mut problems);
        tables.entities.extend(item);
    }
    for row in sources.iter() {
        let item = source(&row, &entity_ids, &mut problems);
        tables.sources.extend(item);
    }
    for row in indicators.iter() {
        let item = indicator(&row, &mut problems);
        tables.indicators.extend(item);
    }
    let mut figures: Vec<Vec<Locator>> = vec![Vec::new(); observations.rows.len()];
    for row in locators.iter() {
        if let Some((at, locator)) = locator(&row, &observation_ids, &source_ids, &mut problems) {
            figures[at.at()].push(locator);
        }
    }
    for row in observations.iter() {
        let ids = (&entity_ids, &indicator_ids, &observation_ids);
        let item = observation(&row, ids, &figures[row.place], &mut problems);
        tables.observations.extend(item);
    }
    for row in relations.iter() {
        let item = relation(&row, &observation_ids, &mut problems);
        tables.relations.extend(item);
    }
    tables.locators = figures;
    if problems.is_empty() {
        sort(&mut tables);
        Ok(tables)
    } else {
        Err(problems)
    }
}

fn entity(row: &Row<'_>, entities: &Ids<'_>, problems: &mut Vec<Problem>) -> Option<Entity> {
    Some(Entity {
        id: row.text("id").into(),
        name: row.label("name_zh", "name_en", problems),
        short: row.label("short_zh", "short_en", problems),
        note: row.optional("note_zh", "note_en", problems),
        parent: entities.optional(row, "parent", "entities.csv", EntityIx::of, problems),
        kind: row.word("kind", EntityKind::parse, EntityKind::ALL, EntityKind::as_str, problems)?,
    })
}

fn source(row: &Row<'_>, entities: &Ids<'_>, problems: &mut Vec<Problem>) -> Option<Source> {
    let date = period(row, "date", problems);
    let date_basis = row.word(
        "date_basis",
        PeriodBasis::parse,
        PeriodBasis::ALL,
        PeriodBasis::as_str,
        problems,
    );
    Some(Source {
        id: row.text("id").into(),
        title: row.label("title_zh", "title_en", problems),
        short: row.label("short_zh", "short_en", problems),
        publisher: row.label("publisher_zh", "publisher_en", problems),
        sha256: row.text("sha256").into(),
        note: row.optional("note_zh", "note_en", problems),
        about: entities.cell(row, "about", "entities.csv", EntityIx::of, problems)?,
        date: date?,
        date_basis: date_basis?,
    })
}

fn indicator(row: &Row<'_>, problems: &mut Vec<Problem>) -> Option<Indicator> {
    let mut units = Vec::new();
    for word in row.text("units").split_ascii_whitespace() {
        match Unit::parse(word) {
            Some(unit) => units.push(unit),
            None => {
                let all = super::problem::list(Unit::ALL, Unit::as_str);
                problems.push(row.problem("units", say(&["\"", word, "\" is none of: ", &all])));
            }
        }
    }
    let topic = row.word("topic", Topic::parse, Topic::ALL, Topic::as_str, problems);
    let nature = row.word("nature", Nature::parse, Nature::ALL, Nature::as_str, problems);
    let measure = (!row.text("measure_zh").is_empty()).then(|| Measure {
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
        let message = say(&[
            "\"",
            row.text(column),
            "\" is no period; write 2021, 2021-Q1, 2021-11, 2021-11-29, 2021-01/2021-10, ../2021, 2021/.. or P1Y",
        ]);
        problems.push(row.problem(column, message));
    }
    found
}

fn observation(
    row: &Row<'_>,
    (entities, indicators, observations): (&Ids<'_>, &Ids<'_>, &Ids<'_>),
    figures: &[Locator],
    problems: &mut Vec<Problem>,
) -> Option<Observation> {
    let entity = entities.cell(row, "entity", "entities.csv", EntityIx::of, problems);
    let indicator = indicators.cell(row, "indicator", "indicators.csv", IndicatorIx::of, problems);
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
        scope: entities.optional(row, "scope", "entities.csv", EntityIx::of, problems),
        scope_label: row.optional("scope_zh", "scope_en", problems),
        of: observations.optional(row, "of", "observations.csv", ObservationIx::of, problems),
        note: row.optional("note_zh", "note_en", problems),
    })
}

/// The value at its printed resolution, with the magnitude printed as a word.
fn value(
    row: &Row<'_>,
    unit: Unit,
    period: Period,
    figures: &[Locator],
    problems: &mut Vec<Problem>,
) -> Option<(Decimal, u8)> {
    let text = row.text("value");
    if unit == Unit::Date {
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
    let mut best = None;
    for locator in figures {
        if let Some(printed) = printed(&locator.figure) {
            if printed.value.same_value(value) {
                best = Some((printed.value, printed.magnitude));
            } else {
                let says = printed.value.to_string();
                let message = say(&[
                    "\"",
                    text,
                    "\" is not what is printed: ",
                    &locator.figure,
                    " is ",
                    &says,
                ]);
                problems.push(row.problem("value", message));
            }
        }
    }
    best.or(Some((value, 0)))
}

fn locator(
    row: &Row<'_>,
    observations: &Ids<'_>,
    sources: &Ids<'_>,
    problems: &mut Vec<Problem>,
) -> Option<(ObservationIx, Locator)> {
    let observation = observations.cell(row, "observation", "observations.csv", ObservationIx::of, problems);
    let source = sources.cell(row, "source", "sources.csv", SourceIx::of, problems);
    let mut number = |column| {
        let found = row.text(column).parse::<u16>().ok().filter(|&n| n > 0);
        if found.is_none() {
            problems.push(row.problem(column, say(&["\"", row.text(column), "\" is no whole number from 1"])));
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

fn relation(row: &Row<'_>, observations: &Ids<'_>, problems: &mut Vec<Problem>) -> Option<Relation> {
    let kind = row.word(
        "type",
        RelationKind::parse,
        RelationKind::ALL,
        RelationKind::as_str,
        problems,
    );
    let from = observations.cell(row, "from", "observations.csv", ObservationIx::of, problems);
    let to = observations.cell(row, "to", "observations.csv", ObservationIx::of, problems);
    let note = row.optional("note_zh", "note_en", problems);
    Some(Relation {
        kind: kind?,
        from: from?,
        to: to?,
        note,
    })
}

/// Puts the observations into the order in which they are given out, and mends all places that point to them.
fn sort(tables: &mut Tables) {
    let mut order: Vec<usize> = (0..tables.observations.len()).collect();
    order.sort_by(|&a, &b| {
        let (x, y) = (&tables.observations[a], &tables.observations[b]);
        (x.entity, x.indicator, x.kind, x.period.order())
            .cmp(&(y.entity, y.indicator, y.kind, y.period.order()))
            .then_with(|| (x.status, &x.id).cmp(&(y.status, &y.id)))
    });
    let mut place = vec![ObservationIx(0); order.len()];
    for (to, &from) in order.iter().enumerate() {
        place[from] = ObservationIx::of(to).unwrap_or(ObservationIx(0));
    }
    tables.observations = order.iter().map(|&from| tables.observations[from].clone()).collect();
    tables.locators = order
        .iter()
        .map(|&from| std::mem::take(&mut tables.locators[from]))
        .collect();
    for observation in &mut tables.observations {
        observation.of = observation.of.map(|of| place[of.at()]);
    }
    for relation in &mut tables.relations {
        (relation.from, relation.to) = (place[relation.from.at()], place[relation.to.at()]);
    }
}
