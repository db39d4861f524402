//! Reads what `compile::pack` wrote. Bytes that it did not write give `None`, never a panic.

use super::model::{
    Entity, EntityIx, EntityKind, Indicator, IndicatorIx, Label, Locator, Measure, Observation, ObservationIx,
    Relation, RelationKind, Source, SourceIx, Tables, Text, Topic,
};
use crate::format::{Basis, Decimal, Kind, Nature, Part, Period, PeriodBasis, Point, Qualifier, Status, Unit};

struct Reader<'a> {
    numbers: &'a [u8],
    texts: &'a [u8],
}

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

    fn place(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    fn byte(&mut self) -> Option<u8> {
        u8::try_from(self.number()?).ok()
    }

    fn short(&mut self) -> Option<u16> {
        u16::try_from(self.number()?).ok()
    }

    fn maybe<T>(&mut self, of: impl Fn(usize) -> Option<T>) -> Option<Option<T>> {
        match self.place()? {
            0 => Some(None),
            at => Some(Some(of(at - 1)?)),
        }
    }

    fn signed(&mut self) -> Option<i64> {
        let value = self.number()?;
        Some((value >> 1) as i64 ^ -((value & 1) as i64))
    }

    fn text(&mut self) -> Option<Text> {
        let end = self.texts.iter().position(|&b| b == 0)?;
        let (text, rest) = self.texts.split_at(end);
        self.texts = &rest[1..];
        Some(std::str::from_utf8(text).ok()?.into())
    }

    fn label(&mut self) -> Option<Label> {
        Some(Label {
            zh: self.text()?,
            en: self.text()?,
        })
    }

    fn note(&mut self) -> Option<Option<Label>> {
        if self.number()? == 0 {
            Some(None)
        } else {
            Some(Some(self.label()?))
        }
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
        let year = self.short()?;
        let part = match self.short()? {
            0 => Part::Year,
            q @ 1..=4 => Part::Quarter(q as u8),
            m @ 5..=16 => Part::Month(m as u8 - 4),
            day => Part::Day(u8::try_from((day - 16) / 32).ok()?, ((day - 16) % 32) as u8),
        };
        Some(Point { year, part })
    }

    /// So many of what the closure reads; a count beyond the bytes that are left ends at once.
    fn many<T>(&mut self, mut read: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.place()?;
        (0..count).map(|_| read(self)).collect()
    }
}

/// The tables that these bytes hold; `None` where they hold none.
pub(super) fn unpack(bytes: &[u8]) -> Option<Tables> {
    let mut head = Reader {
        numbers: bytes,
        texts: &[],
    };
    let length = head.place()?;
    let (numbers, texts) = (head.numbers.get(..length)?, head.numbers.get(length..)?);
    let mut r = Reader { numbers, texts };
    let entities = r.many(entity)?;
    let sources = r.many(source)?;
    let indicators = r.many(indicator)?;
    let (observations, locators) = r.many(observation)?.into_iter().unzip();
    let relations = r.many(relation)?;
    Some(Tables {
        sources,
        entities,
        indicators,
        observations,
        locators,
        relations,
    })
}

fn entity(r: &mut Reader<'_>) -> Option<Entity> {
    Some(Entity {
        id: r.text()?,
        kind: EntityKind::from_index(r.byte()?)?,
        parent: r.maybe(EntityIx::of)?,
        name: r.label()?,
        short: r.label()?,
        note: r.note()?,
    })
}

fn source(r: &mut Reader<'_>) -> Option<Source> {
    Some(Source {
        id: r.text()?,
        about: EntityIx(r.short()?),
        title: r.label()?,
        short: r.label()?,
        publisher: r.label()?,
        date: r.period()?,
        date_basis: PeriodBasis::from_index(r.byte()?)?,
        sha256: r.text()?,
        note: r.note()?,
    })
}

fn indicator(r: &mut Reader<'_>) -> Option<Indicator> {
    Some(Indicator {
        id: r.text()?,
        topic: Topic::from_index(r.byte()?)?,
        nature: Nature::from_index(r.byte()?)?,
        units: r.many(|r| Unit::from_index(r.byte()?))?,
        measure: if r.number()? == 0 {
            None
        } else {
            Some(Measure {
                zh: r.text()?,
                en_one: r.text()?,
                en_other: r.text()?,
            })
        },
        name: r.label()?,
        short: r.label()?,
        note: r.note()?,
    })
}

fn observation(r: &mut Reader<'_>) -> Option<(Observation, Vec<Locator>)> {
    let observation = Observation {
        id: r.text()?,
        entity: EntityIx(r.short()?),
        indicator: IndicatorIx(r.short()?),
        value: Decimal::new(r.signed()?, i8::try_from(r.signed()?).ok()?)?,
        magnitude: r.byte()?,
        unit: Unit::from_index(r.byte()?)?,
        period: r.period()?,
        period_basis: PeriodBasis::from_index(r.byte()?)?,
        status: Status::from_index(r.byte()?)?,
        qualifier: Qualifier::from_index(r.byte()?)?,
        kind: Kind::from_index(r.byte()?)?,
        basis: r.maybe(|at| Basis::from_index(u8::try_from(at).ok()?))?,
        scope: r.maybe(EntityIx::of)?,
        scope_label: r.note()?,
        of: r.maybe(ObservationIx::of)?,
        note: r.note()?,
    };
    let locators = r.many(|r| {
        Some(Locator {
            source: SourceIx(r.short()?),
            paragraph: r.short()?,
            occurrence: r.short()?,
            figure: r.text()?,
        })
    })?;
    Some((observation, locators))
}

fn relation(r: &mut Reader<'_>) -> Option<Relation> {
    Some(Relation {
        kind: RelationKind::from_index(r.byte()?)?,
        from: ObservationIx::of(r.place()?)?,
        to: ObservationIx::of(r.place()?)?,
        note: r.note()?,
    })
}
