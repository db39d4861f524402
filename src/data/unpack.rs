//! Reads what `compile::pack` wrote. What it did not write gives nothing, or nonsense, but never a panic.
//!
//! Every page goes through this before its first picture, in code that no browser has optimised yet. So each byte is
//! looked at once, by short loops, and texts stay where they are.

use super::compile::DIGITS;
use super::model::{
    Entity, EntityIx, EntityKind, Indicator, IndicatorIx, Label, Locator, Measure, Observation, ObservationIx,
    Relation, RelationKind, Source, SourceIx, Tables, Topic,
};
use super::naming::{name, short};
use super::text::Text;
use crate::format::{Basis, Decimal, Kind, Nature, Part, Period, PeriodBasis, Point, Qualifier, Status, Unit};

/// The numbers that these bytes hold, seven bits a byte.
fn read(bytes: &[u8]) -> Vec<u32> {
    let mut numbers = Vec::with_capacity(bytes.len());
    let (mut value, mut shift) = (0, 0);
    for &byte in bytes {
        value |= u32::from(byte & 0x7f).wrapping_shl(shift);
        if byte < 0x80 {
            numbers.push(value);
            (value, shift) = (0, 0);
        } else {
            shift += 7;
        }
    }
    numbers
}

/// A number as a signed one.
fn signed(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

/// As [`signed`], of a distance between two rows or the like.
fn step(value: u32) -> isize {
    signed(value.into()) as isize
}

/// A place that may be missing.
fn place(value: u32) -> Option<usize> {
    (value as usize).checked_sub(1)
}

/// Numbers that are read in turn.
struct Numbers<'a>(&'a [u32]);

impl<'a> Numbers<'a> {
    fn next(&mut self) -> Option<u32> {
        let (&value, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(value)
    }

    /// Splits off so many columns of so many numbers.
    #[inline(never)]
    fn table(&mut self, columns: usize, rows: usize) -> Option<Table<'a>> {
        let (numbers, rest) = self.0.split_at_checked(columns.checked_mul(rows)?)?;
        self.0 = rest;
        Some(Table { numbers, rows })
    }

    #[inline(never)]
    fn period(&mut self) -> Option<Period> {
        Some(match self.next()? {
            0 => Period::PerYear,
            1 => Period::At(self.point()?),
            2 => Period::Since(self.point()?),
            3 => Period::Until(self.point()?),
            _ => Period::Range(self.point()?, self.point()?),
        })
    }

    #[inline(never)]
    fn point(&mut self) -> Option<Point> {
        let (year, part) = (self.next()? as u16, self.next()? as u16);
        let part = match part {
            0 => Part::Year,
            q @ 1..=4 => Part::Quarter(q as u8),
            m @ 5..=16 => Part::Month(m as u8 - 4),
            day => Part::Day(((day - 16) / 32) as u8, ((day - 16) % 32) as u8),
        };
        Some(Point { year, part })
    }
}

/// The numbers of a table, column by column.
struct Table<'a> {
    numbers: &'a [u32],
    rows: usize,
}

impl Table<'_> {
    /// A row; `None` beyond the last one.
    fn row<const COLUMNS: usize>(&self, row: usize) -> Option<[u32; COLUMNS]> {
        let mut numbers = [0; COLUMNS];
        self.fill(row, &mut numbers)?;
        Some(numbers)
    }

    /// The number of a row in one column.
    fn get(&self, column: usize, row: usize) -> Option<u32> {
        self.numbers.get(column * self.rows..)?.get(row).copied()
    }

    #[inline(never)]
    fn fill(&self, row: usize, numbers: &mut [u32]) -> Option<()> {
        let mut at = row;
        if row >= self.rows {
            return None;
        }
        for number in numbers {
            *number = *self.numbers.get(at)?;
            at += self.rows;
        }
        Some(())
    }
}

/// A column of texts, each closed by a NUL; after its end it gives empty ones.
struct Texts(&'static str);

impl Texts {
    #[inline(never)]
    fn next(&mut self) -> &'static str {
        let bytes = self.0.as_bytes();
        let mut end = 0;
        while end < bytes.len() && bytes[end] != 0 {
            end += 1;
        }
        let (text, rest) = self.0.split_at(end);
        self.0 = rest.get(1..).unwrap_or_default();
        text
    }

    fn text(&mut self) -> Text {
        Text::there(self.next())
    }
}

/// The labels: the names that are always there, and the notes that may be missing.
struct Labels<'a> {
    zh: Texts,
    en: Texts,
    noted: Numbers<'a>,
    notes_zh: Texts,
    notes_en: Texts,
}

impl Labels<'_> {
    /// The id that stands before an English name, with spaces for hyphens.
    #[inline(never)]
    fn id(&mut self) -> Option<Text> {
        let mut id = self.en.next().as_bytes().to_vec();
        for byte in &mut id {
            if *byte == b' ' {
                *byte = b'-';
            }
        }
        String::from_utf8(id).ok().map(Text::from)
    }

    #[inline(never)]
    fn name(&mut self) -> Label {
        Label {
            zh: self.zh.text(),
            en: self.en.text(),
        }
    }

    /// A name and the short one; where that is empty, it is the long one.
    #[inline(never)]
    fn names(&mut self) -> [Label; 2] {
        let (zh, en) = (self.zh.next(), self.en.next());
        let or = |text: &'static str, long| Text::there(if text.is_empty() { long } else { text });
        let short = Label {
            zh: or(self.zh.next(), zh),
            en: or(self.en.next(), en),
        };
        let (zh, en) = (Text::there(zh), Text::there(en));
        [Label { zh, en }, short]
    }

    #[inline(never)]
    fn note(&mut self) -> Option<Label> {
        (self.noted.next().unwrap_or_default() != 0).then(|| Label {
            zh: self.notes_zh.text(),
            en: self.notes_en.text(),
        })
    }
}

/// The tables that these numbers and texts hold; `None` where they hold none.
pub(super) fn unpack(numbers: &[u8], mut texts: &'static str) -> Option<Tables> {
    let numbers = &read(numbers)[..];
    let n = &mut Numbers(numbers);
    let counts: [u32; 8] = n.table(8, 1)?.row(0)?;
    let [
        sources,
        entities,
        indicators,
        observations,
        locators,
        relations,
        periods,
        figures_count,
    ] = counts.map(|count| count as usize);
    // Texts are cut up by their lengths, numbers in the order in which the packer writes them.
    let lengths: [u32; 9] = n.table(9, 1)?.row(0)?;
    let mut columns = [const { Texts("") }; 9];
    for (column, length) in columns.iter_mut().zip(lengths) {
        (column.0, texts) = texts.split_at_checked(length as usize)?;
    }
    let [
        zh,
        notes_zh,
        mut measures_zh,
        mut figures,
        en,
        notes_en,
        mut measures_en,
        mut ids,
        mut sums,
    ] = columns;
    let entity_rows = n.table(2, entities)?;
    let source_rows = n.table(2, sources)?;
    let mut dates = Vec::new();
    for _ in 0..sources {
        dates.push(n.period()?);
    }
    let indicator_rows = n.table(4, indicators)?;
    let mut spans = Vec::new();
    for _ in 0..periods {
        let period = n.period()?;
        spans.push((period, short(period)));
    }
    let observation_rows = n.table(OBSERVATION_COLUMNS, observations)?;
    let locator_rows = n.table(4, locators)?;
    let relation_rows = n.table(3, relations)?;
    let mut labels = Labels {
        zh,
        en,
        noted: Numbers(n.0),
        notes_zh,
        notes_en,
    };

    let mut tables = Tables::default();
    tables.entities.reserve_exact(entities);
    for at in 0..entities {
        let [kind, parent] = entity_rows.row(at)?;
        let (id, [name, short]) = (labels.id()?, labels.names());
        tables.entities.push(Entity {
            id,
            kind: EntityKind::from_index(kind as u8)?,
            parent: place(parent).and_then(EntityIx::of),
            name,
            short,
            note: labels.note(),
        });
    }
    tables.indicators.reserve_exact(indicators);
    for at in 0..indicators {
        let [topic, nature, mut set, measured] = indicator_rows.row(at)?;
        let (id, [name, short]) = (labels.id()?, labels.names());
        let mut units = Vec::new();
        while set != 0 {
            units.push(Unit::from_index(set.trailing_zeros() as u8)?);
            set &= set - 1;
        }
        tables.indicators.push(Indicator {
            id,
            topic: Topic::from_index(topic as u8)?,
            nature: Nature::from_index(nature as u8)?,
            units,
            measure: (measured != 0).then(|| measure(&mut measures_zh, &mut measures_en)),
            name,
            short,
            note: labels.note(),
        });
    }
    for (at, date) in dates.into_iter().enumerate() {
        let [about, date_basis] = source_rows.row(at)?;
        let (id, [title, short]) = (labels.id()?, labels.names());
        tables.sources.push(Source {
            id,
            about: EntityIx(about as u16),
            title,
            short,
            publisher: labels.name(),
            date,
            date_basis: PeriodBasis::from_index(date_basis as u8)?,
            sha256: sums.text(),
            note: labels.note(),
        });
    }
    // The templates of figures: what stands before the digits, and what behind, where there are any.
    let mut templates = Vec::new();
    for _ in 0..figures_count {
        let text = figures.next();
        templates.push(
            text.split_once(DIGITS)
                .map_or((text, None), |(front, rest)| (front, Some(rest))),
        );
    }
    let (mut entity, mut locator, mut id) = (0u16, 0, String::new());
    tables.observations.reserve_exact(observations);
    tables.locators.reserve_exact(observations);
    for at in 0..observations {
        let [
            step_of_entity,
            indicator,
            low,
            high,
            decimals,
            magnitude,
            unit,
            period,
            period_basis,
            status,
            qualifier,
            kind,
            basis,
            scope,
            of,
            by_rule,
            count,
        ] = observation_rows.row(at)?;
        entity = entity.wrapping_add(step_of_entity as u16);
        let printed = Decimal::new(signed(u64::from(high) << 32 | u64::from(low)), step(decimals) as i8)?;
        let (period, spoken) = spans.get(period as usize)?;
        let mut o = Observation {
            id: Text::default(),
            entity: EntityIx(entity),
            indicator: IndicatorIx(indicator as u16),
            value: printed.shifted(magnitude as i8)?,
            magnitude: magnitude as u8,
            unit: Unit::from_index(unit as u8)?,
            period: *period,
            period_basis: PeriodBasis::from_index(period_basis as u8)?,
            status: Status::from_index(status as u8)?,
            qualifier: Qualifier::from_index(qualifier as u8)?,
            kind: Kind::from_index(kind as u8)?,
            basis: place(basis).and_then(|at| Basis::from_index(at as u8)),
            scope: place(scope).and_then(EntityIx::of),
            of: match step(of) {
                0 => None,
                step => Some(ObservationIx::of(at.wrapping_add_signed(-step))?),
            },
            scope_label: labels.note(),
            note: labels.note(),
        };
        o.id = if by_rule == 0 {
            ids.text()
        } else {
            let of = match o.of {
                Some(ix) => Kind::from_index(observation_rows.get(KIND, ix.at())? as u8),
                None => None,
            };
            id.clear();
            name(
                &mut id,
                &o,
                of,
                &tables.entities,
                tables.indicators.get(o.indicator.at())?,
                spoken,
            );
            Text::from(&*id)
        };
        tables.observations.push(o);

        let digits = printed.to_string();
        let mut list = Vec::new();
        for _ in 0..count {
            let [source, paragraph, occurrence, template] = locator_rows.row(locator)?;
            locator += 1;
            list.push(Locator {
                source: SourceIx(source as u16),
                paragraph: paragraph as u16,
                occurrence: occurrence as u16,
                figure: match *templates.get(template as usize)? {
                    (front, Some(rest)) => [front, &digits, rest].concat().into(),
                    (text, None) => Text::there(text),
                },
            });
        }
        tables.locators.push(list);
    }
    tables.relations.reserve_exact(relations);
    for at in 0..relations {
        let [kind, to, from] = relation_rows.row(at)?;
        let to = to as usize;
        tables.relations.push(Relation {
            kind: RelationKind::from_index(kind as u8)?,
            from: ObservationIx::of(to.wrapping_add_signed(step(from)))?,
            to: ObservationIx::of(to)?,
            note: labels.note(),
        });
    }
    Some(tables)
}

/// The columns of numbers that each observation has, and which of them says what sort of statement it is.
const OBSERVATION_COLUMNS: usize = 17;
const KIND: usize = 11;

fn measure(zh: &mut Texts, en: &mut Texts) -> Measure {
    let (zh, en_one, other) = (zh.text(), en.next(), en.text());
    let en_other = if other.is_empty() {
        [en_one, "s"].concat().into()
    } else {
        other
    };
    let en_one = Text::there(en_one);
    Measure { zh, en_one, en_other }
}
