//! The foot of a card: what a reader should know besides the figure, and where it is printed.

use super::page::{Detail, Page};
use crate::format::{self, Lang, Msg, corroboration, message, source_line, word};
use crate::reading::{Reading, Related};
use crate::scene::Type;
use crate::theme::Ink;

impl<'d> Page<'_, 'd> {
    /// What a reader should know: notes, an inferred period, corroboration and conflict.
    pub(super) fn remarks(&mut self, reading: &Reading<'d>) {
        let lang = self.lang();
        let mut notes: Vec<String> = reading.note().map(str::to_owned).into_iter().collect();
        if reading.observation.period_basis == format::PeriodBasis::Inferred {
            notes.push(word(lang, Msg::NotePeriodInferred).to_owned());
        }
        let mut documents: Vec<&str> = Vec::new();
        for locator in reading.ds.locators(reading.ix) {
            let title = reading.ds.source(locator.source).short.get(lang);
            if !documents.contains(&title) {
                documents.push(title);
            }
        }
        notes.push(corroboration(lang, &documents));
        for note in notes {
            self.remark(note, false);
        }
        for Related {
            text, other, conflict, ..
        } in reading.related()
        {
            self.remark(text, conflict);
            self.show(&other);
        }
    }

    /// One remark, once; a conflict stands in every card, however little room it has.
    pub(super) fn remark(&mut self, text: String, conflict: bool) {
        if text.is_empty() || self.sheet.scene.words.notes.contains(&text) {
            return;
        }
        if conflict {
            self.sheet.paragraph(&text, Type::new(13.0, 600, Ink::Warning), 8);
            self.sheet.space(3.0);
        } else if self.detail < Detail::Brief {
            self.small(&text);
            self.sheet.space(3.0);
        }
        self.sheet.scene.words.notes.push(text);
    }

    /// The documents with their paragraphs, and the figure as printed where the card writes it otherwise.
    pub(super) fn foot(&mut self, main: Option<&Reading<'d>>) {
        let lang = self.lang();
        let mut places = places(&self.readings, lang);
        let printed = main.and_then(|r| Some((r.printed()?, r.value())));
        if let (Some((printed, value)), [place]) = (printed, &mut places[..])
            && printed != value
        {
            *place = message(lang, Msg::CardPrinted, &[("place", place), ("figure", printed)]);
        }
        let places: Vec<&str> = places.iter().map(String::as_str).collect();
        self.sheet.space(5.0);
        let line = source_line(lang, &places);
        self.sheet.paragraph(&line, Type::new(12.0, 400, Ink::Muted), 8);
    }
}

/// Every document once, each with its paragraphs.
fn places(readings: &[Reading<'_>], lang: Lang) -> Vec<String> {
    let mut documents: Vec<(&str, Vec<u16>)> = Vec::new();
    for reading in readings {
        for locator in reading.ds.locators(reading.ix) {
            let title = reading.ds.source(locator.source).short.get(lang);
            match documents.iter_mut().find(|(known, _)| *known == title) {
                Some((_, paragraphs)) => paragraphs.push(locator.paragraph),
                None => documents.push((title, vec![locator.paragraph])),
            }
        }
    }
    let place = |(title, mut paragraphs): (&str, Vec<u16>)| {
        crate::sort::sort_by(&mut paragraphs, Ord::cmp);
        paragraphs.dedup();
        let numbers: Vec<String> = paragraphs.iter().map(ToString::to_string).collect();
        let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
        if let [one] = numbers[..] {
            message(lang, Msg::SourceParagraph, &[("title", title), ("paragraph", one)])
        } else {
            let list = format::list(lang, &numbers);
            message(lang, Msg::CardParagraphs, &[("title", title), ("paragraphs", &list)])
        }
    };
    documents.into_iter().map(place).collect()
}
