//! Values that the printed ones imply: each a range, with the formula and the figures that it comes from.

mod bounds;
mod rules;

use super::dataset::Dataset;
use super::model::{EntityIx, IndicatorIx, ObservationIx};
use super::text::Text;
use crate::format::{Decimal, Kind, Period, Status, Unit};

crate::format::closed! {
    /// How a value is derived. `value`, `rate` and the like stand for the observations that it comes from.
    Formula {
        /// The level a year before: value / (1 + growth).
        Base = "base",
        /// The level a year before: value − change.
        BaseOfChange = "base-of-change",
        /// The level that a multiple is of: value / multiple.
        BaseOfMultiple = "base-of-multiple",
        /// The rate or share a year before: rate − change in percentage points.
        PreviousRate = "previous-rate",
        /// The other side's rate: rate − gap in percentage points.
        ComparedRate = "compared-rate",
        /// The whole that a share is of: part / share.
        Whole = "whole",
        /// The plan that a completion rate is of: done / completion.
        Plan = "plan",
        /// How much of a target is reached: done / target.
        Completion = "completion",
        /// A part's share of its whole: part / whole.
        Share = "share",
        /// The growth that a target asks for: target / value of the year before − 1.
        TargetGrowth = "target-growth",
        /// Yuan per dollar, as a pair of amounts implies: CNY / USD.
        ExchangeRate = "exchange-rate",
        /// The mean of a month: value / number of months.
        MonthlyMean = "monthly-mean",
    }
}

/// A value that no document prints, but that printed ones imply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derived {
    /// The id: that of the observation that implies it, `-implied-`, and the formula.
    pub id: Text,
    /// How it is derived.
    pub formula: Formula,
    /// What it is about.
    pub entity: EntityIx,
    /// What is measured.
    pub indicator: IndicatorIx,
    /// What sort of statement it is.
    pub kind: Kind,
    /// When it holds. A monthly mean holds for the whole period.
    pub period: Period,
    /// What it claims to be: the least firm of the figures that it comes from.
    pub status: Status,
    /// The unit; for an exchange rate `CNY`, per US dollar.
    pub unit: Unit,
    /// The lowest value that the printed figures allow, in base units.
    pub low: Decimal,
    /// The highest value that they allow.
    pub high: Decimal,
    /// The power of ten to write as a word, as the figures that it comes from do: 8 for 亿.
    pub magnitude: u8,
    /// The observations that it comes from, in the order in which the formula names them.
    pub from: Vec<ObservationIx>,
}

/// All values that a dataset's figures imply, in the order of the observations that they come from.
pub(super) fn derive(ds: &Dataset) -> Vec<Derived> {
    let mut out = Vec::new();
    for ix in (0..ds.observations().len()).filter_map(ObservationIx::of) {
        rules::modifier(ds, ix, &mut out);
        rules::monthly_mean(ds, ix, &mut out);
        rules::target(ds, ix, &mut out);
        rules::exchange_rate(ds, ix, &mut out);
    }
    for relation in ds.relations() {
        rules::share(ds, relation, &mut out);
    }
    out
}
