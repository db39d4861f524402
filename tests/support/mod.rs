//! The gallery's cases as scenes: what the tests look at is what the gallery shows.

#![allow(dead_code, clippy::unwrap_used, clippy::panic)] // shared by several tests; a broken case list fails them

use serde::Deserialize;
use std::collections::BTreeMap;
use zonestat::data::Dataset;
use zonestat::error::Result;
use zonestat::format::Lang;
use zonestat::scene::Scene;
use zonestat::spec::Spec;
use zonestat::text::TableMeasure;

/// One case of the gallery.
#[derive(Debug, Deserialize)]
pub(crate) struct Case {
    /// Its name in files and links.
    pub(crate) id: String,
    /// The heading that it stands under.
    pub(crate) topic: String,
    /// What it shows, by language.
    pub(crate) title: BTreeMap<String, String>,
    /// The element.
    pub(crate) tag: String,
    /// The element's attributes.
    pub(crate) attributes: BTreeMap<String, String>,
}

/// Every case of the gallery.
pub(crate) fn cases() -> Vec<Case> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/www/site/cases.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Lays a case out.
pub(crate) fn scene(case: &Case, width: f64, height: f64, lang: Lang) -> Result<Scene> {
    scene_of(Dataset::bundled(), case, width, height, lang)
}

/// Lays a case out over other tables.
pub(crate) fn scene_of(ds: &Dataset, case: &Case, width: f64, height: f64, lang: Lang) -> Result<Scene> {
    scene_without(ds, case, (width, height), lang, &[])
}

/// Lays a case out with entries of its legend switched off.
pub(crate) fn scene_without(
    ds: &Dataset,
    case: &Case,
    (width, height): (f64, f64),
    lang: Lang,
    hidden: &[&str],
) -> Result<Scene> {
    let spec = Spec::read(ds, lang, &|name| case.attributes.get(name).cloned())?;
    let measure = &TableMeasure;
    if case.tag == "zone-card" {
        zonestat::card::card(
            ds,
            &spec,
            &zonestat::card::Frame {
                width,
                height,
                lang,
                measure,
            },
        )
    } else {
        zonestat::chart::chart(
            ds,
            &spec,
            &zonestat::chart::Frame {
                width,
                height,
                lang,
                measure,
                hidden,
                quiet: false,
            },
        )
    }
}
