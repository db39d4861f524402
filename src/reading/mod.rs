//! An observation in words and texture, once for every face: label, tooltip, table row and speech come from here.

#![forbid(unsafe_code)]

mod difference;
mod listing;
mod related;
mod sentences;

pub use difference::{Difference, difference};
pub(crate) use listing::{COLUMNS, MOST_ROWS, PERIOD, first_rows, sources, table, texture_words};
pub use related::Related;
pub use sentences::{Aside, Assertion, Remark};

use crate::data::{Dataset, Observation, ObservationIx};
use crate::format::{
    self, Claim, Figure, Kind, Lang, Msg, Nature, PeriodForm, Scope, Status, claim_label, claim_phrase, claim_sentence,
    message, paragraph, sentence, statement,
};
use crate::scene::{Mark, Rect, Scene, Texture, Tip};

/// How far statements about statements are followed.
const DEEPEST: usize = 3;

/// One observation, read.
#[derive(Clone, Debug)]
pub struct Reading<'d> {
    /// Where it stands in the dataset.
    pub ix: ObservationIx,
    /// The observation itself.
    pub observation: &'d Observation,
    /// The dataset that it is from.
    pub ds: &'d Dataset,
    /// The language of every text.
    pub lang: Lang,
}

impl<'d> Reading<'d> {
    /// Reads an observation.
    #[must_use]
    pub fn new(ds: &'d Dataset, ix: ObservationIx, lang: Lang) -> Self {
        Self {
            ix,
            observation: ds.observation(ix),
            ds,
            lang,
        }
    }

    /// The figure with its measure words.
    #[must_use]
    pub fn figure(&self) -> Figure<'d> {
        self.ds.figure(self.ix)
    }

    /// The figure in words: `112亿元`, `CN¥11.2 billion`.
    #[must_use]
    pub fn value(&self) -> String {
        match self.observation.kind {
            _ if self.is_signed() => format::signed(self.lang, &self.figure()),
            Kind::First | Kind::Only => format::kind_name(self.lang, self.observation.kind).to_owned(),
            Kind::Date => self.period(),
            _ => format::figure(self.lang, &self.figure()),
        }
    }

    /// Whether the figure is a change that needs its sign. Where the indicator itself is a rate ("size of the cut"), it
    /// has none.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        let change = matches!(
            self.observation.kind,
            Kind::YoyGrowth | Kind::Growth | Kind::PpChange | Kind::Change
        );
        change && !self.is_rate()
    }

    /// Whether the indicator names the rate or share that the figure is.
    fn is_rate(&self) -> bool {
        let rate = matches!(self.observation.kind, Kind::Growth | Kind::Share | Kind::Completion);
        rate && self.nature() == Nature::Ratio
    }

    /// The indicator's nature.
    #[must_use]
    pub fn nature(&self) -> Nature {
        self.ds.indicator(self.observation.indicator).nature
    }

    /// The indicator's full name.
    #[must_use]
    pub fn indicator(&self) -> &'d str {
        self.ds.indicator(self.observation.indicator).name.get(self.lang)
    }

    /// What the figure is: the indicator, with the sort of statement where it is not a plain quantity.
    #[must_use]
    pub fn subject(&self) -> String {
        match self.observation.kind {
            Kind::Level | Kind::Count | Kind::Date | Kind::Duration => self.indicator().to_owned(),
            _ if self.is_rate() => self.indicator().to_owned(),
            kind => parts(
                self.lang,
                &[self.indicator(), &format::inside(format::kind_name(self.lang, kind))],
            ),
        }
    }

    /// What the figure relates to, in words: among what a rank is, of what a share.
    #[must_use]
    pub fn scope(&self) -> Option<&'d str> {
        match &self.observation.scope_label {
            Some(label) => Some(label.get(self.lang)),
            None => self
                .observation
                .scope
                .map(|scope| self.ds.entity(scope).short.get(self.lang)),
        }
    }

    /// The entity's full name.
    #[must_use]
    pub fn entity(&self) -> &'d str {
        self.ds.entity(self.observation.entity).name.get(self.lang)
    }

    /// The period in full: `2017年1–8月`. What happened did so in its year, not as of it.
    #[must_use]
    pub fn period(&self) -> String {
        let o = self.observation;
        let nature = match o.kind {
            Kind::Date => Nature::Flow,
            _ => self.nature(),
        };
        format::period_of(self.lang, o.period, PeriodForm::Long, nature, o.status)
    }

    /// What it claims to be: `实际`.
    #[must_use]
    pub fn status(&self) -> &'static str {
        format::status(self.lang, self.observation.status)
    }

    /// Whether it covers part of a year only.
    #[must_use]
    pub fn is_partial(&self) -> bool {
        self.ds.is_partial(self.ix)
    }

    /// How it looks.
    #[must_use]
    pub fn texture(&self) -> Texture {
        match (self.observation.status, self.is_partial()) {
            (Status::Actual, false) => Texture::Full,
            (Status::Actual, true) => Texture::Partial,
            (Status::Estimated, false) => Texture::Estimated,
            (Status::Estimated, true) => Texture::EstimatedPartial,
            (Status::Target, _) => Texture::Target,
            (Status::Planned, _) => Texture::Planned,
            (Status::Projected, _) => Texture::Projected,
        }
    }

    /// What other observations say about this one, each followed by what is said about it in turn: growth with its
    /// basis and its distance from another growth, ranks with their scope, shares with their whole.
    #[must_use]
    pub fn modifiers(&self) -> Vec<Modifier<'d>> {
        let mut found = Vec::new();
        self.modify(&mut found, DEEPEST);
        found
    }

    /// Adds the statements about this observation, down to a depth: tables of strangers may run in circles.
    fn modify(&self, found: &mut Vec<Modifier<'d>>, depth: usize) {
        for ix in self.ds.modifiers(self.ix).filter(|_| depth > 0) {
            let reading = Self::new(self.ds, ix, self.lang);
            found.push(Modifier {
                reading: reading.clone(),
            });
            reading.modify(found, depth - 1);
        }
    }

    /// Every document that prints it, with the paragraph, each once.
    #[must_use]
    pub fn places(&self) -> Vec<String> {
        let mut places: Vec<String> = Vec::new();
        for locator in self.ds.locators(self.ix) {
            let title = self.ds.source(locator.source).short.get(self.lang);
            let args = [("title", title), ("paragraph", &locator.paragraph.to_string())];
            let place = message(self.lang, Msg::SourceParagraph, &args);
            if !places.contains(&place) {
                places.push(place);
            }
        }
        places
    }

    /// The figure in a few words, to be named beside another: `Exports, 2021: CN¥1 billion`.
    #[must_use]
    pub fn in_short(&self) -> String {
        let subject = self.subject();
        let args = [
            ("indicator", subject.as_str()),
            ("value", &self.value()),
            ("period", &self.period()),
        ];
        message(self.lang, Msg::OtherFigure, &args)
    }

    /// Where it was printed first: the document's short title and the paragraph.
    #[must_use]
    pub fn source(&self) -> Option<String> {
        let locator = self.ds.locators(self.ix).first()?;
        let title = self.ds.source(locator.source).short.get(self.lang);
        let args = [("title", title), ("paragraph", &locator.paragraph.to_string())];
        Some(message(self.lang, Msg::SourceParagraph, &args))
    }

    /// The figure exactly as it was printed first.
    #[must_use]
    pub fn printed(&self) -> Option<&'d str> {
        self.ds.locators(self.ix).first().map(|locator| &*locator.figure)
    }

    /// The note, where there is one.
    #[must_use]
    pub fn note(&self) -> Option<&'d str> {
        self.observation.note.as_ref().map(|note| note.get(self.lang))
    }

    /// The tooltip.
    #[must_use]
    pub fn tip(&self, title: String) -> Tip {
        let word = |key: Msg| message(self.lang, key, &[]);
        let mut rows = vec![
            (word(Msg::LabelValue), self.value()),
            (word(Msg::LabelPeriod), self.period()),
            (word(Msg::LabelStatus), self.status_text()),
        ];
        if let Some(scope) = self.scope() {
            rows.push((word(Msg::LabelScope), scope.to_owned()));
        }
        if let Some(basis) = self.observation.basis {
            rows.push((word(Msg::LabelBasis), format::basis(self.lang, basis).to_owned()));
        }
        for modifier in self.modifiers() {
            rows.push((modifier.label().to_owned(), modifier.phrase()));
        }
        // Every document that prints it: a figure that stands in two says so.
        rows.extend(self.places().into_iter().map(|place| (word(Msg::LabelSource), place)));
        let related = self.related();
        let notes = self.note().into_iter().chain(related.iter().map(|r| r.text.as_str()));
        let notes: Vec<String> = notes.map(|note| sentence(self.lang, note)).collect();
        let notes: Vec<&str> = notes.iter().map(String::as_str).collect();
        Tip {
            title,
            rows,
            note: paragraph(self.lang, &notes),
        }
    }

    /// The mark of the figure and of what is said about it: `area` is what is drawn, `hit` where it can be pointed at.
    #[must_use]
    pub fn mark(&self, title: String, area: Rect, hit: Rect) -> Mark {
        let mut observations = vec![self.observation.id.to_string()];
        for modifier in self.modifiers() {
            observations.push(modifier.reading().observation.id.to_string());
        }
        Mark {
            area,
            hit,
            observations,
            label: self.period(),
            speech: self.speech(),
            tip: self.tip(title),
            related: Vec::new(),
            slice: None,
            clear: None,
        }
    }

    /// Adds this figure, and what is said of it, to a mark about another one: what is drawn beside a mark is heard and
    /// shown with it. What the mark has already is not said again.
    pub fn join(&self, mark: &mut Mark) {
        if mark.observations.is_empty() {
            return; // a mark without words
        }
        let mut add = |reading: &Self, sentence: String, label: &str, value: String| {
            let id = &*reading.observation.id;
            if !mark.observations.iter().any(|known| known == id) {
                mark.observations.push(id.to_owned());
                mark.speech = paragraph(self.lang, &[&mark.speech, &sentence]);
                mark.tip.rows.push((label.to_owned(), value));
            }
        };
        let value = parts(self.lang, &[&self.value(), self.status()]);
        add(self, self.sentence(), &self.subject(), value);
        for modifier in self.modifiers() {
            add(
                modifier.reading(),
                modifier.sentence(),
                modifier.label(),
                modifier.phrase(),
            );
        }
    }

    /// The status, with the warning that the period is short where it is.
    #[must_use]
    pub fn status_text(&self) -> String {
        format::status_with(self.lang, self.observation.status, self.is_partial())
    }

    /// What the figure says in relation to another one.
    #[must_use]
    pub fn claim(&self) -> Claim<'d> {
        let o = self.observation;
        let scope = self.scope().map(|name| {
            if self.is_among() {
                Scope::Class(name)
            } else {
                Scope::Place(name)
            }
        });
        Claim {
            figure: self.figure(),
            // Only money has prices.
            basis: o
                .basis
                .filter(|_| self.ds.indicator(o.indicator).units.iter().any(|unit| unit.is_money())),
            scope,
            of: o.of.map(|of| self.ds.observation(of).kind),
        }
    }

    /// Whether the scope names members ("among enterprises") rather than a place ("in Dezhou").
    pub(crate) fn is_among(&self) -> bool {
        let place = |scope| self.ds.entity(scope).kind.is_place();
        self.observation.scope_label.is_some() || self.observation.scope.is_some_and(|scope| !place(scope))
    }

    /// The observation as a sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        self.sentence_of(self.entity())
    }

    /// The same about an entity of this name; without one where what stands around it says whose it is.
    fn sentence_of(&self, entity: &str) -> String {
        let o = self.observation;
        let parts = format::Statement {
            entity,
            indicator: self.indicator(),
            nature: self.nature(),
            period: o.period,
            status: o.status,
            claim: self.claim(),
        };
        statement(self.lang, &parts)
    }

    /// What is said when a mark gets the focus: the sentence, the status and what else is claimed of the figure.
    #[must_use]
    pub fn speech(&self) -> String {
        let mut sentences = vec![self.sentence(), sentence(self.lang, &self.status_text())];
        sentences.extend(self.modifiers().iter().map(Modifier::sentence));
        sentences.extend(self.disputes());
        let sentences: Vec<&str> = sentences.iter().map(String::as_str).collect();
        paragraph(self.lang, &sentences)
    }

    /// What is said of it, in a text that says already whose figure it is: the name goes out of its sentence.
    pub(crate) fn unnamed(&self, speech: &str) -> String {
        // What is the first, or the only one, is the entity itself, not what is measured of it.
        if matches!(self.observation.kind, Kind::First | Kind::Only) {
            return speech.to_owned();
        }
        match speech.strip_prefix(self.sentence().as_str()) {
            Some(rest) => self.sentence_of("") + rest,
            None => speech.to_owned(),
        }
    }
}

/// How many figures a spoken summary names; the table has them all.
pub(crate) const MOST_SPOKEN: usize = 12;

/// How many figures a summary leaves to the table; nothing where it leaves none.
pub(crate) fn more(lang: Lang, count: usize) -> Option<String> {
    (count > 0).then(|| message(lang, Msg::SummaryMore, &[("count", &count.to_string())]))
}

/// Whether all figures are of one entity.
pub(crate) fn are_of_one(readings: &[Reading<'_>]) -> bool {
    let entity = |r: &Reading<'_>| r.observation.entity;
    readings.iter().all(|r| entity(r) == entity(&readings[0]))
}

/// Leaves the name of the entity out of what marks say, where the widget's own name says it and no other is shown.
pub(crate) fn name_once(scene: &mut Scene, readings: &[Reading<'_>]) {
    let Some(first) = readings.first() else { return };
    if !are_of_one(readings) || !scene.words.name.contains(first.entity()) {
        return;
    }
    for mark in &mut scene.marks {
        for (n, id) in mark.observations.iter().enumerate() {
            let Some(ix) = first.ds.find_observation(id) else {
                continue;
            };
            let reading = Reading::new(first.ds, ix, first.lang);
            // What is said of a mark's own figure, such as its growth, has no name in it.
            let own = n == 0 || reading.observation.of.is_none();
            if own && reading.observation.entity == first.observation.entity {
                mark.speech = reading.unnamed(&mark.speech);
            }
        }
    }
}

/// A statement about another observation.
#[derive(Clone, Debug)]
pub struct Modifier<'d> {
    reading: Reading<'d>,
}

impl<'d> Modifier<'d> {
    /// The observation that makes the statement.
    #[must_use]
    pub const fn reading(&self) -> &Reading<'d> {
        &self.reading
    }

    /// What sort of statement it is.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.reading.observation.kind
    }

    /// The name of the sort of statement: `同比`, `Rank`.
    #[must_use]
    pub fn label(&self) -> &'static str {
        claim_label(self.reading.lang, &self.reading.claim())
    }

    /// The value alone, signed where it is a change: `+19.2%`.
    #[must_use]
    pub fn text(&self) -> String {
        self.reading.value()
    }

    /// The claim in words, without a full stop; growth says its basis or that the source does not.
    #[must_use]
    pub fn phrase(&self) -> String {
        claim_phrase(self.reading.lang, &self.reading.claim())
    }

    /// The claim as a sentence of its own.
    #[must_use]
    pub fn sentence(&self) -> String {
        claim_sentence(self.reading.lang, &self.reading.claim())
    }
}

/// An entity and what is measured of it, either of them perhaps empty: `Dezhou ETDZ, exports of goods`.
pub(crate) fn name_of(lang: Lang, entity: &str, indicator: &str) -> String {
    match (entity, indicator) {
        ("", name) | (name, "") => name.to_owned(),
        _ => parts(lang, &[entity, &format::inside(indicator)]),
    }
}

/// The parts of a label in one line: `1–8月，预计`.
#[must_use]
pub fn parts(lang: Lang, parts: &[&str]) -> String {
    let mut out = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        out = if out.is_empty() {
            (*part).to_owned()
        } else {
            message(lang, Msg::Parts, &[("head", &out), ("item", part)])
        };
    }
    out
}
