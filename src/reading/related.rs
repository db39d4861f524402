//! The figures that stand in a relation to one, in words.

use super::{Reading, parts};
use crate::data::{Interval, RelationKind};
use crate::format::{Msg, Printing, Relative, comparison, message, relation};

/// A figure that stands in a relation to another.
#[derive(Clone, Debug)]
pub struct Related<'d> {
    /// What is said of it.
    pub text: String,
    /// The figure.
    pub other: Reading<'d>,
    /// How it relates.
    pub relative: Relative,
    /// Whether the two cannot both be right: their rounding intervals do not meet.
    pub conflict: bool,
}

impl<'d> Reading<'d> {
    /// What is said of the figures that stand in a relation to this one.
    #[must_use]
    pub fn related(&self) -> Vec<Related<'d>> {
        let (ds, lang) = (self.ds, self.lang);
        let mut found = Vec::new();
        for link in ds.relations() {
            let (forth, back) = (link.from == self.ix, link.to == self.ix);
            let relative = match link.kind {
                RelationKind::Differs if forth || back => Relative::Differs,
                RelationKind::Supersedes if forth => Relative::Supersedes,
                RelationKind::Supersedes if back => Relative::Superseded,
                RelationKind::Corroborates if forth || back => Relative::Corroborates,
                RelationKind::ChecksAgainst if forth => Relative::ChecksAgainst,
                _ => continue,
            };
            let other = Self::new(ds, if forth { link.to } else { link.from }, lang);
            let note = link.note.as_ref().map_or("", |note| note.get(lang));
            let (text, conflict) = if relative == Relative::Differs {
                let apart = !Interval::of(self.observation).meets(Interval::of(other.observation));
                (self.differing(&other, !apart), apart)
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
            found.push(Related {
                text,
                other,
                relative,
                conflict,
            });
        }
        found
    }

    /// What must not be overlooked: that another figure is printed, or that a later one replaces this one.
    #[must_use]
    pub fn disputes(&self) -> Vec<String> {
        let weighty = |r: &Related<'_>| matches!(r.relative, Relative::Differs | Relative::Superseded);
        self.related().into_iter().filter(weighty).map(|r| r.text).collect()
    }

    /// That two documents print two figures for the same.
    pub(crate) fn differing(&self, other: &Self, within_rounding: bool) -> String {
        let source = |r: &Self| r.source().unwrap_or_default();
        let (sources, values) = ([source(self), source(other)], [self.value(), other.value()]);
        let printing = |n: usize| Printing {
            source: &sources[n],
            figure: &values[n],
        };
        comparison(self.lang, printing(0), printing(1), within_rounding)
    }
}
