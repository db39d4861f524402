//! Languages as data: one table of texts each, made by the build from `messages/*.txt`.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::template;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// A language of the product: an index into the tables. It cannot be made but from them.
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
    /// The index of the plural form for a number with this whole part and this many decimals.
    pub(crate) plural: fn(u32, u32) -> usize,
    /// The same for ordinals.
    pub(crate) ordinal: fn(u32, u32) -> usize,
    /// All texts, each closed by a NUL, with one before them and one behind that are none.
    text: &'static str,
}

/// Where the texts of each language end.
static ENDS: OnceLock<Vec<Vec<u16>>> = OnceLock::new();

/// What a text is filled with in the package's first part, if usual widgets don't say it.
const LEFT_OUT: u8 = 1;

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

    /// Its table.
    pub(crate) fn table(self) -> &'static Table {
        TABLES.get(usize::from(self.0)).unwrap_or(&TABLES[0])
    }

    /// The text of a message as it is written, arguments unfilled.
    fn template(self, msg: Msg) -> &'static str {
        let text = self.table().text;
        let all = ENDS.get_or_init(|| TABLES.iter().map(|table| ends(table.text)).collect());
        let ends = all.get(usize::from(self.0)).map_or(&[][..], |ends| ends);
        let end = |index: usize| ends.get(index).map_or(0, |&end| usize::from(end));
        let at = msg as usize;
        let found = text.get(end(at) + 1..end(at + 1)).unwrap_or_default();
        if found.as_bytes().first() == Some(&LEFT_OUT) {
            #[cfg(target_arch = "wasm32")]
            core::arch::wasm32::unreachable();
        }
        found
    }
}

#[allow(clippy::cast_possible_truncation)] // the build refuses a table that is longer
fn ends(text: &str) -> Vec<u16> {
    let places = text.bytes().enumerate().filter(|(_, byte)| *byte == 0);
    places.map(|(at, _)| at as u16).collect()
}

/// A message that has no arguments.
#[must_use]
pub fn word(lang: Lang, msg: Msg) -> &'static str {
    lang.template(msg)
}

/// A message with its arguments filled in. What stands in an argument is never read as a template again.
#[must_use]
pub fn message(lang: Lang, msg: Msg, args: &[(&str, &str)]) -> String {
    let value = |name: &str| args.iter().find(|(n, _)| *n == name).map_or("", |(_, value)| *value);
    message_of(lang, msg, &|name| Cow::Borrowed(value(name)))
}

/// As [`message`], where arguments are worked out as the text in this language asks for them.
pub(super) fn message_of(lang: Lang, msg: Msg, values: template::Values<'_, '_>) -> String {
    let template = lang.template(msg);
    let mut out = String::with_capacity(template.len());
    template::fill(lang.table(), template, values, &mut out);
    out
}

/// The words of the interface by their keys, for a page that fills the places in them itself.
pub fn interface(lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
    INTERFACE.iter().map(move |(key, msg)| (*key, lang.template(*msg)))
}

/// Several names as one phrase: "A, B and C", "A、B和C".
#[must_use]
pub fn list(lang: Lang, items: &[&str]) -> String {
    match items {
        [one, two] => message(lang, Msg::ListTwo, &[("head", one), ("item", two)]),
        [rest @ .., last] if !rest.is_empty() => message(
            lang,
            Msg::ListLast,
            &[("head", &chain(lang, Msg::ListMore, rest)), ("item", last)],
        ),
        _ => items.concat(),
    }
}

/// Several ids, none of them before the others: "bar, line", "bar、line".
#[must_use]
pub(super) fn ids(lang: Lang, items: &[&str]) -> String {
    chain(lang, Msg::ListMore, items)
}

/// Several short texts side by side: "Jan–Aug · estimated".
#[must_use]
pub fn join(lang: Lang, items: &[&str]) -> String {
    chain(lang, Msg::JoinNext, items)
}

/// The parts of one label: "1–8月，预计", "Jan–Aug, estimated".
#[must_use]
pub fn parts(lang: Lang, items: &[&str]) -> String {
    chain(lang, Msg::Parts, items)
}

/// Names that may have commas of their own: "A, of 2020; B, of 2021".
#[must_use]
pub fn series(lang: Lang, items: &[&str]) -> String {
    chain(lang, Msg::SeriesMore, items)
}

/// Several sentences as one text.
#[must_use]
pub fn paragraph(lang: Lang, sentences: &[&str]) -> String {
    chain(lang, Msg::SentenceNext, sentences)
}

/// A label and its value: "Status: actual", "状态：实际".
#[must_use]
pub fn labelled(lang: Lang, label: &str, value: &str) -> String {
    message(lang, Msg::Labelled, &[("label", label), ("value", value)])
}

/// A phrase as a sentence of its own, whether it has its full stop already or not.
#[must_use]
pub fn sentence(lang: Lang, phrase: &str) -> String {
    let phrase = phrase.trim_end_matches(['.', '。']);
    message(lang, Msg::SentenceEnd, &[("text", phrase)])
}

/// Strings texts together by a message of two; empty ones are left out.
fn chain(lang: Lang, msg: Msg, items: &[&str]) -> String {
    let mut items = items.iter().filter(|item| !item.is_empty());
    let first = items.next().map_or_else(String::new, |item| (*item).to_owned());
    items.fold(first, |head, item| {
        message(lang, msg, &[("head", &head), ("item", item)])
    })
}
