//! Charts: from a checked request to a laid-out scene. One file a kind.

#![forbid(unsafe_code)]

mod auto;
mod bar;
mod bullet;
mod donut;
mod frame;
mod labels;
mod line;
mod listing;
mod marks;
mod nested;
mod panel;
mod pipeline;
mod rank;
mod time;
mod timeline;

pub use frame::Frame;
pub use listing::{listed, listing};

use crate::data::Dataset;
use crate::error::Result;
use crate::scene::Scene;
use crate::spec::{ChartKind, Spec};

/// Lays a chart out.
///
/// # Errors
/// [`NothingToDraw`](crate::error::Code::NothingToDraw) where no observation answers; [`CannotCombine`](crate::error::Code::CannotCombine) where what answers cannot honestly
/// stand in one picture.
pub fn chart(ds: &Dataset, spec: &Spec, frame: &Frame<'_>) -> Result<Scene> {
    match spec.kind.unwrap_or(ChartKind::Auto) {
        ChartKind::Auto => auto::auto(ds, spec, frame),
        kind => of_kind(kind, ds, spec, frame),
    }
}

/// Lays a chart of a kind out; `auto` is none, and stands for the plainest.
fn of_kind(kind: ChartKind, ds: &Dataset, spec: &Spec, frame: &Frame<'_>) -> Result<Scene> {
    match kind {
        ChartKind::Auto | ChartKind::Bar => bar::bar(ds, spec, frame),
        ChartKind::Bullet => bullet::bullet(ds, spec, frame),
        ChartKind::Donut => donut::donut(ds, spec, frame),
        ChartKind::Line => line::line(ds, spec, frame),
        ChartKind::Pipeline => pipeline::pipeline(ds, spec, frame),
        ChartKind::Nested => nested::nested(ds, spec, frame),
        ChartKind::Rank => rank::rank(ds, spec, frame),
        ChartKind::Timeline => timeline::timeline(ds, spec, frame),
    }
}
