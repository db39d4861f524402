//! Reads a printed figure: its digits, the power of ten printed as a word, and its qualifying words.

use crate::format::{Decimal, Qualifier};

/// What a printed figure says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The value in base units, at the printed resolution.
    pub value: Decimal,
    /// The power of ten printed as a word: 8 for 亿, 4 for 万, 0 for none.
    pub magnitude: u8,
    /// What the qualifying words say.
    pub qualifier: Qualifier,
}

const MAGNITUDES: [(&str, u8); 8] = [
    ("万亿", 12),
    ("千亿", 11),
    ("千万", 7),
    ("百万", 6),
    ("亿", 8),
    ("万", 4),
    ("千", 3),
    ("百", 2),
];
const BEFORE: [(&str, Qualifier); 8] = [
    ("约", Qualifier::About),
    ("超过", Qualifier::Over),
    ("突破", Qualifier::Over),
    ("超", Qualifier::Over),
    ("过", Qualifier::Over),
    ("近", Qualifier::UpTo),
    ("不超过", Qualifier::UpTo),
    ("最多", Qualifier::UpTo),
];

/// Reads a figure such as `317.19亿元`, `约30万人`, `1000余人`, `200亿元以上`; `None` where it has no Arabic digits.
#[must_use]
pub fn printed(figure: &str) -> Option<Printed> {
    let start = figure.find(|c: char| c.is_ascii_digit())?;
    let (before, rest) = figure.split_at(start);
    let end = rest
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(rest.len());
    let (digits, mut after) = rest.split_at(end);
    let mut qualifier = Qualifier::Exact;
    for (word, meaning) in BEFORE {
        if before.ends_with(word) {
            qualifier = meaning;
        }
    }
    if let Some(rest) = after.strip_prefix('余').or(after.strip_prefix('多')) {
        (qualifier, after) = (Qualifier::Over, rest);
    }
    let mut magnitude = 0;
    if let Some((word, power)) = MAGNITUDES.iter().find(|(word, _)| after.starts_with(word)) {
        (magnitude, after) = (*power, &after[word.len()..]);
    }
    if after.starts_with('余') || after.starts_with('多') {
        qualifier = Qualifier::Over;
    } else if after.ends_with("以上") {
        qualifier = Qualifier::AtLeast;
    } else if after.starts_with('级') {
        qualifier = Qualifier::About;
    }
    let value = Decimal::parse(digits)?.shifted(i8::try_from(magnitude).ok()?)?;
    Some(Printed {
        value,
        magnitude,
        qualifier,
    })
}
