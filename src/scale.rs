//! Scales: from exact decimals to places on an axis.

#![forbid(unsafe_code)]

use crate::format::Decimal;

/// A linear scale with round ticks. It always holds zero: bars without a zero baseline lie.
#[derive(Clone, Debug, PartialEq)]
pub struct Linear {
    ticks: Vec<Decimal>,
    low: f64,
    high: f64,
}

impl Linear {
    /// The scale that spans `low`..=`high` and zero with about `count` steps of 1, 2, 2.5 or 5 × 10ⁿ.
    #[must_use]
    pub fn with_zero(low: Decimal, high: Decimal, count: usize) -> Self {
        let (low, high) = (low.to_f64().min(0.0), high.to_f64().max(0.0));
        let span = if high - low > 0.0 { high - low } else { 1.0 };
        let (step_mantissa, step_exponent) =
            round_step(span / f64::from(u8::try_from(count.max(1)).unwrap_or(u8::MAX)));
        let step = Decimal::new(step_mantissa, step_exponent)
            .unwrap_or(Decimal::whole(1))
            .to_f64();
        let (first, last) = (whole((low / step + 1e-9).floor()), whole((high / step - 1e-9).ceil()));
        let last = if last == first { first + 1 } else { last };
        let ticks: Vec<Decimal> = (first..=last)
            .filter_map(|i| Decimal::new(i * step_mantissa, step_exponent))
            .collect();
        let at = |tick: Option<&Decimal>| tick.map_or(0.0, |t| t.to_f64());
        Self {
            low: at(ticks.first()),
            high: at(ticks.last()),
            ticks,
        }
    }

    /// The ticks, from low to high.
    #[must_use]
    pub fn ticks(&self) -> &[Decimal] {
        &self.ticks
    }

    /// Where a value lies between the lowest tick (0) and the highest (1).
    #[must_use]
    pub fn place(&self, value: Decimal) -> f64 {
        let span = self.high - self.low;
        if span > 0.0 {
            (value.to_f64() - self.low) / span
        } else {
            0.0
        }
    }
}

/// The smallest round number at least as large as `raw`: (mantissa, exponent).
fn round_step(raw: f64) -> (i64, i8) {
    let mut exponent: i8 = 0;
    let mut scaled = raw;
    while scaled >= 10.0 && exponent < 30 {
        scaled /= 10.0;
        exponent += 1;
    }
    while scaled < 1.0 && exponent > -30 {
        scaled *= 10.0;
        exponent -= 1;
    }
    const SLACK: f64 = 1.000_000_1;
    match scaled {
        s if s <= 1.0 * SLACK => (1, exponent),
        s if s <= 2.0 * SLACK => (2, exponent),
        s if s <= 2.5 * SLACK => (25, exponent - 1),
        s if s <= 5.0 * SLACK => (5, exponent),
        _ => (1, exponent + 1),
    }
}

/// A float that is known to be whole and small.
#[allow(clippy::cast_possible_truncation)]
fn whole(value: f64) -> i64 {
    value as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(low: i64, high: i64, count: usize) -> Vec<String> {
        Linear::with_zero(Decimal::whole(low), Decimal::whole(high), count)
            .ticks()
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn ticks_are_round_and_hold_the_data_and_zero() {
        assert_eq!(ticks(0, 121, 3), ["0", "50", "100", "150"]);
        assert_eq!(ticks(40, 100, 4), ["0", "25", "50", "75", "100"]);
        assert_eq!(ticks(-30, 70, 5), ["-40", "-20", "0", "20", "40", "60", "80"]);
        assert_eq!(ticks(0, 0, 4).len(), 2, "a scale of nothing still has a length");
    }

    #[test]
    fn places_are_exact_at_the_ends() {
        let scale = Linear::with_zero(Decimal::ZERO, Decimal::whole(150), 3);
        assert!((scale.place(Decimal::whole(150)) - 1.0).abs() < 1e-12);
        assert!(scale.place(Decimal::ZERO).abs() < 1e-12);
    }

    #[test]
    fn tiny_and_huge_values_have_a_scale() {
        for exponent in [-9, 0, 15] {
            let value = Decimal::new(3, exponent).unwrap_or(Decimal::ZERO);
            let scale = Linear::with_zero(Decimal::ZERO, value, 4);
            let place = scale.place(value);
            assert!(place > 0.5 && place <= 1.0, "{exponent}: {place}");
        }
    }
}
