//! What is said about a figure, as sentences: "8.6% higher than a year before", "同比增长 8.6%".

use super::{DEEPEST, Reading, parts};
use crate::data::EntityKind;
use crate::format::{self, Basis, Decimal, Figure, Kind, Msg, Qualifier, message};

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
        self.says(None)
    }

    /// A standing as it is said when its mark gets the focus.
    #[must_use]
    pub fn standing_speech(&self) -> String {
        let text = parts(self.lang, &[&self.standing(), &self.status_text()]);
        let args = [
            ("subject", self.indicator()),
            ("period", &self.period()),
            ("text", &text),
        ];
        let speech = message(self.lang, Msg::SaysSpeech, &args);
        message(self.lang, Msg::SpeechEnd, &[("text", &speech)])
    }

    /// This observation as a sentence about another one; `of` is that one.
    fn statement(self, of: Option<&Self>, depth: usize) -> Statement<'d> {
        let mut statement = Statement {
            observations: vec![self.observation.id.to_string()],
            text: message(self.lang, Msg::Says, &[("text", &self.says(of))]),
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
            let says = inner.reading.says(Some(&self));
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

    /// The sentence itself, in the middle of a line.
    fn says(&self, of: Option<&Self>) -> String {
        let (o, lang) = (self.observation, self.lang);
        let sign = o.value.mantissa().signum();
        let size = if sign < 0 { o.value.negated() } else { o.value };
        let value = format::figure(
            lang,
            &Figure {
                value: size,
                ..self.figure()
            },
        );
        let by_sign = |up: Msg, down: Msg| {
            let key = match sign {
                0 => Msg::SaysUnchanged,
                1 => up,
                _ => down,
            };
            message(lang, key, &[("value", &value)])
        };
        let of_rate = of.is_some_and(|of| of.observation.kind.is_growth());
        match (o.kind, self.scope()) {
            (Kind::YoyGrowth, _) => by_sign(Msg::SaysHigher, Msg::SaysLower),
            (Kind::Growth, _) => by_sign(Msg::SaysGrown, Msg::SaysFallen),
            (Kind::PpChange, _) if of_rate => by_sign(Msg::SaysRateUp, Msg::SaysRateDown),
            (Kind::PpChange, _) => by_sign(Msg::SaysUp, Msg::SaysDown),
            (Kind::Change, _) => by_sign(Msg::SaysMore, Msg::SaysLess),
            (Kind::PpGap, Some(scope)) => {
                let key = if sign < 0 {
                    Msg::ValueBelowScope
                } else {
                    Msg::ValueAboveScope
                };
                message(lang, key, &[("value", &value), ("scope", scope)])
            }
            (Kind::Share, Some(scope)) => {
                let key = if o.scope_label.is_some() {
                    Msg::ValueOfWhole
                } else {
                    Msg::SaysShare
                };
                message(lang, key, &[("value", &self.value()), ("scope", scope)])
            }
            (Kind::Rank, Some(scope)) => {
                let key = if self.is_among() {
                    Msg::SaysRankAmong
                } else {
                    Msg::SaysRankIn
                };
                message(lang, key, &[("value", &self.value()), ("scope", scope)])
            }
            (Kind::First, Some(scope)) => {
                let key = if self.is_among() {
                    Msg::SaysFirstAmong
                } else {
                    Msg::FirstInScope
                };
                message(lang, key, &[("scope", scope)])
            }
            (Kind::Only, Some(scope)) => {
                let key = if self.is_among() {
                    Msg::SaysOnlyAmong
                } else {
                    Msg::OnlyInScope
                };
                message(lang, key, &[("scope", scope)])
            }
            (Kind::Completion, Some(scope)) => {
                message(lang, Msg::SaysCompleted, &[("value", &self.value()), ("scope", scope)])
            }
            (Kind::Level | Kind::Count | Kind::Date | Kind::Duration, _) => {
                let args = [("label", self.indicator()), ("value", &self.value())];
                message(lang, Msg::Modifier, &args)
            }
            (kind, _) => {
                let args = [("label", format::kind_name(lang, kind)), ("value", &self.value())];
                message(lang, Msg::Modifier, &args)
            }
        }
    }

    /// The scope of a standing as a phrase of its own: "in Dezhou", "among enterprises of the city".
    #[must_use]
    pub fn scope_phrase(&self) -> Option<String> {
        let key = match self.observation.kind {
            Kind::Share | Kind::Completion => Msg::ScopeOf,
            Kind::PpGap if self.observation.value.is_negative() => Msg::ScopeBelow,
            Kind::PpGap => Msg::ScopeAbove,
            _ if self.is_among() => Msg::ScopeAmong,
            _ => Msg::ScopeIn,
        };
        Some(message(self.lang, key, &[("scope", self.scope()?)]))
    }

    /// Whether the scope names members ("among enterprises") rather than a place ("in Dezhou").
    fn is_among(&self) -> bool {
        let class = |scope| self.ds.entity(scope).kind == EntityKind::Class;
        self.observation.scope_label.is_some() || self.observation.scope.is_some_and(class)
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
