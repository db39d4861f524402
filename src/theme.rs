//! Colours by role. Nothing downstream of a scene names a colour of its own.

#![forbid(unsafe_code)]

/// An opaque sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// Reads `#rgb`, `#rrggbb`, `rgb(1, 2, 3)` and `rgb(1 2 3 / 1)`: what a browser computes for a colour.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(hex) = text.strip_prefix('#') {
            let nibble = |i: usize| hex.get(i..=i).and_then(|c| u8::from_str_radix(c, 16).ok());
            return match hex.len() {
                3 => Some(Self(nibble(0)? * 17, nibble(1)? * 17, nibble(2)? * 17)),
                6 => Some(Self(
                    nibble(0)? * 16 + nibble(1)?,
                    nibble(2)? * 16 + nibble(3)?,
                    nibble(4)? * 16 + nibble(5)?,
                )),
                _ => None,
            };
        }
        let inner = text
            .strip_prefix("rgb(")
            .or_else(|| text.strip_prefix("rgba("))?
            .strip_suffix(')')?;
        let mut parts = inner.split([',', ' ', '/']).filter(|part| !part.is_empty());
        let mut channel = || parts.next()?.split('.').next()?.parse::<u8>().ok();
        Some(Self(channel()?, channel()?, channel()?))
    }

    /// This colour laid over `ground` at an opacity of `percent` of a hundred.
    #[must_use]
    pub fn over(self, ground: Self, percent: u8) -> Self {
        let p = u32::from(percent.min(100));
        let mix = |a: u8, b: u8| u8::try_from((u32::from(a) * p + u32::from(b) * (100 - p) + 50) / 100).unwrap_or(b);
        Self(mix(self.0, ground.0), mix(self.1, ground.1), mix(self.2, ground.2))
    }

    /// Relative luminance after WCAG 2.2, 0 to 1.
    #[must_use]
    pub fn luminance(self) -> f64 {
        let linear = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.040_45 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// Contrast ratio after WCAG 2.2, 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

/// What a colour is for. A scene speaks in inks; a theme says what they look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ink {
    /// The surface that everything stands on.
    Ground,
    /// Titles, values, axis lines.
    Text,
    /// Subtitles, labels, sources. Still 4.5:1 on the ground.
    Muted,
    /// Grid lines and rules.
    Grid,
    /// The focus ring.
    Focus,
    /// What must not be overlooked: refusals, conflicts.
    Warning,
    /// Growth, where a theme wants a colour for it.
    Up,
    /// Decline, where a theme wants a colour for it.
    Down,
    /// Data, by number of series; it repeats after [`SERIES`].
    Series(u8),
}

/// The number of series colours.
pub const SERIES: usize = 6;

/// A colour for each ink.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    ground: Rgb,
    text: Rgb,
    muted: Rgb,
    grid: Rgb,
    focus: Rgb,
    warning: Rgb,
    up: Option<Rgb>,
    down: Option<Rgb>,
    series: [Rgb; SERIES],
}

impl Theme {
    /// Dark on light. The series are at least 3:1 on white, and neighbours differ in
    /// lightness too, so that colour-blind readers tell them apart.
    #[must_use]
    pub const fn light() -> Self {
        Self {
            ground: Rgb(255, 255, 255),
            text: Rgb(20, 24, 29),
            muted: Rgb(89, 98, 110),
            grid: Rgb(226, 229, 233),
            focus: Rgb(20, 24, 29),
            warning: Rgb(164, 60, 18),
            up: None,
            down: None,
            series: [
                Rgb(17, 98, 174),
                Rgb(167, 38, 18),
                Rgb(3, 159, 139),
                Rgb(114, 28, 112),
                Rgb(160, 145, 13),
                Rgb(102, 90, 93),
            ],
        }
    }

    /// Light on dark.
    #[must_use]
    pub const fn dark() -> Self {
        Self {
            ground: Rgb(20, 24, 29),
            text: Rgb(244, 246, 248),
            muted: Rgb(164, 172, 182),
            grid: Rgb(52, 58, 66),
            focus: Rgb(244, 246, 248),
            warning: Rgb(255, 164, 112),
            up: None,
            down: None,
            series: [
                Rgb(108, 178, 245),
                Rgb(241, 124, 60),
                Rgb(100, 233, 209),
                Rgb(174, 102, 173),
                Rgb(243, 213, 102),
                Rgb(166, 156, 168),
            ],
        }
    }

    /// Black on white, for paper and for high contrast: texture carries what colour may not.
    #[must_use]
    pub const fn print() -> Self {
        Self {
            ground: Rgb(255, 255, 255),
            text: Rgb(0, 0, 0),
            muted: Rgb(51, 51, 51),
            grid: Rgb(190, 190, 190),
            focus: Rgb(0, 0, 0),
            warning: Rgb(0, 0, 0),
            up: None,
            down: None,
            series: [
                Rgb(0, 60, 120),
                Rgb(99, 0, 13),
                Rgb(44, 110, 121),
                Rgb(59, 29, 70),
                Rgb(121, 119, 27),
                Rgb(100, 54, 70),
            ],
        }
    }

    /// White on black, for readers who ask for more contrast in the dark.
    #[must_use]
    pub const fn contrast_dark() -> Self {
        Self {
            ground: Rgb(0, 0, 0),
            text: Rgb(255, 255, 255),
            muted: Rgb(214, 218, 222),
            grid: Rgb(96, 102, 110),
            focus: Rgb(255, 255, 255),
            warning: Rgb(255, 190, 150),
            up: None,
            down: None,
            series: [
                Rgb(140, 200, 255),
                Rgb(250, 133, 106),
                Rgb(69, 255, 210),
                Rgb(193, 133, 239),
                Rgb(200, 246, 128),
                Rgb(232, 165, 189),
            ],
        }
    }

    /// Sets what a page's custom property names (`--zone-text`, `--zone-series-1`, `--zone-up` …); `false` for a name
    /// that is none of ours.
    pub fn set(&mut self, property: &str, colour: Rgb) -> bool {
        let Some(name) = property.strip_prefix("--zone-") else {
            return false;
        };
        let slot = match name {
            "ground" => &mut self.ground,
            "text" => &mut self.text,
            "muted" => &mut self.muted,
            "grid" => &mut self.grid,
            "focus" => &mut self.focus,
            "warning" => &mut self.warning,
            "up" => self.up.insert(colour),
            "down" => self.down.insert(colour),
            _ => {
                let number = name.strip_prefix("series-").and_then(|n| n.parse::<usize>().ok());
                let Some(slot) = number.and_then(|n| self.series.get_mut(n.wrapping_sub(1))) else {
                    return false;
                };
                slot
            }
        };
        *slot = colour;
        true
    }

    /// The colour of an ink.
    #[must_use]
    pub fn colour(&self, ink: Ink) -> Rgb {
        match ink {
            Ink::Ground => self.ground,
            Ink::Text => self.text,
            Ink::Muted => self.muted,
            Ink::Grid => self.grid,
            Ink::Focus => self.focus,
            Ink::Warning => self.warning,
            // Growth is neither good nor bad until a theme says so: a rising debt is no green arrow.
            Ink::Up => self.up.unwrap_or(self.text),
            Ink::Down => self.down.unwrap_or(self.text),
            Ink::Series(n) => self.series[usize::from(n) % SERIES],
        }
    }

    /// A wash of an ink on the ground: what lies under a hatching.
    #[must_use]
    pub fn tint(&self, ink: Ink) -> Rgb {
        self.colour(ink).over(self.ground, 12)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [fn() -> Theme; 4] = [Theme::light, Theme::dark, Theme::print, Theme::contrast_dark];

    #[test]
    fn text_and_marks_have_the_contrast_that_wcag_asks() {
        for theme in ALL.map(|make| make()) {
            for ink in [Ink::Text, Ink::Muted, Ink::Warning] {
                let ratio = theme.colour(ink).contrast(theme.colour(Ink::Ground));
                assert!(ratio >= 4.5, "{ink:?} has {ratio}");
            }
            for n in 0..6 {
                let ratio = theme.colour(Ink::Series(n)).contrast(theme.colour(Ink::Ground));
                assert!(ratio >= 3.0, "series {n} has {ratio}");
            }
        }
    }

    #[test]
    fn reads_what_browsers_compute() {
        assert_eq!(Rgb::parse("rgb(1, 2, 3)"), Some(Rgb(1, 2, 3)));
        assert_eq!(Rgb::parse("rgba(1, 2, 3, 0.5)"), Some(Rgb(1, 2, 3)));
        assert_eq!(Rgb::parse(" #fff "), Some(Rgb(255, 255, 255)));
        assert_eq!(Rgb::parse("#1162ae"), Some(Rgb(17, 98, 174)));
        for text in [
            "",
            "red",
            "rgb()",
            "rgb(1,2)",
            "#ff",
            "#ggg",
            "rgb(300, 0, 0)",
            "#ｆｆｆ",
        ] {
            assert_eq!(Rgb::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_page_sets_only_what_exists() {
        let mut theme = Theme::light();
        assert!(theme.set("--zone-series-6", Rgb(1, 1, 1)) && theme.set("--zone-up", Rgb(2, 2, 2)));
        assert!(!theme.set("--zone-series-7", Rgb(0, 0, 0)) && !theme.set("--zone-series-0", Rgb(0, 0, 0)));
        assert_eq!(
            (theme.colour(Ink::Series(5)), theme.colour(Ink::Up)),
            (Rgb(1, 1, 1), Rgb(2, 2, 2))
        );
    }
}
