//! Which figures are the parts of which whole: only where the dataset says so.

use super::super::marks::{differ, nothing, unlike};
use crate::data::{Dataset, Interval, ObservationIx, RelationKind};
use crate::error::{Code, Error, Result};
use crate::format::{
    self, Decimal, Derivation, Figure, Kind, Lang, Msg, Qualifier, Refusal, Status, Unit, derivation, interval, list,
    message, picture_kind,
};
use crate::reading::{Reading, parts};
use crate::spec::Spec;

/// A whole with its parts.
#[derive(Clone, Debug)]
pub(super) struct Whole<'d> {
    /// The printed whole; none where the parts are shares of a hundred percent.
    pub(super) whole: Option<Reading<'d>>,
    /// The printed parts, in the order of the dataset.
    pub(super) parts: Vec<Reading<'d>>,
    /// What the parts leave.
    pub(super) rest: Option<Rest>,
    /// What the whole is.
    pub(super) name: String,
    /// The same, in few words.
    pub(super) short: String,
    /// Of what entity.
    pub(super) entity: String,
    /// What is to be known of the relation.
    pub(super) notes: Vec<String>,
}

/// What the printed parts leave of the whole: derived, never printed.
#[derive(Clone, Debug)]
pub(super) struct Rest {
    /// Its name.
    pub(super) name: String,
    /// How much it is, with what rounding leaves open.
    pub(super) text: String,
    /// Its middle, for the picture.
    pub(super) amount: Decimal,
    /// How it was derived.
    pub(super) how: String,
}

impl<'d> Whole<'d> {
    /// Every printed figure in the picture, the whole first.
    pub(super) fn readings(&self) -> Vec<Reading<'d>> {
        self.whole.iter().chain(&self.parts).cloned().collect()
    }

    /// Their ids.
    pub(super) fn ids(&self) -> Vec<String> {
        self.readings().iter().map(|r| r.observation.id.to_string()).collect()
    }

    /// The name of a part.
    pub(super) fn part_name(&self, n: usize) -> String {
        self.parts
            .get(n)
            .map_or_else(String::new, |part| part.indicator().to_owned())
    }

    /// The period, and the status where it is no result.
    pub(super) fn when(&self) -> String {
        self.parts.first().map_or_else(String::new, |part| {
            let status = match part.observation.status {
                Status::Actual => "",
                _ => part.status(),
            };
            parts(part.lang, &[&part.period(), status])
        })
    }
}

/// The wholes that a request asks for, by themselves or by a part of theirs.
///
/// # Errors
/// [`Code::NothingToDraw`] where nothing answers; [`Code::CannotCombine`] where no source makes parts of what does, or
/// parts are unlike their whole.
pub(super) fn wholes<'d>(ds: &'d Dataset, spec: &Spec, lang: Lang) -> Result<Vec<Whole<'d>>> {
    let selected: Vec<Reading<'d>> = ds
        .select(&spec.filter(ds))
        .into_iter()
        .map(|ix| Reading::new(ds, ix, lang))
        .filter(|r| matches!(r.observation.kind, Kind::Level | Kind::Count | Kind::Share))
        .collect();
    if selected.is_empty() {
        return Err(nothing(lang, Msg::ErrorNothingToDraw));
    }
    let mut found = Vec::new();
    let mut refused = None;
    for group in related(ds, &selected, !spec.indicators.is_empty()) {
        match printed(ds, &group, lang) {
            Ok(whole) => found.push(whole),
            Err(error) => refused = refused.or(Some(error)),
        }
    }
    let shares = shares(&selected);
    let alone = found.is_empty() && !spec.indicators.is_empty();
    for group in shares.into_iter().filter(|group| group.len() > 1 || alone) {
        match hundred(group, lang) {
            Ok(whole) => found.push(whole),
            Err(error) => refused = refused.or(Some(error)),
        }
    }
    if found.is_empty() {
        let kind = picture_kind(lang, "donut");
        return Err(refused.unwrap_or_else(|| unlike(lang, &Refusal::NotParts(&kind))));
    }
    Ok(found)
}

/// A whole and its parts by relation.
struct Group {
    whole: ObservationIx,
    parts: Vec<ObservationIx>,
    notes: Vec<usize>,
    sums: bool,
}

/// The groups that hold something selected. Those that need not add up are for requests that name an indicator.
fn related(ds: &Dataset, selected: &[Reading<'_>], named: bool) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (n, relation) in ds.relations().iter().enumerate() {
        let sums = match relation.kind {
            RelationKind::SumsTo => true,
            RelationKind::PartOf => false,
            _ => continue,
        };
        match groups.iter_mut().find(|g| g.whole == relation.to && g.sums == sums) {
            Some(group) => {
                group.parts.push(relation.from);
                group.notes.push(n);
            }
            None => groups.push(Group {
                whole: relation.to,
                parts: vec![relation.from],
                notes: vec![n],
                sums,
            }),
        }
    }
    let asked = |ix: &ObservationIx| selected.iter().any(|r| r.ix == *ix);
    groups.retain(|g| (g.sums || named) && (asked(&g.whole) || g.parts.iter().any(asked)));
    // Where the parts are said to add up, that is the better picture of the same whole.
    let summed: Vec<ObservationIx> = groups.iter().filter(|g| g.sums).map(|g| g.whole).collect();
    groups.retain(|g| g.sums || !summed.contains(&g.whole));
    groups
}

/// A printed whole with printed parts.
fn printed<'d>(ds: &'d Dataset, group: &Group, lang: Lang) -> Result<Whole<'d>> {
    let whole = Reading::new(ds, group.whole, lang);
    let parts: Vec<Reading<'d>> = group.parts.iter().map(|ix| Reading::new(ds, *ix, lang)).collect();
    if let Some(error) = parts.iter().find_map(|part| differ(part, &whole)) {
        return Err(error);
    }
    let notes = group
        .notes
        .iter()
        .filter_map(|n| Some(ds.relations().get(*n)?.note.as_ref()?.get(lang).to_owned()))
        .map(|note| format::sentence(lang, &note))
        .collect();
    let rest = rest(
        lang,
        whole.observation.value,
        Interval::of(whole.observation),
        &whole.figure(),
        whole.indicator(),
        &parts,
    )?;
    Ok(Whole {
        name: whole.indicator().to_owned(),
        short: ds.indicator(whole.observation.indicator).short.get(lang).to_owned(),
        entity: whole.entity().to_owned(),
        whole: Some(whole),
        parts,
        rest,
        notes,
    })
}

/// Shares of one whole: the same entity, period and status, and the same words for the whole.
fn shares<'d>(selected: &[Reading<'d>]) -> Vec<Vec<Reading<'d>>> {
    let mut groups: Vec<Vec<Reading<'d>>> = Vec::new();
    for reading in selected {
        let o = reading.observation;
        if o.kind != Kind::Share || o.unit != Unit::Percent || o.scope.is_none() && o.scope_label.is_none() {
            continue;
        }
        let same = |other: &Reading<'_>| {
            let p = other.observation;
            // Without words of its own a share is of the same indicator elsewhere: exports of exports.
            let whole = p.scope_label == o.scope_label && (o.scope_label.is_some() || p.indicator == o.indicator);
            whole
                && (p.entity, p.period, p.status, p.scope) == (o.entity, o.period, o.status, o.scope)
                && (p.indicator != o.indicator)
        };
        match groups.iter_mut().find(|group| group.iter().all(same)) {
            Some(group) => group.push(reading.clone()),
            None => groups.push(vec![reading.clone()]),
        }
    }
    groups
}

/// Shares as parts of a hundred percent.
fn hundred(parts: Vec<Reading<'_>>, lang: Lang) -> Result<Whole<'_>> {
    let Some(first) = parts.first() else {
        return Err(nothing(lang, Msg::ErrorNothingToDraw));
    };
    let all = Decimal::whole(100);
    let exact = Interval {
        low: Some(all),
        high: Some(all),
    };
    let name = match &first.observation.scope_label {
        Some(_) => first.scope().unwrap_or_default().to_owned(),
        None => {
            let args = [
                ("indicator", first.indicator()),
                ("entity", first.scope().unwrap_or_default()),
            ];
            message(lang, Msg::DonutWholeOf, &args)
        }
    };
    let rest = rest(lang, all, exact, &Figure::new(all, Unit::Percent), &name, &parts)?;
    Ok(Whole {
        whole: None,
        short: name.clone(),
        name,
        entity: first.entity().to_owned(),
        rest,
        notes: Vec::new(),
        parts,
    })
}

/// What parts leave of a whole; none where rounding explains the difference.
fn rest(
    lang: Lang,
    whole: Decimal,
    room: Interval,
    like: &Figure<'_>,
    name: &str,
    parts: &[Reading<'_>],
) -> Result<Option<Rest>> {
    let mut amount = Some(whole);
    let mut left = room;
    for part in parts {
        let o = part.observation;
        amount = amount.and_then(|amount| amount.checked_sub(o.value));
        left = left.minus(Interval::of(o));
        if o.value.is_negative() {
            return Err(over(lang, name));
        }
    }
    let zero = Decimal::ZERO;
    let above = |end: Option<Decimal>| end.is_some_and(|end| end.compare(zero).is_gt());
    let below = |end: Option<Decimal>| end.is_some_and(|end| end.compare(zero).is_lt());
    if whole.is_negative() || whole.mantissa() == 0 || below(left.high) {
        return Err(over(lang, name));
    }
    let Some(amount) = amount.filter(|amount| above(Some(*amount)) && (above(left.low) || left.low.is_none())) else {
        return Ok(None);
    };
    let bound = |value: Decimal, qualifier: Qualifier| {
        format::figure(
            lang,
            &Figure {
                value,
                qualifier,
                ..*like
            },
        )
    };
    let text = match (left.low, left.high) {
        (Some(low), Some(high)) => {
            let like = Figure {
                qualifier: Qualifier::Exact,
                ..*like
            };
            // One digit more than the roughest of the printed figures; both ends are rounded outwards.
            let figures = parts.iter().map(|part| part.observation.value).chain([whole]);
            let finest = figures.map(Decimal::exponent).max().unwrap_or(0).saturating_sub(1);
            let (low, high) = (outwards(low, finest, false), outwards(high, finest, true));
            interval(lang, low, high, &like)
        }
        (Some(low), None) => bound(low, Qualifier::AtLeast),
        (None, Some(high)) => bound(high, Qualifier::UpTo),
        (None, None) => bound(amount, Qualifier::About),
    };
    let values: Vec<String> = parts.iter().map(Reading::value).collect();
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    let gap = Derivation::Gap {
        left: &format::figure(lang, like),
        right: &list(lang, &values),
    };
    Ok(Some(Rest {
        name: message(lang, Msg::DonutRest, &[]),
        how: derivation(lang, &text, &gap),
        text,
        amount,
    }))
}

/// A bound at a coarser resolution, rounded down or up.
fn outwards(value: Decimal, exponent: i8, up: bool) -> Decimal {
    let steps = u32::try_from(exponent.saturating_sub(value.exponent())).unwrap_or(0);
    let Some(step) = 10_i64.checked_pow(steps).filter(|step| *step > 1) else {
        return value;
    };
    let down = value.mantissa().div_euclid(step);
    let exact = down.checked_mul(step) == Some(value.mantissa());
    Decimal::new(if up && !exact { down + 1 } else { down }, exponent).unwrap_or(value)
}

/// A refusal: the parts are more than the whole.
fn over(lang: Lang, whole: &str) -> Error {
    Error::new(
        Code::CannotCombine,
        message(lang, Msg::ErrorDonutOver, &[("whole", whole)]),
    )
}
