//! What follows from an observation together with others: the value, the formula and the figures that went in.

use super::json::Json;
use crate::data::{Dataset, Derived, Formula, ObservationIx};
use crate::format::{self, Figure, Kind, Lang, Msg, PeriodForm, interval, message, parts, word};
use crate::reading::Reading;

/// Writes the items of a JSON array: every derived value that an observation has a share in.
pub(super) fn derivations(json: &mut Json, ds: &Dataset, ix: ObservationIx, lang: Lang) {
    for derived in ds.derived().iter().filter(|derived| derived.from.contains(&ix)) {
        let inputs: Vec<Reading<'_>> = derived.from.iter().map(|&ix| Reading::new(ds, ix, lang)).collect();
        json.object(|json| {
            json.key("id").string(&derived.id);
            json.key("text").string(&text(ds, derived, lang));
            json.key("formula").string(&formula(derived, &inputs, lang));
            json.key("inputs").array(|json| {
                for input in &inputs {
                    json.object(|json| {
                        json.key("observation").string(&input.observation.id);
                        json.key("text").string(&input.in_short());
                    });
                }
            });
        });
    }
}

/// What it is and between which values it lies: "Level a year before (derived): CN¥9.3–9.5 billion; Imports and exports,
/// 2020".
fn text(ds: &Dataset, derived: &Derived, lang: Lang) -> String {
    let indicator = ds.indicator(derived.indicator);
    let like = Figure {
        kind: derived.kind,
        measure: (derived.unit != format::Unit::Percent)
            .then(|| ds.measure(derived.indicator))
            .flatten(),
        ..Figure::new(derived.low, derived.unit).at(derived.magnitude)
    };
    let value = interval(lang, derived.low, derived.high, &like);
    let period = format::period_of(lang, derived.period, PeriodForm::Long, indicator.nature, derived.status);
    // The one who knows the inputs knows what they are about, unless the result is about something else.
    let about = derived
        .from
        .iter()
        .all(|&ix| ds.observation(ix).entity != derived.entity);
    let entity = if about {
        ds.entity(derived.entity).name.get(lang)
    } else {
        ""
    };
    let subject = parts(lang, &[indicator.name.get(lang), entity, &period]);
    let args = [
        ("what", word(lang, name(derived.formula))),
        ("value", &value),
        ("subject", &subject),
    ];
    message(lang, Msg::DerivedFollows, &args)
}

/// What a formula gives, in words.
const fn name(formula: Formula) -> Msg {
    match formula {
        Formula::Base | Formula::BaseOfChange => Msg::DerivesBase,
        Formula::BaseOfMultiple => Msg::DerivesYearBefore,
        Formula::PreviousRate => Msg::DerivesPreviousRate,
        Formula::ComparedRate => Msg::DerivesComparedRate,
        Formula::Whole => Msg::DerivesWhole,
        Formula::Plan => Msg::DerivesPlan,
        Formula::Completion => Msg::DerivesCompletion,
        Formula::Share => Msg::DerivesShare,
        Formula::TargetGrowth => Msg::DerivesTargetGrowth,
        Formula::ExchangeRate => Msg::DerivesExchangeRate,
        Formula::MonthlyMean => Msg::DerivesMonthlyMean,
    }
}

/// The formula with its figures: "CN¥11.2 billion ÷ (1 + 19.2%)".
fn formula(derived: &Derived, inputs: &[Reading<'_>], lang: Lang) -> String {
    // Inside a formula a growth has the sign of arithmetic, and no words around it.
    let plain = |reading: Option<&Reading<'_>>| {
        reading.map_or_else(String::new, |r| {
            let kind = if r.is_signed() { Kind::Level } else { r.observation.kind };
            format::figure(lang, &r.figure().of_kind(kind))
        })
    };
    let (a, b) = (plain(inputs.first()), plain(inputs.get(1)));
    let months = derived.period.months().unwrap_or_default().to_string();
    let key = match derived.formula {
        Formula::Base => Msg::FormulaBase,
        Formula::BaseOfChange | Formula::PreviousRate | Formula::ComparedRate => Msg::FormulaDifference,
        Formula::TargetGrowth => Msg::FormulaGrowth,
        Formula::MonthlyMean => return message(lang, Msg::FormulaMean, &[("a", &a), ("count", &months)]),
        _ => Msg::FormulaQuotient,
    };
    // 33 − (−3), not 33 − −3.
    let b = if inputs.get(1).is_some_and(|r| r.observation.value.is_negative()) {
        ["(", &b, ")"].concat()
    } else {
        b
    };
    message(lang, key, &[("a", &a), ("b", &b)])
}
