//! Where a line may end: the rules of UAX 14 for Chinese and for Latin scripts, with the care of a typesetter for
//! figures. A number keeps its sign, its currency, its word of ten thousands and its unit.

/// What a character is to its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// A space at which a line may end.
    Space,
    /// Holds its neighbours together: a no-break space, a word joiner.
    Glue,
    /// Belongs to the character before it.
    Mark,
    /// Opens: never at the end of a line.
    Open,
    /// Closes or follows, of the width of a letter: never at the start of a line.
    Close,
    /// The same, of the width of an ideograph: a line may end behind it.
    WideClose,
    /// A digit.
    Digit,
    /// What belongs to the number behind it: a currency, a sign.
    Prefix,
    /// A hyphen in a word.
    Hyphen,
    /// A dash between words or numbers.
    Dash,
    /// An ideograph, or what is set like one.
    Wide,
    /// Everything else: letters.
    Letter,
}

/// The class of a character. ASCII first: most are.
fn class(char: char) -> Class {
    match char {
        ' ' | '\t' => Class::Space,
        '0'..='9' => Class::Digit,
        '(' | '[' | '{' | '“' | '‘' | '«' => Class::Open,
        ')' | ']' | '}' | '”' | '’' | '»' | ',' | '.' | ':' | ';' | '!' | '?' | '%' | '/' | '‰' | '°' | '·' => {
            Class::Close
        }
        '$' | '¥' | '£' | '€' | '+' | '\u{2212}' | '±' | '№' => Class::Prefix,
        '-' | '\u{2010}' => Class::Hyphen,
        '–' | '—' => Class::Dash,
        '\u{a0}' | '\u{202f}' | '\u{2060}' | '\u{feff}' | '\u{200d}' | '\u{2011}' => Class::Glue,
        '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}' | '\u{3099}' | '\u{309a}' | '\u{1f3fb}'..='\u{1f3ff}' => {
            Class::Mark
        }
        '（' | '《' | '〈' | '「' | '『' | '【' | '〔' | '〖' | '［' | '｛' => Class::Open,
        '，' | '。' | '、' | '；' | '：' | '？' | '！' | '）' | '》' | '〉' | '」' | '』' | '】' | '〕' | '〗'
        | '］' | '｝' | '．' | '％' | '…' | '々' | '・' | 'ー' | '～' | '〜' => Class::WideClose,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3fffd}' => Class::Wide,
        _ => Class::Letter,
    }
}

/// Words of magnitude and of excess: they belong to the digits before them and to the unit behind them.
const SCALES: &str = "万亿余多";
/// What belongs to the number behind it, among ideographs.
const LEADS: &str = "第约超近";
/// Units of several characters, which are not taken apart behind a number. Each pair of neighbours is held.
const UNITS: &[&str] = &[
    "美元",
    "百分点",
    "平方公里",
    "平方米",
    "立方米",
    "公顷",
    "英寸",
    "个百分点",
    "个月",
    "小时",
    "季度",
];

/// Whether a line may end between two stretches of text, neither of them empty.
pub(super) fn may_break(before: &str, after: &str) -> bool {
    let mut back = before.chars().rev().filter(|c| class(*c) != Class::Mark);
    let (Some(a), Some(b)) = (back.next(), after.chars().next()) else {
        return false;
    };
    let (left, right) = (class(a), class(b));
    if matches!(right, Class::Space | Class::Mark | Class::Glue) || left == Class::Glue || a == '\u{200d}' {
        return false;
    }
    if left == Class::Space {
        let last = back.find(|c| class(*c) != Class::Space);
        // What must not start a line does not do so behind a space either; a separator stays with what it separates.
        let stuck = matches!(right, Class::Close | Class::WideClose | Class::Dash);
        return !stuck && last.is_none_or(|c| class(c) != Class::Open);
    }
    match (left, right) {
        (_, Class::Close | Class::WideClose | Class::Dash | Class::Hyphen) | (Class::Open | Class::Prefix, _) => false,
        (Class::Hyphen, Class::Letter) => back.next().is_some_and(|c| class(c) == Class::Letter),
        (Class::Hyphen, _) => false,
        // A range of numbers is one thing; a dash between words ends a line.
        (Class::Dash, Class::Letter | Class::Wide | Class::Open) => back
            .next()
            .is_some_and(|c| !matches!(class(c), Class::Digit | Class::Dash)),
        (Class::Dash, _) => false,
        (Class::Digit, Class::Wide) => false,
        (Class::Wide, Class::Wide) => !(inside_unit(a, b) || SCALES.contains(a) && follows_number(before)),
        (Class::Wide, Class::Digit | Class::Prefix) => !LEADS.contains(a),
        (Class::WideClose, Class::Prefix) => false,
        (Class::WideClose, _) | (_, Class::Wide) => true,
        (Class::Wide, _) => true,
        (_, Class::Open) => b > '\u{2e80}',
        _ => false,
    }
}

/// Whether the ideographs at the end of a text are words of magnitude behind digits: "1000余", "30万".
fn follows_number(text: &str) -> bool {
    text.trim_end_matches(|c| SCALES.contains(c))
        .ends_with(|c: char| c.is_ascii_digit())
}

/// Whether two neighbours stand inside a unit.
fn inside_unit(a: char, b: char) -> bool {
    UNITS
        .iter()
        .any(|unit| unit.chars().zip(unit.chars().skip(1)).any(|pair| pair == (a, b)))
}

/// Whether a text is a single ideograph, give or take a full stop.
pub(super) fn is_alone(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| class(c) == Class::Wide)
        && chars.all(|c| matches!(class(c), Class::Close | Class::WideClose))
}

/// Whether no space, no punctuation and no "and" tells that a term ends here: in a title, what is listed is not torn apart.
pub(super) fn inside_term(before: &str, after: &str) -> bool {
    let ends = |c: char| matches!(class(c), Class::Space | Class::WideClose);
    !(before.ends_with(ends) || after.starts_with('和'))
}

/// Whether a text may be cut off here: not inside a number, not between a number and its unit, not before a mark.
pub(super) fn may_cut(before: &str, after: &str) -> bool {
    let (Some(a), Some(b)) = (before.chars().next_back(), after.chars().next()) else {
        return true;
    };
    let (left, right) = (class(a), class(b));
    if left == Class::Space {
        // What is cut off takes the gap before it along.
        return before
            .trim_end()
            .chars()
            .next_back()
            .is_none_or(|c| class(c) != Class::Open);
    }
    // "2.68 billion", held together by a no-break space, is one word.
    let held = right != Class::Space && before.rsplit(' ').next().is_some_and(|word| word.contains(is_glue));
    if held || matches!(right, Class::Mark | Class::Glue) || matches!(left, Class::Open | Class::Prefix) {
        return false;
    }
    let number = left == Class::Digit || (matches!(a, ',' | '.' | '–' | '万' | '亿') && follows_digit(before));
    let more = matches!(right, Class::Digit | Class::Wide | Class::Dash) || matches!(b, '%' | '％' | ',' | '.');
    let sign = right == Class::Digit && matches!(left, Class::Hyphen | Class::Dash);
    !(number && more || sign)
}

/// Whether a character holds its neighbours together.
fn is_glue(char: char) -> bool {
    class(char) == Class::Glue
}

/// Whether the character before the last one is a digit.
fn follows_digit(text: &str) -> bool {
    text.chars().rev().nth(1).is_some_and(|c| c.is_ascii_digit())
}

/// Punctuation and gaps that must not stand before "…".
pub(super) fn hangs(char: char) -> bool {
    matches!(
        class(char),
        Class::Space | Class::Glue | Class::Open | Class::Dash | Class::Hyphen | Class::Prefix
    ) || matches!(char, ',' | ':' | ';' | '·' | '，' | '、' | '；' | '：' | '/')
}
