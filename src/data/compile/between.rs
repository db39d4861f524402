//! The rules that rows keep with each other: no loops, no duplicates, relations that hold.

use std::cmp::Ordering;

use super::super::interval::Interval;
use super::super::model::{Observation, Relation, RelationKind};
use super::problem::Desk;
use super::sheet::{Row, Sheet};
use crate::format::Kind;

/// No honest chain of parents, or of statements about statements, is longer.
const DEEPEST: usize = 32;

/// Whether what follows a place never ends.
pub(super) fn endless(start: usize, next: &dyn Fn(usize) -> Option<usize>) -> bool {
    let mut at = Some(start);
    for _ in 0..DEEPEST {
        at = at.and_then(next);
    }
    at.is_some()
}

/// Whether an observation can modify the one that it names.
pub(super) fn of(row: Row<'_>, o: &Observation, observations: &[Observation]) {
    let Some(level) = o.of.and_then(|ix| observations.get(ix.at())) else {
        return;
    };
    if o.kind.is_quantity() && o.kind != Kind::Level {
        row.tell("of", "a {} stands for itself; leave the cell empty", &[o.kind.as_str()]);
    }
    if o.entity != level.entity {
        row.tell("of", "\"{}\" is about another entity", &[&level.id]);
    }
    if o.kind == Kind::Change && o.unit != level.unit {
        row.tell(
            "of",
            "a change has the unit of its level \"{}\": {}",
            &[&level.id, level.unit.as_str()],
        );
    }
}

/// Compares what two observations are statements of.
fn subject(a: &Observation, b: &Observation) -> Ordering {
    let first = |o: &Observation| (o.entity, o.indicator, o.kind, o.unit, o.status);
    let second = |o: &Observation| (o.scope, o.of, o.period.order());
    first(a)
        .cmp(&first(b))
        .then_with(|| second(a).cmp(&second(b)))
        .then_with(|| words(a).cmp(&words(b)))
}

/// The scope in words.
fn words(o: &Observation) -> Option<&str> {
    o.scope_label.as_ref().map(|label| &*label.zh)
}

/// The relations by their second end: all that lead to one observation, without a walk past the others.
pub(super) struct Ends<'a> {
    all: &'a [Relation],
    order: Vec<usize>,
}

impl<'a> Ends<'a> {
    /// Puts them in order.
    pub(super) async fn new(all: &'a [Relation], desk: &Desk<'_>) -> Self {
        let order = desk.pace.order(all.len(), &mut |a, b| all[a].to.cmp(&all[b].to)).await;
        Self { all, order }
    }

    /// The relations that lead here, with their places in the file, in its order.
    fn to(&self, at: usize) -> impl Iterator<Item = (usize, &'a Relation)> + Clone {
        let start = self.order.partition_point(|&place| self.all[place].to.at() < at);
        let here = self.order[start..].iter().map(|&place| (place, &self.all[place]));
        here.take_while(move |(_, relation)| relation.to.at() == at)
    }
}

/// Tells of statements that stand twice: the same thing at the same time with the same value, or with another value
/// and no relation that says so.
pub(super) async fn duplicates(sheet: &Sheet, desk: &Desk<'_>, observations: &[Observation], relations: &Ends<'_>) {
    let mut compare = |a: usize, b: usize| subject(&observations[a], &observations[b]);
    let order = desk.pace.order(observations.len(), &mut compare).await;
    let says = |from: usize, to: usize| {
        relations.to(to).any(|(_, relation)| {
            use RelationKind::{Corroborates, Differs, Supersedes};
            relation.from.at() == from && matches!(relation.kind, Differs | Supersedes | Corroborates)
        })
    };
    let related = |a: usize, b: usize| says(a, b) || says(b, a);
    for pair in order.windows(2) {
        desk.pace.row(1).await;
        let (first, second) = (&observations[pair[0]], &observations[pair[1]]);
        if subject(first, second).is_ne() || first.period != second.period || related(pair[0], pair[1]) {
            continue;
        }
        let parts = [&*first.id, &(pair[0] + 2).to_string()];
        let row = sheet.row(pair[1], desk);
        if first.value.same_value(second.value) && first.qualifier == second.qualifier {
            row.tell(
                "id",
                "states what \"{}\" in row {} states; give that one a second locator",
                &parts,
            );
        } else {
            let message = "has another value than \"{}\" in row {} of the same thing; relations.csv must say that it \
                           differs from it, corroborates or supersedes it";
            row.tell("value", message, &parts);
        }
    }
}

/// Tells of a relation of a thing with itself, that stands twice, or that does not hold.
pub(super) fn relation(row: Row<'_>, relations: &Ends<'_>, observations: &[Observation]) {
    let Some(relation) = relations.all.get(row.place) else {
        return;
    };
    let ends = (observations.get(relation.from.at()), observations.get(relation.to.at()));
    let (Some(from), Some(to)) = ends else { return };
    if relation.from == relation.to {
        row.tell("to", "an observation has no relation to itself", &[]);
    }
    // Those to the same thing, in the order of the file: the ones before this one come first.
    let here = relations.to(relation.to.at());
    let mut before = here.clone().take_while(|(place, _)| *place < row.place);
    let same = |other: &Relation| (other.kind, other.from) == (relation.kind, relation.from);
    if before.clone().any(|(_, other)| same(other)) {
        row.tell("type", "the relation stands twice", &[]);
    }
    match relation.kind {
        RelationKind::Differs if Interval::of(from).meets(Interval::of(to)) => {
            row.tell(
                "type",
                "the two can be one value, given how they are printed; write corroborates",
                &[],
            );
        }
        RelationKind::SumsTo if from.unit != to.unit => {
            let units = [from.unit.as_str(), to.unit.as_str()];
            row.tell("from", "a part in {} does not add up to a total in {}", &units);
        }
        RelationKind::SumsTo => {
            let sums = |other: &Relation| other.kind == RelationKind::SumsTo;
            let parts = here
                .filter(|(_, other)| sums(other))
                .filter_map(|(_, other)| observations.get(other.from.at()));
            let sum = || parts.map(Interval::of).reduce(Interval::plus);
            // Told once a total, and only where no note explains what is printed.
            let first = !before.any(|(_, other)| sums(other)) && relation.note.is_none();
            if first && sum().is_some_and(|sum| !sum.meets(Interval::of(to))) {
                let message = "the parts do not add up to \"{}\"; say in a note what is printed and why";
                row.tell("to", message, &[&to.id]);
            }
        }
        RelationKind::ChecksAgainst if relation.note.is_none() => {
            row.tell("note_zh", "a check says how it comes out", &[]);
        }
        _ => {}
    }
}
