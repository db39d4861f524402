//! The columns of the packed tables: numbers, and texts that stay where they are.

use crate::data::text::Text;
use crate::format::{Part, Period, Point};

/// The numbers that these bytes hold, seven bits a byte.
pub(super) fn read(bytes: &[u8]) -> Vec<u32> {
    let mut numbers = Vec::with_capacity(bytes.len());
    let (mut value, mut shift) = (0, 0);
    for &byte in bytes {
        value |= u32::from(byte & 0x7f).wrapping_shl(shift);
        if byte < 0x80 {
            numbers.push(value);
            (value, shift) = (0, 0);
        } else {
            shift += 7;
        }
    }
    numbers
}

/// A number as a signed one.
pub(super) fn signed(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

/// As [`signed`], of a distance between two rows or the like.
pub(super) fn step(value: u32) -> isize {
    signed(value.into()) as isize
}

/// A place that may be missing.
pub(super) fn place(value: u32) -> Option<usize> {
    (value as usize).checked_sub(1)
}

/// Numbers that are read in turn.
pub(super) struct Numbers<'a>(pub(super) &'a [u32]);

impl<'a> Numbers<'a> {
    pub(super) fn next(&mut self) -> Option<u32> {
        let (&value, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(value)
    }

    /// Splits off so many columns of so many numbers.
    #[inline(never)]
    pub(super) fn table(&mut self, columns: usize, rows: usize) -> Option<Table<'a>> {
        let (numbers, rest) = self.0.split_at_checked(columns.checked_mul(rows)?)?;
        self.0 = rest;
        Some(Table { numbers, rows })
    }

    #[inline(never)]
    pub(super) fn period(&mut self) -> Option<Period> {
        Some(match self.next()? {
            0 => Period::PerYear,
            1 => Period::At(self.point()?),
            2 => Period::Since(self.point()?),
            3 => Period::Until(self.point()?),
            _ => Period::Range(self.point()?, self.point()?),
        })
    }

    #[inline(never)]
    fn point(&mut self) -> Option<Point> {
        let (year, part) = (self.next()? as u16, self.next()? as u16);
        let part = match part {
            0 => Part::Year,
            q @ 1..=4 => Part::Quarter(q as u8),
            m @ 5..=16 => Part::Month(m as u8 - 4),
            day => Part::Day(((day - 16) / 32) as u8, ((day - 16) % 32) as u8),
        };
        Some(Point { year, part })
    }
}

/// The numbers of a table, column by column.
pub(super) struct Table<'a> {
    numbers: &'a [u32],
    rows: usize,
}

impl Table<'_> {
    /// A row; `None` beyond the last one.
    pub(super) fn row<const COLUMNS: usize>(&self, row: usize) -> Option<[u32; COLUMNS]> {
        let mut numbers = [0; COLUMNS];
        self.fill(row, &mut numbers)?;
        Some(numbers)
    }

    /// The number of a row in one column.
    pub(super) fn get(&self, column: usize, row: usize) -> Option<u32> {
        self.numbers.get(column * self.rows..)?.get(row).copied()
    }

    #[inline(never)]
    fn fill(&self, row: usize, numbers: &mut [u32]) -> Option<()> {
        let mut at = row;
        if row >= self.rows {
            return None;
        }
        for number in numbers {
            *number = *self.numbers.get(at)?;
            at += self.rows;
        }
        Some(())
    }
}

/// A column of texts, each closed by a NUL; after its end it gives empty ones.
pub(super) struct Texts {
    pub(super) all: &'static str,
    /// Where the next one begins.
    pub(super) at: usize,
}

impl Texts {
    pub(super) const fn new(all: &'static str) -> Self {
        Self { all, at: 0 }
    }

    #[inline(never)]
    pub(super) fn next(&mut self) -> &'static str {
        let (bytes, start) = (self.all.as_bytes(), self.at);
        let mut end = start;
        while end < bytes.len() && bytes[end] != 0 {
            end += 1;
        }
        self.at = end + 1;
        self.all.get(start..end).unwrap_or_default()
    }

    pub(super) fn text(&mut self) -> Text {
        Text::there(self.next())
    }
}
