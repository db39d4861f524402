//! The ids that observations bear by rule. An id may be another one; these need no bytes in the compact tables.

use super::model::{Entity, EntityKind, Indicator, Observation};
use crate::format::{Kind, Nature, Period, Point, Status, Unit};

/// Writes the id by rule: `<entity>-<indicator>-<period>-<kind>-<status>`, without what goes without saying.
///
/// - The entity loses its kind in front (`project-youyan-8inch` is `youyan-8inch`), a zone the name of its parent
///   (`dezhou-etdz` is `etdz`).
/// - The period is the [`short`] one; dates, attributes and figures of any one year have none.
/// - Levels, counts and dates have no kind. A change of a growth rate is `yoy-pp`, a gap between two `yoy-gap`.
/// - Only a target says its status.
pub(super) fn name(
    out: &mut String,
    o: &Observation,
    of: Option<Kind>,
    entities: &[Entity],
    indicator: &Indicator,
    period: &str,
) {
    if let Some(entity) = entities.get(o.entity.at()) {
        let parent = entity.parent.and_then(|ix| entities.get(ix.at()));
        let front = parent
            .filter(|_| entity.kind == EntityKind::Zone)
            .map_or(entity.kind.as_str(), |parent| &parent.id);
        let bare = entity.id.strip_prefix(front).and_then(|rest| rest.strip_prefix('-'));
        out.push_str(bare.unwrap_or(&entity.id));
    }
    let timeless = o.unit == Unit::Date || (indicator.nature == Nature::Attribute && o.kind != Kind::YoyGrowth);
    let kind = match (o.kind, of) {
        (Kind::Level | Kind::Count | Kind::Date, _) => "",
        (Kind::PpChange, Some(Kind::YoyGrowth)) => "yoy-pp",
        (Kind::PpGap, Some(Kind::YoyGrowth)) => "yoy-gap",
        (Kind::YoyGrowth, _) => "yoy",
        (Kind::PpChange, _) => "pp",
        (Kind::PpGap, _) => "gap",
        (kind, _) => kind.as_str(),
    };
    let status = if o.status == Status::Target { "target" } else { "" };
    for part in [&*indicator.id, if timeless { "" } else { period }, kind, status] {
        if !part.is_empty() {
            out.push('-');
            out.push_str(part);
        }
    }
}

/// A period as a part of an id: `2020-01-10` for `2020-01/2020-10`.
pub(super) fn short(period: Period) -> String {
    let text = |point: Point| point.to_string().to_ascii_lowercase();
    match period {
        Period::PerYear => String::new(),
        Period::At(point) => text(point),
        Period::Since(point) => ["since-", &text(point)].concat(),
        Period::Until(point) => ["by-", &text(point)].concat(),
        Period::Range(start, end) => {
            let (from, to) = (text(start), text(end));
            // The year is said once; a stretch of days from New Year on says its last day alone.
            match (start.year == end.year, from.get(4..), to.get(5..)) {
                (true, Some("-01-01"), Some(rest)) => [&from[..4], "-to-", rest].concat(),
                (true, _, Some(rest)) if from.len() == 7 => [&from, "-", rest].concat(),
                _ => [&from, "-", &to].concat(),
            }
        }
    }
}
