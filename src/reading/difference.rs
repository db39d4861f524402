//! The difference of two figures: worked out where they compare, and refused with the reason where they do not.

use super::Reading;
use crate::data::{EntityIx, Interval, RelationKind};
use crate::format::{self, Decimal, Figure, Kind, Msg, Qualifier, Unit, message};

/// What one figure exceeds another by, in exact decimals.
#[derive(Clone, Debug)]
pub struct Difference<'d> {
    /// The first less the second.
    pub value: Decimal,
    /// The least and the greatest value that the printed rounding allows; none where nothing was rounded.
    pub range: Option<(Decimal, Decimal)>,
    figure: Figure<'d>,
    lang: format::Lang,
}

impl Difference<'_> {
    /// The size of the difference, without its sign: `9亿元`.
    #[must_use]
    pub fn size(&self) -> String {
        let value = if self.value.is_negative() {
            self.value.negated()
        } else {
            self.value
        };
        format::figure(self.lang, &Figure { value, ..self.figure })
    }

    /// The range of the size that the rounding allows: `约8.5–9.5亿元`.
    #[must_use]
    pub fn bounds(&self) -> Option<String> {
        let (low, high) = self.range?;
        let (low, high) = if self.value.is_negative() {
            (high.negated(), low.negated())
        } else {
            (low, high)
        };
        // Where the rounding leaves the sign open, a range of sizes would hide it.
        (!low.is_negative()).then(|| format::interval(self.lang, low, high, &self.figure))
    }
}

/// The first figure less the second.
///
/// # Errors
/// A sentence that says why there is none: the two do not measure the same, or not over the same months, or one is no
/// result.
pub fn difference<'d>(a: &Reading<'d>, b: &Reading<'d>) -> Result<Difference<'d>, String> {
    distance(a, b, true)
}

impl<'d> Reading<'d> {
    /// What is missing from this figure to an aim.
    ///
    /// # Errors
    /// As [`difference`]; the status may differ, since an aim is no result.
    pub fn distance_to(&self, aim: &Self) -> Result<Difference<'d>, String> {
        distance(aim, self, false)
    }
}

fn distance<'d>(a: &Reading<'d>, b: &Reading<'d>, same_status: bool) -> Result<Difference<'d>, String> {
    let (x, y, lang) = (a.observation, b.observation, a.lang);
    let why = |key: Msg, a: &str, b: &str| Err(message(lang, key, &[("a", a), ("b", b)]));
    if x.unit != y.unit {
        let unit = |r: &Reading<'_>| {
            let zero = Decimal::ZERO;
            let scale = format::axis_scale(lang, r.observation.unit, r.figure().measure, zero);
            format::axis_unit(lang, &scale)
        };
        return why(Msg::WhyUnits, &unit(a), &unit(b));
    }
    if matches!(x.unit, Unit::Rank | Unit::Date) || matches!(x.kind, Kind::First | Kind::Only) {
        return why(Msg::WhyPositions, "", "");
    }
    if x.kind != y.kind || x.scope != y.scope || x.scope_label != y.scope_label || !same_measure(a, b) {
        return why(Msg::WhyMeasures, &a.subject(), &b.subject());
    }
    if holds(a, x.entity, y.entity) || holds(a, y.entity, x.entity) {
        return why(Msg::WhyPart, a.entity(), b.entity());
    }
    if !a.ds.comparable(a.ix, b.ix) {
        return why(Msg::WhyPeriods, &a.period(), &b.period());
    }
    if same_status && x.status != y.status {
        return why(Msg::WhyStatus, a.status(), b.status());
    }
    let bound = |q: Qualifier| matches!(q, Qualifier::Over | Qualifier::AtLeast | Qualifier::UpTo);
    if bound(x.qualifier) || bound(y.qualifier) {
        return why(Msg::WhyBounds, "", "");
    }
    let Some(value) = x.value.checked_sub(y.value) else {
        return why(Msg::WhyMeasures, &a.subject(), &b.subject());
    };
    let about = x.qualifier == Qualifier::About || y.qualifier == Qualifier::About;
    let points = x.unit == Unit::Percent;
    let figure = Figure {
        magnitude: x.magnitude.max(y.magnitude),
        unit: if points { Unit::Pp } else { x.unit },
        qualifier: if about { Qualifier::About } else { Qualifier::Exact },
        ..a.figure()
    };
    let between = Interval::of(x).minus(Interval::of(y));
    let range = between
        .low
        .zip(between.high)
        .filter(|(low, high)| !about && !low.same_value(*high));
    Ok(Difference {
        value,
        range,
        figure,
        lang,
    })
}

/// Whether two figures measure the same: one indicator, or two parts of one printed sum.
fn same_measure(a: &Reading<'_>, b: &Reading<'_>) -> bool {
    let whole = |r: &Reading<'_>| {
        let found = |k: &&crate::data::Relation| k.kind == RelationKind::SumsTo && k.from == r.ix;
        r.ds.relations().iter().find(found).map(|k| k.to)
    };
    let parts = whole(a).is_some() && whole(a) == whole(b);
    a.observation.indicator == b.observation.indicator || parts
}

/// Whether one entity lies in another: a part is never set against its whole.
fn holds(reading: &Reading<'_>, outer: EntityIx, inner: EntityIx) -> bool {
    let mut at = reading.ds.entity(inner).parent;
    // A table of strangers may run in circles; no real chain is this long.
    for _ in 0..8 {
        match at {
            Some(parent) if parent == outer => return true,
            Some(parent) => at = reading.ds.entity(parent).parent,
            None => return false,
        }
    }
    false
}
