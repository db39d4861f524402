//! How wide a text is.

/// The size and weight of a text; the family is the page's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    /// The size in CSS pixels.
    pub size: f64,
    /// The weight: 400, or 600 for what stands out. A third would be another font to look up before the first picture.
    pub weight: u16,
}

/// Something that knows the width of a text: the browser's canvas, or a table.
pub trait TextMeasure {
    /// The advance width in CSS pixels.
    fn width(&self, text: &str, font: Font) -> f64;
}

/// A fixed table of advances, for where there is no browser. A little wider than common system fonts, so that what fits
/// here fits there.
#[derive(Clone, Copy, Debug, Default)]
pub struct TableMeasure;

impl TextMeasure for TableMeasure {
    fn width(&self, text: &str, font: Font) -> f64 {
        let thousandths: u32 = text.chars().map(|c| u32::from(advance(c))).sum();
        let bold = if font.weight >= 600 { 1.06 } else { 1.0 };
        f64::from(thousandths) / 1000.0 * font.size * bold
    }
}

/// The advance of a character in thousandths of the size.
fn advance(char: char) -> u16 {
    match char {
        'i' | 'j' | 'l' | '|' | '\'' | '.' | ',' | ':' | ';' | '!' => 280,
        'f' | 't' | 'r' | 'I' | '(' | ')' | '[' | ']' | ' ' | '\u{a0}' | '/' | '-' => 350,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 880,
        'A'..='Z' | '&' => 690,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' => 0,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' => 1000,
        '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}' | '\u{1f300}'..='\u{1faff}' | '\u{20000}'..='\u{3fffd}' => {
            1000
        }
        '…' | '—' | '“' | '”' => 1000,
        _ => 580,
    }
}
