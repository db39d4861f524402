//! Every kind of chart at every width, in both languages, over real and hostile data: nothing clipped, nothing
//! overlapping, nothing outside.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod data;
#[path = "../geometry/mod.rs"]
mod geometry;
mod grid;
mod lines;
mod rings;
mod tracks;

use crate::data::several;
use crate::grid::{check, draw, without};
use zonestat::data::Dataset;
use zonestat::error::Code;
use zonestat::format::Lang;

const EIGHTY: &str = "An indicator whose name goes on and on until it has reached eighty letters long";
const EIGHTY_ZH: &str = "名称很长的指标名称很长的指标名称很长的指标名称很长的指标名称很长的指标名称很长的指标名称很长的指标名称很长的指标名称很长的指标名称很长的指标名称很长的指标名称";

#[test]
fn a_legend_switches_what_it_names() {
    let ds = several(&["Exports", "Imports", "Services and all other things that are traded"]);
    for kind in ["line", "bar"] {
        let spec = format!("kind={kind};indicator=i0 i1 i2");
        let all = draw(&ds, 320.0, 0.0, Lang::EN, &spec).unwrap();
        let ids: Vec<&str> = all.legend.iter().map(|entry| entry.id.as_str()).collect();
        assert!(ids.contains(&"zone/i1") && ids.contains(&"partial"), "{ids:?}");
        for hidden in [
            vec!["partial"],
            vec!["zone/i0"],
            vec!["partial", "full", "estimated", "target"],
        ] {
            let what = format!("{kind} without {hidden:?}");
            let scene = without(&ds, 320.0, 0.0, Lang::EN, &spec, &hidden).unwrap_or_else(|e| panic!("{what}: {e}"));
            assert!(scene.marks.len() < all.marks.len(), "{what}");
            assert_eq!(
                scene.legend.len(),
                all.legend.len(),
                "{what}: every entry can be switched back on"
            );
            let off = scene.legend.iter().filter(|entry| entry.hidden).count();
            assert_eq!(off, hidden.len(), "{what}");
        }
    }
}

#[test]
fn whatever_is_asked_of_the_real_data_is_drawn_well_or_refused() {
    let ds = Dataset::bundled();
    let mut asked: Vec<String> = Vec::new();
    for o in ds.observations() {
        let (entity, indicator) = (&ds.entity(o.entity).id, &ds.indicator(o.indicator).id);
        asked.push(format!("entity={entity};indicator={indicator}"));
        asked.push(format!("entity={entity}"));
    }
    asked.sort_unstable();
    asked.dedup();
    let mut drawn = [0; 5];
    for (n, kind) in ["line", "donut", "bullet", "pipeline", "nested"]
        .into_iter()
        .enumerate()
    {
        for (width, lang) in [(240.0, Lang::EN), (640.0, Lang::ZH)] {
            for request in &asked {
                match draw(ds, width, 0.0, lang, &format!("kind={kind};{request}")) {
                    Ok(scene) => {
                        check(&scene, &format!("{kind} {request} {width}"));
                        drawn[n] += 1;
                    }
                    Err(error) => assert!(
                        matches!(error.code(), Code::NothingToDraw | Code::CannotCombine),
                        "{kind} {request}: {error}"
                    ),
                }
            }
        }
    }
    assert!(drawn.iter().all(|count| *count > 0), "{drawn:?}");
}
