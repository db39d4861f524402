//! The kind that fits the data, chosen from kinds, units and periods; the description says why.

use super::frame::Frame;
use super::of_kind;
use crate::data::{Dataset, ObservationIx, RelationKind};
use crate::error::{Code, Result};
use crate::format::{Kind, Msg, Status, Unit, paragraph, word};
use crate::scene::Scene;
use crate::spec::{ChartKind, Spec};

/// Comparable values of one series that make a line worth drawing.
const ENOUGH_FOR_A_LINE: usize = 4;
/// Stages of the pipeline that make one.
const ENOUGH_STAGES: usize = 3;

/// Lays a chart of the fitting kind out.
///
/// # Errors
/// As [`super::chart`].
pub(super) fn auto(ds: &Dataset, spec: &Spec, frame: &Frame<'_>) -> Result<Scene> {
    let (kind, why) = choose(ds, spec);
    let chosen = of_kind(kind, ds, spec, frame);
    // What looked like parts of a whole may turn out not to be: bars are always honest.
    let refused = matches!(&chosen, Err(error) if error.code() == Code::CannotCombine);
    let (mut scene, why) = if refused && kind != ChartKind::Bar {
        (of_kind(ChartKind::Bar, ds, spec, frame)?, Msg::AutoBar)
    } else {
        (chosen?, why)
    };
    scene.words.description = paragraph(frame.lang, &[&scene.words.description, word(frame.lang, why)]);
    Ok(scene)
}

/// The kind, and the sentence that says why.
fn choose(ds: &Dataset, spec: &Spec) -> (ChartKind, Msg) {
    let found = ds.select(&spec.filter(ds));
    let all = |test: &dyn Fn(Kind) -> bool| !found.is_empty() && found.iter().all(|ix| test(ds.observation(*ix).kind));
    if all(&|kind| kind == Kind::Date) {
        return (ChartKind::Timeline, Msg::AutoTimeline);
    }
    if all(&|kind| matches!(kind, Kind::Rank | Kind::First | Kind::Only)) {
        return (ChartKind::Rank, Msg::AutoRank);
    }
    let stages = spec
        .indicators
        .iter()
        .filter(|ix| is_stage(&ds.indicator(**ix).id))
        .count();
    if stages >= ENOUGH_STAGES && stages == spec.indicators.len() {
        return (ChartKind::Pipeline, Msg::AutoPipeline);
    }
    let figures: Vec<ObservationIx> = found
        .into_iter()
        .filter(|ix| !ds.observation(*ix).kind.is_growth() && is_drawn(ds, *ix))
        .collect();
    if spec.indicators.len() > 1 && belong_together(ds, &figures) {
        let area = figures
            .iter()
            .all(|ix| matches!(ds.observation(*ix).unit, Unit::Km2 | Unit::M2 | Unit::Mu | Unit::Ha));
        return if area {
            (ChartKind::Nested, Msg::AutoNested)
        } else {
            (ChartKind::Donut, Msg::AutoDonut)
        };
    }
    let aims = figures
        .iter()
        .filter(|ix| ds.observation(**ix).status == Status::Target)
        .count();
    if aims > 0 && figures.len() - aims <= 1 {
        return (ChartKind::Bullet, Msg::AutoBullet);
    }
    if longest_run(ds, &figures) >= ENOUGH_FOR_A_LINE {
        return (ChartKind::Line, Msg::AutoLine);
    }
    (ChartKind::Bar, Msg::AutoBar)
}

fn is_drawn(ds: &Dataset, ix: ObservationIx) -> bool {
    matches!(ds.observation(ix).kind, Kind::Level | Kind::Count | Kind::Share)
}

/// The stages of projects, by the indicators' published ids.
fn is_stage(id: &str) -> bool {
    let stages = ["signed", "started", "continuing", "completed", "negotiating", "reserve"];
    id.strip_prefix("projects-")
        .is_some_and(|stage| stages.contains(&stage))
}

/// Whether the dataset calls every figure but one a part of something among them.
fn belong_together(ds: &Dataset, figures: &[ObservationIx]) -> bool {
    let related = |ix: &&ObservationIx| {
        ds.relations().iter().any(|relation| {
            matches!(relation.kind, RelationKind::PartOf | RelationKind::SumsTo) && relation.from == **ix
        })
    };
    let parts = figures.iter().filter(related).count();
    figures.len() > 1 && parts + 1 >= figures.len() && parts > 0
}

/// The largest number of figures that compare with one of them.
fn longest_run(ds: &Dataset, figures: &[ObservationIx]) -> usize {
    let run = |ix: &ObservationIx| {
        let o = ds.observation(*ix);
        let same = |other: &&ObservationIx| {
            let p = ds.observation(**other);
            p.entity == o.entity && p.indicator == o.indicator && p.status == o.status && ds.comparable(*ix, **other)
        };
        figures.iter().filter(same).count()
    };
    figures.iter().map(run).max().unwrap_or(0)
}
