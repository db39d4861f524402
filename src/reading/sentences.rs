//! What is said about a figure, as lines of a card: "8.6% higher than a year before", "同比增长 8.6%".

use super::{DEEPEST, Reading, parts};
use crate::format::{self, Basis, Claim, Decimal, Figure, Kind, Msg, Qualifier, Scope, claim_core, message};

/// A sentence about a figure, with what a reader must know to judge it.
#[derive(Clone, Debug)]
pub struct Assertion<'d> {
    /// The observation that says it.
    pub reading: Reading<'d>,
    /// The ids of the observations behind it.
    pub observations: Vec<String>,
    /// The sentence, without a full stop.
    pub text: String,
    /// What belongs to it in smaller type: the basis, what follows from it, a note.
    pub asides: Vec<Aside>,
}

/// A remark on an assertion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// What it says.
    pub text: String,
    /// What sort of remark it is.
    pub kind: Remark,
}

/// The sorts of remarks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// What a growth is measured in, or that the source does not say.
    Basis,
    /// Worked out rather than printed.
    Derived,
    /// A note of the tables.
    Note,
}

impl<'d> Reading<'d> {
    /// What other observations say about this one, a sentence each.
    #[must_use]
    pub fn assertions(&self) -> Vec<Assertion<'d>> {
        self.ds
            .modifiers(self.ix)
            .map(|ix| Self::new(self.ds, ix, self.lang).assertion(self, DEEPEST))
            .collect()
    }

    /// A standing in words, in the middle of a line: "2nd in Dezhou", "德州市首个".
    #[must_use]
    pub fn standing(&self) -> String {
        self.says(None)
    }

    /// This observation as a sentence about another one.
    fn assertion(self, of: &Self, depth: usize) -> Assertion<'d> {
        let mut assertion = Assertion {
            observations: vec![self.observation.id.to_string()],
            text: message(self.lang, Msg::Says, &[("text", &self.says(Some(of)))]),
            asides: Vec::new(),
            reading: self.clone(),
        };
        let basis = self.basis_text().map(|text| Aside {
            text,
            kind: Remark::Basis,
        });
        let note = self.note().map(|note| Aside {
            text: note.to_owned(),
            kind: Remark::Note,
        });
        assertion
            .asides
            .extend(basis.into_iter().chain(self.implied(of)).chain(note));
        for ix in self.ds.modifiers(self.ix).filter(|_| depth > 1) {
            let inner = Self::new(self.ds, ix, self.lang).assertion(&self, depth - 1);
            let says = inner.reading.says(Some(&self));
            assertion.text = parts(self.lang, &[&assertion.text, &says]);
            assertion.observations.extend(inner.observations);
            assertion.asides.extend(inner.asides);
        }
        assertion
    }

    /// What a rate of growth is measured in, or that its source does not say.
    #[must_use]
    pub fn basis_text(&self) -> Option<String> {
        let basis = self.observation.basis?;
        Some(match basis {
            Basis::Unstated => message(self.lang, Msg::SaysBasisUnstated, &[]),
            stated => message(self.lang, Msg::Says, &[("text", format::basis(self.lang, stated))]),
        })
    }

    /// The sentence itself, in the middle of a line, without its basis.
    fn says(&self, of: Option<&Self>) -> String {
        let (kind, lang) = (self.observation.kind, self.lang);
        let up = !self.observation.value.is_negative();
        let of_rate = of.is_some_and(|of| of.observation.kind.is_growth());
        let key = match kind {
            _ if self.observation.value.mantissa() == 0 => None,
            Kind::YoyGrowth if up => Some(Msg::SaysHigher),
            Kind::YoyGrowth => Some(Msg::SaysLower),
            Kind::PpChange if of_rate && up => Some(Msg::SaysRateUp),
            Kind::PpChange if of_rate => Some(Msg::SaysRateDown),
            _ => None,
        };
        if let Some(key) = key {
            let value = format::figure(lang, &self.figure().unsigned());
            return message(lang, key, &[("value", &value)]);
        }
        match kind {
            Kind::Level | Kind::Count | Kind::Date | Kind::Duration => {
                format::labelled(lang, self.indicator(), &self.value())
            }
            _ => claim_core(lang, &self.claim()),
        }
    }

    /// The scope of a standing as a phrase of its own: "in Dezhou", "among enterprises of the city".
    #[must_use]
    pub fn scope_phrase(&self) -> Option<String> {
        let Claim { scope, .. } = self.claim();
        let key = match (self.observation.kind, scope?) {
            // What grows, or is counted, is said of the class, not of one in it.
            (kind, scope) if kind.is_growth() => return Some(scope.name().to_owned()),
            (Kind::Share | Kind::Completion, _) => Msg::ScopeOf,
            (Kind::PpGap, _) if self.observation.value.is_negative() => Msg::ScopeBelow,
            (Kind::PpGap, _) => Msg::ScopeAbove,
            (_, Scope::Class(_)) => Msg::ScopeAmong,
            (_, Scope::Place(_)) => Msg::ScopeIn,
        };
        Some(message(self.lang, key, &[("scope", self.scope()?)]))
    }

    /// What a distance in percentage points implies: the rate on its other side.
    fn implied(&self, of: &Self) -> Option<Aside> {
        let exact = |r: &Self| r.observation.qualifier == Qualifier::Exact;
        let gap = self.observation.kind == Kind::PpGap && of.observation.kind.is_growth();
        let scope = self.scope().filter(|_| gap && exact(self) && exact(of))?;
        let rate: Decimal = of.observation.value.checked_sub(self.observation.value)?;
        let figure = Figure {
            value: rate,
            qualifier: Qualifier::About,
            ..of.figure()
        };
        let value = format::figure(self.lang, &figure);
        Some(Aside {
            text: message(self.lang, Msg::SaysImplied, &[("scope", scope), ("value", &value)]),
            kind: Remark::Derived,
        })
    }
}
