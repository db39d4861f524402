//! What else the documents say about a figure: another one that contradicts it, bears it out or replaces it.

use super::{Reading, parts};
use crate::data::RelationKind;
use crate::format::{Msg, message};

impl<'d> Reading<'d> {
    /// The figures that stand in a relation to this one, each with the sort of relation and the sentence that says it.
    #[must_use]
    pub fn related(&self) -> Vec<(Msg, Self, String)> {
        let mut found = Vec::new();
        for relation in self.ds.relations() {
            let (key, other) = match relation.kind {
                RelationKind::Differs if relation.from == self.ix => (Msg::CardDiffers, relation.to),
                RelationKind::Differs if relation.to == self.ix => (Msg::CardDiffers, relation.from),
                RelationKind::Supersedes if relation.to == self.ix => (Msg::CardSuperseded, relation.from),
                RelationKind::Supersedes if relation.from == self.ix => (Msg::CardSupersedes, relation.to),
                RelationKind::Corroborates if relation.from == self.ix => (Msg::CardCorroborates, relation.to),
                RelationKind::Corroborates if relation.to == self.ix => (Msg::CardCorroborates, relation.from),
                RelationKind::ChecksAgainst if relation.from == self.ix => (Msg::CardChecks, relation.to),
                _ => continue,
            };
            let other = Self::new(self.ds, other, self.lang);
            let text = if key == Msg::CardChecks {
                let Some(note) = &relation.note else { continue };
                let note = note.get(self.lang).trim_end_matches(['.', '。']);
                message(self.lang, key, &[("note", note)])
            } else {
                let source = other.source().unwrap_or_default();
                let figure = parts(self.lang, &[&other.value(), &other.period(), &source]);
                message(self.lang, key, &[("figure", &figure)])
            };
            found.push((key, other, text));
        }
        found
    }

    /// What must not be overlooked: that another figure is printed, or that a later one replaces this one.
    #[must_use]
    pub fn disputes(&self) -> Vec<String> {
        let weighty = |key| matches!(key, Msg::CardDiffers | Msg::CardSuperseded);
        let found = self.related().into_iter().filter(|(key, _, _)| weighty(*key));
        found.map(|(_, _, text)| text).collect()
    }
}
