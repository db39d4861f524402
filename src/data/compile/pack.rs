//! Writes checked tables as compact bytes; `unpack` in the library is its mirror image.

use super::super::model::{Label, Tables};
use crate::format::{Part, Period, Point};

/// The bytes under way: numbers and texts apart, since each packs better among its own.
#[derive(Default)]
struct Writer {
    numbers: Vec<u8>,
    texts: Vec<u8>,
}

impl Writer {
    /// An unsigned number, seven bits a byte.
    fn number(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.numbers.push((value as u8 & 0x7f) | 0x80);
            value >>= 7;
        }
        self.numbers.push(value as u8);
    }

    fn place(&mut self, value: usize) {
        self.number(value as u64);
    }

    /// A place that may be missing: 0, or the place plus one.
    fn maybe(&mut self, value: Option<usize>) {
        self.place(value.map_or(0, |at| at + 1));
    }

    /// A signed number, small ones short whatever their sign.
    fn signed(&mut self, value: i64) {
        self.number(((value << 1) ^ (value >> 63)) as u64);
    }

    /// A text, closed by a NUL.
    fn text(&mut self, text: &str) {
        self.texts.extend(text.bytes().filter(|&b| b != 0));
        self.texts.push(0);
    }

    fn label(&mut self, label: &Label) {
        self.text(&label.zh);
        self.text(&label.en);
    }

    fn note(&mut self, label: Option<&Label>) {
        self.number(u64::from(label.is_some()));
        if let Some(label) = label {
            self.label(label);
        }
    }

    fn period(&mut self, period: Period) {
        match period {
            Period::PerYear => self.number(0),
            Period::At(point) => self.points(1, &[point]),
            Period::Since(point) => self.points(2, &[point]),
            Period::Until(point) => self.points(3, &[point]),
            Period::Range(start, end) => self.points(4, &[start, end]),
        }
    }

    fn points(&mut self, sort: u64, points: &[Point]) {
        self.number(sort);
        for point in points {
            self.number(u64::from(point.year));
            self.number(match point.part {
                Part::Year => 0,
                Part::Quarter(q) => u64::from(q),
                Part::Month(m) => 4 + u64::from(m),
                Part::Day(m, d) => 16 + u64::from(m) * 32 + u64::from(d),
            });
        }
    }
}

/// The compact form of checked tables.
#[must_use]
pub fn pack(tables: &Tables) -> Vec<u8> {
    let mut w = Writer::default();
    w.place(tables.entities.len());
    for entity in &tables.entities {
        w.text(&entity.id);
        w.number(entity.kind as u64);
        w.maybe(entity.parent.map(|ix| ix.at()));
        w.label(&entity.name);
        w.label(&entity.short);
        w.note(entity.note.as_ref());
    }
    w.place(tables.sources.len());
    for source in &tables.sources {
        w.text(&source.id);
        w.place(source.about.at());
        w.label(&source.title);
        w.label(&source.short);
        w.label(&source.publisher);
        w.period(source.date);
        w.number(source.date_basis as u64);
        w.text(&source.sha256);
        w.note(source.note.as_ref());
    }
    w.place(tables.indicators.len());
    for indicator in &tables.indicators {
        w.text(&indicator.id);
        w.number(indicator.topic as u64);
        w.number(indicator.nature as u64);
        w.place(indicator.units.len());
        indicator.units.iter().for_each(|&unit| w.number(unit as u64));
        w.number(u64::from(indicator.measure.is_some()));
        if let Some(measure) = &indicator.measure {
            w.text(&measure.zh);
            w.text(&measure.en_one);
            w.text(&measure.en_other);
        }
        w.label(&indicator.name);
        w.label(&indicator.short);
        w.note(indicator.note.as_ref());
    }
    w.place(tables.observations.len());
    for (observation, locators) in tables.observations.iter().zip(&tables.locators) {
        w.text(&observation.id);
        w.place(observation.entity.at());
        w.place(observation.indicator.at());
        w.signed(observation.value.mantissa());
        w.signed(i64::from(observation.value.exponent()));
        w.number(u64::from(observation.magnitude));
        w.number(observation.unit as u64);
        w.period(observation.period);
        w.number(observation.period_basis as u64);
        w.number(observation.status as u64);
        w.number(observation.qualifier as u64);
        w.number(observation.kind as u64);
        w.maybe(observation.basis.map(|basis| basis as usize));
        w.maybe(observation.scope.map(|ix| ix.at()));
        w.note(observation.scope_label.as_ref());
        w.maybe(observation.of.map(|ix| ix.at()));
        w.note(observation.note.as_ref());
        w.place(locators.len());
        for locator in locators {
            w.place(locator.source.at());
            w.number(u64::from(locator.paragraph));
            w.number(u64::from(locator.occurrence));
            w.text(&locator.figure);
        }
    }
    w.place(tables.relations.len());
    for relation in &tables.relations {
        w.number(relation.kind as u64);
        w.place(relation.from.at());
        w.place(relation.to.at());
        w.note(relation.note.as_ref());
    }
    let mut out = Writer::default();
    out.place(w.numbers.len());
    out.numbers.extend(w.numbers);
    out.numbers.extend(w.texts);
    out.numbers
}
