//! Periods with calendar arithmetic, so that "partial" and "comparable" are computed, never typed.

use std::cmp::Reverse;
use std::fmt;

/// A calendar day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// The year, 1 to 9999.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl Date {
    /// The day as a number that compares fast.
    pub(crate) const fn number(self) -> u32 {
        (self.year as u32) << 9 | (self.month as u32) << 5 | self.day as u32
    }
}

/// A stretch of the calendar with a name of its own: a year, a quarter, a month or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    /// The year, 1 to 9999.
    pub year: u16,
    /// What part of the year.
    pub part: Part,
}

/// A part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// All of it.
    Year,
    /// A quarter, 1 to 4.
    Quarter(u8),
    /// A month, 1 to 12.
    Month(u8),
    /// A day: month and day of the month.
    Day(u8, u8),
}

/// When an observation holds, in ISO 8601 form (`2021`, `2020-01/2020-10`, `2017-Q1/2017-Q3`, `../2025`, `P1Y`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// One stretch with a name: `2021`, `2022-Q1`, `2020-11`, `2020-11-29`.
    At(Point),
    /// From the start of one stretch to the end of another of the same sort: `2020-01/2020-10`.
    Range(Point, Point),
    /// From a stretch on, still going: `2016/..`.
    Since(Point),
    /// Until the end of a stretch; a deadline: `../2017-12`.
    Until(Point),
    /// In any one year, no calendar year said: `P1Y`, the projections at full production.
    PerYear,
}

/// The number of days of a month; 0 for a month that does not exist.
const fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400) => 29,
        2 => 28,
        _ => 0,
    }
}

/// Reads exactly `len` digits.
fn digits(text: &str, len: usize) -> Option<u16> {
    (text.len() == len && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

impl Point {
    /// Reads `2021`, `2022-Q1`, `2020-11` or `2020-11-29`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4).filter(|&y| y > 0)?;
        let small = |text: &str| digits(text, 2).and_then(|n| u8::try_from(n).ok());
        let part = match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => Part::Year,
            (Some(quarter), None, _) if quarter.starts_with('Q') => Part::Quarter(
                digits(&quarter[1..], 1)
                    .and_then(|n| u8::try_from(n).ok())
                    .filter(|q| (1..=4).contains(q))?,
            ),
            (Some(month), None, _) => Part::Month(small(month).filter(|m| (1..=12).contains(m))?),
            (Some(month), Some(day), None) => {
                let month = small(month)?;
                Part::Day(
                    month,
                    small(day).filter(|d| (1..=days_in_month(year, month)).contains(d))?,
                )
            }
            _ => return None,
        };
        Some(Self { year, part })
    }

    /// The first day.
    #[must_use]
    pub const fn first_day(self) -> Date {
        let (month, day) = match self.part {
            Part::Year => (1, 1),
            Part::Quarter(q) => (q * 3 - 2, 1),
            Part::Month(m) => (m, 1),
            Part::Day(m, d) => (m, d),
        };
        Date {
            year: self.year,
            month,
            day,
        }
    }

    /// The last day.
    #[must_use]
    pub const fn last_day(self) -> Date {
        let (month, day) = match self.part {
            Part::Year => (12, 31),
            Part::Quarter(q) => (q * 3, days_in_month(self.year, q * 3)),
            Part::Month(m) => (m, days_in_month(self.year, m)),
            Part::Day(m, d) => (m, d),
        };
        Date {
            year: self.year,
            month,
            day,
        }
    }

    /// Whether both are stretches of one sort.
    fn same_sort(self, other: Self) -> bool {
        std::mem::discriminant(&self.part) == std::mem::discriminant(&other.part)
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let two = |n: u8| -> String { [char::from(b'0' + n / 10), char::from(b'0' + n % 10)].iter().collect() };
        f.write_str(&format!("{:04}", self.year))?;
        match self.part {
            Part::Year => Ok(()),
            Part::Quarter(q) => write!(f, "-Q{q}"),
            Part::Month(m) => write!(f, "-{}", two(m)),
            Part::Day(m, d) => write!(f, "-{}-{}", two(m), two(d)),
        }
    }
}

impl Period {
    /// Reads the forms that [`Period`] lists; `None` for anything else, an empty range included.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text == "P1Y" {
            return Some(Self::PerYear);
        }
        let Some((start, end)) = text.split_once('/') else {
            return Point::parse(text).map(Self::At);
        };
        match (start, end) {
            ("..", end) => Point::parse(end).map(Self::Until),
            (start, "..") => Point::parse(start).map(Self::Since),
            (start, end) => {
                let (start, end) = (Point::parse(start)?, Point::parse(end)?);
                (start.same_sort(end) && start < end).then_some(Self::Range(start, end))
            }
        }
    }

    /// The first day, where there is one.
    #[must_use]
    pub const fn first_day(self) -> Option<Date> {
        match self {
            Self::At(point) | Self::Range(point, _) | Self::Since(point) => Some(point.first_day()),
            Self::Until(_) | Self::PerYear => None,
        }
    }

    /// The last day, where there is one.
    #[must_use]
    pub const fn last_day(self) -> Option<Date> {
        match self {
            Self::At(point) | Self::Range(_, point) | Self::Until(point) => Some(point.last_day()),
            Self::Since(_) | Self::PerYear => None,
        }
    }

    /// The year in which the period ends, or begins where it does not end: where it stands on an axis.
    #[must_use]
    pub const fn year(self) -> Option<u16> {
        match self {
            Self::At(point) | Self::Range(_, point) | Self::Until(point) | Self::Since(point) => Some(point.year),
            Self::PerYear => None,
        }
    }

    /// The number of whole months; `None` where a bound is open or falls inside a month.
    #[must_use]
    pub fn months(self) -> Option<u16> {
        let (first, last) = (self.first_day()?, self.last_day()?);
        (first.day == 1 && last.day == days_in_month(last.year, last.month))
            .then(|| (last.year - first.year) * 12 + u16::from(last.month) + 1 - u16::from(first.month))
    }

    /// Whether the period is less than a whole year: a flow over it must never stand for a year's.
    #[must_use]
    pub fn is_partial(self) -> bool {
        match self {
            Self::PerYear => false,
            Self::Since(_) | Self::Until(_) => true,
            _ => self.months().is_none_or(|months| months % 12 != 0),
        }
    }

    /// Whether flows over the two periods cover the same months of a year, so that they may be joined or compared.
    #[must_use]
    pub fn comparable(self, other: Self) -> bool {
        match (self.first_day(), self.last_day(), other.first_day(), other.last_day()) {
            (Some(a), Some(b), Some(c), Some(d)) => {
                let same_end = b.day == d.day || (self.months().is_some() && other.months().is_some());
                (a.month, a.day, b.month) == (c.month, c.day, d.month) && same_end && b.year - a.year == d.year - c.year
            }
            _ => self == other,
        }
    }

    /// The key by which periods stand in order: by their end, then the longer one last.
    #[must_use]
    pub fn order(self) -> (u32, Reverse<u32>) {
        let first = self.first_day().map(Date::number);
        let last = self.last_day().map(Date::number).or(first).unwrap_or(u32::MAX);
        (last, Reverse(first.unwrap_or(last)))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(point) => point.fmt(f),
            Self::Range(start, end) => write!(f, "{start}/{end}"),
            Self::Since(start) => write!(f, "{start}/.."),
            Self::Until(end) => write!(f, "../{end}"),
            Self::PerYear => f.write_str("P1Y"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn p(text: &str) -> Period {
        Period::parse(text).unwrap_or_else(|| unreachable!("{text}"))
    }

    #[test]
    fn reads_and_writes_its_own_form() {
        for text in [
            "2021",
            "2020-01/2020-10",
            "2017-Q1/2017-Q3",
            "2022-Q1",
            "2020-11",
            "2020-02-29",
            "2016/..",
            "../2017-12",
            "P1Y",
            "2016/2021",
        ] {
            assert_eq!(p(text).to_string(), text);
        }
        for text in [
            "",
            "21",
            "2021-13",
            "2021-Q5",
            "2021-02-29",
            "2020-10/2020-01",
            "2020/2020-05",
            "2021/",
            "../..",
            "2021-1",
            "2021-QQ",
            "0000",
            "2020/2020",
        ] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_part_of_a_year_is_partial_however_it_is_written() {
        assert!(p("2020-01/2020-10").is_partial() && p("2022-Q1").is_partial() && p("2020-11-29").is_partial());
        assert!(!p("2021").is_partial() && !p("2017-Q1/2017-Q4").is_partial() && !p("2017-01/2017-12").is_partial());
        assert!(!p("P1Y").is_partial() && p("2016/..").is_partial());
    }

    #[test]
    fn only_equal_stretches_compare() {
        assert!(p("2020").comparable(p("2021")) && p("2020").comparable(p("2021-01/2021-12")));
        assert!(p("2017-01/2017-08").comparable(p("2020-01/2020-08")));
        assert!(!p("2017-01/2017-08").comparable(p("2020-01/2020-10")));
        assert!(p("2019-Q1").comparable(p("2020-01/2020-03")));
        assert!(
            p("2019-02").comparable(p("2020-02")),
            "a leap year's February is a February"
        );
        assert!(!p("2021").comparable(p("P1Y")));
    }

    #[test]
    fn counts_months() {
        assert_eq!(p("2017-Q1/2017-Q3").months(), Some(9));
        assert_eq!(p("2020-11-29").months(), None);
        assert_eq!(p("2019/2020").months(), Some(24));
    }
}
