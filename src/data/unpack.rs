//! Reads what `compile::pack` wrote. Bytes that it did not write give nothing, or nonsense, but never a panic.

use super::compile::DIGITS;
use super::model::{
    Entity, EntityIx, EntityKind, Indicator, IndicatorIx, Label, Locator, Measure, Observation, ObservationIx,
    Relation, RelationKind, Source, SourceIx, Tables, Text, Topic,
};
use super::naming::name;
use crate::format::{Basis, Decimal, Kind, Nature, Part, Period, PeriodBasis, Point, Qualifier, Status, Unit};

/// A column of numbers, seven bits a byte; after its end it gives zeros.
#[derive(Clone, Copy)]
struct Numbers<'a>(&'a [u8]);

impl<'a> Numbers<'a> {
    #[inline(never)]
    fn next(&mut self) -> u64 {
        let mut value = 0u64;
        let mut shift = 0;
        while let Some((&byte, rest)) = self.0.split_first() {
            self.0 = rest;
            value |= u64::from(byte & 0x7f).unbounded_shl(shift);
            shift += 7;
            if byte < 0x80 {
                break;
            }
        }
        value
    }

    fn count(&mut self) -> usize {
        self.next() as usize
    }

    fn byte(&mut self) -> u8 {
        self.next() as u8
    }

    fn short(&mut self) -> u16 {
        self.next() as u16
    }

    /// A signed number.
    fn signed(&mut self) -> i64 {
        let value = self.next();
        (value >> 1) as i64 ^ -((value & 1) as i64)
    }

    /// A place that may be missing.
    fn place(&mut self) -> Option<usize> {
        self.count().checked_sub(1)
    }

    /// Splits off the column of the next `count` numbers.
    #[inline(never)]
    fn column(&mut self, count: usize) -> Numbers<'a> {
        let column = *self;
        (0..count).for_each(|_| {
            self.next();
        });
        Numbers(&column.0[..column.0.len() - self.0.len()])
    }

    /// How many of the next numbers are not zero.
    fn marked(mut self, count: usize) -> usize {
        (0..count).filter(|_| self.next() != 0).count()
    }

    #[inline(never)]
    fn period(&mut self) -> Period {
        match self.next() {
            0 => Period::PerYear,
            1 => Period::At(self.point()),
            2 => Period::Since(self.point()),
            3 => Period::Until(self.point()),
            _ => Period::Range(self.point(), self.point()),
        }
    }

    #[inline(never)]
    fn point(&mut self) -> Point {
        let year = self.short();
        let part = match self.short() {
            0 => Part::Year,
            q @ 1..=4 => Part::Quarter(q as u8),
            m @ 5..=16 => Part::Month(m as u8 - 4),
            day => Part::Day(((day - 16) / 32) as u8, ((day - 16) % 32) as u8),
        };
        Point { year, part }
    }
}

/// A column of texts, each closed by a NUL; after its end it gives empty ones.
#[derive(Clone, Copy)]
struct Texts<'a>(&'a str);

impl<'a> Texts<'a> {
    #[inline(never)]
    fn next(&mut self) -> &'a str {
        let (text, rest) = self.0.split_once('\0').unwrap_or_default();
        self.0 = rest;
        text
    }

    fn text(&mut self) -> Text {
        self.next().into()
    }

    /// Splits off the column of the next `count` texts.
    #[inline(never)]
    fn column(&mut self, count: usize) -> Texts<'a> {
        let column = *self;
        (0..count).for_each(|_| {
            self.next();
        });
        column
    }
}

/// The labels: the names that are always there, and the notes that may be missing.
struct Labels<'a> {
    zh: Texts<'a>,
    en: Texts<'a>,
    noted: Numbers<'a>,
    notes_zh: Texts<'a>,
    notes_en: Texts<'a>,
}

impl Labels<'_> {
    /// The id that stands before an English name, with spaces for hyphens.
    fn id(&mut self) -> Text {
        self.en.next().replace(' ', "-").into()
    }

    #[inline(never)]
    fn name(&mut self) -> Label {
        Label {
            zh: self.zh.text(),
            en: self.en.text(),
        }
    }

    /// A short name; where it is empty, it is the long one.
    #[inline(never)]
    fn short(&mut self, long: &Label) -> Label {
        let or = |text: &str, long: &str| if text.is_empty() { long.into() } else { text.into() };
        Label {
            zh: or(self.zh.next(), &long.zh),
            en: or(self.en.next(), &long.en),
        }
    }

    #[inline(never)]
    fn note(&mut self) -> Option<Label> {
        (self.noted.next() != 0).then(|| Label {
            zh: self.notes_zh.text(),
            en: self.notes_en.text(),
        })
    }
}

/// The tables that these bytes hold; `None` where they hold none.
pub(super) fn unpack(bytes: &[u8]) -> Option<Tables> {
    let mut numbers = Numbers(bytes);
    let length = numbers.count();
    let mut texts = Texts(std::str::from_utf8(numbers.0.get(length..)?).ok()?);
    numbers.0 = &numbers.0[..length];
    let n = &mut numbers;
    let [sources, entities, indicators, observations, relations] =
        [n.count(), n.count(), n.count(), n.count(), n.count()];

    // The columns stand in the order in which the packer writes them.
    let (mut kinds, mut parents) = (n.column(entities), n.column(entities));
    let mut about = n.column(sources);
    let dates: Vec<Period> = (0..sources).map(|_| n.period()).collect();
    let mut date_bases = n.column(sources);
    let (mut topics, mut natures) = (n.column(indicators), n.column(indicators));
    let (mut units, mut measured) = (n.column(indicators), n.column(indicators));
    let measures = measured.marked(indicators);
    let periods: Vec<Period> = (0..n.count()).map(|_| n.period()).collect();
    let mut columns = [Numbers(&[]); OBSERVATION_COLUMNS];
    columns.iter_mut().for_each(|column| *column = n.column(observations));
    let mut by_rule = columns[OBSERVATION_COLUMNS - 1];
    let mut counts = n.column(observations);
    let mut sum = counts;
    let all = (0..observations).map(|_| sum.count()).sum();
    let (mut places, mut paragraphs, mut occurrences) = (n.column(all), n.column(all), n.column(all));
    let templates = n.count();
    let mut template_places = n.column(all);
    let (mut relation_kinds, mut ends, mut starts) = (n.column(relations), n.column(relations), n.column(relations));
    let notes = n.marked(entities + indicators + sources + 2 * observations + relations);

    let names = 2 * entities + 2 * indicators + 3 * sources;
    let t = &mut texts;
    let (zh, notes_zh) = (t.column(names), t.column(notes));
    let mut measures_zh = t.column(measures);
    let templates: Vec<&str> = (0..templates).map(|_| t.next()).collect();
    let (en, notes_en) = (t.column(names + entities + indicators + sources), t.column(notes));
    let mut measures_en = t.column(2 * measures);
    let mut ids = t.column(observations - by_rule.marked(observations));
    let noted = numbers;
    let mut labels = Labels {
        zh,
        en,
        noted,
        notes_zh,
        notes_en,
    };

    let mut tables = Tables::default();
    for _ in 0..entities {
        let (id, name) = (labels.id(), labels.name());
        tables.entities.push(Entity {
            id,
            kind: EntityKind::from_index(kinds.byte())?,
            parent: parents.place().and_then(EntityIx::of),
            short: labels.short(&name),
            name,
            note: labels.note(),
        });
    }
    for _ in 0..indicators {
        let (id, name, set) = (labels.id(), labels.name(), units.next());
        tables.indicators.push(Indicator {
            id,
            topic: Topic::from_index(topics.byte())?,
            nature: Nature::from_index(natures.byte())?,
            units: Unit::ALL
                .iter()
                .copied()
                .filter(|&unit| set >> unit as u64 & 1 == 1)
                .collect(),
            measure: (measured.next() != 0).then(|| measure(&mut measures_zh, &mut measures_en)),
            short: labels.short(&name),
            name,
            note: labels.note(),
        });
    }
    for date in dates {
        let (id, title) = (labels.id(), labels.name());
        tables.sources.push(Source {
            id,
            about: EntityIx(about.short()),
            short: labels.short(&title),
            title,
            publisher: labels.name(),
            date,
            date_basis: PeriodBasis::from_index(date_bases.byte())?,
            sha256: texts.text(),
            note: labels.note(),
        });
    }
    let mut entity = 0;
    for at in 0..observations {
        let observation = observation(at, &mut entity, &mut columns, &periods, &mut labels)?;
        tables.observations.push(observation);
    }
    for at in 0..observations {
        let o = &tables.observations[at];
        let id = if by_rule.next() == 0 {
            ids.text()
        } else {
            let of = o.of.and_then(|ix| tables.observations.get(ix.at())).map(|of| of.kind);
            name(o, of, &tables.entities, tables.indicators.get(o.indicator.at())?).into()
        };
        let digits = o.value.shifted(-(o.magnitude as i8))?.to_string();
        let mut list = Vec::new();
        for _ in 0..counts.next() {
            list.push(Locator {
                source: SourceIx(places.short()),
                paragraph: paragraphs.short(),
                occurrence: occurrences.short(),
                figure: templates
                    .get(template_places.count())?
                    .replacen(DIGITS, &digits, 1)
                    .into(),
            });
        }
        tables.locators.push(list);
        tables.observations[at].id = id;
    }
    for _ in 0..relations {
        let to = ends.count();
        tables.relations.push(Relation {
            kind: RelationKind::from_index(relation_kinds.byte())?,
            from: ObservationIx::of(to.wrapping_add_signed(starts.signed() as isize))?,
            to: ObservationIx::of(to)?,
            note: labels.note(),
        });
    }
    Some(tables)
}

/// The columns of numbers that each observation has; the last says whether its id is the one by rule.
const OBSERVATION_COLUMNS: usize = 15;

/// The next observation, without its id. Places are counted from `at`, the entity from that of the one before.
fn observation(
    at: usize,
    last: &mut u16,
    columns: &mut [Numbers<'_>; OBSERVATION_COLUMNS],
    periods: &[Period],
    labels: &mut Labels<'_>,
) -> Option<Observation> {
    let [
        entity,
        indicator,
        mantissa,
        decimals,
        magnitude,
        unit,
        period,
        rest @ ..,
    ] = columns;
    let [period_basis, status, qualifier, kind, basis, scope, of, _] = rest;
    *last = last.wrapping_add(entity.short());
    let magnitude = magnitude.byte();
    Some(Observation {
        id: Text::default(),
        entity: EntityIx(*last),
        indicator: IndicatorIx(indicator.short()),
        value: Decimal::new(mantissa.signed(), (decimals.signed() + i64::from(magnitude)) as i8)?,
        magnitude,
        unit: Unit::from_index(unit.byte())?,
        period: *periods.get(period.count())?,
        period_basis: PeriodBasis::from_index(period_basis.byte())?,
        status: Status::from_index(status.byte())?,
        qualifier: Qualifier::from_index(qualifier.byte())?,
        kind: Kind::from_index(kind.byte())?,
        basis: basis.place().and_then(|at| Basis::from_index(at as u8)),
        scope: scope.place().and_then(EntityIx::of),
        of: match of.signed() {
            0 => None,
            step => Some(ObservationIx::of(at.wrapping_add_signed(-step as isize))?),
        },
        scope_label: labels.note(),
        note: labels.note(),
    })
}

fn measure(zh: &mut Texts<'_>, en: &mut Texts<'_>) -> Measure {
    let (zh, en_one, other) = (zh.text(), en.text(), en.next());
    let en_other = if other.is_empty() {
        [&*en_one, "s"].concat().into()
    } else {
        other.into()
    };
    Measure { zh, en_one, en_other }
}
