//! Values between two bounds: what rounding leaves open, and what is derived from it.

use super::figure::{Figure, figure, marked, parts};
use super::lang::{Lang, Msg, message};
use super::number;
use super::value::{Decimal, Qualifier};

/// A value between two bounds, in the figure's unit and magnitude: "约184.3–184.8亿元".
#[must_use]
pub fn interval(lang: Lang, low: Decimal, high: Decimal, like: &Figure) -> String {
    if low.same_value(high) {
        return figure(lang, &Figure { value: high, ..*like });
    }
    let (low, high) = if low.compare(high).is_gt() {
        (high, low)
    } else {
        (low, high)
    };
    let table = lang.table();
    let far = if low.negated().compare(high).is_gt() { low } else { high };
    let power = number::power_for(table, far, like.magnitude);
    let write = |value: Decimal, exponent: i8| {
        let moved = number::scaled_down(value, power, like.magnitude);
        number::write(table, moved.at_exponent(exponent).unwrap_or(moved), true)
    };
    let finest = [low, high].map(|value| number::scaled_down(value, power, like.magnitude).exponent());
    let finest = finest[0].min(finest[1]);
    let range = message(
        lang,
        Msg::Range,
        &[("low", &write(low, finest)), ("high", &write(high, finest))],
    );
    let shape = Figure {
        value: number::absolute(far),
        qualifier: Qualifier::About,
        ..*like
    };
    let parts = parts(&marked(lang, &shape, false));
    [parts.before, range, parts.unit, parts.after].concat()
}

/// What the printed rounding leaves open, as a sentence; a bound that is open is not named.
#[must_use]
pub fn rounding(lang: Lang, printed: &Figure, low: Option<Decimal>, high: Option<Decimal>) -> String {
    let bound = |value: Option<Decimal>| {
        value.map(|value| {
            figure(
                lang,
                &Figure {
                    value,
                    qualifier: Qualifier::Exact,
                    ..*printed
                },
            )
        })
    };
    let (figure, low, high) = (figure(lang, printed), bound(low), bound(high));
    let msg = match (&low, &high) {
        (Some(_), Some(_)) => Msg::RoundingBetween,
        (Some(_), None) => Msg::RoundingFrom,
        (None, Some(_)) => Msg::RoundingTo,
        (None, None) => return figure,
    };
    let args = [
        ("figure", figure.as_str()),
        ("low", low.as_deref().unwrap_or_default()),
        ("high", high.as_deref().unwrap_or_default()),
    ];
    message(lang, msg, &args)
}
