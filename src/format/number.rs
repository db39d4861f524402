//! Digits: the decimal point, groups of three, and the powers of ten that have a word.

use super::lang::{Lang, Table};
use super::value::Decimal;

/// The proper minus.
pub(super) const MINUS: char = '\u{2212}';

/// A value as digits in the language's own punctuation: `−9,999.50`.
#[must_use]
pub fn digits(lang: Lang, value: Decimal) -> String {
    write(lang.table(), value, true)
}

/// The digits, grouped or not.
pub(super) fn write(table: &Table, value: Decimal, grouped: bool) -> String {
    let mut plain = String::new();
    value.digits(&mut plain);
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut out = String::with_capacity(plain.len() + 8);
    if value.is_negative() {
        out.push(MINUS);
    }
    for (index, digit) in whole.chars().enumerate() {
        if grouped && index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push_str(table.group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push_str(table.point);
        out.push_str(fraction);
    }
    out
}

/// The value without its sign.
pub(super) const fn absolute(value: Decimal) -> Decimal {
    if value.is_negative() { value.negated() } else { value }
}

/// A power as an exponent; too large a power is as good as the largest.
fn exponent(power: u8) -> i8 {
    i8::try_from(power).unwrap_or(i8::MAX)
}

/// Moves the point `power` places to the left. Zeros that come behind the point by the move alone go (120亿 is 12
/// billion); zeros that were printed behind the point (14.10亿) stay. `printed` is the power at which the figure was
/// printed.
pub(super) fn scaled_down(value: Decimal, power: u8, printed: u8) -> Decimal {
    let Some(moved) = value.shifted(exponent(power).saturating_neg()) else {
        return value;
    };
    if value.exponent() < exponent(printed) {
        return moved;
    }
    let normal = moved.normalized();
    // Zeros before the point are digits like any other: 120, not 12 × 10¹.
    normal.at_exponent(normal.exponent().min(0)).unwrap_or(normal)
}

/// The power at which the language writes a value that was printed at `magnitude`: the same where it has a word for it,
/// else the largest that the value reaches.
pub(super) fn power_for(table: &Table, value: Decimal, magnitude: u8) -> u8 {
    if magnitude == 0 || table.scales.iter().any(|(power, _)| *power == magnitude) {
        magnitude
    } else {
        scale_of(table, value, 0).0
    }
}

/// The number and the word of its power of ten, as the language writes a value that was printed at `magnitude`.
pub(super) fn scaled(table: &Table, value: Decimal, magnitude: u8) -> (Decimal, &'static str) {
    let power = power_for(table, value, magnitude);
    let word = table
        .scales
        .iter()
        .find(|(p, _)| *p == power)
        .map_or("", |(_, word)| *word);
    let moved = if power == magnitude {
        value.shifted(exponent(power).saturating_neg()).unwrap_or(value)
    } else {
        scaled_down(value, power, magnitude)
    };
    (moved, word)
}

/// The largest power with a word that the value reaches, `slack` powers of ten later than it could; 0 and no word where
/// it reaches none.
pub(super) fn scale_of(table: &Table, value: Decimal, slack: u8) -> (u8, &'static str) {
    let size = absolute(value);
    let reaches = |power: u8| {
        Decimal::new(1, exponent(power.saturating_add(slack))).is_some_and(|least| size.compare(least).is_ge())
    };
    table
        .scales
        .iter()
        .rev()
        .find(|(power, _)| reaches(*power))
        .copied()
        .unwrap_or((0, ""))
}

/// The power at which a person would print a value, with the value at its shortest: the largest of 万, 亿 and 万亿 that it
/// reaches with at most two decimals left.
pub(super) fn natural(value: Decimal) -> (Decimal, u8) {
    let normal = value.normalized();
    let reaches = |power: u8| {
        normal.exponent() >= exponent(power) - 2
            && Decimal::new(1, exponent(power)).is_some_and(|least| absolute(normal).compare(least).is_ge())
    };
    match [12, 8, 4].into_iter().find(|power| reaches(*power)) {
        Some(power) => (normal, power),
        None => (value, 0),
    }
}
