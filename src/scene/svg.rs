//! A scene as a standalone SVG document with real text.

use std::fmt::Write as _;

use super::Scene;
use super::geometry::Point;
use super::replay::{Surface, replay};
use super::shape::{Anchor, TextRun};
use crate::theme::{Ink, Rgb, Theme};

/// The document's type: system fonts, CJK behind Latin.
const FONT_STACK: &str = "'Helvetica Neue', Arial, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif";

/// Writes the scene as SVG 1.1, readable by people: one element a line, at most two decimals.
#[must_use]
pub fn to_svg(scene: &Scene, theme: &Theme, metadata: &str) -> String {
    let mut out = Svg {
        text: String::with_capacity(8 * 1024),
    };
    let (width, height) = (Short(scene.width), Short(scene.height));
    out.push(&format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" lang=\"{}\" font-family=\"{}\">",
        scene.lang,
        FONT_STACK.replace('"', "'")
    ));
    out.push(&format!("<title>{}</title>", Escaped(&scene.words.name)));
    out.push(&format!("<desc>{}</desc>", Escaped(&scene.words.description)));
    if !metadata.is_empty() {
        out.push(&format!("<metadata>{}</metadata>", Escaped(metadata)));
    }
    out.push(&format!(
        "<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>",
        Hex(theme.colour(Ink::Ground))
    ));
    // A string never fails to grow.
    let Ok(()) = replay(scene, theme, 2.0, &mut out);
    out.push("</svg>");
    out.text
}

struct Svg {
    text: String,
}

impl Svg {
    fn push(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }
}

impl Surface for Svg {
    type Error = std::convert::Infallible;

    fn fill(&mut self, points: &[Point], colour: Rgb) -> Result<(), Self::Error> {
        let line = format!("<path d=\"{}Z\" fill=\"{}\"/>", Path(points), Hex(colour));
        self.push(&line);
        Ok(())
    }

    fn stroke(&mut self, points: &[Point], width: f64, colour: Rgb) -> Result<(), Self::Error> {
        let line = format!(
            "<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"/>",
            Path(points),
            Hex(colour),
            Short(width)
        );
        self.push(&line);
        Ok(())
    }

    fn disc(&mut self, centre: Point, radius: f64, colour: Rgb) -> Result<(), Self::Error> {
        let line = format!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"/>",
            Short(centre.x),
            Short(centre.y),
            Short(radius),
            Hex(colour)
        );
        self.push(&line);
        Ok(())
    }

    fn text(&mut self, run: &TextRun, colour: Rgb) -> Result<(), Self::Error> {
        let anchor = match run.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let weight = if run.font.weight == 400 {
            String::new()
        } else {
            format!(" font-weight=\"{}\"", run.font.weight)
        };
        let line = format!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor} fill=\"{}\">{}</text>",
            Short(run.x),
            Short(run.y),
            Short(run.font.size),
            Hex(colour),
            Escaped(&run.text)
        );
        self.push(&line);
        Ok(())
    }
}

/// A length with at most two decimals, written over integers: float formatting alone would cost the wasm 14 KB.
pub(crate) struct Short(pub(crate) f64);

impl std::fmt::Display for Short {
    #[allow(clippy::cast_possible_truncation)] // lengths on a canvas, times a hundred
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let hundredths = (self.0 * 100.0).round() as i64;
        if hundredths < 0 {
            f.write_char('-')?;
        }
        let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
        write!(f, "{whole}")?;
        match (rest / 10, rest % 10) {
            (0, 0) => Ok(()),
            (tenth, 0) => write!(f, ".{tenth}"),
            (tenth, hundredth) => write!(f, ".{tenth}{hundredth}"),
        }
    }
}

struct Path<'a>(&'a [Point]);

impl std::fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (i, p) in self.0.iter().enumerate() {
            write!(f, "{}{} {}", if i == 0 { 'M' } else { 'L' }, Short(p.x), Short(p.y))?;
        }
        Ok(())
    }
}

struct Hex(Rgb);

impl std::fmt::Display for Hex {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        f.write_char('#')?;
        for channel in [self.0.0, self.0.1, self.0.2] {
            f.write_char(char::from(DIGITS[usize::from(channel >> 4)]))?;
            f.write_char(char::from(DIGITS[usize::from(channel & 15)]))?;
        }
        Ok(())
    }
}

/// Text as XML character data; what XML cannot hold is left out.
struct Escaped<'a>(&'a str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\t' | '\n' | '\r' => f.write_char(c)?,
                c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_short() {
        for (value, text) in [
            (0.0, "0"),
            (1.5, "1.5"),
            (-2.25, "-2.25"),
            (3.004, "3"),
            (0.05, "0.05"),
            (-0.001, "0"),
        ] {
            assert_eq!(Short(value).to_string(), text);
        }
    }

    #[test]
    fn text_is_only_ever_text() {
        let hostile = "</text><script>\u{0}&\"";
        assert_eq!(Escaped(hostile).to_string(), "&lt;/text&gt;&lt;script&gt;&amp;&quot;");
    }
}
