//! Reads what `compile::pack` wrote. What it did not write gives nothing, or nonsense, but never a panic.
//!
//! Every page goes through this before its first picture, in code that no browser has optimised yet. So each byte is
//! looked at once, by short loops, and texts stay where they are.

mod columns;

use self::columns::{Numbers, Texts, place, read, signed, step};
use super::compile::DIGITS;
use super::model::{
    Entity, EntityIx, EntityKind, Indicator, IndicatorIx, Label, Locator, Measure, Observation, ObservationIx,
    Relation, RelationKind, Source, SourceIx, Tables, Topic,
};
use super::naming::{name, short};
use super::text::Text;
use crate::format::{Basis, Decimal, Kind, Nature, PeriodBasis, Qualifier, Status, Unit};

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
mod tests;
