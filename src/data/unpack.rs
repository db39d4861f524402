//! Reads what `compile::pack` wrote. Bytes that it did not write give `None`, never a panic.

use super::compile::DIGITS;
use super::model::{
    Entity, EntityIx, EntityKind, Indicator, IndicatorIx, Label, Locator, Measure, Observation, ObservationIx,
    Relation, RelationKind, Source, SourceIx, Tables, Text, Topic,
};
use super::naming::name;
use crate::format::{Basis, Decimal, Kind, Nature, Part, Period, PeriodBasis, Point, Qualifier, Status, Unit};

struct Reader<'a> {
    numbers: &'a [u8],
    texts: &'a [u8],
}

/// A column under way.
type Column<T> = std::vec::IntoIter<T>;

impl Reader<'_> {
    fn number(&mut self) -> Option<u64> {
        let mut value = 0u64;
        for shift in (0..64).step_by(7) {
            let (&byte, rest) = self.numbers.split_first()?;
            self.numbers = rest;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    fn count(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    /// A column of so many numbers.
    fn column(&mut self, count: usize) -> Option<Column<u64>> {
        Some(
            (0..count)
                .map(|_| self.number())
                .collect::<Option<Vec<_>>>()?
                .into_iter(),
        )
    }

    /// A column of so many texts.
    fn texts(&mut self, count: usize) -> Option<Column<Text>> {
        let text = |_| {
            let end = self.texts.iter().position(|&b| b == 0)?;
            let (text, rest) = self.texts.split_at(end);
            self.texts = &rest[1..];
            Some(std::str::from_utf8(text).ok()?.into())
        };
        Some((0..count).map(text).collect::<Option<Vec<Text>>>()?.into_iter())
    }

    fn periods(&mut self, count: usize) -> Option<Vec<Period>> {
        (0..count).map(|_| self.period()).collect()
    }

    fn period(&mut self) -> Option<Period> {
        Some(match self.number()? {
            0 => Period::PerYear,
            1 => Period::At(self.point()?),
            2 => Period::Since(self.point()?),
            3 => Period::Until(self.point()?),
            _ => Period::Range(self.point()?, self.point()?),
        })
    }

    fn point(&mut self) -> Option<Point> {
        let year = u16::try_from(self.number()?).ok()?;
        let part = match u16::try_from(self.number()?).ok()? {
            0 => Part::Year,
            q @ 1..=4 => Part::Quarter(q as u8),
            m @ 5..=16 => Part::Month(m as u8 - 4),
            day => Part::Day(u8::try_from((day - 16) / 32).ok()?, ((day - 16) % 32) as u8),
        };
        Some(Point { year, part })
    }
}

fn unzigzag(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

/// The next number of a column as a place, or as a member of a vocabulary.
fn short(column: &mut Column<u64>) -> Option<u16> {
    u16::try_from(column.next()?).ok()
}

fn byte(column: &mut Column<u64>) -> Option<u8> {
    u8::try_from(column.next()?).ok()
}

/// The next number of a column of places that may be missing.
fn place(column: &mut Column<u64>) -> Option<Option<usize>> {
    let value = usize::try_from(column.next()?).ok()?;
    Some(value.checked_sub(1))
}

fn some(column: &mut Column<u64>) -> Option<bool> {
    Some(column.next()? != 0)
}

/// The labels: the names that are always there, and the notes that may be missing.
struct Labels {
    zh: Column<Text>,
    en: Column<Text>,
    noted: Column<u64>,
    notes_zh: Column<Text>,
    notes_en: Column<Text>,
}

impl Labels {
    /// The id that stands before an English name, with spaces for hyphens.
    fn id(&mut self) -> Option<Text> {
        Some(self.en.next()?.replace(' ', "-").into())
    }

    fn name(&mut self) -> Option<Label> {
        Some(Label {
            zh: self.zh.next()?,
            en: self.en.next()?,
        })
    }

    /// A short name; where it is empty, it is the long one.
    fn short(&mut self, long: &Label) -> Option<Label> {
        let mut label = self.name()?;
        for (short, long) in [(&mut label.zh, &long.zh), (&mut label.en, &long.en)] {
            if short.is_empty() {
                short.clone_from(long);
            }
        }
        Some(label)
    }

    fn note(&mut self) -> Option<Option<Label>> {
        if some(&mut self.noted)? {
            Some(Some(Label {
                zh: self.notes_zh.next()?,
                en: self.notes_en.next()?,
            }))
        } else {
            Some(None)
        }
    }
}

/// The tables that these bytes hold; `None` where they hold none.
pub(super) fn unpack(bytes: &[u8]) -> Option<Tables> {
    let mut head = Reader {
        numbers: bytes,
        texts: &[],
    };
    let length = head.count()?;
    let (numbers, texts) = (head.numbers.get(..length)?, head.numbers.get(length..)?);
    let mut r = Reader { numbers, texts };
    let [sources, entities, indicators, observations, relations] =
        [r.count()?, r.count()?, r.count()?, r.count()?, r.count()?];

    let mut entity_numbers = [r.column(entities)?, r.column(entities)?];
    let mut about = r.column(sources)?;
    let dates = r.periods(sources)?;
    let mut bases = r.column(sources)?;
    let mut indicator_numbers = [
        r.column(indicators)?,
        r.column(indicators)?,
        r.column(indicators)?,
        r.column(indicators)?,
    ];
    let measured = indicator_numbers[3].clone().filter(|&is| is != 0).count();

    let periods = r.count()?;
    let periods = r.periods(periods)?;
    let mut columns = Vec::with_capacity(OBSERVATION_COLUMNS);
    for _ in 0..OBSERVATION_COLUMNS {
        columns.push(r.column(observations)?);
    }
    // The first column has steps: observations stand by entity.
    let mut entity = 0u64;
    let steps = columns[0].clone().map(|step| {
        entity = entity.saturating_add(step);
        entity
    });
    columns[0] = steps.collect::<Vec<_>>().into_iter();
    let named = columns[OBSERVATION_COLUMNS - 1]
        .clone()
        .filter(|&by_rule| by_rule == 0)
        .count();
    let counts = r.column(observations)?;
    let all = counts
        .clone()
        .try_fold(0usize, |sum, n| sum.checked_add(usize::try_from(n).ok()?))?;
    let mut places = [r.column(all)?, r.column(all)?, r.column(all)?];
    let templates = r.count()?;
    let mut template_places = r.column(all)?;
    let mut relation_numbers = [r.column(relations)?, r.column(relations)?, r.column(relations)?];

    let names = 2 * entities + 2 * indicators + 3 * sources;
    let noted = r.column(entities + indicators + sources + 2 * observations + relations)?;
    let notes = noted.clone().filter(|&is| is != 0).count();
    let (zh, notes_zh) = (r.texts(names)?, r.texts(notes)?);
    let mut measures_zh = r.texts(measured)?;
    let templates: Vec<Text> = r.texts(templates)?.collect();
    let (en, notes_en) = (r.texts(names + entities + indicators + sources)?, r.texts(notes)?);
    let mut measures_en = r.texts(2 * measured)?;
    let mut ids = r.texts(named)?;
    let mut hashes = r.texts(sources)?;
    let mut labels = Labels {
        zh,
        en,
        noted,
        notes_zh,
        notes_en,
    };

    let mut tables = Tables::default();
    let [kinds, parents] = &mut entity_numbers;
    for _ in 0..entities {
        let (id, name) = (labels.id()?, labels.name()?);
        tables.entities.push(Entity {
            id,
            kind: EntityKind::from_index(byte(kinds)?)?,
            parent: place(parents)?.and_then(EntityIx::of),
            short: labels.short(&name)?,
            name,
            note: labels.note()?,
        });
    }
    let [topics, natures, units, measured] = &mut indicator_numbers;
    for _ in 0..indicators {
        let (id, name) = (labels.id()?, labels.name()?);
        let set = units.next()?;
        tables.indicators.push(Indicator {
            id,
            topic: Topic::from_index(byte(topics)?)?,
            nature: Nature::from_index(byte(natures)?)?,
            units: Unit::ALL
                .iter()
                .copied()
                .filter(|&unit| set >> unit as u64 & 1 == 1)
                .collect(),
            measure: if some(measured)? {
                Some(measure(&mut measures_zh, &mut measures_en)?)
            } else {
                None
            },
            short: labels.short(&name)?,
            name,
            note: labels.note()?,
        });
    }
    for date in dates {
        let (id, title) = (labels.id()?, labels.name()?);
        tables.sources.push(Source {
            id,
            about: EntityIx(short(&mut about)?),
            short: labels.short(&title)?,
            title,
            publisher: labels.name()?,
            date,
            date_basis: PeriodBasis::from_index(byte(&mut bases)?)?,
            sha256: hashes.next()?,
            note: labels.note()?,
        });
    }
    for at in 0..observations {
        let observation = observation(at, &mut columns, &periods, &mut labels)?;
        tables.observations.push(observation);
    }
    for at in 0..observations {
        let o = &tables.observations[at];
        let id = if some(&mut columns[OBSERVATION_COLUMNS - 1])? {
            let of = o.of.and_then(|ix| tables.observations.get(ix.at())).map(|of| of.kind);
            name(o, of, &tables.entities, tables.indicators.get(o.indicator.at())?).into()
        } else {
            ids.next()?
        };
        tables.observations[at].id = id;
    }
    let [sources, paragraphs, occurrences] = &mut places;
    for (o, count) in tables.observations.iter().zip(counts) {
        let digits = o.value.shifted(-i8::try_from(o.magnitude).ok()?)?.to_string();
        let mut list = Vec::new();
        for _ in 0..count {
            let template = templates.get(usize::try_from(template_places.next()?).ok()?)?;
            list.push(Locator {
                source: SourceIx(short(sources)?),
                paragraph: short(paragraphs)?,
                occurrence: short(occurrences)?,
                figure: template.replacen(DIGITS, &digits, 1).into(),
            });
        }
        tables.locators.push(list);
    }
    let [kinds, ends, starts] = &mut relation_numbers;
    for _ in 0..relations {
        let to = usize::try_from(ends.next()?).ok()?;
        tables.relations.push(Relation {
            kind: RelationKind::from_index(byte(kinds)?)?,
            from: observation_ix(to, unzigzag(starts.next()?))?,
            to: ObservationIx::of(to)?,
            note: labels.note()?,
        });
    }
    Some(tables)
}

/// The columns of numbers that each observation has, its name by rule being the last.
const OBSERVATION_COLUMNS: usize = 15;

/// The next observation, without its id. `at` is its place, from which the one that it modifies is counted.
fn observation(at: usize, columns: &mut [Column<u64>], periods: &[Period], labels: &mut Labels) -> Option<Observation> {
    let [
        entity,
        indicator,
        mantissa,
        decimals,
        magnitude,
        unit,
        period,
        rest @ ..,
    ] = columns
    else {
        return None;
    };
    let [period_basis, status, qualifier, kind, basis, scope, of, _] = rest else {
        return None;
    };
    let magnitude = byte(magnitude)?;
    let exponent = i8::try_from(unzigzag(decimals.next()?) + i64::from(magnitude)).ok()?;
    Some(Observation {
        id: Text::default(),
        entity: EntityIx(short(entity)?),
        indicator: IndicatorIx(short(indicator)?),
        value: Decimal::new(unzigzag(mantissa.next()?), exponent)?,
        magnitude,
        unit: Unit::from_index(byte(unit)?)?,
        period: *periods.get(usize::try_from(period.next()?).ok()?)?,
        period_basis: PeriodBasis::from_index(byte(period_basis)?)?,
        status: Status::from_index(byte(status)?)?,
        qualifier: Qualifier::from_index(byte(qualifier)?)?,
        kind: Kind::from_index(byte(kind)?)?,
        basis: place(basis)?.and_then(|at| Basis::from_index(u8::try_from(at).ok()?)),
        scope: place(scope)?.and_then(EntityIx::of),
        of: match unzigzag(of.next()?) {
            0 => None,
            step => Some(observation_ix(at, -step)?),
        },
        scope_label: labels.note()?,
        note: labels.note()?,
    })
}

/// The place so many steps on.
fn observation_ix(at: usize, step: i64) -> Option<ObservationIx> {
    ObservationIx::of(usize::try_from(i64::try_from(at).ok()? + step).ok()?)
}

fn measure(zh: &mut Column<Text>, en: &mut Column<Text>) -> Option<Measure> {
    let (zh, en_one, other) = (zh.next()?, en.next()?, en.next()?);
    let en_other = if other.is_empty() {
        [&*en_one, "s"].concat().into()
    } else {
        other
    };
    Some(Measure { zh, en_one, en_other })
}
