//! One figure, written in a language: number, word of its power of ten, unit and qualifier.

use super::lang::{Lang, Msg, message, word};
use super::number::{self, absolute, scaled};
use super::value::{Decimal, Kind, Qualifier, Unit};

/// The words for what is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measure<'a> {
    /// What follows the number in Chinese: 个, 家, 项.
    pub classifier: &'a str,
    /// The English noun for one: "project".
    pub one: &'a str,
    /// The English noun for any other number: "projects".
    pub other: &'a str,
}

/// A figure to be written. The value's exponent is the printed precision.
#[derive(Clone, Copy, Debug)]
pub struct Figure<'a> {
    /// The value in base units.
    pub value: Decimal,
    /// The power of ten that was printed as a word: 8 for 亿, 4 for 万, 6 for million, 0 for none.
    pub magnitude: u8,
    /// What the value is measured in.
    pub unit: Unit,
    /// What sort of statement it is.
    pub kind: Kind,
    /// How exact it claims to be.
    pub qualifier: Qualifier,
    /// What is counted, for [`Unit::Count`].
    pub measure: Option<Measure<'a>>,
}

/// A figure taken apart for a large number and a small unit; the four texts in order are the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FigureParts {
    /// What stands before the number: "约", "about CN¥".
    pub before: String,
    /// The digits.
    pub number: String,
    /// The word of the power of ten and the unit: "亿元", " billion".
    pub unit: String,
    /// What stands behind all of it: "以上".
    pub after: String,
}

// Private marks around the number and around the figure without its qualifier. They never leave this file.
const NUMBER: [char; 2] = ['\u{1}', '\u{2}'];
const BARE: [char; 2] = ['\u{3}', '\u{4}'];

impl<'a> Figure<'a> {
    /// An exact figure without a printed word of magnitude.
    #[must_use]
    pub const fn new(value: Decimal, unit: Unit) -> Self {
        Self {
            value,
            magnitude: 0,
            unit,
            kind: Kind::Level,
            qualifier: Qualifier::Exact,
            measure: None,
        }
    }

    /// The same, printed with a word for a power of ten.
    #[must_use]
    pub const fn at(mut self, magnitude: u8) -> Self {
        self.magnitude = magnitude;
        self
    }

    /// The same with another qualifier.
    #[must_use]
    pub const fn qualified(mut self, qualifier: Qualifier) -> Self {
        self.qualifier = qualifier;
        self
    }

    /// The same with words for what is counted.
    #[must_use]
    pub const fn counting(mut self, measure: Measure<'a>) -> Self {
        self.measure = Some(measure);
        self
    }
}

/// The figure as a text: "317.19亿元", "CN¥31.719 billion", "约30万人", "over 1,000 jobs".
#[must_use]
pub fn figure(lang: Lang, figure: &Figure) -> String {
    let mut text = marked(lang, figure, "");
    text.retain(|c| !NUMBER.contains(&c) && !BARE.contains(&c));
    text
}

/// The figure with its sign, for changes: "+8.6%", "−2.1%"; zero has none.
#[must_use]
pub fn signed(lang: Lang, figure: &Figure) -> String {
    let sign = if figure.value.mantissa() > 0 { "+" } else { "" };
    let mut text = marked(lang, figure, sign);
    text.retain(|c| !NUMBER.contains(&c) && !BARE.contains(&c));
    text
}

/// The figure taken apart.
#[must_use]
pub fn figure_parts(lang: Lang, figure: &Figure) -> FigureParts {
    parts_of(&marked(lang, figure, ""))
}

/// The figure with its sign, taken apart.
#[must_use]
pub fn signed_parts(lang: Lang, figure: &Figure) -> FigureParts {
    let sign = if figure.value.mantissa() > 0 { "+" } else { "" };
    parts_of(&marked(lang, figure, sign))
}

/// Cuts a marked text at its marks.
fn parts_of(text: &str) -> FigureParts {
    let (before, rest) = text.split_once(NUMBER[0]).unwrap_or(("", text));
    let (number, rest) = rest.split_once(NUMBER[1]).unwrap_or((rest, ""));
    let (unit, after) = rest.split_once(BARE[1]).unwrap_or((rest, ""));
    FigureParts {
        before: before.replace(BARE[0], ""),
        number: number.to_owned(),
        unit: unit.to_owned(),
        after: after.to_owned(),
    }
}

/// The figure with marks around its number and around what the qualifier goes around.
fn marked(lang: Lang, figure: &Figure, sign: &str) -> String {
    let table = lang.table();
    let (value, scale) = scaled(table, figure.value, figure.magnitude);
    let number = if matches!(figure.unit, Unit::Date) {
        number::write(table, value, false)
    } else {
        number::write(table, value, true)
    };
    let number = [&NUMBER[0].to_string(), sign, &number, &NUMBER[1].to_string()].concat();
    // 1000余人, but 超200亿元 and 超8人: 余 stands behind round whole numbers only.
    let round = scale.is_empty() && value.exponent() >= 0 && absolute(value).mantissa() >= 10 && {
        value.exponent() > 0 || value.mantissa() % 10 == 0
    };
    let over_round = figure.qualifier == Qualifier::Over && round;
    let number = if over_round {
        message(lang, Msg::OverRoundNumber, &[("number", &number)])
    } else {
        number
    };
    let number = if scale.is_empty() {
        number
    } else {
        message(lang, Msg::Scaled, &[("number", &number), ("scale", scale)])
    };
    let measure = figure.measure.unwrap_or_default();
    let args = [
        ("number", number.as_str()),
        ("classifier", measure.classifier),
        ("one", measure.one),
        ("other", measure.other),
    ];
    let bare = message(lang, unit_message(figure.unit), &args);
    let bare = bare.trim_end_matches([' ', '\u{a0}']);
    let bare = [&BARE[0].to_string(), bare, &BARE[1].to_string()].concat();
    let qualified = match figure.qualifier {
        Qualifier::Exact => return bare,
        Qualifier::About => Msg::QualifiedAbout,
        Qualifier::Over if over_round => Msg::QualifiedOverRound,
        Qualifier::Over => Msg::QualifiedOver,
        Qualifier::AtLeast => Msg::QualifiedAtLeast,
        Qualifier::UpTo => Msg::QualifiedUpTo,
    };
    message(lang, qualified, &[("figure", &bare)])
}

/// The message that writes a number in a unit.
const fn unit_message(unit: Unit) -> Msg {
    match unit {
        Unit::Cny => Msg::FigureCny,
        Unit::Usd => Msg::FigureUsd,
        Unit::Percent => Msg::FigurePercent,
        Unit::Pp => Msg::FigurePp,
        Unit::Rank => Msg::FigureRank,
        Unit::Multiple => Msg::FigureMultiple,
        Unit::Count => Msg::FigureCount,
        Unit::Persons => Msg::FigurePersons,
        Unit::Households => Msg::FigureHouseholds,
        Unit::Km2 => Msg::FigureKm2,
        Unit::M2 => Msg::FigureM2,
        Unit::M3 => Msg::FigureM3,
        Unit::Mu => Msg::FigureMu,
        Unit::Ha => Msg::FigureHa,
        Unit::Km => Msg::FigureKm,
        Unit::Inch => Msg::FigureInch,
        Unit::Months => Msg::FigureMonths,
        Unit::Years => Msg::FigureYears,
        Unit::Date => Msg::FigureDate,
        Unit::Hours => Msg::FigureHours,
    }
}

/// A value between two bounds in the figure's unit and magnitude: "约184.3–184.8亿元".
#[must_use]
pub fn interval(lang: Lang, low: Decimal, high: Decimal, like: &Figure) -> String {
    if low.same_value(high) {
        return figure(lang, &Figure { value: high, ..*like });
    }
    // The upper bound chooses the word; the lower one is written at the same power.
    let table = lang.table();
    let (top, scale) = scaled(table, high, like.magnitude);
    let power = table
        .scales
        .iter()
        .find(|(_, w)| *w == scale && !scale.is_empty())
        .map_or(0, |s| s.0);
    let bottom = number::scaled_down(low, power, like.magnitude);
    let range = message(
        lang,
        Msg::Range,
        &[
            ("low", &number::write(table, bottom, true)),
            ("high", &number::write(table, top, true)),
        ],
    );
    let whole = marked(
        lang,
        &Figure {
            value: high,
            qualifier: Qualifier::About,
            ..*like
        },
        "",
    );
    let parts = parts_of(&whole);
    [parts.before, range, parts.unit, parts.after].concat()
}

/// The name of a unit where no number stands: "亿元", "CN¥ billion", "projects".
pub(crate) fn unit_name(lang: Lang, unit: Unit, measure: Option<Measure>, scale: &str) -> String {
    let msg = match unit {
        Unit::Cny => Msg::UnitCny,
        Unit::Usd => Msg::UnitUsd,
        Unit::Percent => Msg::UnitPercent,
        Unit::Pp => Msg::UnitPp,
        Unit::Rank => Msg::UnitRank,
        Unit::Multiple => Msg::UnitMultiple,
        Unit::Count => Msg::UnitCount,
        Unit::Persons => Msg::UnitPersons,
        Unit::Households => Msg::UnitHouseholds,
        Unit::Km2 => Msg::UnitKm2,
        Unit::M2 => Msg::UnitM2,
        Unit::M3 => Msg::UnitM3,
        Unit::Mu => Msg::UnitMu,
        Unit::Ha => Msg::UnitHa,
        Unit::Km => Msg::UnitKm,
        Unit::Inch => Msg::UnitInch,
        Unit::Months => Msg::UnitMonths,
        Unit::Years => Msg::UnitYears,
        Unit::Date => return word(lang, Msg::UnitDate).to_owned(),
        Unit::Hours => Msg::UnitHours,
    };
    let measure = measure.unwrap_or_default();
    let args = [
        ("scale", scale),
        ("classifier", measure.classifier),
        ("other", measure.other),
    ];
    message(lang, msg, &args).trim_matches([' ', '\u{a0}']).to_owned()
}
