//! Exact arithmetic on bounds: a result is a range that holds every value that the printed figures allow.
//!
//! Quotients are long divisions over integers; where they do not end, the lower bound is rounded down and the upper
//! one up.

use crate::data::interval::Interval;
use crate::format::Decimal;

/// A range with both ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bounds {
    pub(super) low: Decimal,
    pub(super) high: Decimal,
}

/// The significant digits of a quotient before it is rounded to what its range allows.
const DIGITS: i8 = 12;
/// A range is written to the coarsest digit of which it spans at least so many.
const SPAN: i64 = 4;
/// The significant digits that are written at most: a ratio of counts would never end.
const LONGEST: i8 = 5;

impl Bounds {
    /// Both ends of an interval; `None` where one is open.
    pub(super) fn of(interval: Interval) -> Option<Self> {
        Some(Self {
            low: interval.low?,
            high: interval.high?,
        })
    }

    /// The same ends times 10^`by`.
    pub(super) fn shifted(self, by: i8) -> Option<Self> {
        Some(Self {
            low: self.low.shifted(by)?,
            high: self.high.shifted(by)?,
        })
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        Some(Self {
            low: self.low.checked_add(other.low)?,
            high: self.high.checked_add(other.high)?,
        })
    }

    pub(super) fn minus(self, other: Self) -> Option<Self> {
        Some(Self {
            low: self.low.checked_sub(other.high)?,
            high: self.high.checked_sub(other.low)?,
        })
    }

    /// The range of quotients; `None` unless both ranges are above zero, or where the digits do not fit.
    pub(super) fn over(self, other: Self) -> Option<Self> {
        if self.low.mantissa() < 0 || other.low.mantissa() <= 0 {
            return None;
        }
        Some(Self {
            low: quotient(self.low, other.high, false)?,
            high: quotient(self.high, other.low, true)?,
        })
    }

    /// The range rounded outwards to the digits that it can carry, to whole ones where it counts things.
    pub(super) fn rounded(self, things: bool) -> Option<Self> {
        let width = self.high.checked_sub(self.low)?;
        let exact = width.mantissa() == 0;
        let mut exponent = if exact {
            self.low.normalized().exponent()
        } else {
            magnitude(width)
        };
        if !exact && width.mantissa() / 10i64.pow(digits(width)) < SPAN {
            exponent -= 1;
        }
        if !exact || -exponent > LONGEST {
            exponent = exponent.max(magnitude(self.high) + 1 - LONGEST);
        }
        if things {
            exponent = exponent.max(0);
        }
        let (mut low, mut high) = (to(self.low, exponent, false)?, to(self.high, exponent, true)?);
        while low.exponent() < 0 && low.mantissa() % 10 == 0 && high.mantissa() % 10 == 0 {
            low = Decimal::new(low.mantissa() / 10, low.exponent() + 1)?;
            high = Decimal::new(high.mantissa() / 10, high.exponent() + 1)?;
        }
        Some(Self { low, high })
    }
}

/// The number of digits after the first.
fn digits(value: Decimal) -> u32 {
    value.mantissa().unsigned_abs().checked_ilog10().unwrap_or(0)
}

/// The power of ten of the first digit.
fn magnitude(value: Decimal) -> i8 {
    value
        .exponent()
        .saturating_add(i8::try_from(digits(value)).unwrap_or(0))
}

/// A number rounded to this exponent, down or up.
fn to(value: Decimal, exponent: i8, up: bool) -> Option<Decimal> {
    let steps = u32::try_from(i32::from(exponent) - i32::from(value.exponent())).unwrap_or(0);
    if steps == 0 {
        return value.at_exponent(exponent).or(Some(value));
    }
    let unit = 10i64.checked_pow(steps)?;
    let (whole, rest) = (value.mantissa().div_euclid(unit), value.mantissa().rem_euclid(unit));
    Decimal::new(whole + i64::from(up && rest > 0), exponent)
}

/// `a` / `b` for `a` ≥ 0 and `b` > 0, to [`DIGITS`] digits or a few more, rounded down or up.
fn quotient(a: Decimal, b: Decimal, up: bool) -> Option<Decimal> {
    let (a, b) = (a.normalized(), b.normalized());
    let places = (i32::from(DIGITS) - i32::try_from(digits(a)).ok()? + i32::try_from(digits(b)).ok()?).max(0);
    let mut quotient = a.mantissa() / b.mantissa();
    let mut rest = a.mantissa() % b.mantissa();
    for _ in 0..places {
        let next = rest.checked_mul(10)?;
        quotient = quotient.checked_mul(10)?.checked_add(next / b.mantissa())?;
        rest = next % b.mantissa();
    }
    let exponent = a
        .exponent()
        .checked_sub(b.exponent())?
        .checked_sub(i8::try_from(places).ok()?)?;
    Decimal::new(quotient + i64::from(up && rest > 0), exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        Decimal::parse(text).unwrap_or_else(|| unreachable!("{text}"))
    }

    fn text(bounds: Option<Bounds>) -> String {
        bounds.map_or("none".to_owned(), |b| format!("{}..{}", b.low, b.high))
    }

    #[test]
    fn quotients_hold_the_true_value() {
        let of = |low, high| Bounds {
            low: d(low),
            high: d(high),
        };
        let third = of("1", "1").over(of("3", "3"));
        assert_eq!(text(third), "0.333333333333..0.333333333334");
        assert_eq!(text(of("6", "6").over(of("3", "3"))), "2.000000000000..2.000000000000");
        assert_eq!(text(of("1", "2").over(of("0", "1"))), "none");
        assert_eq!(text(of("-1", "2").over(of("1", "1"))), "none");
    }

    #[test]
    fn rounding_is_outwards_to_the_digits_that_the_range_carries() {
        let of = |low, high| Bounds {
            low: d(low),
            high: d(high),
        };
        // 34.4亿 after growth of 72.1%: 34.35/1.7215 to 34.45/1.7205.
        let base = of("3435000000", "3445000000")
            .shifted(2)
            .and_then(|x| x.over(of("172.05", "172.15")));
        assert_eq!(text(base.and_then(|x| x.rounded(false))), "1995000000..2003000000");
        assert_eq!(text(of("30", "30").rounded(true)), "30..30");
        assert_eq!(text(of("36.0101", "36.0361").rounded(true)), "36..37");
        assert_eq!(text(of("2.000000", "2.000000").rounded(false)), "2..2");
        assert_eq!(text(of("12.285", "12.315").rounded(false)), "12.285..12.315");
        assert_eq!(text(of("12.290", "12.310").rounded(false)), "12.29..12.31");
        assert_eq!(
            text(of("66.6666666666", "66.6666666667").rounded(false)),
            "66.666..66.667"
        );
        assert_eq!(text(of("-0.36", "0.35").rounded(false)), "-0.4..0.4");
    }

    #[test]
    fn what_does_not_fit_gives_nothing() {
        let huge = Bounds {
            low: d("999999999999999999"),
            high: d("999999999999999999"),
        };
        let tiny = Bounds {
            low: d("0.000000000000000001"),
            high: d("0.000000000000000001"),
        };
        assert!(huge.over(tiny).is_some_and(|x| x.low.exponent() > 0));
        assert!(huge.plus(huge).is_some() && huge.plus(tiny).is_none());
    }
}
