//! The foot of a card: what a reader should know besides the figure, and where it is printed.

use super::page::{Detail, Page};
use crate::data::{Interval, RelationKind};
use crate::format::{
    self, Lang, Msg, Printing, Relative, comparison, corroboration, message, relation, source_line, word,
};
use crate::reading::{Reading, parts};
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
        for (text, other, conflict) in related(reading) {
            self.remark(text, conflict);
            self.show(&other);
        }
    }

    /// One remark, once; a conflict stands in every card, however little room it has.
    fn remark(&mut self, text: String, conflict: bool) {
        if text.is_empty() || self.sheet.scene.words.notes.contains(&text) {
            return;
        }
        if conflict {
            self.sheet.paragraph(&text, Type::new(13.0, 600, Ink::Warning), 8);
        } else if self.detail < Detail::Brief {
            self.small(&text);
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

/// What is said of the figures that stand in a relation to this one; whether it is a conflict.
fn related<'d>(reading: &Reading<'d>) -> Vec<(String, Reading<'d>, bool)> {
    let (ds, lang) = (reading.ds, reading.lang);
    let mut found = Vec::new();
    for link in ds.relations() {
        let (forth, back) = (link.from == reading.ix, link.to == reading.ix);
        let relative = match link.kind {
            RelationKind::Differs if forth || back => Relative::Differs,
            RelationKind::Supersedes if forth => Relative::Supersedes,
            RelationKind::Supersedes if back => Relative::Superseded,
            RelationKind::Corroborates if forth || back => Relative::Corroborates,
            RelationKind::ChecksAgainst if forth => Relative::ChecksAgainst,
            _ => continue,
        };
        let other = Reading::new(ds, if forth { link.to } else { link.from }, lang);
        let note = link.note.as_ref().map_or("", |note| note.get(lang));
        let (text, conflict) = if relative == Relative::Differs {
            let apart = !Interval::of(reading.observation).meets(Interval::of(other.observation));
            (differing(reading, &other, !apart), apart)
        } else {
            let figure = parts(lang, &[&other.subject(), &other.value(), &other.period()]);
            (relation(lang, relative, &figure), false)
        };
        let text = match (note, relative) {
            ("", _) => text,
            // The note says how the check came out; what it was checked against is in it.
            (_, Relative::ChecksAgainst) => {
                let note = note.trim_end_matches(['.', '。']);
                message(lang, Msg::CardChecks, &[("note", note)])
            }
            _ => message(lang, Msg::WithRemark, &[("text", &text), ("remark", note)]),
        };
        found.push((text, other, conflict));
    }
    found
}

/// That two documents print two figures for the same.
fn differing(a: &Reading<'_>, b: &Reading<'_>, within_rounding: bool) -> String {
    let source = |r: &Reading<'_>| r.source().unwrap_or_default();
    let (sources, values) = ([source(a), source(b)], [a.value(), b.value()]);
    let printing = |n: usize| Printing {
        source: &sources[n],
        figure: &values[n],
    };
    comparison(a.lang, printing(0), printing(1), within_rounding)
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
        paragraphs.sort_unstable();
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
