//! The rules that rows keep with each other: no loops, no duplicates, relations that hold.

use std::cmp::Ordering;

use super::super::interval::Interval;
use super::super::model::{Observation, Relation, RelationKind};
use super::problem::Desk;
use super::sheet::{Row, Sheet};
use crate::format::Kind;
use crate::sort::sort_by;

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
    let words = |o: &Observation| o.scope_label.as_ref().map(|label| label.zh.clone());
    first(a)
        .cmp(&first(b))
        .then_with(|| second(a).cmp(&second(b)))
        .then_with(|| words(a).cmp(&words(b)))
}

/// Tells of statements that stand twice: the same thing at the same time with the same value, or with another value
/// and no relation that says so.
pub(super) fn duplicates(sheet: &Sheet, desk: &Desk, observations: &[Observation], relations: &[Relation]) {
    let mut order: Vec<usize> = (0..observations.len()).collect();
    sort_by(&mut order, |&a, &b| subject(&observations[a], &observations[b]));
    let related = |a: usize, b: usize| {
        relations.iter().any(|relation| {
            let ends = [relation.from.at(), relation.to.at()];
            let says = [
                RelationKind::Differs,
                RelationKind::Supersedes,
                RelationKind::Corroborates,
            ];
            says.contains(&relation.kind) && (ends == [a, b] || ends == [b, a])
        })
    };
    for pair in order.windows(2) {
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

/// Tells of a relation of a thing with itself, that stands twice, or that does not hold. The relation is the last of
/// those so far.
pub(super) fn relation(row: Row<'_>, so_far: &[Relation], all: &[Relation], observations: &[Observation]) {
    let Some((relation, before)) = so_far.split_last() else {
        return;
    };
    let ends = (observations.get(relation.from.at()), observations.get(relation.to.at()));
    let (Some(from), Some(to)) = ends else { return };
    if relation.from == relation.to {
        row.tell("to", "an observation has no relation to itself", &[]);
    }
    let same = |other: &Relation| (other.kind, other.from, other.to) == (relation.kind, relation.from, relation.to);
    if before.iter().any(same) {
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
            let sums = |other: &&Relation| other.kind == RelationKind::SumsTo && other.to == relation.to;
            let parts = all
                .iter()
                .filter(sums)
                .filter_map(|other| observations.get(other.from.at()));
            let sum = parts.map(Interval::of).reduce(Interval::plus);
            // Told once a total, and only where no note explains what is printed.
            let first = !before.iter().any(|other| sums(&other)) && relation.note.is_none();
            if first && sum.is_some_and(|sum| !sum.meets(Interval::of(to))) {
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
