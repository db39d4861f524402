//! The page of a card: its types, its figure, its sentences and its foot, the same in every variant.

use super::Frame;
use crate::format::{self, FigureParts, Kind, Lang, Msg, Nature, Part, Period, PeriodForm, Point, Status, message};
use crate::reading::{Aside, Assertion, MOST_SPOKEN, Reading, Remark, more, name_once, parts, sources, table};
use crate::scene::{Anchor, Mark, Rect, Scene, Sheet, Texture, Type};
use crate::text::Font;
use crate::theme::Ink;

/// The room between a number and its words.
const GAP: f64 = 4.0;
/// The side of a texture's swatch.
const SWATCH: f64 = 12.0;
/// From this width on a card has two columns.
pub(super) const WIDE: f64 = 560.0;

/// How much of a card is drawn where its height is given: all of it, or less from step to step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Detail {
    /// All of it.
    Full,
    /// Without its small picture.
    Plain,
    /// Without remarks, which the tooltip, the table and the speech keep.
    Brief,
}

/// A card under construction.
pub(super) struct Page<'a, 'd> {
    /// What is set so far.
    pub(super) sheet: Sheet<'a>,
    /// What the card is drawn for.
    pub(super) frame: Frame<'a>,
    /// How much of it is drawn.
    pub(super) detail: Detail,
    /// The figures that it shows, in reading order.
    pub(super) readings: Vec<Reading<'d>>,
    /// What is said besides the figures, in reading order.
    spoken: Vec<String>,
}

impl<'a, 'd> Page<'a, 'd> {
    /// An empty card.
    pub(super) fn new(kind: &'static str, frame: &Frame<'a>, detail: Detail) -> Self {
        let mut sheet = Sheet::new(frame.width, frame.measure);
        sheet.scene.kind = kind;
        Self {
            sheet,
            frame: *frame,
            detail,
            readings: Vec::new(),
            spoken: Vec::new(),
        }
    }

    /// The language.
    pub(super) const fn lang(&self) -> Lang {
        self.frame.lang
    }

    /// Goes on in a column of its own.
    pub(super) fn column(&mut self, left: f64, width: f64, y: f64) {
        (self.sheet.left, self.sheet.width, self.sheet.y) = (left, width, y);
    }

    /// The name of what is shown.
    pub(super) fn name(&mut self, text: &str) {
        self.sheet.title(text, Type::new(15.0, 600, Ink::Muted), 4);
    }

    /// The name of a thing that the whole card is about.
    pub(super) fn title(&mut self, text: &str) {
        let style = Type {
            leading: 24.0,
            ..Type::new(18.0, 600, Ink::Text)
        };
        self.sheet.title(text, style, 8);
    }

    /// A sentence.
    pub(super) fn body(&mut self, text: &str) {
        self.sheet.paragraph(text, Type::new(15.0, 400, Ink::Text), 5);
    }

    /// A sentence that carries weight.
    pub(super) fn strong(&mut self, text: &str) {
        self.sheet.title(text, Type::new(15.0, 600, Ink::Text), 5);
    }

    /// A remark.
    pub(super) fn small(&mut self, text: &str) {
        self.sheet.paragraph(text, Type::new(13.0, 400, Ink::Muted), 6);
    }

    /// A hairline across the column.
    pub(super) fn rule(&mut self) {
        self.sheet.space(9.0);
        let (y, from) = (self.sheet.y, self.sheet.left);
        self.sheet.rule(y, from, from + self.sheet.width, Ink::Grid, 1.0);
        self.sheet.space(9.0);
    }

    /// What is read out besides the figures themselves.
    pub(super) fn say(&mut self, text: String) {
        self.spoken.push(text);
    }

    /// Takes a figure into the table and the list of sources.
    pub(super) fn show(&mut self, reading: &Reading<'d>) {
        let mut all = vec![reading.clone()];
        all.extend(reading.modifiers().iter().map(|m| m.reading().clone()));
        for reading in all {
            if !self.readings.iter().any(|known| known.ix == reading.ix) {
                self.readings.push(reading);
            }
        }
    }

    /// The figure, its number large; smaller where it would not fit.
    pub(super) fn figure(&mut self, reading: &Reading<'d>, largest: f64) {
        const SMALLEST: f64 = 22.0;
        let top = self.sheet.y;
        let parts = headline(reading);
        let small = |size: f64| Font {
            size: (size * 0.38).clamp(14.0, 22.0),
            weight: 600,
        };
        let runs = |size: f64| {
            let number = Font { size, weight: 600 };
            [
                (parts.before.trim(), small(size)),
                (parts.number.trim(), number),
                (parts.unit.trim(), small(size)),
                (parts.after.trim(), small(size)),
            ]
        };
        let width = |sheet: &Sheet<'_>, size: f64| {
            let texts = runs(size).into_iter().filter(|(text, _)| !text.is_empty());
            texts
                .map(|(text, font)| sheet.text_width(text, font) + GAP)
                .sum::<f64>()
                - GAP
        };
        let mut size = largest;
        while size > SMALLEST && width(&self.sheet, size) > self.sheet.width {
            size -= 2.0;
        }
        let mut right = self.sheet.width;
        let ink = direction(reading);
        if width(&self.sheet, size) > self.sheet.width {
            // Even the smallest setting is too wide: the whole figure as a paragraph, nothing clipped.
            self.sheet.paragraph(&reading.value(), Type::new(SMALLEST, 600, ink), 4);
        } else {
            let baseline = top + size * 0.96;
            let mut x = 0.0;
            for (text, font) in runs(size).into_iter().filter(|(text, _)| !text.is_empty()) {
                x += gap(x, text);
                let left = self.sheet.left + x;
                self.sheet.text(left, baseline, text, font, ink, Anchor::Start);
                x += self.sheet.text_width(text, font);
            }
            right = x;
            self.sheet.space(size * 1.22);
        }
        let area = Rect {
            x: self.sheet.left,
            y: top,
            width: right,
            height: self.sheet.y - top,
        };
        self.mark(reading, area, area, reading.period());
        self.show(reading);
    }

    /// A figure that can be pointed at.
    pub(super) fn mark(&mut self, reading: &Reading<'d>, area: Rect, hit: Rect, label: String) {
        let mut mark = reading.mark(reading.subject(), area, hit);
        mark.label = label;
        self.sheet.scene.marks.push(mark);
    }

    /// The period and the status, behind the status's texture where that is not the plain one.
    pub(super) fn when(&mut self, reading: &Reading<'_>, style: Type) {
        let text = when(reading);
        let texture = reading.texture();
        if texture == Texture::Full {
            self.sheet.paragraph(&text, style, 4);
        } else {
            self.swatched(texture, &text, style);
        }
    }

    /// A line behind a swatch. It is no legend: there is nothing in a card to be switched off.
    pub(super) fn swatched(&mut self, texture: Texture, text: &str, style: Type) {
        let indent = SWATCH + 7.0;
        let (left, width, top) = (self.sheet.left, self.sheet.width, self.sheet.y);
        let rect = Rect {
            x: left,
            y: top + (style.leading - SWATCH) / 2.0,
            width: SWATCH,
            height: SWATCH,
        };
        for shape in texture.bar(rect, Ink::Series(0)) {
            self.sheet.push(shape);
        }
        (self.sheet.left, self.sheet.width) = (left + indent, (width - indent).max(24.0));
        self.sheet.paragraph(text, style, 4);
        (self.sheet.left, self.sheet.width) = (left, width);
    }

    /// Everything that is said about a figure, a sentence each.
    pub(super) fn statements(&mut self, reading: &Reading<'d>) {
        for statement in reading.assertions() {
            self.statement(&statement);
        }
    }

    /// One sentence with its remarks, as one mark.
    pub(super) fn statement(&mut self, statement: &Assertion<'d>) {
        let top = self.sheet.y;
        let style = Type::new(15.0, 400, direction(&statement.reading));
        self.sheet.paragraph(&statement.text, style, 5);
        let mut seen: Vec<&Aside> = Vec::new();
        for aside in &statement.asides {
            let dropped = self.detail == Detail::Brief && aside.kind == Remark::Note;
            if dropped || seen.contains(&aside) {
                continue;
            }
            seen.push(aside);
            if aside.kind == Remark::Derived {
                self.swatched(Texture::Derived, &aside.text, Type::new(13.0, 400, Ink::Muted));
            } else {
                self.small(&aside.text);
            }
        }
        let reading = &statement.reading;
        let area = Rect {
            x: self.sheet.left,
            y: top,
            width: self.sheet.width,
            height: self.sheet.y - top,
        };
        self.mark(reading, area, area, reading.subject());
        if let Some(mark) = self.sheet.scene.marks.last_mut() {
            mark.observations.clone_from(&statement.observations);
        }
        self.sheet.space(5.0);
    }

    /// Ends the card.
    pub(super) fn finish(self, title: &str, subtitle: &str) -> Scene {
        let lang = self.frame.lang;
        let mut scene = self.sheet.finish(self.frame.height);
        scene.lang = lang.code();
        scene.words.title = title.to_owned();
        scene.words.subtitle = subtitle.to_owned();
        let args = [("title", title), ("subtitle", subtitle)];
        scene.words.name = message(lang, Msg::CardName, &args);
        scene.words.sources = sources(&self.readings);
        scene.table = table(title.to_owned(), &self.readings, lang);
        // A figure without a mark of its own is told with that of the card.
        for reading in &self.readings {
            let known = |mark: &Mark| mark.observations.iter().any(|id| **id == *reading.observation.id);
            if !scene.marks.iter().any(known)
                && let Some(first) = scene.marks.first_mut()
            {
                reading.join(first);
            }
        }
        // The summary says once whose figures they are; the marks need not, as the card's name says it.
        let named = scene.marks.first().map(|mark| mark.speech.clone());
        name_once(&mut scene, &self.readings);
        let mut sentences: Vec<String> = Vec::new();
        // What a figure's own sentence says already is not said again.
        let mut said: Vec<&String> = Vec::new();
        let mut left = 0;
        for mark in &scene.marks {
            if mark.observations.first().is_some_and(|id| said.contains(&id)) {
                continue;
            }
            if sentences.len() < MOST_SPOKEN {
                sentences.push(mark.speech.clone());
            } else {
                left += 1;
            }
            said.extend(&mark.observations);
        }
        if let (Some(first), Some(named)) = (sentences.first_mut(), named) {
            *first = named;
        }
        sentences.extend(more(lang, left));
        let remarks = self.spoken.iter().chain(&scene.words.notes);
        sentences.extend(remarks.map(|text| format::sentence(lang, text)));
        let sentences: Vec<&str> = sentences.iter().map(String::as_str).collect();
        scene.words.description = format::paragraph(lang, &sentences);
        scene
    }
}

/// The ink of a figure or of a sentence: growth and decline have inks of their own, which a theme may give colours.
const fn direction(reading: &Reading<'_>) -> Ink {
    let o = reading.observation;
    match o.value.mantissa() {
        rate if !(o.kind.is_growth() || matches!(o.kind, Kind::PpChange)) || rate == 0 => Ink::Text,
        rate if rate > 0 => Ink::Up,
        _ => Ink::Down,
    }
}

/// The room before a part of a figure: next to none before what belongs to the number itself, as in `5th` and `8.6%`.
fn gap(x: f64, text: &str) -> f64 {
    let tight = matches!(text, "%" | "st" | "nd" | "rd" | "th");
    match x {
        x if x <= 0.0 => 0.0,
        _ if tight => 1.0,
        _ => GAP,
    }
}

/// The type of period and status under a large figure.
pub(super) fn when_type() -> Type {
    Type::new(15.0, 600, Ink::Text)
}

/// The period and the status in words: `2021年全年，实际`.
pub(super) fn when(reading: &Reading<'_>) -> String {
    let (o, lang) = (reading.observation, reading.lang);
    let year = Period::At(Point {
        year: o.period.year().unwrap_or_default(),
        part: Part::Year,
    });
    let period = if o.kind == Kind::Date {
        String::new()
    } else if o.period == Period::PerYear && o.status == Status::Projected {
        format::period(lang, o.period, PeriodForm::Short, reading.nature())
    } else if reading.nature() == Nature::Flow && o.period == year {
        message(lang, Msg::CardFullYear, &[("period", &reading.period())])
    } else {
        reading.period()
    };
    let text = parts(lang, &[&period, &reading.status_text()]);
    message(lang, Msg::Says, &[("text", &text)])
}

/// The large figure: its number, or the words of a date or a standing.
fn headline(reading: &Reading<'_>) -> FigureParts {
    let figure = reading.figure();
    match reading.observation.kind {
        _ if reading.is_signed() => format::signed_parts(reading.lang, &figure),
        Kind::Date | Kind::First | Kind::Only => FigureParts {
            number: message(reading.lang, Msg::Says, &[("text", &reading.value())]),
            ..FigureParts::default()
        },
        _ => format::figure_parts(reading.lang, &figure),
    }
}
