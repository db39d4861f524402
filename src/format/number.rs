//! Digits: the decimal point, groups of three, and the powers of ten that have a word.

use super::lang::{Lang, Table};
use super::value::{Decimal, place_point};

/// The proper minus.
pub(crate) const MINUS: char = '\u{2212}';

/// A value as digits in the language's own punctuation: `−9,999.50`.
#[must_use]
pub fn digits(lang: Lang, value: Decimal) -> String {
    write(lang.table(), value, true)
}

/// The digits, grouped or not.
pub(crate) fn write(table: &Table, value: Decimal, grouped: bool) -> String {
    let plain = place_point(&value.mantissa().unsigned_abs().to_string(), value.exponent());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut out = String::with_capacity(plain.len() + 8);
    if value.is_negative() {
        out.push(MINUS);
    }
    for (index, digit) in whole.chars().enumerate() {
        if grouped && index > 0 && (whole.len() - index) % 3 == 0 {
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

/// Ten to a power, as a value.
fn power_of_ten(power: u8) -> Decimal {
    i8::try_from(power)
        .ok()
        .and_then(|p| Decimal::new(1, p))
        .unwrap_or(Decimal::ZERO)
}

/// The value without its sign.
pub(crate) const fn absolute(value: Decimal) -> Decimal {
    if value.is_negative() { value.negated() } else { value }
}

/// Moves the point `power` places to the left. Zeros behind the point that come from the move alone go; zeros that
/// were printed behind the point (14.10亿) stay. `printed` is the power at which the figure was printed.
pub(crate) fn scaled_down(value: Decimal, power: u8, printed: u8) -> Decimal {
    let by = |power: u8| i8::try_from(power).unwrap_or(i8::MAX);
    let Some(mut moved) = value.shifted(-by(power)) else {
        return value;
    };
    if value.exponent() >= by(printed) {
        let normal = moved.normalized();
        // Back to whole units where the zeros stand before the point: 120, not 12 × 10¹.
        moved = if normal.exponent() > 0 {
            normal.at_exponent(0).unwrap_or(normal)
        } else {
            normal
        };
    }
    moved
}

/// The number and the word of its power of ten, as the language writes a figure that was printed at `magnitude`.
pub(crate) fn scaled(table: &'static Table, value: Decimal, magnitude: u8) -> (Decimal, &'static str) {
    if magnitude == 0 {
        return (value, "");
    }
    let printed = table.scales.iter().find(|(power, _)| *power == magnitude);
    let (power, word) = printed.copied().unwrap_or_else(|| scale_of(table, value, 0));
    let moved = if power == magnitude {
        value.shifted(-i8::try_from(power).unwrap_or(0)).unwrap_or(value)
    } else {
        scaled_down(value, power, magnitude)
    };
    (moved, word)
}

/// The largest power with a word that the value reaches, with `slack` further powers of ten asked for.
pub(crate) fn scale_of(table: &'static Table, value: Decimal, slack: u8) -> (u8, &'static str) {
    let size = absolute(value);
    table
        .scales
        .iter()
        .rev()
        .find(|(power, _)| size.compare(power_of_ten(power.saturating_add(slack))).is_ge())
        .copied()
        .unwrap_or((0, ""))
}
