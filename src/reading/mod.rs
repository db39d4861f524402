//! An observation in words and texture, once for every face: label, tooltip, table row and speech come from here.

#![forbid(unsafe_code)]

use crate::data::{Dataset, Observation, ObservationIx};
use crate::format::{self, Figure, Kind, Lang, Msg, Nature, PeriodForm, Status, message};
use crate::scene::{Texture, Tip};

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
            Kind::YoyGrowth | Kind::Growth | Kind::PpChange | Kind::Change => format::signed(self.lang, &self.figure()),
            Kind::Date => format::period(self.lang, self.observation.period, PeriodForm::Long, Nature::Flow),
            _ => format::figure(self.lang, &self.figure()),
        }
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

    /// The entity's full name.
    #[must_use]
    pub fn entity(&self) -> &'d str {
        self.ds.entity(self.observation.entity).name.get(self.lang)
    }

    /// The period in full: `2017年1–8月`.
    #[must_use]
    pub fn period(&self) -> String {
        let o = self.observation;
        format::period_of(self.lang, o.period, PeriodForm::Long, self.nature(), o.status)
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

    /// The scope in words: the source's narrower one, or the entity's name.
    #[must_use]
    pub fn scope(&self) -> Option<&'d str> {
        let o = self.observation;
        match &o.scope_label {
            Some(label) => Some(label.get(self.lang)),
            None => o.scope.map(|scope| self.ds.entity(scope).short.get(self.lang)),
        }
    }

    /// What other observations say about this one, a sentence each: growth with its basis, ranks with their scope,
    /// shares with their whole.
    #[must_use]
    pub fn modifiers(&self) -> Vec<Modifier<'d>> {
        self.ds
            .modifiers(self.ix)
            .map(|ix| Modifier {
                reading: Self::new(self.ds, ix, self.lang),
            })
            .collect()
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
        for modifier in self.modifiers() {
            rows.push((modifier.label(), modifier.text()));
        }
        if let Some(source) = self.source() {
            rows.push((word(Msg::LabelSource), source));
        }
        Tip {
            title,
            rows,
            note: self.note().map(str::to_owned),
        }
    }

    /// The status, with the warning that the period is short where it is.
    #[must_use]
    pub fn status_text(&self) -> String {
        if self.is_partial() {
            message(self.lang, Msg::StatusPartial, &[("status", self.status())])
        } else {
            self.status().to_owned()
        }
    }

    /// What is said when a mark gets the focus.
    #[must_use]
    pub fn speech(&self) -> String {
        let args = [
            ("indicator", self.indicator()),
            ("period", &self.period()),
            ("value", &self.value()),
            ("status", &self.status_text()),
        ];
        let mut speech = message(self.lang, Msg::SpeechObservation, &args);
        for modifier in self.modifiers() {
            let args = [("head", speech.as_str()), ("item", &modifier.sentence())];
            speech = message(self.lang, Msg::SpeechMore, &args);
        }
        message(self.lang, Msg::SpeechEnd, &[("text", &speech)])
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
    pub fn label(&self) -> String {
        format::kind_name(self.reading.lang, self.kind()).to_owned()
    }

    /// The scope in words.
    #[must_use]
    pub fn scope(&self) -> Option<&'d str> {
        self.reading.scope()
    }

    /// The value with its scope or basis, for a label's value: `+19.2%`, `2nd in Dezhou`.
    #[must_use]
    pub fn text(&self) -> String {
        let value = self.reading.value();
        match (self.kind(), self.scope()) {
            (Kind::First, Some(scope)) => message(self.reading.lang, Msg::FirstInScope, &[("scope", scope)]),
            (Kind::Only, Some(scope)) => message(self.reading.lang, Msg::OnlyInScope, &[("scope", scope)]),
            (Kind::Rank, Some(scope)) => message(
                self.reading.lang,
                Msg::ValueInScope,
                &[("value", &value), ("scope", scope)],
            ),
            (Kind::Share, Some(scope)) => message(
                self.reading.lang,
                Msg::ValueOfWhole,
                &[("value", &value), ("scope", scope)],
            ),
            (Kind::PpGap, Some(scope)) => message(
                self.reading.lang,
                Msg::ValueAboveScope,
                &[("value", &value), ("scope", scope)],
            ),
            _ => value,
        }
    }

    /// The whole statement as a sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let lang = self.reading.lang;
        let (label, text) = (self.label(), self.text());
        let args = [("label", label.as_str()), ("value", &text)];
        match self.reading.observation.basis {
            Some(basis) if self.kind().is_growth() => {
                let basis = format::basis(lang, basis);
                message(lang, Msg::GrowthBased, &[args[0], args[1], ("basis", basis)])
            }
            _ => message(lang, Msg::Modifier, &args),
        }
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
