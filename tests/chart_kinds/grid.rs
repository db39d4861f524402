//! Drawing at every width, in both languages and at several heights, and what must hold of each picture.

use crate::geometry::{HEIGHTS, WIDTHS, faults};
use zonestat::chart::{Frame, chart};
use zonestat::data::Dataset;
use zonestat::error::Code;
use zonestat::format::Lang;
use zonestat::scene::{Scene, to_svg};
use zonestat::spec::Spec;
use zonestat::text::TableMeasure;
use zonestat::theme::Theme;

pub(crate) fn draw(
    ds: &Dataset,
    width: f64,
    height: f64,
    lang: Lang,
    attributes: &str,
) -> Result<Scene, zonestat::error::Error> {
    without(ds, width, height, lang, attributes, &[])
}

/// Draws with entries of the legend switched off.
pub(crate) fn without(
    ds: &Dataset,
    width: f64,
    height: f64,
    lang: Lang,
    attributes: &str,
    hidden: &[&str],
) -> Result<Scene, zonestat::error::Error> {
    let get = |name: &str| {
        attributes
            .split(';')
            .find_map(|a| a.strip_prefix(name)?.strip_prefix('=').map(str::to_owned))
    };
    let spec = Spec::read(ds, lang, &get)?;
    let frame = Frame {
        width,
        height,
        lang,
        measure: &TableMeasure,
        hidden,
        quiet: false,
    };
    chart(ds, &spec, &frame)
}

/// Asserts that a scene keeps its promises of place.
pub(crate) fn check(scene: &Scene, what: &str) {
    let found = faults(scene);
    assert!(found.is_empty(), "{what}: {found:#?}");
}

/// Draws at every width in both languages and at several heights, and checks each picture.
pub(crate) fn grid(ds: &Dataset, name: &str, attributes: &str) {
    for lang in [Lang::ZH, Lang::EN] {
        for width in WIDTHS {
            for height in HEIGHTS {
                let what = format!("{name} {attributes} {width}×{height} {}", lang.code());
                let scene = draw(ds, width, height, lang, attributes).unwrap_or_else(|e| panic!("{what}: {e}"));
                check(&scene, &what);
                assert!(scene.height >= height, "{what} leaves its height");
            }
        }
        show(ds, name, lang, attributes);
    }
}

/// Writes pictures to look at, where `ZONESTAT_LOOK` names a folder for them.
pub(crate) fn show(ds: &Dataset, name: &str, lang: Lang, attributes: &str) {
    let Some(folder) = std::env::var_os("ZONESTAT_LOOK") else {
        return;
    };
    for width in [320.0, 640.0] {
        let scene = draw(ds, width, 0.0, lang, attributes).unwrap();
        let path = std::path::Path::new(&folder).join(format!("{name}-{}-{width}.svg", lang.code()));
        std::fs::write(path, to_svg(&scene, &Theme::light(), "")).unwrap();
    }
}

pub(crate) fn refuses(ds: &Dataset, attributes: &str, code: Code) -> String {
    let error = draw(ds, 640.0, 0.0, Lang::EN, attributes)
        .err()
        .unwrap_or_else(|| panic!("{attributes} was drawn"));
    assert_eq!(error.code(), code, "{attributes}: {error}");
    error.message().to_owned()
}
