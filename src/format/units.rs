//! The texts of units: with a number, and alone.

use super::figure::Measure;
use super::lang::{Lang, Msg, message};
use super::value::Unit;

/// The message that writes a number in a unit.
pub(super) const fn with_number(unit: Unit) -> Msg {
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

/// The message that names a unit alone.
const fn alone(unit: Unit) -> Msg {
    match unit {
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
        Unit::Date => Msg::UnitDate,
        Unit::Hours => Msg::UnitHours,
    }
}

/// The name of a unit where no number stands: "亿元", "CN¥ billion", "projects".
pub(super) fn unit_name(lang: Lang, unit: Unit, measure: Option<Measure>, scale: &str) -> String {
    let measure = measure.unwrap_or_default();
    let args = [
        ("scale", scale),
        ("classifier", measure.classifier),
        ("other", measure.other),
    ];
    message(lang, alone(unit), &args)
        .trim_matches([' ', '\u{a0}'])
        .to_owned()
}
