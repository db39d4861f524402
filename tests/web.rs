//! The library in a real browser, below the skin.
#![cfg(target_arch = "wasm32")]
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
// Linked for what it exports.
use zonestat as _;

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_page_has_a_canvas_to_paint_on() {
    let kind = js_sys::eval("document.createElement('canvas').getContext('2d').constructor.name");
    assert_eq!(
        kind.ok().and_then(|kind| kind.as_string()).as_deref(),
        Some("CanvasRenderingContext2D")
    );
}
