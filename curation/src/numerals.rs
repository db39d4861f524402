//! Every numeral in a text: Arabic and circled digits, and Chinese numerals with 半, 双 and 首.

use std::ops::Range;

/// The byte ranges of the numerals of a text, in order.
#[must_use]
pub fn numerals(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let length = number(&text[at..]);
        if length > 0 {
            out.push(at..at + length);
            at += length;
        } else {
            at += c.len_utf8();
        }
    }
    out
}

/// The length in bytes of the numeral that the text begins with; 0 where it begins with none.
fn number(text: &str) -> usize {
    let digits = run(text, |c| c.is_ascii_digit());
    if digits > 0 {
        let fraction = text[digits..]
            .strip_prefix('.')
            .map_or(0, |rest| run(rest, |c| c.is_ascii_digit()));
        return if fraction > 0 { digits + 1 + fraction } else { digits };
    }
    match text.chars().next() {
        Some(c @ '①'..='⑳') => c.len_utf8(),
        _ => run(text, |c| "〇零一二两三四五六七八九十百千万亿半双首".contains(c)),
    }
}

/// The length in bytes of the longest beginning of such characters.
fn run(text: &str, holds: impl Fn(char) -> bool) -> usize {
    text.find(|c| !holds(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_sort() {
        let text = "2.4:60.6,约30万人；①首家、十二条。5.";
        let found: Vec<_> = numerals(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["2.4", "60.6", "30", "万", "①", "首", "十二", "5"]);
    }
}
