//! Reads a figure as it is printed: digits, the power of ten that is printed as a word, qualifying words, unit.
//!
//! The documents are Chinese, so it reads Chinese print: `317.19亿元`, `约30万人`, `1000余人`, `200亿元以上`, and small
//! numbers written in Chinese numerals, `四个`, `第二`, `半年`.

use crate::format::{Decimal, Qualifier, Unit};

/// What a printed figure says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The value in base units, at the printed resolution.
    pub value: Decimal,
    /// The power of ten printed as a word: 8 for 亿, 4 for 万, 0 for none.
    pub magnitude: u8,
    /// The unit, where the words behind the number say one.
    pub unit: Option<Unit>,
    /// What the qualifying words say.
    pub qualifier: Qualifier,
}

const SCALES: &[(&str, u8)] = &[
    ("万亿", 12),
    ("千亿", 11),
    ("百亿", 10),
    ("千万", 7),
    ("百万", 6),
    ("亿", 8),
    ("万", 4),
    ("千", 3),
    ("百", 2),
];

/// Words before the number; a longer one stands before one that it ends with.
const BEFORE: &[(&str, Qualifier)] = &[
    ("约", Qualifier::About),
    ("不超过", Qualifier::UpTo),
    ("超过", Qualifier::Over),
    ("突破", Qualifier::Over),
    ("超", Qualifier::Over),
    ("逾", Qualifier::Over),
    ("过", Qualifier::Over),
    ("至少", Qualifier::AtLeast),
    ("近", Qualifier::UpTo),
    ("不足", Qualifier::UpTo),
    ("最多", Qualifier::UpTo),
];

/// Words behind the number and its unit. 星级 is a unit of its own, not 级.
const BEHIND: &[(&str, Qualifier)] = &[
    ("以上", Qualifier::AtLeast),
    ("左右", Qualifier::About),
    ("星级", Qualifier::Exact),
    ("级", Qualifier::About),
];

const UNITS: &[(&str, Unit)] = &[
    ("个百分点", Unit::Pp),
    ("%", Unit::Percent),
    ("美元", Unit::Usd),
    ("元", Unit::Cny),
    ("倍", Unit::Multiple),
    ("平方公里", Unit::Km2),
    ("平方米", Unit::M2),
    ("平", Unit::M2),
    ("方", Unit::M3),
    ("公里", Unit::Km),
    ("公顷", Unit::Ha),
    ("亩", Unit::Mu),
    ("英寸", Unit::Inch),
    ("个月", Unit::Months),
    ("小时", Unit::Hours),
];

/// Words that mean "the first" or "the only" without a numeral: 首家, 唯一, 率先, 最快.
const ONE: &[&str] = &["首", "唯一", "率先", "最"];

/// Reads a printed figure; `None` where it holds no number.
#[must_use]
pub fn printed(figure: &str) -> Option<Printed> {
    if figure.ends_with("半年") {
        let (value, unit) = (Decimal::whole(6), Some(Unit::Months));
        return Some(Printed {
            value,
            magnitude: 0,
            unit,
            qualifier: Qualifier::Exact,
        });
    }
    let (before, number, after) = number(figure)?;
    let (mut rest, more) = strip_more(after);
    let mut magnitude = 0;
    if let Some((word, power)) = SCALES.iter().find(|(word, _)| rest.starts_with(word)) {
        (rest, magnitude) = (&rest[word.len()..], *power);
    }
    let (rest, more_behind) = strip_more(rest);
    let said_before = BEFORE.iter().find(|(word, _)| before.ends_with(word));
    let said_behind = BEHIND.iter().find(|(word, _)| rest.ends_with(word));
    let said = said_before
        .or(said_behind)
        .map_or(Qualifier::Exact, |(_, meaning)| *meaning);
    let unit = UNITS
        .iter()
        .find(|(word, _)| rest.starts_with(word))
        .map(|(_, unit)| *unit);
    Some(Printed {
        value: number.shifted(i8::try_from(magnitude).ok()?)?,
        magnitude,
        unit: if before.ends_with('第') && rest.starts_with('位') {
            Some(Unit::Rank)
        } else {
            unit
        },
        qualifier: if more || more_behind { Qualifier::Over } else { said },
    })
}

/// Finds the number: Arabic digits, else a word for one such as 首 or 唯一, else Chinese numerals, else a bare 千亿.
fn number(figure: &str) -> Option<(&str, Decimal, &str)> {
    let digit = |c: char| c.is_ascii_digit();
    if let Some(start) = figure.find(digit) {
        let (before, rest) = figure.split_at(start);
        let end = rest.find(|c| !digit(c) && c != '.').unwrap_or(rest.len());
        return Some((before, Decimal::parse(&rest[..end])?, &rest[end..]));
    }
    if ONE.iter().any(|word| figure.contains(word)) && !figure.contains("最多") {
        return Some((figure, Decimal::whole(1), ""));
    }
    if let Some(start) = figure.find(|c| numeral(c).is_some()) {
        let (before, rest) = figure.split_at(start);
        let (mut tens, mut ones, mut end) = (0, 0, 0);
        for (at, c) in rest.char_indices() {
            match numeral(c) {
                Some(10) if tens == 0 => (tens, ones) = (if ones == 0 { 10 } else { ones * 10 }, 0),
                Some(n) if n < 10 && ones == 0 => ones = n,
                Some(_) => return None,
                None => break,
            }
            end = at + c.len_utf8();
        }
        return Some((before, Decimal::whole(tens + ones), &rest[end..]));
    }
    let start = figure.find(['千', '百', '亿'])?;
    Some((&figure[..start], Decimal::whole(1), &figure[start..]))
}

/// The value of a Chinese numeral from 1 to 10.
const fn numeral(c: char) -> Option<i64> {
    Some(match c {
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => return None,
    })
}

/// Takes 余 or 多 off the front.
fn strip_more(text: &str) -> (&str, bool) {
    text.strip_prefix(['余', '多'])
        .map_or((text, false), |rest| (rest, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(figure: &str) -> (String, u8, Option<Unit>, Qualifier) {
        let p = printed(figure).unwrap_or_else(|| unreachable!("{figure}"));
        (p.value.to_string(), p.magnitude, p.unit, p.qualifier)
    }

    #[test]
    fn reads_digits_with_their_words() {
        use Qualifier::{About, AtLeast, Exact, Over, UpTo};
        for (figure, value, magnitude, unit, qualifier) in [
            ("317.19亿元", "31719000000", 8, Some(Unit::Cny), Exact),
            ("848万美元", "8480000", 4, Some(Unit::Usd), Exact),
            ("约30万人", "300000", 4, None, About),
            ("1000余人", "1000", 0, None, Over),
            ("20余家", "20", 0, None, Over),
            ("200亿元以上", "20000000000", 8, Some(Unit::Cny), AtLeast),
            ("300亿级", "30000000000", 8, None, About),
            ("千亿元级", "100000000000", 11, Some(Unit::Cny), About),
            ("近400名", "400", 0, None, UpTo),
            ("不超过3家", "3", 0, None, UpTo),
            ("超过247亿元", "24700000000", 8, Some(Unit::Cny), Over),
            ("第2位", "2", 0, Some(Unit::Rank), Exact),
            ("1.79个百分点", "1.79", 0, Some(Unit::Pp), Exact),
            ("290.8%", "290.8", 0, Some(Unit::Percent), Exact),
            ("80万平", "800000", 4, Some(Unit::M2), Exact),
            ("首笔资金946万元", "9460000", 4, Some(Unit::Cny), Exact),
            ("2.4", "2.4", 0, None, Exact),
        ] {
            assert_eq!(read(figure), (value.to_owned(), magnitude, unit, qualifier), "{figure}");
        }
    }

    #[test]
    fn reads_chinese_numerals_and_words() {
        for (figure, value) in [
            ("四个", "4"),
            ("三大", "3"),
            ("十二条", "12"),
            ("二十", "20"),
            ("第二", "2"),
            ("第一家", "1"),
            ("首位", "1"),
            ("全国唯一一个", "1"),
            ("率先", "1"),
            ("最快", "1"),
            ("四星级", "4"),
        ] {
            assert_eq!(read(figure).0, value, "{figure}");
        }
        assert_eq!(read("半年").2, Some(Unit::Months));
        assert_eq!(read("四星级").3, Qualifier::Exact);
    }

    #[test]
    fn what_holds_no_number_gives_none() {
        for figure in ["", "元", "若干", "1.2.3亿", "十十十", "99999999999999999999亿"] {
            assert_eq!(printed(figure), None, "{figure}");
        }
    }
}
