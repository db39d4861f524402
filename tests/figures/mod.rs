//! Reads figures out of running text, by the parser that reads the documents.

use zonestat::data::Observation;
use zonestat::format::{Decimal, Kind, Lang, Printed, Qualifier, Unit, parse_figure};

/// A place in a text where something is printed, with every way to read it.
#[derive(Clone, Debug)]
pub(crate) enum Printing {
    /// A number, and whether words before it make it a loss.
    Number { ways: Vec<Printed>, loss: bool },
    /// A day, month or year as the dataset writes it: `2021-05`.
    Date(String),
    /// "The first", "the only one".
    Single,
}

/// The longest that stands before a number and belongs to it, and the longest behind.
const REACH: (usize, usize) = (14, 24);

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Everything that a text prints.
pub(crate) fn printings(text: &str, lang: Lang) -> Vec<Printing> {
    let letters: Vec<char> = text.replace('\u{a0}', " ").chars().collect();
    let places = tokens(text).into_iter().flat_map(|(_, places)| places);
    singles(&letters, lang).into_iter().chain(places).collect()
}

/// Everything in a text that is written in digits, each with what it may print.
pub(crate) fn tokens(text: &str) -> Vec<(String, Vec<Printing>)> {
    let letters: Vec<char> = text.replace('\u{a0}', " ").chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        if !letters[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let inside = |c: &char| c.is_ascii_digit() || *c == '.' || *c == ',';
        let mut end = at + letters[at..].iter().take_while(|c| inside(c)).count();
        while !letters[end - 1].is_ascii_digit() {
            end -= 1; // a full stop or comma of the sentence
        }
        let places = date(&letters, at, end).into_iter().chain(number(&letters, at, end));
        found.push((letters[at..end].iter().collect(), places.collect()));
        at = end;
    }
    found
}

/// The number at a place. Where the words behind it can be read as a power of ten, they are.
fn number(letters: &[char], at: usize, end: usize) -> Option<Printing> {
    let stop = |c: &char| c.is_ascii_digit() || "\n。；，;".contains(*c);
    let tail = letters[end..].iter().take(REACH.1).take_while(|c| !stop(c)).count();
    let head = letters[..at]
        .iter()
        .rev()
        .take(REACH.0)
        .take_while(|c| !stop(c))
        .count();
    let mut ways: Vec<Printed> = Vec::new();
    for from in at - head..=at {
        for to in end..=end + tail {
            let mut words: String = letters[from..to].iter().collect();
            // A word at the head of a sentence; a currency keeps its capitals.
            if letters[from].is_ascii_uppercase() && letters[from + 1].is_ascii_lowercase() {
                words[..1].make_ascii_lowercase();
            }
            let read = parse_figure(&words);
            ways.extend(read.filter(|read| !ways.contains(read)).into_iter().collect::<Vec<_>>());
        }
    }
    let highest = ways.iter().map(|way| way.magnitude).max()?;
    ways.retain(|way| way.magnitude == highest);
    let before: String = letters[at - head..at].iter().collect();
    let loss = ["down ", "下降", "减少", "lower", "fell"]
        .iter()
        .any(|word| before.contains(word));
    Some(Printing::Number { ways, loss })
}

/// The date whose year stands here.
fn date(letters: &[char], at: usize, end: usize) -> Option<Printing> {
    let year: String = letters[at..end].iter().collect();
    if year.len() != 4 || year.contains(['.', ',']) {
        return None;
    }
    let before: String = letters[at.saturating_sub(16)..at].iter().collect();
    let after: String = letters[end..letters.len().min(end + 8)].iter().collect();
    let number = |text: &str| text.chars().rev().take_while(char::is_ascii_digit).collect::<Vec<_>>();
    let two = |digits: Vec<char>| format!("{:0>2}", digits.into_iter().rev().collect::<String>());
    let mut date = year;
    if let Some((month, rest)) = after.strip_prefix('年').and_then(|rest| rest.split_once('月')) {
        if month.chars().all(|c| c.is_ascii_digit()) && !month.is_empty() {
            date += &format!("-{month:0>2}");
            if let Some((day, _)) = rest
                .split_once('日')
                .filter(|(day, _)| day.chars().all(|c| c.is_ascii_digit()))
            {
                date += &format!("-{day:0>2}");
            }
        }
    } else if let Some(month) = MONTHS.iter().position(|month| before.trim_end().ends_with(month)) {
        let front = before.trim_end().trim_end_matches(MONTHS[month]).trim_end().to_owned();
        date += &format!("-{:02}", month + 1);
        let day = number(&front);
        if !day.is_empty() {
            date += &format!("-{}", two(day));
        }
    }
    Some(Printing::Date(date))
}

/// Words for what there is one of, one entry for each.
fn singles(letters: &[char], lang: Lang) -> Vec<Printing> {
    let text: String = letters.iter().collect::<String>().to_lowercase();
    let words: &[&str] = match lang.code() {
        "zh" => &["首", "唯一", "第一"],
        _ => &["first", "only"],
    };
    words
        .iter()
        .flat_map(|word| text.matches(word))
        .map(|_| Printing::Single)
        .collect()
}

/// Whether a place in a text prints the figure of an observation: the same value to the digit, no less and no more certain.
pub(crate) fn is_printed(o: &Observation, place: &Printing) -> bool {
    match place {
        Printing::Single => matches!(o.kind, Kind::First | Kind::Only),
        Printing::Date(date) => o.unit == Unit::Date && *date == o.value_text(),
        Printing::Number { .. } if o.unit == Unit::Date || matches!(o.kind, Kind::First | Kind::Only) => false,
        Printing::Number { ways, loss } => {
            let unsure = ways.iter().any(|way| way.qualifier != Qualifier::Exact);
            (o.qualifier != Qualifier::Exact || !unsure) && ways.iter().any(|way| is_read(o, way, *loss))
        }
    }
}

fn is_read(o: &Observation, way: &Printed, loss: bool) -> bool {
    let value = if loss { way.value.negated() } else { way.value };
    // Decimals are digits, and as many as in the document. A whole number of 万 or 亿 has other zeros in the other system:
    // 210亿 is 21 billion, 220万 is 2.2 million, 5.5亿 is 550 million.
    let (written, known) = (value.exponent(), o.value.exponent());
    let decimals = i16::from(written) < i16::from(way.magnitude);
    let digits = written == known || matches!(known, 0 | 4 | 8 | 12) || (!decimals && written < known);
    let unit = way.unit_hint.is_none_or(|unit| unit == o.unit);
    value.same_value(o.value) && digits && unit && way.qualifier == o.qualifier
}

/// Whether the text of a document is this observation's figure.
pub(crate) fn was_printed(o: &Observation, text: &str) -> bool {
    let same = |value: Decimal| value.same_value(o.value) || value.negated().same_value(o.value);
    parse_figure(text).map_or(o.unit == Unit::Date || text.contains(':'), |read| {
        o.unit == Unit::Date || same(read.value)
    })
}
