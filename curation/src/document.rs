//! A document as its locators see it: paragraphs, and the places of whole figures in them.

use sha2::{Digest, Sha256};

/// A document at hand.
#[derive(Clone, Debug)]
pub struct Document {
    /// The SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// Its non-blank lines; locators count them from 1.
    pub paragraphs: Vec<String>,
}

impl Document {
    /// Reads a document from its bytes; what is not UTF-8 in it is replaced.
    #[must_use]
    pub fn new(bytes: &[u8]) -> Self {
        let sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        let text = String::from_utf8_lossy(bytes);
        let paragraphs = text
            .split('\n')
            .filter(|line| !line.trim().is_empty())
            .map(str::to_owned)
            .collect();
        Self { sha256, paragraphs }
    }

    /// The paragraph that locators call by this number.
    #[must_use]
    pub fn paragraph(&self, number: u16) -> Option<&str> {
        self.paragraphs
            .get(usize::from(number).checked_sub(1)?)
            .map(String::as_str)
    }
}

/// The byte positions at which a text stands whole: it is not part of a longer number.
#[must_use]
pub fn whole(paragraph: &str, text: &str) -> Vec<usize> {
    let Some(step) = text.chars().next().map(char::len_utf8) else {
        return Vec::new();
    };
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(at) = paragraph[from..].find(text).map(|at| at + from) {
        let (before, after) = (&paragraph[..at], &paragraph[at + text.len()..]);
        let digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        let longer_before = digit(text) && ends_in_number(before);
        let longer_after = text.ends_with(|c: char| c.is_ascii_digit())
            && (digit(after) || after.strip_prefix('.').is_some_and(digit));
        if !longer_before && !longer_after {
            out.push(at);
        }
        from = at + step;
    }
    out
}

/// Whether a text ends in a digit, or in a digit and a point.
fn ends_in_number(text: &str) -> bool {
    text.strip_suffix('.')
        .unwrap_or(text)
        .ends_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_are_no_paragraphs() {
        let document = Document::new("一\r\n\n \t\n二\n".as_bytes());
        assert_eq!(document.paragraphs, ["一\r", "二"]);
        assert_eq!(document.paragraph(2), Some("二"));
        assert_eq!((document.paragraph(0), document.paragraph(3)), (None, None));
    }

    #[test]
    fn a_figure_inside_a_longer_number_is_another_figure() {
        assert_eq!(whole("15个和5个", "5个"), ["15个和".len()]);
        assert_eq!(whole("2.4:60.6:37", "2.4"), [0]);
        assert_eq!(whole("2.4:60.6:37", "60"), [] as [usize; 0]);
        assert_eq!(whole("2.4:60.6:37", "6"), [] as [usize; 0]);
        assert_eq!(whole("三三", "三"), [0, 3]);
    }
}
