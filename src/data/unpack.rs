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
struct Texts {
    all: &'static str,
    /// Where the next one begins.
    at: usize,
}

impl Texts {
    const fn new(all: &'static str) -> Self {
        Self { all, at: 0 }
    }

    #[inline(never)]
    fn next(&mut self) -> &'static str {
        let (bytes, start) = (self.all.as_bytes(), self.at);
        let mut end = start;
        while end < bytes.len() && bytes[end] != 0 {
            end += 1;
        }
        self.at = end + 1;
        self.all.get(start..end).unwrap_or_default()
    }

    fn text(&mut self) -> Text {
        Text::there(self.next())
    }
}

/// The labels: the names that are always there, and the notes, which are empty where there is none.
struct Labels {
    zh: Texts,
    en: Texts,
    notes_zh: Texts,
    notes_en: Texts,
}

impl Labels {
    #[inline(never)]
    fn name(&mut self) -> Label {
        Label {
            zh: self.zh.text(),
            en: self.en.text(),
        }
    }

    /// A name and the short one, which is the long one where it is empty; adds the id that stands before them.
    #[inline(never)]
    fn names(&mut self, ids: &mut String) -> [Label; 2] {
        ids.push_str(self.en.next());
        ids.push('\0');
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
        let zh = self.notes_zh.next();
        (!zh.is_empty()).then(|| Label {
            zh: Text::there(zh),
            en: self.notes_en.text(),
        })
    }
}

/// Texts that are made up, in one piece: it is kept for good, as the bundled dataset is.
fn kept(made: String) -> Texts {
    Texts::new(Box::leak(made.into_boxed_str()))
}

/// The tables that these numbers and texts hold; `None` where they hold none.
pub(super) fn unpack(numbers: &[u8], texts: &'static str) -> Option<Tables> {
    let mut tables = Tables::default();
    fill(&mut tables, &read(numbers), texts)?;
    Some(tables)
}

/// Fills the tables, which are empty.
fn fill(tables: &mut Tables, numbers: &[u32], mut texts: &'static str) -> Option<()> {
    let (mut spans, mut templates, mut made) = (Vec::new(), Vec::new(), String::new());
    let n = &mut Numbers(numbers);
    let counts: [u32; 7] = n.table(7, 1)?.row(0)?;
    let [
        sources,
        entities,
        indicators,
        observations,
        locators,
        relations,
        periods,
    ] = counts.map(|count| count as usize);
    // Texts are cut up by their lengths, numbers in the order in which the packer writes them.
    let mut columns = [const { Texts::new("") }; 9];
    for column in &mut columns {
        (column.all, texts) = texts.split_at_checked(n.next()? as usize)?;
    }
    let [
        zh,
        notes_zh,
        mut measures_zh,
        mut printed,
        en,
        notes_en,
        mut measures_en,
        mut other_ids,
        mut sums,
    ] = columns;
    let entity_rows = n.table(2, entities)?;
    let source_rows = n.table(2, sources)?;
    let mut dates = Numbers(n.0);
    for _ in 0..sources {
        n.period()?;
    }
    let indicator_rows = n.table(3, indicators)?;
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
        notes_zh,
        notes_en,
    };

    let mut ids = String::new();
    tables.entities.reserve_exact(entities);
    for at in 0..entities {
        let [kind, parent] = entity_rows.row(at)?;
        let kind = EntityKind::from_index(kind as u8)?;
        let [name, short] = labels.names(&mut ids);
        tables.entities.push(Entity {
            id: Text::default(),
            kind,
            parent: place(parent).and_then(EntityIx::of),
            name,
            short,
            note: labels.note(),
        });
    }
    tables.indicators.reserve_exact(indicators);
    for at in 0..indicators {
        let [topic, nature, mut set] = indicator_rows.row(at)?;
        let (topic, nature) = (Topic::from_index(topic as u8)?, Nature::from_index(nature as u8)?);
        let mut units = Vec::new();
        while set != 0 {
            if let Some(unit) = Unit::from_index(set.trailing_zeros() as u8) {
                units.push(unit);
            }
            set &= set - 1;
        }
        let [name, short] = labels.names(&mut ids);
        tables.indicators.push(Indicator {
            id: Text::default(),
            topic,
            nature,
            units,
            measure: measure(measures_zh.next(), &mut measures_en),
            name,
            short,
            note: labels.note(),
        });
    }
    tables.sources.reserve_exact(sources);
    for at in 0..sources {
        let [about, date_basis] = source_rows.row(at)?;
        let (date, date_basis) = (dates.period()?, PeriodBasis::from_index(date_basis as u8)?);
        let [title, short] = labels.names(&mut ids);
        tables.sources.push(Source {
            id: Text::default(),
            about: EntityIx(about as u16),
            title,
            short,
            publisher: labels.name(),
            date,
            date_basis,
            sha256: sums.text(),
            note: labels.note(),
        });
    }

    // Ids have hyphens where the packer put spaces.
    let mut ids = kept(ids.replace(' ', "-"));
    for entity in &mut tables.entities {
        entity.id = ids.text();
    }
    for indicator in &mut tables.indicators {
        indicator.id = ids.text();
    }
    for source in &mut tables.sources {
        source.id = ids.text();
    }

    // The templates of figures: what stands before the digits, and what behind, where there are any.
    while printed.at < printed.all.len() {
        let text = printed.next();
        templates.push(
            text.split_once(DIGITS)
                .map_or((text, None), |(front, rest)| (front, Some(rest))),
        );
    }
    let (mut entity, mut locator) = (0u16, 0);
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
            count,
        ] = observation_rows.row(at)?;
        entity = entity.wrapping_add(step_of_entity as u16);
        let value = Decimal::new(signed(u64::from(high) << 32 | u64::from(low)), step(decimals) as i8)?;
        let (period, spoken) = spans.get(period as usize)?;
        let of = match step(of) {
            0 => None,
            step => Some(ObservationIx::of(at.wrapping_add_signed(step.wrapping_neg()))?),
        };
        let of_kind = match of {
            Some(ix) => Kind::from_index(observation_rows.get(KIND, ix.at())? as u8),
            None => None,
        };
        let indicator_row = tables.indicators.get(indicator as usize)?;
        let (unit, status) = (Unit::from_index(unit as u8)?, Status::from_index(status as u8)?);
        let (kind, qualifier) = (Kind::from_index(kind as u8)?, Qualifier::from_index(qualifier as u8)?);
        let o = Observation {
            id: other_ids.text(),
            entity: EntityIx(entity),
            indicator: IndicatorIx(indicator as u16),
            value: value.shifted(magnitude as i8)?,
            magnitude: magnitude as u8,
            unit,
            period: *period,
            period_basis: PeriodBasis::from_index(period_basis as u8)?,
            status,
            qualifier,
            kind,
            basis: place(basis).and_then(|at| Basis::from_index(at as u8)),
            scope: place(scope).and_then(EntityIx::of),
            of,
            scope_label: labels.note(),
            note: labels.note(),
        };
        if o.id.is_empty() {
            name(&mut made, &o, of_kind, &tables.entities, indicator_row, spoken);
            made.push('\0');
        }
        tables.observations.push(o);

        let mut list = Vec::with_capacity((count as usize).min(locators));
        for _ in 0..count {
            let [source, paragraph, occurrence, template] = locator_rows.row(locator)?;
            locator += 1;
            let (front, rest) = *templates.get(template as usize)?;
            made.push_str(front);
            if let Some(rest) = rest {
                made.push_str(if value.is_negative() { "-" } else { "" });
                value.digits(&mut made);
                made.push_str(rest);
            }
            made.push('\0');
            list.push(Locator {
                source: SourceIx(source as u16),
                paragraph: paragraph as u16,
                occurrence: occurrence as u16,
                figure: Text::default(),
            });
        }
        tables.locators.push(list);
    }
    let mut made = kept(made);
    for (o, list) in tables.observations.iter_mut().zip(&mut tables.locators) {
        if o.id.is_empty() {
            o.id = made.text();
        }
        for locator in list {
            locator.figure = made.text();
        }
    }

    tables.relations.reserve_exact(relations);
    for at in 0..relations {
        let [kind, to, from] = relation_rows.row(at)?;
        let (kind, to) = (RelationKind::from_index(kind as u8)?, to as usize);
        tables.relations.push(Relation {
            kind,
            from: ObservationIx::of(to.wrapping_add_signed(step(from)))?,
            to: ObservationIx::of(to)?,
            note: labels.note(),
        });
    }
    Some(())
}

/// The columns of numbers that each observation has, and which of them says what sort of statement it is.
const OBSERVATION_COLUMNS: usize = 16;
const KIND: usize = 11;

/// The measure words, where there are any.
fn measure(zh: &'static str, en: &mut Texts) -> Option<Measure> {
    if zh.is_empty() {
        return None;
    }
    let (en_one, other) = (en.next(), en.text());
    Some(Measure {
        zh: Text::there(zh),
        en_one: Text::there(en_one),
        en_other: if other.is_empty() {
            [en_one, "s"].concat().into()
        } else {
            other
        },
    })
}

#[cfg(test)]
mod tests {
    use super::super::Dataset;
    use super::super::compile::pack;
    use super::*;

    /// The bundled tables, packed again; what unpacking needs for good is kept for good.
    fn packed() -> (Vec<u8>, &'static str) {
        let (numbers, texts) = pack(Dataset::bundled().tables());
        (numbers, texts.leak())
    }

    #[test]
    fn what_was_packed_is_unpacked() {
        let (numbers, texts) = packed();
        assert!(unpack(&numbers, texts).as_ref() == Some(Dataset::bundled().tables()));
        let (numbers, texts) = pack(&Tables::default());
        assert_eq!(unpack(&numbers, texts.leak()), Some(Tables::default()));
    }

    /// Extremes that no curated figure has: all digits that fit, figures without digits, ids with a status.
    #[test]
    fn any_value_is_unpacked() {
        let mut tables = Dataset::bundled().tables().clone();
        let values = [i64::MAX, i64::MIN, -1, 0, 999_999_999_999_999_999, 1 << 32, -(1 << 31)];
        for (at, value) in values.into_iter().enumerate() {
            let o = &mut tables.observations[at];
            let exponent = at as i8 * 3 - 9;
            o.value = Decimal::new(value, exponent).unwrap_or(Decimal::ZERO);
            o.magnitude = 0;
            tables.locators[at][0].figure = format!("~{}%", o.value).into();
            let mut bare = tables.locators[at][0].clone();
            bare.figure = "no digits".into();
            tables.locators[at].push(bare);
        }
        let (numbers, texts) = pack(&tables);
        assert!(unpack(&numbers, texts.leak()) == Some(tables));
    }

    #[test]
    fn damaged_bytes_give_nothing_or_nonsense() {
        let (whole, texts) = packed();
        let (mut state, mut nothing, mut nonsense) = (7u64, 0, 0);
        let mut random = |below: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % below
        };
        for case in 0..1000 {
            let (mut numbers, mut texts) = (whole.clone(), texts);
            match case % 4 {
                0 => numbers.truncate(random(whole.len())),
                1 => {
                    let at = (0..=random(texts.len())).rev().find(|&at| texts.is_char_boundary(at));
                    texts = &texts[..at.unwrap_or(0)];
                }
                // The head says how long everything is.
                2 => numbers[random(24)] = random(256) as u8,
                _ => numbers[random(whole.len())] ^= 1 << random(7),
            }
            match unpack(&numbers, texts) {
                None => nothing += 1,
                Some(tables) if tables != *Dataset::bundled().tables() => nonsense += 1,
                Some(_) => {}
            }
        }
        assert!(
            nothing > 100 && nonsense > 100,
            "{nothing} and {nonsense} of 1000 cases"
        );
        assert_eq!(unpack(&[], ""), None);
        assert_eq!(unpack(&[0xff; 4096], ""), None);
        assert_eq!(unpack(&[0x7f; 4096], texts), None);
    }
}
