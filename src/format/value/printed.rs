//! Reads figures as they are printed: "317.19亿元", "约30万人", "1000余人", "CN¥31.719 billion", "2nd".

use super::{Decimal, Qualifier, Unit};

/// What a printed figure says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The value in base units; its exponent is the printed precision.
    pub value: Decimal,
    /// The power of ten that is printed as a word: 8 for 亿.
    pub magnitude: u8,
    /// The unit, where the words behind the number say one.
    pub unit_hint: Option<Unit>,
    /// How exact the figure claims to be.
    pub qualifier: Qualifier,
}

/// Words that qualify, at either end of a figure or right behind the digits.
const BEFORE: &[(&str, Qualifier)] = &[
    ("大约", Qualifier::About),
    ("约", Qualifier::About),
    ("about ", Qualifier::About),
    ("不超过", Qualifier::UpTo),
    ("超过", Qualifier::Over),
    ("突破", Qualifier::Over),
    ("超", Qualifier::Over),
    ("过", Qualifier::Over),
    ("逾", Qualifier::Over),
    ("over ", Qualifier::Over),
    ("more than ", Qualifier::Over),
    ("至少", Qualifier::AtLeast),
    ("at least ", Qualifier::AtLeast),
    ("近", Qualifier::UpTo),
    ("不足", Qualifier::UpTo),
    ("不到", Qualifier::UpTo),
    ("最多", Qualifier::UpTo),
    ("up to ", Qualifier::UpTo),
    ("nearly ", Qualifier::UpTo),
];
const BEHIND: &[(&str, Qualifier)] = &[
    ("以上", Qualifier::AtLeast),
    ("左右", Qualifier::About),
    ("级", Qualifier::About),
];
const INSIDE: &[(&str, Qualifier)] = &[("余", Qualifier::Over), ("多", Qualifier::Over)];

/// Words for powers of ten; longer ones first.
const SCALES: &[(&str, u8)] = &[
    ("万亿", 12),
    ("千亿", 11),
    ("百亿", 10),
    ("千万", 7),
    ("百万", 6),
    ("亿", 8),
    ("万", 4),
    ("千", 3),
    ("百", 2),
    ("trillion", 12),
    ("billion", 9),
    ("million", 6),
];

/// Units by the words behind the number; longer ones first. A word that is not here is a measure word.
const UNITS: &[(&str, Unit)] = &[
    ("个百分点", Unit::Pp),
    ("百分点", Unit::Pp),
    ("percentage points", Unit::Pp),
    ("percentage point", Unit::Pp),
    ("平方公里", Unit::Km2),
    ("平方米", Unit::M2),
    ("立方米", Unit::M3),
    ("households", Unit::Households),
    ("household", Unit::Households),
    ("persons", Unit::Persons),
    ("person", Unit::Persons),
    ("hectares", Unit::Ha),
    ("hectare", Unit::Ha),
    ("months", Unit::Months),
    ("month", Unit::Months),
    ("inches", Unit::Inch),
    ("inch", Unit::Inch),
    ("hours", Unit::Hours),
    ("hour", Unit::Hours),
    ("years", Unit::Years),
    ("year", Unit::Years),
    ("times", Unit::Multiple),
    ("time", Unit::Multiple),
    ("美元", Unit::Usd),
    ("公里", Unit::Km),
    ("公顷", Unit::Ha),
    ("英寸", Unit::Inch),
    ("个月", Unit::Months),
    ("小时", Unit::Hours),
    ("km²", Unit::Km2),
    ("m²", Unit::M2),
    ("m³", Unit::M3),
    ("km", Unit::Km),
    ("mu", Unit::Mu),
    ("元", Unit::Cny),
    ("平", Unit::M2),
    ("方", Unit::M3),
    ("亩", Unit::Mu),
    ("人", Unit::Persons),
    ("名", Unit::Persons),
    ("户", Unit::Households),
    ("倍", Unit::Multiple),
    ("年", Unit::Years),
    ("%", Unit::Percent),
    ("％", Unit::Percent),
];

/// Takes the first word of a list off the front.
fn take<'a, T: Copy>(text: &'a str, words: &[(&str, T)]) -> Option<(&'a str, T)> {
    words
        .iter()
        .find_map(|(word, what)| Some((text.strip_prefix(word)?, *what)))
}

/// Reads a printed figure; `None` where there is no number that can be read exactly.
#[must_use]
pub fn parse_figure(text: &str) -> Option<Printed> {
    let text = text.trim().replace(['\u{a0}', '\u{202f}'], " ");
    let mut rest = text.as_str();
    let mut qualifier = Qualifier::Exact;
    if let Some((after, found)) = take(rest, BEFORE) {
        (rest, qualifier) = (after, found);
    }
    for (word, found) in BEHIND {
        if let Some(before) = rest.strip_suffix(word) {
            (rest, qualifier) = (before, *found);
        }
    }
    let ordinal = rest.strip_prefix('第');
    rest = ordinal.unwrap_or(rest);
    let money = take(rest, &[("CN¥", Unit::Cny), ("US$", Unit::Usd)]);
    let mut unit_hint = money.map(|(_, unit)| unit);
    rest = money.map_or(rest, |(after, _)| after);
    if let Some(word) = ["首", "唯一"].into_iter().find(|word| rest.starts_with(word)) {
        let unit = if rest == "首位" { Unit::Rank } else { Unit::Count };
        let rest = &rest[word.len()..];
        return (!rest.contains(|c: char| c.is_ascii_digit())).then_some(Printed {
            value: Decimal::whole(1),
            magnitude: 0,
            unit_hint: Some(unit),
            qualifier,
        });
    }
    let (value, after) = read_digits(rest)?;
    rest = after;
    let inside = |rest: &mut &str, qualifier: &mut Qualifier| {
        if let Some((after, found)) = INSIDE.iter().find_map(|(w, q)| Some((rest.strip_prefix(w)?, *q))) {
            (*rest, *qualifier) = (after, found);
        }
    };
    inside(&mut rest, &mut qualifier);
    rest = rest.trim_start();
    let mut magnitude = 0;
    if let Some((after, power)) = take(rest, SCALES) {
        (rest, magnitude) = (after.trim_start(), power);
    }
    inside(&mut rest, &mut qualifier);
    if let Some((after, unit)) = take(rest, UNITS).filter(|(after, _)| after.is_empty()) {
        (rest, unit_hint) = (after, Some(unit));
    } else if ordinal.is_some() || matches!(rest, "st" | "nd" | "rd" | "th") {
        unit_hint = Some(Unit::Rank);
    } else if !rest.is_empty() && unit_hint.is_none() {
        unit_hint = Some(Unit::Count);
    }
    if ordinal.is_some() {
        unit_hint = Some(Unit::Rank);
    }
    if rest.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    Some(Printed {
        value: value.shifted(i8::try_from(magnitude).ok()?)?,
        magnitude,
        unit_hint,
        qualifier,
    })
}

/// Reads an optional sign, digits with correct grouping, and decimals; gives what follows.
fn read_digits(text: &str) -> Option<(Decimal, &str)> {
    let (negative, body) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let end = body
        .find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
        .unwrap_or(body.len());
    let (number, rest) = body.split_at(end);
    let (whole, fraction) = number.split_once('.').map_or((number, None), |(w, f)| (w, Some(f)));
    let mut groups = whole.split(',');
    let first = groups.next()?.len();
    if whole.contains(',') && (!(1..=3).contains(&first) || groups.any(|group| group.len() != 3)) {
        return None;
    }
    let mut plain = String::with_capacity(number.len() + 1);
    if negative {
        plain.push('-');
    }
    plain.extend(whole.chars().filter(|c| *c != ','));
    if let Some(fraction) = fraction {
        plain.push('.');
        plain.push_str(fraction);
    }
    Some((Decimal::parse(&plain)?, rest))
}
