//! The values that the printed ones imply, against calculations by hand and in integers.
#![allow(clippy::unwrap_used, missing_docs)]

use zonestat::data::{Dataset, Derived, Formula, Interval};
use zonestat::format::{Decimal, Kind, Status, Unit};

fn derived(id: &str) -> &'static Derived {
    let found = Dataset::bundled().derived().iter().find(|derived| &*derived.id == id);
    found.unwrap_or_else(|| unreachable!("{id} is not derived"))
}

fn range(id: &str) -> (String, String) {
    let derived = derived(id);
    (derived.low.to_string(), derived.high.to_string())
}

#[track_caller]
fn is(id: &str, low: &str, high: &str) {
    assert_eq!(range(id), (low.to_owned(), high.to_owned()), "{id}");
}

#[test]
fn by_hand() {
    // 34.35 / 1.7215 = 19.9535…, 34.45 / 1.7205 = 20.0232…
    is("etdz-trade-2017-01-08-yoy-implied-base", "1995000000", "2003000000");
    // 317.185 / 1.0865 = 291.93…, 317.195 / 1.0855 = 292.21…
    is("etdz-gdp-2021-yoy-implied-base", "29193000000", "29222000000");
    // 34.35 / 0.2125 = 161.64…, 34.45 / 0.2115 = 162.88…
    is(
        "etdz-trade-2017-01-08-share-implied-whole",
        "16160000000",
        "16290000000",
    );
    // 14.085 − 1.795, 14.095 − 1.785
    is(
        "etdz-budget-revenue-2021-yoy-gap-implied-compared-rate",
        "12.29",
        "12.31",
    );
    // (11433.5 ∓ 0.1) / (1757.5 ± 0.05): the yuan amount is printed with 约
    is(
        "etdz-services-trade-reported-2021-cny-implied-exchange-rate",
        "6.5053",
        "6.5058",
    );
    // 57.935 / 0.7435, 57.945 / 0.7425
    is(
        "urban-construction-municipal-investment-completed-2017-01-10-completion-implied-plan",
        "7792000000",
        "7805000000",
    );
    is(
        "etdz-taxpayers-over-10m-2017-01-08-change-implied-base-of-change",
        "30",
        "30",
    );
    // 120.5 / 112.5 − 1 = 7.1 %, 121.5 / 111.5 − 1 = 8.96… %
    is("etdz-trade-2022-target-implied-target-growth", "7.1", "9.0");
    // 68.55 / 10, 68.65 / 10
    is("etdz-trade-2020-01-10-implied-monthly-mean", "685500000", "686500000");
}

#[test]
fn a_derived_value_says_what_it_is() {
    let whole = derived("etdz-trade-2017-01-08-share-implied-whole");
    let ds = Dataset::bundled();
    assert_eq!(
        &*ds.entity(whole.entity).id,
        "dezhou",
        "the city's trade, not the zone's"
    );
    assert_eq!(
        (whole.formula, whole.kind, whole.unit),
        (Formula::Whole, Kind::Level, Unit::Cny)
    );
    assert_eq!(whole.magnitude, 8);
    let base = derived("etdz-trade-2020-01-10-yoy-implied-base");
    assert_eq!(
        (base.period.to_string().as_str(), base.status),
        ("2019-01/2019-10", Status::Estimated)
    );
    let average = derived("etdz-budget-revenue-2021-yoy-gap-implied-compared-rate");
    assert_eq!(
        (&*ds.entity(average.entity).id, average.kind),
        ("dezhou", Kind::YoyGrowth)
    );
    let from: Vec<_> = base.from.iter().map(|&ix| &*ds.observation(ix).id).collect();
    assert_eq!(from, ["etdz-trade-2020-01-10", "etdz-trade-2020-01-10-yoy"]);
}

/// Both numbers as integers at the finer of their resolutions.
fn integers(a: Decimal, b: Decimal) -> (i128, i128) {
    let exponent = a.exponent().min(b.exponent());
    let at = |x: Decimal| i128::from(x.mantissa()) * 10i128.pow(u32::from((x.exponent() - exponent).unsigned_abs()));
    (at(a), at(b))
}

/// Whether a × b ≤ c × d, in integers.
fn at_most(a: Decimal, b: Decimal, c: Decimal, d: Decimal) -> bool {
    let product = |x: Decimal, y: Decimal| {
        (
            i128::from(x.mantissa()) * i128::from(y.mantissa()),
            x.exponent() + y.exponent(),
        )
    };
    let ((left, p), (right, q)) = (product(a, b), product(c, d));
    let low = p.min(q);
    left * 10i128.pow(u32::from((p - low).unsigned_abs())) <= right * 10i128.pow(u32::from((q - low).unsigned_abs()))
}

#[test]
fn every_base_holds_all_values_that_the_figures_allow() {
    let ds = Dataset::bundled();
    let mut count = 0;
    for base in ds.derived().iter().filter(|derived| derived.formula == Formula::Base) {
        let of = |at: usize| Interval::of(ds.observation(base.from[at]));
        let (level, growth) = (of(0), of(1));
        let factor = |rate: Decimal| Decimal::whole(100).checked_add(rate).unwrap();
        let hundred = Decimal::whole(100);
        let (low, high) = (factor(growth.high.unwrap()), factor(growth.low.unwrap()));
        assert!(at_most(base.low, low, level.low.unwrap(), hundred), "{}", base.id);
        assert!(at_most(level.high.unwrap(), hundred, base.high, high), "{}", base.id);
        count += 1;
    }
    assert!(count >= 10, "{count} bases");
}

#[test]
fn ranges_are_in_order_and_ids_unique() {
    let ds = Dataset::bundled();
    let mut ids: Vec<_> = ds.derived().iter().map(|derived| &*derived.id).collect();
    for derived in ds.derived() {
        let (low, high) = integers(derived.low, derived.high);
        assert!(low <= high, "{}", derived.id);
        assert!(
            ds.find_observation(&derived.id).is_none(),
            "{} is no observation",
            derived.id
        );
    }
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
}
