//! One scale for a whole axis: its unit is said once, its numbers bare.

use super::figure::{Figure, Measure, qualified_number};
use super::lang::Lang;
use super::number::{self, scale_of, scaled_down};
use super::units::unit_name;
use super::value::{Decimal, Unit};

/// The power of ten and the unit of an axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AxisScale {
    power: u8,
    unit: String,
}

impl AxisScale {
    /// The power of ten that one unit of the axis stands for: 8 where it is 亿元.
    #[must_use]
    pub const fn power(&self) -> u8 {
        self.power
    }
}

/// Chooses the scale of an axis from the largest absolute value on it.
#[must_use]
pub fn axis_scale(lang: Lang, unit: Unit, measure: Option<Measure>, max_abs: Decimal) -> AxisScale {
    let (power, word) = match unit {
        Unit::Percent | Unit::Pp | Unit::Rank | Unit::Multiple | Unit::Date => (0, ""),
        // Money is read by its word; other things are shortened only where the digits get long.
        _ => scale_of(lang.table(), max_abs, u8::from(!unit.is_money())),
    };
    AxisScale {
        power,
        unit: unit_name(lang, unit, measure, word),
    }
}

/// The unit of the axis: "亿元", "CN¥ billion", "projects".
#[must_use]
pub fn axis_unit(_lang: Lang, scale: &AxisScale) -> String {
    scale.unit.clone()
}

/// A value as a label at its mark: all printed digits, none made up.
#[must_use]
pub fn axis_number(lang: Lang, value: Decimal, scale: &AxisScale) -> String {
    // A resolution of a whole 万 or 亿 is a figure printed without decimals: its zeros may go behind the point.
    let exponent = value.exponent();
    let printed = if exponent > 0 && exponent % 4 == 0 {
        exponent.unsigned_abs()
    } else {
        0
    };
    let moved = if exponent > 0 && printed == 0 {
        value.shifted(-i8::try_from(scale.power).unwrap_or(0)).unwrap_or(value)
    } else {
        scaled_down(value, scale.power, printed)
    };
    number::write(lang.table(), moved, true)
}

/// A figure as a label at its mark: like [`axis_number`], exact about printed zeros, and with its qualifier.
#[must_use]
pub fn axis_figure(lang: Lang, figure: &Figure, scale: &AxisScale) -> String {
    let moved = scaled_down(figure.value, scale.power, figure.magnitude);
    qualified_number(lang, moved, figure.qualifier, scale.power)
}

/// A tick: the shortest digits.
#[must_use]
pub fn axis_tick(lang: Lang, value: Decimal, scale: &AxisScale) -> String {
    number::write(lang.table(), tick(value, scale), true)
}

/// All ticks of an axis with the same number of decimals, but for the zero, which needs none: 0, 0.5, 1.0.
#[must_use]
pub fn axis_ticks(lang: Lang, values: &[Decimal], scale: &AxisScale) -> Vec<String> {
    let moved: Vec<Decimal> = values.iter().map(|&value| tick(value, scale)).collect();
    let finest = moved.iter().map(|value| value.exponent()).min().unwrap_or(0).min(0);
    moved
        .iter()
        .map(|value| {
            let exponent = if value.mantissa() == 0 { 0 } else { finest };
            number::write(lang.table(), value.at_exponent(exponent).unwrap_or(*value), true)
        })
        .collect()
}

/// The tick in units of the axis, without trailing zeros behind the point.
fn tick(value: Decimal, scale: &AxisScale) -> Decimal {
    let normal = value.normalized();
    let moved = i8::try_from(scale.power)
        .ok()
        .and_then(|power| normal.shifted(-power))
        .unwrap_or(normal);
    match moved.exponent() {
        _ if moved.mantissa() == 0 => Decimal::ZERO,
        1.. => moved.at_exponent(0).unwrap_or(moved),
        _ => moved,
    }
}
