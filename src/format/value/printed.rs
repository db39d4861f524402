//! Reads figures as they are printed: "317.19亿元", "约30万人", "1000余人", "CN¥31.719 billion", "2nd".

use super::printed_words::{BEFORE, BEHIND, INSIDE, NUMERALS, SCALES, UNITS};
use super::{Decimal, Qualifier, Unit};

/// What a printed figure says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The value in base units; its exponent is the printed precision.
    pub value: Decimal,
    /// The power of ten that is printed as a word: 8 for 亿, 6 for million, 0 for none.
    pub magnitude: u8,
    /// The unit, where the words around the number say one. A measure word says that things are counted.
    pub unit_hint: Option<Unit>,
    /// How exact the figure claims to be.
    pub qualifier: Qualifier,
}

/// Reads a printed figure, in Chinese or English; `None` where there is no number, or more than one.
///
/// Words in front of the figure are passed over ("首批16名" is 16). What is counted in characters is read as far as the
/// documents go: 一 to 十, 半年, 首家, 唯一, 最大.
#[must_use]
pub fn parse_figure(text: &str) -> Option<Printed> {
    // A figure is short; a page of text is none.
    const LONGEST: usize = 200;
    if text.len() > LONGEST {
        return None;
    }
    let text = text.trim().replace(['\u{a0}', '\u{202f}'], " ");
    if text.contains(|c: char| c.is_ascii_digit()) {
        numeric(&text)
    } else {
        in_characters(&text)
    }
}

/// Takes the first word of a list off the front.
fn take<'a, T: Copy>(text: &'a str, words: &[(&str, T)]) -> Option<(&'a str, T)> {
    words
        .iter()
        .find_map(|(word, what)| Some((text.strip_prefix(word)?, *what)))
}

/// Reads a figure with Arabic digits.
fn numeric(text: &str) -> Option<Printed> {
    let (front, rest) = text.split_at(text.find(|c: char| c.is_ascii_digit())?);
    let (mut qualifier, ordinal, negative, currency) = front_words(front);
    let (value, mut rest) = read_digits(rest)?;
    for (word, found, needs_money) in BEHIND {
        let fits = |before: &&str| !needs_money || before.ends_with(['亿', '万', '元']);
        if let Some(before) = rest.strip_suffix(word).filter(fits) {
            (rest, qualifier) = (before, *found);
        }
    }
    // "1000余人", "200余亿元", "10万余人": on either side of the word of magnitude.
    let excess = |rest: &mut &str, qualifier: &mut Qualifier| {
        if let Some(after) = INSIDE.iter().find_map(|word| rest.strip_prefix(word)) {
            (*rest, *qualifier) = (after, Qualifier::Over);
        }
    };
    excess(&mut rest, &mut qualifier);
    let mut magnitude = 0;
    if let Some((after, power)) = take(rest.trim_start(), SCALES) {
        (rest, magnitude) = (after, power);
    }
    excess(&mut rest, &mut qualifier);
    let noun = rest.trim();
    if noun.contains(|c: char| c.is_ascii_digit()) || (noun.contains(['月', '日']) && noun != "个月") {
        return None;
    }
    // Years of the calendar have four digits, and are not grouped.
    let calendar = !text.contains(',') && value.exponent() == 0 && (1000..3000).contains(&value.mantissa());
    let known = UNITS.iter().find(|(word, _)| *word == noun).map(|(_, unit)| *unit);
    let unit_hint = match (known, noun) {
        (_, "st" | "nd" | "rd" | "th") => Some(Unit::Rank),
        _ if ordinal => Some(Unit::Rank),
        (_, "") => currency,
        (Some(Unit::Years), "年") if calendar => Some(Unit::Date),
        (Some(unit), _) => Some(unit),
        (None, _) => Some(Unit::Count),
    };
    let value = if negative { value.negated() } else { value };
    Some(Printed {
        value: value.shifted(i8::try_from(magnitude).ok()?)?,
        magnitude,
        unit_hint,
        qualifier,
    })
}

/// What stands before the digits: qualifier, 第, minus, currency. Words that are none of these are passed over.
fn front_words(front: &str) -> (Qualifier, bool, bool, Option<Unit>) {
    let mut front = front.trim_end();
    let mut currency = None;
    for (word, unit) in [("CN¥", Unit::Cny), ("US$", Unit::Usd)] {
        if let Some(before) = front.strip_suffix(word) {
            (front, currency) = (before, Some(unit));
        }
    }
    let negative = front.strip_suffix(['-', '\u{2212}']);
    front = negative.unwrap_or(front.trim_end_matches('+')).trim_end();
    let ordinal = front.strip_suffix('第');
    front = ordinal.unwrap_or(front);
    let qualifier = BEFORE
        .iter()
        .find(|(word, _)| front.ends_with(word))
        .map_or(Qualifier::Exact, |(_, q)| *q);
    (qualifier, ordinal.is_some(), negative.is_some(), currency)
}

/// Reads digits with correct grouping, and decimals; gives what follows.
fn read_digits(text: &str) -> Option<(Decimal, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
        .unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let whole = number.split_once('.').map_or(number, |(whole, _)| whole);
    let mut groups = whole.split(',');
    let first = groups.next()?.len();
    if whole.contains(',') && (first > 3 || groups.any(|group| group.len() != 3)) {
        return None;
    }
    let fraction = &number[whole.len()..];
    if fraction.contains(',') {
        return None;
    }
    Some((Decimal::parse(&(whole.replace(',', "") + fraction))?, rest))
}

/// Reads a figure without Arabic digits: "首位", "唯一", "三个", "半年", "北方最大".
fn in_characters(text: &str) -> Option<Printed> {
    let figure = |value: Decimal, unit: Unit, magnitude: u8, qualifier: Qualifier| {
        Some(Printed {
            value,
            magnitude,
            unit_hint: Some(unit),
            qualifier,
        })
    };
    let one = |unit: Unit| figure(Decimal::whole(1), unit, 0, Qualifier::Exact);
    if text.contains("首位") || text.contains('最') {
        return one(Unit::Rank);
    }
    if text.contains("唯一") || text.contains('首') || text.contains("率先") || matches!(text, "first" | "only one")
    {
        return one(Unit::Count);
    }
    if text == "半年" {
        return figure(Decimal::whole(6), Unit::Months, 0, Qualifier::Exact);
    }
    let rest = text.strip_prefix('第').unwrap_or(text);
    if let Some((noun, power)) = take(rest, &[("千亿", 11), ("百亿", 10)]) {
        // "千亿元级": the order of magnitude is all that is said.
        let unit = if noun.starts_with('元') {
            Unit::Cny
        } else {
            Unit::Count
        };
        let value = Decimal::new(1, i8::try_from(power).ok()?)?;
        return noun
            .ends_with('级')
            .then(|| figure(value, unit, power, Qualifier::About))?;
    }
    let (noun, digit) = take(rest, NUMERALS)?;
    if noun.starts_with(|c: char| "一二三四五六七八九十百千万亿".contains(c)) {
        return None;
    }
    let unit = UNITS
        .iter()
        .find(|(word, _)| *word == noun)
        .map_or(Unit::Count, |(_, unit)| *unit);
    figure(Decimal::whole(digit), unit, 0, Qualifier::Exact)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, u8, Option<Unit>, Qualifier)> {
        parse_figure(text).map(|p| (p.value.to_string(), p.magnitude, p.unit_hint, p.qualifier))
    }

    fn says(text: &str, value: &str, magnitude: u8, unit: Unit, qualifier: Qualifier) {
        assert_eq!(
            read(text),
            Some((value.to_owned(), magnitude, Some(unit), qualifier)),
            "{text}"
        );
    }

    #[test]
    fn reads_what_documents_print() {
        use Qualifier::{About, AtLeast, Exact, Over, UpTo};
        says("317.19亿元", "31719000000", 8, Unit::Cny, Exact);
        says("14.10%", "14.10", 0, Unit::Percent, Exact);
        says("约11433.5万元", "114335000", 4, Unit::Cny, About);
        says("1000余人", "1000", 0, Unit::Persons, Over);
        says("200余亿元", "20000000000", 8, Unit::Cny, Over);
        says("10万余人", "100000", 4, Unit::Persons, Over);
        says("200亿元以上", "20000000000", 8, Unit::Cny, AtLeast);
        assert_eq!(
            read("300亿级").map(|(value, _, unit, q)| (value, unit, q)),
            Some(("30000000000".into(), None, About))
        );
        says("不超过5人", "5", 0, Unit::Persons, UpTo);
        says("近400名", "400", 0, Unit::Persons, UpTo);
        says("突破1000万元", "10000000", 4, Unit::Cny, Over);
        says("首笔资金946万元", "9460000", 4, Unit::Cny, Exact);
        says("连续3年", "3", 0, Unit::Years, Exact);
        says("1998年", "1998", 0, Unit::Date, Exact);
        says("第62位", "62", 0, Unit::Rank, Exact);
        says("四星级", "4", 0, Unit::Count, Exact);
        says("半年", "6", 0, Unit::Months, Exact);
        says("千亿元级", "100000000000", 11, Unit::Cny, About);
    }

    #[test]
    fn refuses_what_is_no_single_figure() {
        for text in [
            "",
            "亿元",
            "5月10日",
            "11月",
            "2.4:60.6:37",
            "1,00人",
            "1.2.3",
            "三千",
            "1234567890123456789",
            "10万5千人",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
