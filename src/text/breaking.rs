//! Lines that fit a width.

use super::measure::{Font, TextMeasure};
use super::opportunity::{hangs, inside_term, is_alone, may_break, may_cut};

/// A text set in lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// The lines, from the top, without the spaces at which they were broken.
    pub lines: Vec<String>,
    /// Whether something was left off: the caller keeps the full text for the tooltip.
    pub elided: bool,
}

/// Sets a text in at most `max_lines` lines of at most `max_width` pixels; the last one ends in "…" where the text goes on.
/// Only a stretch that is wider than a line all by itself is broken inside, and no ideograph is left on a last line alone.
#[must_use]
pub fn break_lines(text: &str, font: Font, max_width: f64, max_lines: usize, measure: &dyn TextMeasure) -> Lines {
    set(text, font, max_width, max_lines, measure, false)
}

/// The same; `whole` takes no term apart, and a line is too wide rather.
fn set(text: &str, font: Font, max_width: f64, max_lines: usize, measure: &dyn TextMeasure, whole: bool) -> Lines {
    let mut out = Lines::default();
    for paragraph in text.split('\n') {
        let mut rest = paragraph.trim();
        while !rest.is_empty() {
            if out.lines.len() == max_lines {
                out.elided = true;
                break;
            }
            let mut end = line_end(rest, font, max_width, measure, whole);
            if is_alone(&rest[end..]) {
                // Its neighbour keeps it company.
                let before = opportunities(rest, whole).take_while(|at| *at < end).last();
                end = before.unwrap_or(end);
            }
            out.lines.push(rest[..end].trim_end().to_owned());
            let (line, after) = (rest, rest[end..].trim_start());
            rest = after;
            if out.lines.len() == max_lines && !after.is_empty() {
                // The last line takes what it can of all that is left.
                let last = out.lines.len() - 1;
                out.lines[last] = cut(line, font, max_width, measure);
                out.elided = true;
                return out;
            }
        }
    }
    out
}

/// The same text in the same number of lines, made as even as they go, with the terms that it names whole where they
/// have room: for titles.
#[must_use]
pub fn balance_lines(text: &str, font: Font, max_width: f64, max_lines: usize, measure: &dyn TextMeasure) -> Lines {
    let mut best = break_lines(text, font, max_width, max_lines, measure);
    let count = best.lines.len();
    if best.elided || count < 2 {
        return best;
    }
    for whole in [true, false] {
        let (mut width, mut step) = (max_width, max_width / 4.0);
        for _ in 0..7 {
            let lines = set(text, font, width, count, measure, whole);
            // A term that had no room, or a word that had to be broken inside, is wider than what was asked for.
            if !lines.elided && lines.lines.iter().all(|line| measure.width(line, font) <= width) {
                best = lines;
                width -= step;
            } else if width < max_width {
                width += step;
            } else {
                break;
            }
            step /= 2.0;
        }
        if width < max_width {
            break;
        }
    }
    best
}

/// The text, or as much of it as fits with "…" behind. A number is left out rather than cut: half of one is another one.
#[must_use]
pub fn elide(text: &str, font: Font, max_width: f64, measure: &dyn TextMeasure) -> String {
    if measure.width(text, font) <= max_width {
        return text.to_owned();
    }
    cut(text, font, max_width, measure)
}

/// As much of the text as fits with "…" behind, though it may fit without.
fn cut(text: &str, font: Font, max_width: f64, measure: &dyn TextMeasure) -> String {
    let with_dots = |end: usize| [text[..end].trim_end_matches(hangs), "…"].concat();
    let ends = ends(text);
    // Widths grow with the text, so the longest that fits is found by halving.
    let fitting = &ends[..ends.partition_point(|&end| measure.width(&with_dots(end), font) <= max_width)];
    let last = |may: fn(&str, &str) -> bool| fitting.iter().rev().find(|&&end| may(&text[..end], &text[end..]));
    // Between words or ideographs; inside the first word where there is no other way.
    with_dots(last(may_break).or_else(|| last(may_cut)).copied().unwrap_or(0))
}

/// Where the first line of a text ends: behind its last stretch that fits, at least behind its first character.
fn line_end(text: &str, font: Font, max_width: f64, measure: &dyn TextMeasure, whole: bool) -> usize {
    // Most texts fit as they are, and to measure is dear.
    if measure.width(text, font) <= max_width {
        return text.len();
    }
    let (mut end, mut width) = (0, 0.0);
    let space = measure.width(" ", font);
    for next in opportunities(text, whole) {
        let stretch = &text[end..next];
        let word = stretch.trim_end();
        let bare = measure.width(word, font);
        // The sum of the stretches is what the line is, to a hair; the line itself has the last word.
        if width + bare > max_width
            || (width + bare > 0.98 * max_width && measure.width(text[..next].trim_end(), font) > max_width)
        {
            return if end > 0 {
                end
            } else if whole {
                next
            } else {
                forced_end(stretch, font, max_width, measure)
            };
        }
        // What may end a stretch beside spaces (breaks, ideographic spaces) is rare, and never narrower.
        #[allow(clippy::cast_precision_loss)] // a handful
        let spaces = stretch[word.len()..].chars().count() as f64;
        width += bare + space * spaces;
        end = next;
    }
    end
}

/// Where a stretch ends that is wider than a line: behind the last character that fits, outside of numbers if it can.
fn forced_end(text: &str, font: Font, max_width: f64, measure: &dyn TextMeasure) -> usize {
    let ends = ends(text);
    let fitting = ends
        .partition_point(|&end| measure.width(&text[..end], font) <= max_width)
        .max(1);
    let ends = &ends[..fitting.min(ends.len())];
    let good = ends.iter().rev().find(|&&end| may_cut(&text[..end], &text[end..]));
    good.or(ends.last()).copied().unwrap_or(text.len())
}

/// The places at which a line may end, the end of the text last; `whole` names only those between terms.
fn opportunities(text: &str, whole: bool) -> impl Iterator<Item = usize> {
    ends(text).into_iter().filter(move |&at| {
        let (before, after) = text.split_at(at);
        after.is_empty() || may_break(before, after) && !(whole && inside_term(before, after))
    })
}

/// The places behind each character.
fn ends(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, char)| at + char.len_utf8()).collect()
}
