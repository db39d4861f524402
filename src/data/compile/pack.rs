//! Writes checked tables in compact form; `unpack` in the library is its mirror image.
//!
//! Everything goes column by column, so that like stands by like and compresses well: numbers of 32 bits in one stream,
//! seven bits a byte, texts in another, each closed by a NUL. In front stands how long all of them are, so that nothing
//! has to be walked through to find what comes behind it. An id by rule, a short name that is the name, and the digits
//! of a figure that are its value take no bytes.

use super::super::model::{Label, Tables};
use super::super::naming::{name, short};
use crate::format::{Decimal, Part, Period, Point};

/// Stands in the template of a figure for the digits of its value.
pub(crate) const DIGITS: char = '\u{1}';

/// The numbers under way.
#[derive(Default)]
struct Writer {
    numbers: Vec<u8>,
}

impl Writer {
    /// An unsigned number, seven bits a byte.
    fn number(&mut self, mut value: u32) {
        while value >= 0x80 {
            self.numbers.push((value as u8 & 0x7f) | 0x80);
            value >>= 7;
        }
        self.numbers.push(value as u8);
    }

    /// A column of numbers.
    fn column(&mut self, values: impl IntoIterator<Item = u32>) {
        values.into_iter().for_each(|value| self.number(value));
    }

    /// A column of places that may be missing: 0, or the place plus one.
    fn places(&mut self, values: impl IntoIterator<Item = Option<usize>>) {
        self.column(values.into_iter().map(|value| value.map_or(0, |at| at as u32 + 1)));
    }

    /// A period: its sort, then its points.
    fn period(&mut self, period: Period) {
        let (sort, points): (u32, &[Point]) = match &period {
            Period::PerYear => (0, &[]),
            Period::At(point) => (1, &[*point]),
            Period::Since(point) => (2, &[*point]),
            Period::Until(point) => (3, &[*point]),
            Period::Range(start, end) => (4, &[*start, *end]),
        };
        self.number(sort);
        for point in points {
            self.number(u32::from(point.year));
            self.number(match point.part {
                Part::Year => 0,
                Part::Quarter(q) => u32::from(q),
                Part::Month(m) => 4 + u32::from(m),
                Part::Day(m, d) => 16 + u32::from(m) * 32 + u32::from(d),
            });
        }
    }
}

/// A signed number as an unsigned one, small ones small whatever their sign.
fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

/// As [`zigzag`], of a distance between two rows or the like.
fn step(value: i64) -> u32 {
    zigzag(value) as u32
}

/// A column of texts, each closed by a NUL.
fn texts<T: AsRef<str>>(column: impl IntoIterator<Item = T>) -> String {
    let mut out = String::new();
    for text in column {
        out.extend(text.as_ref().chars().filter(|&c| c != '\0'));
        out.push('\0');
    }
    out
}

/// The distinct members of a list, in the order in which they come, and the place of each among them.
fn distinct<T: PartialEq>(list: impl IntoIterator<Item = T>) -> (Vec<T>, Vec<u32>) {
    let mut found: Vec<T> = Vec::new();
    let mut places = Vec::new();
    for item in list {
        let place = found.iter().position(|other| *other == item).unwrap_or_else(|| {
            found.push(item);
            found.len() - 1
        });
        places.push(place as u32);
    }
    (found, places)
}

/// A printed figure with its value's digits taken out.
fn template(figure: &str, value: Decimal, magnitude: u8) -> String {
    let digits = value
        .shifted(-(magnitude as i8))
        .map(|value| value.to_string())
        .unwrap_or_default();
    if digits.is_empty() {
        figure.to_owned()
    } else {
        figure.replacen(&digits, &DIGITS.to_string(), 1)
    }
}

/// The compact form of checked tables: numbers, and texts.
#[must_use]
pub fn pack(tables: &Tables) -> (Vec<u8>, String) {
    let mut w = Writer::default();
    let Tables {
        sources,
        entities,
        indicators,
        observations,
        locators,
        relations,
    } = tables;

    w.column(entities.iter().map(|entity| entity.kind as u32));
    w.places(entities.iter().map(|entity| entity.parent.map(|ix| ix.at())));
    w.column(sources.iter().map(|source| u32::from(source.about.0)));
    w.column(sources.iter().map(|source| source.date_basis as u32));
    sources.iter().for_each(|source| w.period(source.date));
    w.column(indicators.iter().map(|indicator| indicator.topic as u32));
    w.column(indicators.iter().map(|indicator| indicator.nature as u32));
    w.column(
        indicators
            .iter()
            .map(|indicator| indicator.units.iter().fold(0, |set, &unit| set | 1 << unit as u32)),
    );

    let (periods, period_places) = distinct(observations.iter().map(|o| o.period));
    periods.iter().for_each(|&period| w.period(period));
    let mut before = 0;
    w.column(observations.iter().map(|o| {
        let step = u32::from(o.entity.0) - before;
        before = u32::from(o.entity.0);
        step
    }));
    w.column(observations.iter().map(|o| u32::from(o.indicator.0)));
    w.column(observations.iter().map(|o| zigzag(o.value.mantissa()) as u32));
    w.column(observations.iter().map(|o| (zigzag(o.value.mantissa()) >> 32) as u32));
    w.column(
        observations
            .iter()
            .map(|o| step(i64::from(o.value.exponent()) - i64::from(o.magnitude))),
    );
    w.column(observations.iter().map(|o| u32::from(o.magnitude)));
    w.column(observations.iter().map(|o| o.unit as u32));
    w.column(period_places);
    w.column(observations.iter().map(|o| o.period_basis as u32));
    w.column(observations.iter().map(|o| o.status as u32));
    w.column(observations.iter().map(|o| o.qualifier as u32));
    w.column(observations.iter().map(|o| o.kind as u32));
    w.places(observations.iter().map(|o| o.basis.map(|basis| basis as usize)));
    w.places(observations.iter().map(|o| o.scope.map(|ix| ix.at())));
    // An observation mostly modifies one that stands shortly before it.
    w.column(
        observations
            .iter()
            .enumerate()
            .map(|(at, o)| o.of.map_or(0, |of| step(at as i64 - of.at() as i64))),
    );
    let kind_of = |of: Option<super::super::model::ObservationIx>| of.map(|ix| observations[ix.at()].kind);
    let by_rule = |at: usize| {
        let (o, mut id) = (&observations[at], String::new());
        let indicator = &indicators[o.indicator.at()];
        name(&mut id, o, kind_of(o.of), entities, indicator, &short(o.period));
        *o.id == *id
    };

    w.column(locators.iter().map(|list| list.len() as u32));
    w.column(locators.iter().flatten().map(|locator| u32::from(locator.source.0)));
    w.column(locators.iter().flatten().map(|locator| u32::from(locator.paragraph)));
    w.column(locators.iter().flatten().map(|locator| u32::from(locator.occurrence)));
    let figures = observations.iter().zip(locators).flat_map(|(o, list)| {
        list.iter()
            .map(|locator| template(&locator.figure, o.value, o.magnitude))
    });
    let (templates, template_places) = distinct(figures);
    w.column(template_places);

    w.column(relations.iter().map(|relation| relation.kind as u32));
    w.column(relations.iter().map(|relation| relation.to.at() as u32));
    w.column(
        relations
            .iter()
            .map(|relation| step(relation.from.at() as i64 - relation.to.at() as i64)),
    );

    let (names, notes) = labels(tables);
    let spaced = |id: &str| id.replace('-', " ");
    let mut zh: Vec<&str> = Vec::new();
    // An id is much like the name in English beside it, the more so with spaces for hyphens.
    let mut en: Vec<String> = Vec::new();
    for (label, role) in &names {
        match role {
            Role::Long(id) => en.push(spaced(id)),
            Role::Short(_) | Role::Other => {}
        }
        let long = if let Role::Short(long) = role { Some(long) } else { None };
        zh.push(if long.is_some_and(|long| long.zh == label.zh) {
            ""
        } else {
            &label.zh
        });
        en.push(if long.is_some_and(|long| long.en == label.en) {
            String::new()
        } else {
            label.en.to_string()
        });
    }
    let measures = || indicators.iter().filter_map(|indicator| indicator.measure.as_ref());
    let measures_en = measures().flat_map(|measure| {
        let regular = measure.en_other.strip_suffix('s') == Some(&measure.en_one);
        [&*measure.en_one, if regular { "" } else { &measure.en_other }]
    });
    let other_ids = (0..observations.len()).map(|at| if by_rule(at) { "" } else { &*observations[at].id });

    let columns = [
        texts(zh),
        texts(notes.iter().map(|note| note.map_or("", |note| &*note.zh))),
        texts(
            indicators
                .iter()
                .map(|indicator| indicator.measure.as_ref().map_or("", |measure| &*measure.zh)),
        ),
        texts(&templates),
        texts(en),
        texts(notes.iter().flatten().map(|note| &*note.en)),
        texts(measures_en),
        texts(other_ids),
        texts(sources.iter().map(|source| &*source.sha256)),
    ];
    let counts = [
        sources.len(),
        entities.len(),
        indicators.len(),
        observations.len(),
        locators.iter().flatten().count(),
        relations.len(),
        periods.len(),
    ];
    let mut head = Writer::default();
    head.column(counts.map(|n| n as u32));
    head.column(columns.iter().map(|column| column.len() as u32));
    ([head.numbers, w.numbers].concat(), columns.concat())
}

/// What a name is of its row.
enum Role<'a> {
    /// The long one, which comes with the id.
    Long(&'a str),
    /// The short one, which may repeat the long one.
    Short(&'a Label),
    /// Another one.
    Other,
}

/// All labels: names, which are always there, and notes, which may be missing.
fn labels(tables: &Tables) -> (Vec<(&Label, Role<'_>)>, Vec<Option<&Label>>) {
    let mut names = Vec::new();
    let mut notes = Vec::new();
    for entity in &tables.entities {
        names.extend([
            (&entity.name, Role::Long(&entity.id)),
            (&entity.short, Role::Short(&entity.name)),
        ]);
        notes.push(entity.note.as_ref());
    }
    for indicator in &tables.indicators {
        names.extend([
            (&indicator.name, Role::Long(&indicator.id)),
            (&indicator.short, Role::Short(&indicator.name)),
        ]);
        notes.push(indicator.note.as_ref());
    }
    for source in &tables.sources {
        names.extend([
            (&source.title, Role::Long(&source.id)),
            (&source.short, Role::Short(&source.title)),
        ]);
        names.push((&source.publisher, Role::Other));
        notes.push(source.note.as_ref());
    }
    for observation in &tables.observations {
        notes.extend([observation.scope_label.as_ref(), observation.note.as_ref()]);
    }
    notes.extend(tables.relations.iter().map(|relation| relation.note.as_ref()));
    (names, notes)
}
