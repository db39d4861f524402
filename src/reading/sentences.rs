//! What is said about a figure, as sentences: "8.6% higher than a year before", "同比增长 8.6%".

use super::{DEEPEST, Reading, parts};
use crate::format::{self, Basis, Claim, Decimal, Figure, Kind, Msg, Qualifier, claim_phrase, message};

/// A sentence about a figure, with what a reader must know to judge it.
#[derive(Clone, Debug)]
pub struct Statement<'d> {
    /// The observation that says it.
    pub reading: Reading<'d>,
    /// The ids of the observations behind it.
    pub observations: Vec<String>,
    /// The sentence, without a full stop.
    pub text: String,
    /// What belongs to it in smaller type: the basis, what follows from it, a note.
    pub asides: Vec<Aside>,
}

/// A remark on a statement.
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
    pub fn statements(&self) -> Vec<Statement<'d>> {
        self.ds
            .modifiers(self.ix)
            .map(|ix| Self::new(self.ds, ix, self.lang).statement(Some(self), DEEPEST))
            .collect()
    }

    /// A standing in words, in the middle of a line: "2nd in Dezhou", "德州市首个".
    #[must_use]
    pub fn standing(&self) -> String {
        self.says()
    }

    /// A standing as it is said when its mark gets the focus.
    #[must_use]
    pub fn standing_speech(&self) -> String {
        self.speech()
    }

    /// This observation as a sentence about another one; `of` is that one.
    fn statement(self, of: Option<&Self>, depth: usize) -> Statement<'d> {
        let mut statement = Statement {
            observations: vec![self.observation.id.to_string()],
            text: message(self.lang, Msg::Says, &[("text", &self.says())]),
            asides: Vec::new(),
            reading: self.clone(),
        };
        if let Some(basis) = self.basis_text() {
            statement.asides.push(Aside {
                text: basis,
                kind: Remark::Basis,
            });
        }
        statement.asides.extend(of.and_then(|of| self.implied(of)));
        statement.asides.extend(self.note().map(|note| Aside {
            text: note.to_owned(),
            kind: Remark::Note,
        }));
        for ix in self.ds.modifiers(self.ix).filter(|_| depth > 1) {
            let inner = Self::new(self.ds, ix, self.lang).statement(Some(&self), depth - 1);
            let says = inner.reading.says();
            statement.text = parts(self.lang, &[&statement.text, &says]);
            statement.observations.extend(inner.observations);
            statement.asides.extend(inner.asides);
        }
        statement
    }

    /// What a rate of growth is measured in, or that its source does not say.
    #[must_use]
    pub fn basis_text(&self) -> Option<String> {
        let basis = self.observation.basis.or_else(|| {
            let growth = self.observation.kind.is_growth();
            growth.then_some(Basis::Unstated)
        })?;
        Some(match basis {
            Basis::Unstated => message(self.lang, Msg::SaysBasisUnstated, &[]),
            stated => message(self.lang, Msg::Says, &[("text", format::basis(self.lang, stated))]),
        })
    }

    /// The sentence itself, in the middle of a line: the claim without its basis, which is set apart.
    fn says(&self) -> String {
        claim_phrase(
            self.lang,
            &Claim {
                basis: None,
                ..self.claim()
            },
        )
    }

    /// The scope of a standing as a phrase of its own: "in Dezhou", "among enterprises of the city".
    #[must_use]
    pub fn scope_phrase(&self) -> Option<String> {
        let key = match self.observation.kind {
            // What grows, or is counted, is said of the class, not of one in it.
            kind if kind.is_growth() => return self.scope().map(str::to_owned),
            Kind::Share | Kind::Completion => Msg::ScopeOf,
            Kind::PpGap if self.observation.value.is_negative() => Msg::ScopeBelow,
            Kind::PpGap => Msg::ScopeAbove,
            _ if self.is_among() => Msg::ScopeAmong,
            _ => Msg::ScopeIn,
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
