//! Fills the places of a message. The build has checked the syntax; what is wrong all the same is left as it stands.

use std::borrow::Cow;

use super::lang::Table;

/// What stands for the names in a template. It is asked for what the template says, and no more.
pub(super) type Values<'v, 'a> = &'v dyn Fn(&str) -> Cow<'a, str>;

/// Fills one template: see `compile_messages.rs` for what may stand in braces.
pub(super) fn fill(table: &Table, template: &str, values: Values<'_, '_>, out: &mut String) {
    let mut rest = template;
    while let Some(open) = rest.bytes().position(|byte| byte == b'{') {
        out.push_str(&rest[..open]);
        let after = &rest[open + 1..];
        let end = closing(after);
        place(table, &after[..end], values, out);
        rest = after.get(end + 1..).unwrap_or_default();
    }
    out.push_str(rest);
}

/// Where the brace closes that was opened just before `text`.
fn closing(text: &str) -> usize {
    let mut depth = 1;
    for (index, byte) in text.bytes().enumerate() {
        depth += i32::from(byte == b'{') - i32::from(byte == b'}');
        if depth == 0 {
            return index;
        }
    }
    text.len()
}

/// Writes what one pair of braces asks for.
fn place(table: &Table, inner: &str, values: Values<'_, '_>, out: &mut String) {
    let is_kind = |byte| matches!(byte, b'?' | b'|' | b'#');
    let name_end = inner.bytes().position(is_kind).unwrap_or(inner.len());
    let (name, body) = inner.split_at(name_end);
    let Some(kind) = body.bytes().next() else {
        if !name.starts_with('!') {
            let start = out.len();
            let upper = name.strip_prefix('^');
            out.push_str(&values(upper.unwrap_or(name)));
            if let Some(first) = out.get_mut(start..start + 1).filter(|_| upper.is_some()) {
                first.make_ascii_uppercase();
            }
        }
        return;
    };
    let (value, body) = (values(name), &body[1..]);
    if kind != b'?' {
        let (i, v) = operands(&value, table.point);
        let choose = if kind == b'#' { table.ordinal } else { table.plural };
        fill(table, nth_form(body, choose(i, v)), values, out);
    } else if !value.is_empty() {
        fill(table, body, values, out);
    }
}

/// The form at an index, or the last one. Bars inside braces belong to what is in there.
fn nth_form(text: &str, index: usize) -> &str {
    let (mut depth, mut start, mut seen) = (0, 0, 0);
    for (at, byte) in text.bytes().enumerate() {
        depth += i32::from(byte == b'{') - i32::from(byte == b'}');
        if byte == b'|' && depth == 0 {
            if seen == index {
                return &text[start..at];
            }
            seen += 1;
            start = at + 1;
        }
    }
    &text[start..]
}

/// The plural operands of a written number: its whole part and the count of its decimals. A word behind the digits
/// ("1 million") makes it a large number; a percent sign does not.
pub(super) fn operands(text: &str, point: &str) -> (u32, u32) {
    let text = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    let (whole, fraction) = text.split_once(point).unwrap_or((text, ""));
    // No rule looks at more than the last digits, and at whether there are more.
    let i = digits(whole).fold(0u32, |i, digit| {
        (if i >= 10_000_000 { i % 1_000_000 + 1_000_000 } else { i }) * 10 + u32::from(digit - b'0')
    });
    let v = u32::try_from(digits(fraction).count()).unwrap_or(u32::MAX);
    // Letters of every script, without the tables that know them all: no punctuation that a number has is among these.
    let letter = |c: char| c.is_ascii_alphabetic() || ('\u{c0}'..='\u{1fff}').contains(&c) || c >= '\u{2e80}';
    if text.chars().any(letter) {
        (1_000_000, 0)
    } else {
        (i, v)
    }
}

fn digits(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().filter(u8::is_ascii_digit)
}
