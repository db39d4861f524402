//! zonestat: a development zone's statistics as honest, interactive charts and fact cards.

pub mod card;
pub mod chart;
pub mod data;
pub mod error;
pub mod export;
pub mod fields;
pub mod format;
pub mod reading;
pub mod scale;
pub mod scene;
pub(crate) mod sort;
pub mod spec;
pub mod text;
pub mod theme;

#[cfg(target_arch = "wasm32")]
pub mod web;
