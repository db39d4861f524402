//! Values between two bounds: what rounding leaves open, and what is derived from it.

use super::figure::{Figure, figure, marked, parts};
use super::lang::{Lang, Msg, message};
use super::number;
use super::value::{Decimal, Qualifier};

/// A value between two bounds, in the figure's unit and magnitude: "约184.3–184.8亿元".
#[must_use]
pub fn interval(lang: Lang, low: Decimal, high: Decimal, like: &Figure) -> String {
    if low.same_value(high) {
        return figure(lang, &computed(high, like));
    }
    let (low, high) = if low.compare(high).is_gt() {
        (high, low)
    } else {
        (low, high)
    };
    let table = lang.table();
    let far = if low.negated().compare(high).is_gt() { low } else { high };
    let power = number::power_for(table, far, like.magnitude);
    let bounds = [low, high].map(|value| number::scaled_down(value.normalized(), power, 0));
    // Both with the same number of decimals.
    let finest = bounds[0].exponent().min(bounds[1].exponent()).min(0);
    let [low, high] = bounds.map(|value| number::write(table, value.at_exponent(finest).unwrap_or(value), true));
    let msg = if bounds.iter().any(|bound| bound.is_negative()) {
        Msg::RangeSigned
    } else {
        Msg::Range
    };
    let range = message(lang, msg, &[("low", &low), ("high", &high)]);
    let shape = Figure {
        qualifier: Qualifier::About,
        ..computed(number::absolute(far), like)
    };
    let parts = parts(&marked(lang, &shape, false));
    [parts.before, range, parts.unit, parts.after].concat()
}

/// A computed value in the unit and magnitude of another figure. Its trailing zeros were printed nowhere.
fn computed<'a>(value: Decimal, like: &Figure<'a>) -> Figure<'a> {
    let normal = value.normalized();
    let coarsest = i8::try_from(like.magnitude).unwrap_or(0);
    let value = if normal.exponent() > coarsest {
        normal.at_exponent(coarsest).unwrap_or(normal)
    } else {
        normal
    };
    Figure {
        value,
        qualifier: Qualifier::Exact,
        ..*like
    }
}

/// What the printed rounding leaves open, as a sentence; a bound that is open is not named.
#[must_use]
pub fn rounding(lang: Lang, printed: &Figure, low: Option<Decimal>, high: Option<Decimal>) -> String {
    let bound = |value: Option<Decimal>| value.map(|value| figure(lang, &computed(value, printed)));
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
