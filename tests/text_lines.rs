//! Lines break where Unicode lets them, and where a typesetter would.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)] // a test says what it expects

use std::cell::RefCell;
use std::collections::HashMap;

use proptest::prelude::*;
use zonestat::text::{Font, Lines, TableMeasure, TextMeasure, balance_lines, break_lines, elide};

const FONT: Font = Font {
    size: 10.0,
    weight: 400,
};

/// Every character as wide as it is in a terminal: 10 for an ideograph, 5 for a letter.
struct Cells;

impl TextMeasure for Cells {
    fn width(&self, text: &str, _: Font) -> f64 {
        text.chars()
            .map(|c| if c >= '\u{2e80}' || c == '…' { 10.0 } else { 5.0 })
            .sum()
    }
}

/// The lines of a text that may be so many ideographs wide, with bars between them.
fn set(text: &str, ideographs: u8) -> String {
    break_lines(text, FONT, f64::from(ideographs) * 10.0, 99, &Cells)
        .lines
        .join("|")
}

#[test]
fn chinese_breaks_between_ideographs_and_never_before_punctuation() {
    assert_eq!(set("德州经济技术开发区", 4), "德州经济|技术开|发区");
    assert_eq!(set("地区生产总值，同比增长", 6), "地区生产总|值，同比增长");
    assert_eq!(set("德州（开发区）统计", 3), "德州|（开发|区）|统计");
    assert_eq!(set("称为“三大高地”的地方", 4), "称为“三|大高地”|的地方");
    assert_eq!(set("产值、利税、就业。", 3), "产值、|利税、|就业。");
}

#[test]
fn no_ideograph_is_alone_on_a_last_line() {
    assert_eq!(set("不同性质的数字单独成点。", 10), "不同性质的数字单独|成点。");
    assert_eq!(set("获批省级“晨星工厂”", 7), "获批省级“晨星|工厂”");
    // A figure is not torn apart for it, and two are company enough.
    assert_eq!(set("总投资额12.5亿元的", 8), "总投资额|12.5亿元的");
    assert_eq!(set("德州开发区的统计", 6), "德州开发区的|统计");
}

#[test]
fn figures_stay_whole() {
    assert_eq!(set("进出口额317.19亿元", 5), "进出口额|317.19亿元");
    assert_eq!(set("解决就业1,000余人以上", 6), "解决就业|1,000余人|以上");
    assert_eq!(set("实际使用外资848万美元", 7), "实际使用外资|848万美元");
    assert_eq!(set("高于全市1.79个百分点", 6), "高于全市|1.79个百分点");
    assert_eq!(set("总面积229万平方米左右", 6), "总面积|229万平方米|左右");
    assert_eq!(set("居全市第62位的", 4), "居全市|第62位的");
    assert_eq!(set("人口约30万人", 3), "人口|约|30万人");
    assert_eq!(set("2017年1–8月出口", 5), "2017年|1–8月出口");
    assert_eq!(set("to CN¥31.719\u{a0}billion in", 9), "to|CN¥31.719\u{a0}billion|in");
    assert_eq!(set("down \u{2212}2.1% now", 4), "down|\u{2212}2.1%|now");
}

#[test]
fn latin_breaks_at_spaces_and_in_compounds() {
    assert_eq!(set("Imports and exports of goods", 6), "Imports and|exports of|goods");
    assert_eq!(set("year-on-year growth", 5), "year-on-|year|growth");
    assert_eq!(set("an 8-inch wafer", 3), "an|8-inch|wafer");
    assert_eq!(set("Jan–Aug 2017 · estimated", 7), "Jan–Aug 2017 ·|estimated");
    assert_eq!(set("November 2020 – March 2021", 8), "November 2020 –|March 2021");
    assert_eq!(set("a (long) story", 4), "a (long)|story");
    assert_eq!(set("一汽Toyota德州", 4), "一汽|Toyota|德州");
}

#[test]
fn what_is_wider_than_a_line_is_broken_inside_but_no_number_is_if_it_can_be_helped() {
    assert_eq!(set("Donaudampfschifffahrt", 4), "Donaudam|pfschiff|fahrt");
    assert_eq!(set("A123456", 3), "A|123456");
    assert_eq!(set("123456", 2), "1234|56");
    assert_eq!(set("字", 0), "字");
    assert_eq!(set("", 4), "");
    assert_eq!(set("  \n ", 4), "");
    assert_eq!(set("一行\n二行", 9), "一行|二行");
}

#[test]
fn the_last_line_says_that_it_goes_on() {
    let lines = |text: &str, width: f64, most: usize| break_lines(text, FONT, width, most, &Cells);
    let expect = |lines: &[&str], elided: bool| Lines {
        lines: lines.iter().map(|l| (*l).to_owned()).collect(),
        elided,
    };
    assert_eq!(
        lines("德州经济技术开发区统计", 40.0, 2),
        expect(&["德州经济", "技术开…"], true)
    );
    assert_eq!(
        lines("德州经济技术开发区", 40.0, 9),
        expect(&["德州经济", "技术开", "发区"], false)
    );
    assert_eq!(
        lines("德州，经济技术", 40.0, 1),
        expect(&["德州…"], true),
        "no comma before the dots"
    );
    assert_eq!(lines("Imports and exports", 60.0, 1), expect(&["Imports…"], true));
    assert_eq!(lines("德州经济", 40.0, 0), expect(&[], true));
}

#[test]
fn a_number_is_left_out_rather_than_cut() {
    let short = |text: &str, width: f64| elide(text, FONT, width, &Cells);
    assert_eq!(short("出口额317.19亿元", 60.0), "出口额…");
    assert_eq!(short("317.19亿元", 45.0), "…");
    assert_eq!(short("2021年317.19亿元", 70.0), "2021年…");
    assert_eq!(short("came to 11,200 in", 70.0), "came to…");
    assert_eq!(short("growth 14.09% up", 55.0), "growth…");
    assert_eq!(short("reached CN¥2.68\u{a0}billion in", 90.0), "reached…");
    assert_eq!(short("全文都在", 40.0), "全文都在");
    assert_eq!(short("全文都在", 39.9), "全文…");
    assert_eq!(short("全文", 1.0), "…");
    assert_eq!(short("Donaudampfschiff", 50.0), "Donaudam…");
}

#[test]
fn titles_are_balanced() {
    let text = "Total investment of projects newly started in";
    let balanced = balance_lines(text, FONT, 160.0, 3, &Cells);
    assert_eq!(
        balanced.lines.join("|"),
        "Total investment of|projects newly started in"
    );
    let one = balance_lines("德州", FONT, 160.0, 3, &Cells);
    assert_eq!(one.lines.join("|"), "德州");
}

#[test]
fn titles_keep_their_terms_whole_where_they_have_room() {
    let title = |text: &str, width: f64| balance_lines(text, FONT, width, 4, &Cells).lines.join("|");
    assert_eq!(title("货物进出口和跨境电商出口", 90.0), "货物进出口|和跨境电商出口");
    assert_eq!(title("跨境电商、服务贸易和外资", 100.0), "跨境电商、|服务贸易和外资");
    assert_eq!(
        title("cross-border e-commerce trade", 100.0),
        "cross-border|e-commerce trade"
    );
    // Not for the price of one more line: then it is as even as it goes, and no character is alone.
    assert_eq!(title("外资、跨境电商综合出口额", 70.0), "外资、跨境电|商综合出口额");
    assert_eq!(title("跨境电商综合出口额", 80.0), "跨境电商综|合出口额");
}

#[test]
fn the_table_measures_every_script() {
    let width = |text: &str| TableMeasure.width(text, FONT);
    assert!((width("德州") - 20.0).abs() < 1e-9);
    assert!(width("iii") < width("mmm"));
    assert!(width("e\u{301}") - width("e") < 1e-9);
    assert!(TableMeasure.width("德", Font { weight: 600, ..FONT }) > width("德"));
}

/// Characters of the product's texts: Chinese and Latin letters, digits, and every sort of punctuation.
fn alphabet() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop::sample::select(
            "德州亿元万人第约个月年 abAB01239,.:;!?%()（）《》，。、；：？！%¥$+-–—…·/々～\u{a0}\u{2212}"
                .chars()
                .collect::<Vec<_>>(),
        ),
        0..24,
    )
    .prop_map(|chars| chars.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Where a line ends, UAX 14 lets it, but where one stretch is wider than the line.
    #[test]
    fn breaks_are_those_of_unicode(text in alphabet()) {
        let mut allowed: Vec<usize> = unicode_linebreak::linebreaks(&text).map(|(at, _)| at).collect();
        // Rule LB30 lets a line end before an opening bracket of full width; the crate does not know widths.
        allowed.extend(text.char_indices().filter(|(_, c)| "（《".contains(*c)).map(|(at, _)| at));
        // A line as wide as its widest stretch: nothing has to be forced.
        let widest = stretches(&text).iter().map(|s| Cells.width(s.trim_end(), FONT)).fold(0.0, f64::max);
        let lines = break_lines(&text, FONT, widest, 99, &Cells).lines;
        let mut at = text.len() - text.trim_start().len();
        for line in &lines {
            prop_assert!(at == 0 || allowed.contains(&at) || at == text.len() - text.trim_start().len(), "{:?} at {} of {:?}", lines, at, text);
            prop_assert!(text[at..].starts_with(line.as_str()));
            prop_assert!(Cells.width(line, FONT) <= widest);
            at += line.len();
            at += text[at..].len() - text[at..].trim_start().len();
        }
        prop_assert_eq!(at, text.len(), "nothing is lost");
    }

    /// In text without figures a line may end wherever UAX 14 lets it: nothing is held together for no reason. (Behind
    /// half-width punctuation without a space it does not: that is a name, an address or a slip.)
    #[test]
    fn no_opportunity_is_lost(text in "[德州政府 abAB（）《》，。、；：？！]{0,16}") {
        let text = text.trim();
        let (mut at, mut ours) = (0, Vec::new());
        for stretch in stretches(text) {
            at += text[at..].find(stretch.as_str()).unwrap() + stretch.len();
            at += text[at..].len() - text[at..].trim_start().len();
            ours.push(at);
        }
        // Nor does it before punctuation that stands behind a space.
        let starts = |place: usize| text[place..].starts_with(|c: char| !"，。、；：？！）》".contains(c));
        for (place, _) in unicode_linebreak::linebreaks(text).filter(|(place, _)| starts(*place)) {
            prop_assert!(ours.contains(&place), "{:?} may break at {}, ours: {:?}", text, place, ours);
        }
    }

    #[test]
    fn no_line_starts_or_ends_with_what_it_must_not(text in alphabet(), width in 20.0..200.0f64) {
        let lines = break_lines(&text, FONT, width, 99, &Cells);
        for pair in lines.lines.windows(2) {
            let (end, start) = (pair[0].chars().next_back().unwrap(), pair[1].chars().next().unwrap());
            // Only a stretch without any opportunity is forced; then there was no better place in the line.
            if stretches(&pair[0]).len() > 1 {
                prop_assert!(!"，。、；：？！）》%…".contains(start), "{:?}", lines);
                prop_assert!(!"（《(".contains(end), "{:?}", lines);
            }
        }
        prop_assert!(!lines.elided);
    }

    #[test]
    fn what_is_elided_fits_and_begins_like_the_text(text in "\\PC{0,30}", width in 0.0..200.0f64) {
        let short = elide(&text, FONT, width, &Cells);
        prop_assert!(short == "…" || Cells.width(&short, FONT) <= width);
        prop_assert!(short == text || text.starts_with(short.trim_end_matches('…')));
        let _ = break_lines(&text, FONT, width, 2, &Cells);
        let _ = balance_lines(&text, FONT, width, 2, &TableMeasure);
        for width in [f64::NAN, f64::INFINITY, -1.0] {
            let _ = break_lines(&text, FONT, width, 3, &TableMeasure);
            let _ = elide(&text, FONT, width, &TableMeasure);
        }
    }
}

/// The stretches of a text between the places where a line may end, as the library has them.
fn stretches(text: &str) -> Vec<String> {
    break_lines(text, FONT, 1.0, usize::MAX, &Stretch::default()).lines
}

/// Measures so that a stretch fits and two never do: all that is left of a text, which is asked for before its stretches,
/// is too wide, and every stretch as wide as a line. Keeps the longest text that it was asked for at each place.
#[derive(Default)]
struct Stretch(RefCell<HashMap<*const u8, usize>>);

impl TextMeasure for Stretch {
    fn width(&self, text: &str, _: Font) -> f64 {
        let mut longest = self.0.borrow_mut();
        let longest = longest.entry(text.as_ptr()).or_default();
        let longer = text.len() > *longest;
        *longest = text.len().max(*longest);
        match (text.trim().is_empty(), longer) {
            (true, _) => 0.0,
            (_, true) => 2.0,
            (_, false) => 1.0,
        }
    }
}
