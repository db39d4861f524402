//! The rules that rows keep with each other: no loops, no duplicates, relations that hold.

use super::super::interval::Interval;
use super::super::model::{Entity, Locator, Observation, ObservationIx, Relation, RelationKind};
use super::check::Broken;
use super::problem::say;
use crate::format::Kind;
use crate::sort::sort_by;

/// Reports every place that follows itself around: its row is given with the message.
pub(super) fn loops(next: &[Option<usize>], report: &mut dyn FnMut(usize)) {
    for start in 0..next.len() {
        let mut at = next[start];
        for _ in 0..next.len() {
            match at {
                Some(place) if place == start => {
                    report(start);
                    break;
                }
                Some(place) => at = next.get(place).copied().flatten(),
                None => break,
            }
        }
    }
}

/// Where each entity's parent stands.
pub(super) fn parents(entities: &[Option<Entity>]) -> Vec<Option<usize>> {
    entities
        .iter()
        .map(|entity| entity.as_ref()?.parent.map(|ix| ix.at()))
        .collect()
}

/// Where the observation stands that each one modifies.
pub(super) fn modified(observations: &[Option<Observation>]) -> Vec<Option<usize>> {
    observations.iter().map(|o| o.as_ref()?.of.map(|ix| ix.at())).collect()
}

/// Whether an observation can modify the one that it names.
pub(super) fn of(o: &Observation, observations: &[Option<Observation>], report: &mut dyn FnMut(Broken)) {
    let Some(level) = o.of.and_then(|ix| observations.get(ix.at())?.as_ref()) else {
        return;
    };
    if o.kind.is_quantity() && o.kind != Kind::Level {
        report((
            "of",
            say(&["a ", o.kind.as_str(), " stands for itself; leave the cell empty"]),
        ));
    }
    if o.entity != level.entity {
        report(("of", say(&["\"", &level.id, "\" is about another entity"])));
    }
    if o.kind == Kind::Change && o.unit != level.unit {
        report((
            "of",
            say(&[
                "a change has the unit of its level \"",
                &level.id,
                "\": ",
                level.unit.as_str(),
            ]),
        ));
    }
}

/// Reports statements that stand twice: the same thing at the same time with the same value, or with another value
/// and no relation that says so.
pub(super) fn duplicates(
    observations: &[Option<Observation>],
    relations: &[Option<Relation>],
    report: &mut dyn FnMut(usize, Broken),
) {
    let mut order: Vec<usize> = (0..observations.len())
        .filter(|&at| observations[at].is_some())
        .collect();
    let key = |at: usize| {
        let o = observations[at].as_ref()?;
        let scope = (o.scope, o.scope_label.as_ref().map(|label| &*label.zh));
        Some((
            (o.entity, o.indicator, o.kind, o.unit),
            (o.period.order(), o.status, scope, o.of),
        ))
    };
    sort_by(&mut order, |&a, &b| key(a).cmp(&key(b)));
    let related = |a: usize, b: usize| {
        relations.iter().flatten().any(|relation| {
            let ends = [relation.from.at(), relation.to.at()];
            matches!(
                relation.kind,
                RelationKind::Differs | RelationKind::Supersedes | RelationKind::Corroborates
            ) && (ends == [a, b] || ends == [b, a])
        })
    };
    for pair in order.windows(2).filter(|pair| key(pair[0]) == key(pair[1])) {
        let (Some(first), Some(second)) = (&observations[pair[0]], &observations[pair[1]]) else {
            continue;
        };
        let row = (pair[0] + 2).to_string();
        if first.period != second.period || related(pair[0], pair[1]) {
            continue;
        }
        if first.value.same_value(second.value) && first.qualifier == second.qualifier {
            let message = [
                "states what \"",
                &first.id,
                "\" in row ",
                &row,
                " states; give that one a second locator",
            ];
            report(pair[1], ("id", say(&message)));
        } else {
            let message = [
                "has another value than \"",
                &first.id,
                "\" in row ",
                &row,
                " of the same thing; relations.csv must say that it differs from it, corroborates or supersedes it",
            ];
            report(pair[1], ("value", say(&message)));
        }
    }
}

/// Reports locators that stand twice for one observation.
pub(super) fn locators(locators: &[Locator], report: &mut dyn FnMut(Broken)) {
    for (at, locator) in locators.iter().enumerate() {
        if locators[..at].contains(locator) {
            report(("id", say(&["the locator of ", &locator.figure, " stands twice"])));
        }
    }
}

/// Reports relations of a thing with itself, that stand twice, or that do not hold.
pub(super) fn relations(
    relations: &[Option<Relation>],
    observations: &[Option<Observation>],
    report: &mut dyn FnMut(usize, Broken),
) {
    let at = |ix: ObservationIx| observations.get(ix.at()).and_then(Option::as_ref);
    for (place, relation) in relations.iter().enumerate() {
        let Some(relation) = relation else { continue };
        if relation.from == relation.to {
            report(place, ("to", "an observation has no relation to itself".to_owned()));
        }
        let same = |other: &Relation| (other.kind, other.from, other.to) == (relation.kind, relation.from, relation.to);
        if relations[..place].iter().flatten().any(same) {
            report(place, ("type", "the relation stands twice".to_owned()));
        }
        let (Some(from), Some(to)) = (at(relation.from), at(relation.to)) else {
            continue;
        };
        match relation.kind {
            RelationKind::Differs if Interval::of(from).meets(Interval::of(to)) => {
                let message = "the two can be one value, given how they are printed; write corroborates".to_owned();
                report(place, ("type", message));
            }
            RelationKind::SumsTo if from.unit != to.unit => {
                let message = say(&[
                    "a part in ",
                    from.unit.as_str(),
                    " does not add up to a total in ",
                    to.unit.as_str(),
                ]);
                report(place, ("from", message));
            }
            RelationKind::SumsTo => sum(place, relation, relations, observations, report),
            RelationKind::ChecksAgainst if relation.note.is_none() => {
                report(place, ("note_zh", "a check says how it comes out".to_owned()));
            }
            _ => {}
        }
    }
}

/// Reports parts that do not add up to their total, unless a note explains it; once a total.
fn sum(
    place: usize,
    relation: &Relation,
    relations: &[Option<Relation>],
    observations: &[Option<Observation>],
    report: &mut dyn FnMut(usize, Broken),
) {
    let sums = |other: &Relation| other.kind == RelationKind::SumsTo && other.to == relation.to;
    if relation.note.is_some() || relations[..place].iter().flatten().any(sums) {
        return;
    }
    let part = |other: &Relation| observations.get(other.from.at())?.as_ref().map(Interval::of);
    let parts = relations.iter().flatten().filter(|other| sums(other)).filter_map(part);
    let total = observations.get(relation.to.at()).and_then(Option::as_ref);
    if let (Some(sum), Some(total)) = (parts.reduce(Interval::plus), total)
        && !sum.meets(Interval::of(total))
    {
        let message = [
            "the parts do not add up to \"",
            &total.id,
            "\"; say in a note what is printed and why",
        ];
        report(place, ("to", say(&message)));
    }
}
