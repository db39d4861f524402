//! zonestat: a development zone's statistics as honest, interactive charts and fact cards.
#[cfg(target_arch = "wasm32")]
mod web;
