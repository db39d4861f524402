//! Lines that fit a width, by the rules of UAX 14 as far as Chinese and Latin text needs them.

use super::measure::{Font, TextMeasure};

/// A text set in lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// The lines, from the top, without the spaces at which they were broken.
    pub lines: Vec<String>,
    /// Whether something was left off: the caller keeps the full text for the tooltip.
    pub elided: bool,
}

/// Sets a text in at most `max_lines` lines of at most `max_width` pixels; the last one ends in "…" where it does not fit.
#[must_use]
pub fn break_lines(text: &str, font: Font, max_width: f64, max_lines: usize, measure: &dyn TextMeasure) -> Lines {
    let mut out = Lines::default();
    let mut rest = text.trim();
    while !rest.is_empty() && out.lines.len() < max_lines {
        if out.lines.len() + 1 == max_lines && measure.width(rest, font) > max_width {
            out.lines.push(elide(rest, font, max_width, measure));
            out.elided = true;
            return out;
        }
        let mut end = 0;
        let mut forced = 0;
        for (index, char) in rest.char_indices() {
            let after = index + char.len_utf8();
            if measure.width(rest[..after].trim_end(), font) > max_width {
                break;
            }
            forced = after;
            if after == rest.len() || may_break(char, rest[after..].chars().next()) {
                end = after;
            }
        }
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let end = if end > 0 { end } else { forced.max(first) };
        out.lines.push(rest[..end].trim_end().to_owned());
        rest = rest[end..].trim_start();
    }
    out.elided = !rest.is_empty();
    out
}

/// The text, or as much of it as fits with "…" behind.
#[must_use]
pub fn elide(text: &str, font: Font, max_width: f64, measure: &dyn TextMeasure) -> String {
    if measure.width(text, font) <= max_width {
        return text.to_owned();
    }
    let mut best = String::from("…");
    for (index, _) in text.char_indices().skip(1) {
        let candidate = [text[..index].trim_end(), "…"].concat();
        if measure.width(&candidate, font) > max_width {
            break;
        }
        best = candidate;
    }
    best
}

/// Whether a line may end between two characters.
fn may_break(before: char, after: Option<char>) -> bool {
    const NO_START: &str = " \u{a0}，。、；：？！）》」』】〕…％%”’),.;:!?]}";
    const NO_END: &str = "\u{a0}（《「『【〔“‘([{";
    let Some(after) = after else { return true };
    if NO_START.contains(after) || NO_END.contains(before) {
        return false;
    }
    before == ' ' || before == '-' || wide(before) || wide(after)
}

/// Whether a character is an ideograph or one of its companions.
fn wide(char: char) -> bool {
    matches!(char, '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TableMeasure;

    #[test]
    fn closing_signs_never_begin_a_line_and_opening_ones_never_end_it() {
        let font = Font {
            size: 12.0,
            weight: 400,
        };
        for text in [
            "原文“全国唯一一个”，第11段（专题）",
            "同比增长\u{a0}8.6%，来源(2022年)未说明",
        ] {
            for width in 60..200 {
                let lines = break_lines(text, font, f64::from(width), 99, &TableMeasure).lines;
                for line in &lines {
                    let (first, last) = (line.chars().next(), line.chars().last());
                    assert!(!first.is_some_and(|c| "”，）)\u{a0}".contains(c)), "{width}: {lines:?}");
                    assert!(!last.is_some_and(|c| "“（(\u{a0}".contains(c)), "{width}: {lines:?}");
                }
            }
        }
    }
}
