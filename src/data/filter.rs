//! A selection of observations.

use super::dataset::Dataset;
use super::model::{EntityIx, IndicatorIx, Observation, ObservationIx, SourceIx};
use crate::format::{Kind, Period, Point, Status};

/// What observations are asked for. An empty list asks for any; several members of a list are alternatives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// About one of these.
    pub entity: Vec<EntityIx>,
    /// Measuring one of these.
    pub indicator: Vec<IndicatorIx>,
    /// Claiming to be one of these.
    pub status: Vec<Status>,
    /// One of these sorts of statement.
    pub kind: Vec<Kind>,
    /// Exactly one of these periods.
    pub period: Vec<Period>,
    /// Not beginning before this; what has no calendar year is left out.
    pub from: Option<Point>,
    /// Not ending after this; what has no calendar year is left out.
    pub to: Option<Point>,
    /// Printed in one of these.
    pub source: Vec<SourceIx>,
    /// One of these.
    pub id: Vec<ObservationIx>,
}

/// Whether a list asks for this member.
fn asks<T: PartialEq>(list: &[T], member: &T) -> bool {
    list.is_empty() || list.contains(member)
}

/// The first of a list's members that comes after this one.
fn after<T: Ord + Copy>(list: &[T], this: T) -> Option<T> {
    list.iter().copied().filter(|&member| member > this).min()
}

impl Dataset {
    /// The observations that a filter asks for, by entity, indicator, kind and period.
    #[must_use]
    pub fn select(&self, filter: &Filter) -> Vec<ObservationIx> {
        let (days, rows) = (Days::of(filter), self.observations());
        let (mut found, mut at) = (Vec::new(), 0);
        while let Some(o) = rows.get(at) {
            // Rows stand by entity, then by indicator: those that nobody asks for are leapt over, to the next that somebody
            // does ask for.
            let to = |key: &dyn Fn(&Observation) -> bool| at + rows[at..].partition_point(key);
            at = if !asks(&filter.entity, &o.entity) {
                let Some(next) = after(&filter.entity, o.entity) else {
                    break;
                };
                to(&|row| row.entity < next)
            } else if !asks(&filter.indicator, &o.indicator) {
                match after(&filter.indicator, o.indicator) {
                    Some(next) => to(&|row| (row.entity, row.indicator) < (o.entity, next)),
                    None => to(&|row| row.entity == o.entity),
                }
            } else {
                found.extend(ObservationIx::of(at).filter(|&ix| self.asked(ix, filter, days)));
                at + 1
            };
        }
        found
    }

    /// Whether a filter asks for this observation.
    #[must_use]
    pub fn matches(&self, ix: ObservationIx, filter: &Filter) -> bool {
        self.asked(ix, filter, Days::of(filter))
    }

    fn asked(&self, ix: ObservationIx, filter: &Filter, days: Days) -> bool {
        let o = self.observation(ix);
        asks(&filter.entity, &o.entity)
            && asks(&filter.indicator, &o.indicator)
            && asks(&filter.status, &o.status)
            && asks(&filter.kind, &o.kind)
            && asks(&filter.period, &o.period)
            && asks(&filter.id, &ix)
            && days.hold(o.period)
            && (filter.source.is_empty() || self.locators(ix).iter().any(|l| filter.source.contains(&l.source)))
    }
}

/// The first and the last day that a filter lets through, as numbers that compare fast.
#[derive(Clone, Copy)]
struct Days {
    from: Option<u32>,
    to: Option<u32>,
}

impl Days {
    fn of(filter: &Filter) -> Self {
        Self {
            from: filter.from.map(|point| point.first_day().number()),
            to: filter.to.map(|point| point.last_day().number()),
        }
    }

    /// Whether a period lies between both, both included. An open end lies where the other end lies.
    fn hold(self, period: Period) -> bool {
        if self.from.is_none() && self.to.is_none() {
            return true;
        }
        let (first, last) = (period.first_day(), period.last_day());
        let (Some(first), Some(last)) = (first.or(last), last.or(first)) else {
            return false;
        };
        self.from.is_none_or(|from| first.number() >= from) && self.to.is_none_or(|to| last.number() <= to)
    }
}
