//! Languages as data, and the texts that they hold.

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// A language of the product: an index into the tables that the build made from `messages/*.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(u8);

/// What is known of one language.
pub(crate) struct Table {
    code: &'static str,
    name: &'static str,
    /// The decimal point.
    pub(crate) point: &'static str,
    /// What stands between groups of three digits.
    pub(crate) group: &'static str,
    /// The powers of ten that have a word, rising.
    pub(crate) scales: &'static [(u8, &'static str)],
    plural: fn(u32, u32) -> usize,
    ordinal: fn(u32, u32) -> usize,
    text: &'static str,
    ends: &'static [u16],
}

impl Lang {
    /// The language of a BCP 47 tag: the one with its primary subtag (`zh-Hans-CN` is Chinese), else English.
    #[must_use]
    pub fn of_tag(tag: &str) -> Self {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .iter()
            .copied()
            .find(|lang| lang.code().eq_ignore_ascii_case(primary))
            .unwrap_or(Self::EN)
    }

    /// The language's subtag, such as `zh`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.table().code
    }

    /// The language's own name of itself.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.table().name
    }

    /// Its table. A `Lang` cannot be made outside of the tables, so it is there.
    pub(crate) fn table(self) -> &'static Table {
        TABLES.get(usize::from(self.0)).unwrap_or(&TABLES[0])
    }

    /// The text of a message as written, arguments unfilled.
    fn template(self, msg: Msg) -> &'static str {
        let table = self.table();
        let index = msg as usize;
        let end = |i: usize| table.ends.get(i).map_or(0, |&end| usize::from(end));
        let start = index.checked_sub(1).map_or(0, end);
        table.text.get(start..end(index)).unwrap_or_default()
    }
}

/// A message without arguments.
#[must_use]
pub fn word(lang: Lang, msg: Msg) -> &'static str {
    lang.template(msg)
}

/// A message with its arguments filled in. What stands in an argument is never read as a template again.
#[must_use]
pub fn message(lang: Lang, msg: Msg, args: &[(&str, &str)]) -> String {
    let mut out = String::new();
    fill(lang.table(), lang.template(msg), args, &mut out);
    out
}

/// Fills one template.
fn fill(table: &Table, template: &str, args: &[(&str, &str)], out: &mut String) {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let end = matching(after);
        place(table, after.get(..end).unwrap_or_default(), args, out);
        rest = after.get(end + 1..).unwrap_or_default();
    }
    out.push_str(rest);
}

/// The place of the brace that closes what was opened just before `text`.
fn matching(text: &str) -> usize {
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
fn place(table: &Table, inner: &str, args: &[(&str, &str)], out: &mut String) {
    let name_end = inner.find(['?', '|', '#']).unwrap_or(inner.len());
    let (name, body) = inner.split_at(name_end);
    let bare = name.trim_start_matches(['^', '!']);
    let value = args.iter().find(|(n, _)| *n == bare).map_or("", |(_, value)| *value);
    let form = |index: usize| nth_form(body.get(1..).unwrap_or_default(), index);
    match body.as_bytes().first() {
        Some(b'?') if value.is_empty() => {}
        Some(b'?') => fill(table, &body[1..], args, out),
        Some(kind) => {
            let (i, v) = operands(value, table.point);
            let choose = if *kind == b'#' { table.ordinal } else { table.plural };
            fill(table, form(choose(i, v)), args, out);
        }
        None if name.starts_with('!') => {}
        None if name.starts_with('^') => {
            let start = out.len();
            out.push_str(value);
            if let Some(first) = out.get_mut(start..start + 1) {
                first.make_ascii_uppercase();
            }
        }
        None => out.push_str(value),
    }
}

/// The form at an index, or the last one.
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
/// ("1 million") makes it a large number.
fn operands(text: &str, point: &str) -> (u32, u32) {
    let (whole, fraction) = text.split_once(point).unwrap_or((text, ""));
    let mut i: u32 = 0;
    for digit in whole.bytes().filter(u8::is_ascii_digit) {
        // Seven digits are more than any rule looks at; the last ones decide.
        i = i % 10_000_000 * 10 + u32::from(digit - b'0');
    }
    let v = fraction.bytes().take_while(u8::is_ascii_digit).count();
    let worded = text
        .trim_start_matches(|c: char| !c.is_ascii_digit())
        .bytes()
        .any(|b| b.is_ascii_alphabetic() || b >= 0xe0);
    if worded {
        (1_000_000, 0)
    } else {
        (i, u32::try_from(v).unwrap_or(9))
    }
}

/// Several names as one phrase: "A, B and C", "A、B和C".
#[must_use]
pub fn list(lang: Lang, items: &[&str]) -> String {
    let Some((last, rest)) = items.split_last() else {
        return String::new();
    };
    let Some((first, middle)) = rest.split_first() else {
        return (*last).to_owned();
    };
    let head = middle.iter().fold((*first).to_owned(), |head, item| {
        message(lang, Msg::ListMore, &[("head", &head), ("item", item)])
    });
    message(lang, Msg::ListLast, &[("head", &head), ("item", last)])
}

/// Several short texts side by side: "Jan–Aug · estimated".
#[must_use]
pub fn join(lang: Lang, items: &[&str]) -> String {
    let Some((first, rest)) = items.split_first() else {
        return String::new();
    };
    rest.iter().fold((*first).to_owned(), |head, item| {
        message(lang, Msg::JoinNext, &[("head", &head), ("item", item)])
    })
}

/// Several sentences as one text.
#[must_use]
pub fn paragraph(lang: Lang, sentences: &[&str]) -> String {
    let mut out = String::new();
    for sentence in sentences.iter().filter(|s| !s.is_empty()) {
        out = if out.is_empty() {
            (*sentence).to_owned()
        } else {
            message(lang, Msg::SentenceNext, &[("head", &out), ("item", sentence)])
        };
    }
    out
}
