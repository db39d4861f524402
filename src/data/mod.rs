//! The dataset: observations with their meaning, where they stand in the documents, and what can be asked of them.

#![forbid(unsafe_code)]

pub mod compile;
mod dataset;
mod derive;
mod filter;
mod interval;
mod loading;
mod model;
mod naming;
mod text;
mod unpack;
mod words;

pub use dataset::Dataset;
pub use derive::{Derived, Formula};
pub use filter::Filter;
pub use interval::Interval;
pub use loading::Loading;
pub use model::{
    Entity, EntityIx, EntityKind, Indicator, IndicatorIx, Label, Locator, Measure, Observation, ObservationIx,
    Relation, RelationKind, Source, SourceIx, Tables, Topic,
};
pub use text::Text;
