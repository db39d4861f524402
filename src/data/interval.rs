//! Where a printed value can lie, given how it was printed.

use std::cmp::Ordering;

use super::model::Observation;
use crate::format::{Decimal, Qualifier, Unit};

/// All values that a printed figure may stand for, both ends included; an end that is missing is open.
///
/// - A plain figure lies within half a unit of its last printed digit: 34.4亿 is 34.35亿 to 34.45亿. A number of things
///   that is printed in full is that number.
/// - 约 widens that to a whole unit of the last printed digit, or to half a unit of the last digit that is not zero,
///   whichever is wider: 约105.6亿 is 105.5亿 to 105.7亿, 约30万 is 25万 to 35万.
/// - 余, 超 and 以上 are open upwards, 近 is open downwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The lowest value.
    pub low: Option<Decimal>,
    /// The highest value.
    pub high: Option<Decimal>,
}

impl Interval {
    /// Where the value of an observation can lie.
    #[must_use]
    pub fn of(observation: &Observation) -> Self {
        let things = matches!(
            observation.unit,
            Unit::Count | Unit::Persons | Unit::Households | Unit::Rank | Unit::Date
        );
        Self::printed(observation.value, observation.qualifier, things)
    }

    /// Where a figure of this printed resolution can lie; `things` says that the values are whole numbers.
    #[must_use]
    pub fn printed(value: Decimal, qualifier: Qualifier, things: bool) -> Self {
        let half = |exponent: i8| Decimal::new(5, exponent - 1).unwrap_or(Decimal::ZERO);
        let spread = match qualifier {
            Qualifier::Exact if things && value.exponent() == 0 => Decimal::ZERO,
            Qualifier::Exact => half(value.exponent()),
            Qualifier::About => {
                let significant = value.normalized().exponent();
                if significant > value.exponent() {
                    half(significant)
                } else {
                    Decimal::new(1, value.exponent()).unwrap_or(Decimal::ZERO)
                }
            }
            Qualifier::Over | Qualifier::AtLeast => {
                return Self {
                    low: Some(value),
                    high: None,
                };
            }
            Qualifier::UpTo => {
                return Self {
                    low: None,
                    high: Some(value),
                };
            }
        };
        let low = value.checked_sub(spread).unwrap_or(value);
        Self {
            low: Some(low),
            high: value.checked_add(spread).or(Some(value)),
        }
    }

    /// Whether some value lies in both: only where none does, two figures are in conflict.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        let below = |high: Option<Decimal>, low: Option<Decimal>| {
            high.zip(low)
                .is_some_and(|(high, low)| high.compare(low) == Ordering::Less)
        };
        !below(self.high, other.low) && !below(other.high, self.low)
    }

    /// Where the sum can lie; an end that is open, or does not fit, is open.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        let add = |a: Option<Decimal>, b: Option<Decimal>| a.zip(b).and_then(|(a, b)| a.checked_add(b));
        Self {
            low: add(self.low, other.low),
            high: add(self.high, other.high),
        }
    }

    /// Where the difference can lie.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        let negated = |end: Option<Decimal>| end.map(Decimal::negated);
        self.plus(Self {
            low: negated(other.high),
            high: negated(other.low),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(digits: i64, exponent: i8, qualifier: Qualifier, things: bool) -> (String, String) {
        let value = Decimal::new(digits, exponent).unwrap_or(Decimal::ZERO);
        let interval = Interval::printed(value, qualifier, things);
        let text = |end: Option<Decimal>| end.map_or("open".to_owned(), |end| end.normalized().to_string());
        (text(interval.low), text(interval.high))
    }

    #[test]
    fn follows_the_printed_digits() {
        let pair = |low: &str, high: &str| (low.to_owned(), high.to_owned());
        assert_eq!(ends(344, 7, Qualifier::Exact, false), pair("3435000000", "3445000000"));
        assert_eq!(
            ends(1056, 7, Qualifier::About, false),
            pair("10550000000", "10570000000")
        );
        assert_eq!(ends(30, 4, Qualifier::About, true), pair("250000", "350000"));
        assert_eq!(ends(62504, 0, Qualifier::Exact, true), pair("62504", "62504"));
        assert_eq!(ends(11, 3, Qualifier::Exact, true), pair("10500", "11500"));
        assert_eq!(ends(1000, 0, Qualifier::Over, true), pair("1000", "open"));
        assert_eq!(ends(400, 0, Qualifier::UpTo, true), pair("open", "400"));
        assert_eq!(ends(-21, -1, Qualifier::Exact, false), pair("-2.15", "-2.05"));
    }

    #[test]
    fn only_intervals_apart_are_in_conflict() {
        let of = |digits, qualifier| Interval::printed(Decimal::whole(digits), qualifier, true);
        assert!(of(210, Qualifier::Exact).meets(of(200, Qualifier::AtLeast)));
        assert!(!of(190, Qualifier::Exact).meets(of(200, Qualifier::AtLeast)));
        assert!(of(31, Qualifier::About).meets(of(32, Qualifier::Exact)));
    }
}
