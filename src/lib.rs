//! zonestat: a development zone's statistics as honest, interactive charts and fact cards.

pub mod error;
pub mod format;
pub mod text;

#[cfg(target_arch = "wasm32")]
mod web;
