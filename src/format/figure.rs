//! One figure, written in a language: number, word of its power of ten, unit and qualifier.

use super::lang::{Lang, Msg, message, word};
use super::number::{self, MINUS, absolute, scaled};
use super::units::with_number;
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// The digits, with the sign where nothing stands between the two.
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

    /// A figure that was printed nowhere, such as a computed one, as a person would print it: 26.8亿, not 2680000000.
    #[must_use]
    pub fn natural(value: Decimal, unit: Unit) -> Self {
        let (value, magnitude) = number::natural(value);
        Self::new(value, unit).at(magnitude)
    }

    /// The same, printed with a word for a power of ten.
    #[must_use]
    pub const fn at(mut self, magnitude: u8) -> Self {
        self.magnitude = magnitude;
        self
    }

    /// The same as another sort of statement.
    #[must_use]
    pub const fn of_kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
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

    /// The same without its sign, for where a word says the direction.
    #[must_use]
    pub const fn unsigned(mut self) -> Self {
        self.value = absolute(self.value);
        self
    }
}

/// The figure as a text: "317.19亿元", "CN¥31.719 billion", "约30万人", "over 1,000 jobs".
#[must_use]
pub fn figure(lang: Lang, figure: &Figure) -> String {
    write(lang, figure, false, false)
}

/// The figure with its sign, for changes: "+8.6%", "−2.1%"; zero has none.
#[must_use]
pub fn signed(lang: Lang, figure: &Figure) -> String {
    write(lang, figure, true, false)
}

/// The figure taken apart.
#[must_use]
pub fn figure_parts(lang: Lang, figure: &Figure) -> FigureParts {
    parts(&marked(lang, figure, false))
}

/// The figure with its sign, taken apart.
#[must_use]
pub fn signed_parts(lang: Lang, figure: &Figure) -> FigureParts {
    parts(&marked(lang, figure, true))
}

/// A marked text cut at its marks.
pub(super) fn parts(text: &str) -> FigureParts {
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
pub(super) fn marked(lang: Lang, figure: &Figure, signed: bool) -> String {
    write(lang, figure, signed, true)
}

fn write(lang: Lang, figure: &Figure, signed: bool, marks: bool) -> String {
    let over_round = figure.qualifier == Qualifier::Over && figure.magnitude == 0 && is_round(figure.value);
    let mut text = bare(lang, figure, over_round, marks);
    let sign = match figure.value.mantissa() {
        ..=-1 => Some(MINUS),
        1.. if signed => Some('+'),
        _ => None,
    };
    if let Some(sign) = sign {
        // The sign belongs to the digits, and stands before a currency that stands before them.
        text.insert(usize::from(text.starts_with(NUMBER[0])), sign);
    }
    if marks {
        text = wrapped(text, BARE);
    }
    qualified(lang, figure.qualifier, over_round, text)
}

/// A text between two marks.
fn wrapped(mut text: String, [before, after]: [char; 2]) -> String {
    text.insert(0, before);
    text.push(after);
    text
}

/// The digits alone with their qualifier, at a power of ten that is said elsewhere: "约30", "1,000余", "over 1.2".
pub(super) fn qualified_number(lang: Lang, value: Decimal, qualifier: Qualifier, power: u8) -> String {
    let mut number = number::write(lang.table(), value, true);
    let inside = qualifier == Qualifier::Over && power == 0 && is_round(value);
    if inside {
        number = message(lang, Msg::OverRoundNumber, &[("number", &number)]);
    }
    qualified(lang, qualifier, inside, number)
}

/// Puts the words of a qualifier around a text; with `inside`, those that go with one beside the digits.
fn qualified(lang: Lang, qualifier: Qualifier, inside: bool, text: String) -> String {
    let msg = match qualifier {
        Qualifier::Exact => return text,
        Qualifier::About => Msg::QualifiedAbout,
        Qualifier::Over if inside => Msg::QualifiedOverRound,
        Qualifier::Over => Msg::QualifiedOver,
        Qualifier::AtLeast => Msg::QualifiedAtLeast,
        Qualifier::UpTo => Msg::QualifiedUpTo,
    };
    message(lang, msg, &[("figure", &text)])
}

/// The figure without sign and qualifier.
fn bare(lang: Lang, figure: &Figure, over_round: bool, marks: bool) -> String {
    let mark = |text: String| if marks { wrapped(text, NUMBER) } else { text };
    let measure = figure.measure.unwrap_or_default();
    match figure.kind {
        Kind::First => return mark(message(lang, Msg::FigureFirst, &[("classifier", measure.classifier)])),
        Kind::Only => return mark(word(lang, Msg::FigureOnly).to_owned()),
        _ => {}
    }
    let table = lang.table();
    let (value, scale) = scaled(table, absolute(figure.value), figure.magnitude);
    // A year is a name, not a quantity: it is not grouped.
    let mut number = mark(number::write(table, value, figure.unit != Unit::Date));
    if over_round {
        number = message(lang, Msg::OverRoundNumber, &[("number", &number)]);
    }
    if !scale.is_empty() {
        number = message(lang, Msg::Scaled, &[("number", &number), ("scale", scale)]);
    }
    let args = [
        ("number", number.as_str()),
        ("classifier", measure.classifier),
        ("one", measure.one),
        ("other", measure.other),
    ];
    let mut text = message(lang, with_number(figure.unit), &args);
    // Without measure words there is nothing behind the number, and no gap.
    text.truncate(text.trim_end_matches([' ', '\u{a0}']).len());
    text
}

/// Whether 余 may stand behind the number: 1000余人, but 超8人 and 超12.5亿元.
fn is_round(value: Decimal) -> bool {
    value.exponent() >= 0 && value.normalized().exponent() > 0
}
