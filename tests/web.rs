//! The glue in a real browser: what is painted is where the rendition says, and bad input is an error, never a fault.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test that cannot get a canvas has failed

use js_sys::Reflect;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};
use zonestat::web;

wasm_bindgen_test_configure!(run_in_browser);

fn fields(entries: &[(&str, &str)]) -> String {
    entries
        .iter()
        .map(|(name, value)| format!("{name}\0{value}\0"))
        .collect()
}

fn env(lang: &str, width: f64, dpr: f64) -> String {
    let (width, dpr) = (width.to_string(), dpr.to_string());
    fields(&[
        ("lang", lang),
        ("width", &width),
        ("dpr", &dpr),
        ("fontFamily", "sans-serif"),
    ])
}

fn canvas() -> HtmlCanvasElement {
    let document = Reflect::get(&js_sys::global(), &"document".into()).unwrap();
    let create: js_sys::Function = Reflect::get(&document, &"createElement".into())
        .unwrap()
        .unchecked_into();
    create.call1(&document, &"canvas".into()).unwrap().unchecked_into()
}

fn pixel(canvas: &HtmlCanvasElement, x: f64, y: f64) -> [u8; 4] {
    let context: CanvasRenderingContext2d = canvas.get_context("2d").unwrap().unwrap().unchecked_into();
    let data = context.get_image_data(x, y, 1.0, 1.0).unwrap().data();
    [data[0], data[1], data[2], data[3]]
}

fn number(value: &JsValue, path: &[&str]) -> f64 {
    at(value, path).as_f64().unwrap()
}

fn at(value: &JsValue, path: &[&str]) -> JsValue {
    path.iter().fold(value.clone(), |value, key| match key.parse::<u32>() {
        Ok(index) => Reflect::get_u32(&value, index).unwrap(),
        Err(_) => Reflect::get(&value, &(*key).into()).unwrap(),
    })
}

/// The code and the message of an error.
fn said(error: &JsValue) -> (String, String) {
    let text = error.as_string().unwrap();
    let (code, message) = text.split_once('\0').unwrap();
    (code.to_owned(), message.to_owned())
}

fn code(error: &JsValue) -> String {
    said(error).0
}

#[wasm_bindgen_test]
fn marks_are_painted_where_the_rendition_says() {
    for dpr in [1.0, 1.5, 2.0, 3.0] {
        let canvas = canvas();
        let spec = fields(&[("kind", "bar"), ("indicator", "trade")]);
        let json = web::render(&canvas, "chart", &spec, &env("en", 640.0, dpr)).unwrap();
        let rendition = js_sys::JSON::parse(&json).unwrap();
        assert!((f64::from(canvas.width()) - (640.0 * dpr).round()).abs() < 0.5);
        let marks = at(&rendition, &["marks"]);
        let count = number(&marks, &["length"]);
        assert!(count >= 4.0, "{count} marks");
        let mut solid = 0;
        for index in 0..4 {
            let index = index.to_string();
            let side = |name: &str| number(&marks, &[index.as_str(), name]) * dpr;
            let (x, y) = (side("x") + side("width") / 2.0, side("y") + side("height") / 2.0);
            let inside = pixel(&canvas, x.round(), y.round());
            solid += u32::from(inside == [17, 98, 174, 255]);
            // A finger's breadth above the plot's mark there is no colour of a series.
            let above = pixel(&canvas, x.round(), (side("y") - 30.0 * dpr).max(0.0));
            assert_ne!(above, [17, 98, 174, 255], "mark {index} at {dpr}");
        }
        assert!(
            (1..4).contains(&solid),
            "{solid} solid bars at {dpr}: statuses must differ"
        );
    }
}

#[wasm_bindgen_test]
fn bad_input_is_an_error_with_a_code_and_a_message() {
    let canvas = canvas();
    for (what, spec, expected) in [
        ("chart", fields(&[("kind", "pie")]), "bad-attribute"),
        ("chart", fields(&[("indicator", "gpd")]), "unknown-indicator"),
        (
            "chart",
            fields(&[("indicator", "gdp"), ("entity", "atlantis")]),
            "unknown-entity",
        ),
        ("card", fields(&[]), "bad-attribute"),
        ("card", fields(&[("observation", "x")]), "unknown-observation"),
        ("nothing", fields(&[]), "bad-attribute"),
        (
            "chart",
            fields(&[("indicator", "gdp"), ("from", "1900"), ("to", "1901")]),
            "nothing-to-draw",
        ),
    ] {
        let error = web::render(&canvas, what, &spec, &env("zh", 400.0, 1.0)).unwrap_err();
        assert_eq!(code(&error), expected);
        let (_, message) = said(&error);
        assert!(
            message.chars().any(|c| ('\u{4e00}'..'\u{9fff}').contains(&c)),
            "{message}"
        );
    }
    // And the next call works as if nothing had been.
    web::render(
        &canvas,
        "card",
        &fields(&[("indicator", "gdp")]),
        &env("zh", 300.0, 1.0),
    )
    .unwrap();
}

#[wasm_bindgen_test]
fn odd_environments_do_no_harm() {
    let canvas = canvas();
    let spec = fields(&[("indicator", "trade")]);
    let many = "9".repeat(400);
    for env in [
        String::new(),
        "width\0".to_owned(),
        "\0\0\0".to_owned(),
        fields(&[("width", "NaN"), ("dpr", "Infinity")]),
        fields(&[("width", "-5"), ("height", "1000000000"), ("dpr", "1000")]),
        fields(&[
            ("width", "wide"),
            ("--zone-text", "7"),
            ("dpr", "1e+21"),
            ("height", &many),
        ]),
        fields(&[("dataset", "zero"), ("dataset", "7"), ("--", ""), ("lang", "\u{fffd}")]),
    ] {
        web::render(&canvas, "chart", &spec, &env).unwrap();
        web::svg("chart", &spec, &env).unwrap();
    }
}

#[wasm_bindgen_test]
fn both_languages_print_the_figures() {
    let spec = fields(&[("indicator", "trade")]);
    let zh = web::compose("chart", &spec, &env("zh-CN", 640.0, 1.0)).unwrap();
    let en = web::compose("chart", &spec, &env("de", 640.0, 1.0)).unwrap();
    for (text, figure) in [
        (&zh, "112亿元"),
        (&zh, "68.6亿元"),
        (&en, "CN¥11.2"),
        (&en, "CN¥6.86"),
        (&en, "112亿元"),
    ] {
        assert!(text.contains(figure), "{figure}");
    }
}

#[wasm_bindgen_test]
fn a_page_may_choose_the_colours() {
    let canvas = canvas();
    let env = env("en", 640.0, 1.0) + &fields(&[("--zone-series-1", "rgb(1, 200, 3)")]);
    let json = web::render(&canvas, "chart", &fields(&[("indicator", "trade")]), &env).unwrap();
    let rendition = js_sys::JSON::parse(&json).unwrap();
    let side = |name: &str| number(&rendition, &["marks", "2", name]);
    let inside = pixel(
        &canvas,
        (side("x") + side("width") / 2.0).round(),
        (side("y") + side("height") / 2.0).round(),
    );
    assert_eq!(inside, [1, 200, 3, 255]);
}

#[wasm_bindgen_test]
fn what_a_page_takes_away_is_what_it_brought() {
    let spec = fields(&[("indicator", "trade")]);
    let csv = web::files::csv("chart", &spec, &env("zh", 640.0, 1.0), 0).unwrap();
    assert!(csv.starts_with('\u{feff}') && csv.contains("etdz-trade-2021") && csv.contains("112亿元"));
    let jsonld = js_sys::JSON::parse(&web::files::jsonld("chart", &spec, &env("en", 640.0, 1.0)).unwrap()).unwrap();
    assert!(!at(&jsonld, &["@context"]).is_undefined());
    let package = web::files::dataset_text("datapackage", 0.0).unwrap();
    assert!(js_sys::JSON::parse(&package).is_ok());
    assert_eq!(
        code(&web::files::dataset_text("xlsx", 0.0).unwrap_err()),
        "bad-attribute"
    );
}

#[wasm_bindgen_test]
fn a_dataset_of_a_page_is_checked_and_then_answers() {
    let files = [
        ("sources.csv", include_str!("../data/sources.csv")),
        ("entities.csv", include_str!("../data/entities.csv")),
        ("indicators.csv", include_str!("../data/indicators.csv")),
        ("observations.csv", include_str!("../data/observations.csv")),
        ("locators.csv", include_str!("../data/locators.csv")),
        ("relations.csv", include_str!("../data/relations.csv")),
    ];
    // In two pieces, and a few rows at a time: a page has other things to do.
    let load = |change: &dyn Fn(&str, &str) -> String| {
        let handle = web::files::begin_dataset();
        for (name, text) in files {
            let text = change(name, text);
            let (first, second) = text.split_at(text.find('\n').unwrap());
            web::files::add_to_dataset(handle, name, first, text.len());
            web::files::add_to_dataset(handle, name, second, text.len());
        }
        let mut before = 0;
        loop {
            let percent = web::files::read_dataset(handle, 50, "en")?;
            assert!(percent >= before, "{percent} % after {before} %");
            before = percent;
            if percent == 100 {
                return Ok::<_, JsValue>(handle);
            }
        }
    };
    let handle = load(&|_, text| text.to_owned()).unwrap();
    let filter = fields(&[("indicator", "gdp")]);
    assert_eq!(
        web::query("observations", &filter, handle).unwrap(),
        web::query("observations", &filter, 0.0).unwrap()
    );
    assert_eq!(
        code(&web::query("observations", &filter, handle + 1.0).unwrap_err()),
        "unknown-dataset"
    );

    let broken = load(&|name, text| {
        if name == "observations.csv" {
            text.replacen(",CNY,", ",CNX,", 1)
        } else {
            text.to_owned()
        }
    });
    let error = broken.unwrap_err();
    assert_eq!(code(&error), "bad-data");
    let (_, message) = said(&error);
    assert!(
        message.contains("observations.csv") && message.contains("row") && message.contains("CNX"),
        "{message}"
    );
}

#[wasm_bindgen_test]
fn single_values_keep_their_digits() {
    let write = |value: &str, entries: &[(&str, &str)]| web::files::format_value(value, &fields(entries));
    assert_eq!(
        write("31719000000", &[("unit", "CNY"), ("lang", "zh")]).unwrap(),
        "317.19亿元"
    );
    assert_eq!(
        write(
            "99995000",
            &[("unit", "CNY"), ("lang", "zh"), ("printed", "9999.5万元")]
        )
        .unwrap(),
        "9,999.5万元"
    );
    assert!(write("2680000000", &[("unit", "CNY")]).unwrap().contains("2.68"));
    assert_eq!(write("14.10", &[("unit", "%")]).unwrap(), "14.10%");
    assert_eq!(code(&write("1e9", &[("unit", "CNY")]).unwrap_err()), "bad-value");
    assert_eq!(code(&write("1", &[("unit", "parsec")]).unwrap_err()), "bad-value");
}
