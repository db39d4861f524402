//! Exact decimal numbers. A value becomes a float only where a pixel is computed.

use std::cmp::Ordering;
use std::fmt;

/// `mantissa` × 10^`exponent`, kept as it was printed: 317.19亿 is 31719 × 10⁶, 14.10 is 1410 × 10⁻².
///
/// The exponent is the printed resolution, so it is part of the number: `10` and `10.0` compare equal with
/// [`Decimal::same_value`] and differ with `==`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    mantissa: i64,
    exponent: i8,
}

/// The largest number of digits that is read: every such mantissa fits an `i64` with room for one carry.
const MAX_DIGITS: usize = 18;
/// The largest distance of the resolution from the unit, either way.
const MAX_EXPONENT: i8 = 36;

impl Decimal {
    /// Zero, to the unit.
    pub const ZERO: Self = Self {
        mantissa: 0,
        exponent: 0,
    };

    /// `mantissa` × 10^`exponent`; `None` where the exponent is out of range.
    #[must_use]
    pub const fn new(mantissa: i64, exponent: i8) -> Option<Self> {
        if exponent > MAX_EXPONENT || exponent < -MAX_EXPONENT {
            None
        } else {
            Some(Self { mantissa, exponent })
        }
    }

    /// A whole number.
    #[must_use]
    pub const fn whole(value: i64) -> Self {
        Self {
            mantissa: value,
            exponent: 0,
        }
    }

    /// Reads `-12.50`: an optional minus, digits, and at most one point. No grouping, no exponent.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        if whole.is_empty() || (digits.contains('.') && fraction.is_empty()) || fraction.len() > MAX_DIGITS {
            return None;
        }
        let mut mantissa: i64 = 0;
        let mut count = 0;
        for byte in whole.bytes().chain(fraction.bytes()) {
            if !byte.is_ascii_digit() {
                return None;
            }
            count += usize::from(mantissa != 0 || byte != b'0');
            if count > MAX_DIGITS {
                return None;
            }
            mantissa = mantissa * 10 + i64::from(byte - b'0');
        }
        let exponent = -(i8::try_from(fraction.len()).ok()?);
        Some(Self {
            mantissa: if negative { -mantissa } else { mantissa },
            exponent,
        })
    }

    /// The digits as an integer.
    #[must_use]
    pub const fn mantissa(self) -> i64 {
        self.mantissa
    }

    /// The power of ten of the last digit: the printed resolution.
    #[must_use]
    pub const fn exponent(self) -> i8 {
        self.exponent
    }

    /// The same digits with the resolution moved by a power of ten: 317.19 shifted by 8 is 317.19亿.
    #[must_use]
    pub const fn shifted(self, by: i8) -> Option<Self> {
        Self::new(self.mantissa, self.exponent.saturating_add(by))
    }

    /// The same value written to a finer resolution; `None` where the digits do not fit, or the resolution is coarser.
    #[must_use]
    pub fn at_exponent(self, exponent: i8) -> Option<Self> {
        let steps = u32::try_from(i32::from(self.exponent) - i32::from(exponent)).ok()?;
        let mantissa = self.mantissa.checked_mul(10i64.checked_pow(steps)?)?;
        Self::new(mantissa, exponent)
    }

    /// The same value without trailing zeros: 1410 × 10⁻² becomes 141 × 10⁻¹.
    #[must_use]
    pub const fn normalized(self) -> Self {
        if self.mantissa == 0 {
            return Self::ZERO;
        }
        let mut out = self;
        while out.mantissa % 10 == 0 && out.exponent < MAX_EXPONENT {
            out.mantissa /= 10;
            out.exponent += 1;
        }
        out
    }

    /// The sum; `None` where it does not fit.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let exponent = self.exponent.min(other.exponent);
        let mantissa = self
            .at_exponent(exponent)?
            .mantissa
            .checked_add(other.at_exponent(exponent)?.mantissa)?;
        Self::new(mantissa, exponent)
    }

    /// The difference; `None` where it does not fit.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(other.negated())
    }

    /// The value with its sign turned.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self {
            mantissa: self.mantissa.saturating_neg(),
            exponent: self.exponent,
        }
    }

    /// Whether the value is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// Whether both are the same number, however many zeros they are written with.
    #[must_use]
    pub fn same_value(self, other: Self) -> bool {
        self.normalized() == other.normalized()
    }

    /// Compares by value; exact wherever the two can be written to one resolution, by magnitude where they cannot.
    #[must_use]
    pub fn compare(self, other: Self) -> Ordering {
        let signs = self.mantissa.signum().cmp(&other.mantissa.signum());
        if signs.is_ne() {
            return signs;
        }
        if self.exponent == other.exponent {
            return self.mantissa.cmp(&other.mantissa);
        }
        let (a, b) = (self.normalized(), other.normalized());
        let exponent = a.exponent.min(b.exponent);
        match (a.at_exponent(exponent), b.at_exponent(exponent)) {
            (Some(a), Some(b)) => a.mantissa.cmp(&b.mantissa),
            _ => a.to_f64().total_cmp(&b.to_f64()),
        }
    }

    /// Writes plain digits in base units, without the sign. The loop is short: it is run hundreds of times before a
    /// page's first picture.
    pub(crate) fn digits(self, out: &mut String) {
        let (value, exponent) = (self.mantissa.unsigned_abs(), i32::from(self.exponent));
        // The power of ten of the first digit, and which one that is of the digits' own.
        let (mut power, mut first) = (1, if value == 0 { 0 } else { exponent });
        while value / power >= 10 {
            power *= 10;
            first += 1;
        }
        for place in (exponent.min(0)..=first.max(0)).rev() {
            if place == -1 {
                out.push('.');
            }
            let mut digit = 0;
            if place <= first && power > 0 {
                digit = value / power % 10;
                power /= 10;
            }
            out.push(char::from(b'0' + digit as u8));
        }
    }

    /// The nearest float: for pixels, and for nothing else.
    #[must_use]
    #[allow(clippy::cast_precision_loss)]
    pub fn to_f64(self) -> f64 {
        let power = 10f64.powi(i32::from(self.exponent).abs());
        if self.exponent < 0 {
            self.mantissa as f64 / power
        } else {
            self.mantissa as f64 * power
        }
    }
}

/// Plain digits in base units, printed zeros kept: `31719000000`, `14.10`, `-0.5`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = String::from(if self.is_negative() { "-" } else { "" });
        self.digits(&mut out);
        f.write_str(&out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        Decimal::parse(text).unwrap_or(Decimal::ZERO)
    }

    #[test]
    fn printed_zeros_survive() {
        assert_eq!(d("14.10").to_string(), "14.10");
        assert_ne!(d("14.10"), d("14.1"));
        assert!(d("14.10").same_value(d("14.1")));
    }

    #[test]
    fn refuses_what_is_no_plain_decimal() {
        for text in [
            "",
            "-",
            ".5",
            "5.",
            "1e3",
            "1,000",
            "+1",
            "NaN",
            "1234567890123456789",
            "--1",
            "1.2.3",
            "１",
        ] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }

    #[test]
    fn adds_at_the_finer_resolution() {
        assert_eq!(
            d("21.8").checked_add(d("12.65")).map(|x| x.to_string()).as_deref(),
            Some("34.45")
        );
        assert_eq!(
            d("1").checked_sub(d("1.5")).map(|x| x.to_string()).as_deref(),
            Some("-0.5")
        );
    }

    #[test]
    fn shifting_is_a_change_of_unit() {
        assert_eq!(
            d("317.19").shifted(8).map(|x| x.to_string()).as_deref(),
            Some("31719000000")
        );
        assert_eq!(d("0.05").to_string(), "0.05");
    }

    #[test]
    fn compares_across_resolutions() {
        assert_eq!(d("9999.5").compare(d("10000")), Ordering::Less);
        assert_eq!(d("-2").compare(d("-2.00")), Ordering::Equal);
        assert_eq!(
            d("999999999999999999").compare(d("0.000000000000000001")),
            Ordering::Greater
        );
    }
}
