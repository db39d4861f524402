//! zonestat: a development zone's statistics as honest, interactive charts and fact cards.

pub mod data;
pub mod error;
pub mod format;

#[cfg(target_arch = "wasm32")]
mod web;
