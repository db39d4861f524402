//! The gallery is complete: every kind and variant, every figure of the dataset, each case with its words.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod support;

use std::collections::BTreeSet;

use support::{cases, scene};
use zonestat::data::Dataset;
use zonestat::format::Lang;
use zonestat::spec::{CardVariant, ChartKind};

/// The ids of the observations that some case draws; a table of everything would prove nothing.
fn reached() -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for case in cases() {
        let scene = scene(&case, 720.0, 0.0, Lang::EN).unwrap_or_else(|e| panic!("{}: {e}", case.id));
        ids.extend(scene.marks.into_iter().flat_map(|mark| mark.observations));
    }
    ids
}

#[test]
fn every_figure_is_drawn_somewhere() {
    let reached = reached();
    let all = Dataset::bundled().observations().iter().map(|o| o.id.to_string());
    let missing: Vec<String> = all.filter(|id| !reached.contains(id)).collect();
    assert!(missing.is_empty(), "{} figures: {missing:#?}", missing.len());
}

#[test]
fn every_kind_and_every_variant_has_its_case() {
    let (mut kinds, mut variants, mut asked) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for case in cases() {
        let kind = scene(&case, 720.0, 0.0, Lang::ZH).unwrap().kind;
        if case.tag == "zone-card" {
            variants.insert(kind);
        } else {
            kinds.insert(kind);
            asked.extend(case.attributes.get("kind").cloned());
        }
    }
    for kind in ChartKind::ALL {
        assert!(asked.contains(kind.as_str()), "{} is not asked for", kind.as_str());
        assert!(
            *kind == ChartKind::Auto || kinds.contains(kind.as_str()),
            "{}",
            kind.as_str()
        );
    }
    for variant in CardVariant::ALL {
        assert!(
            *variant == CardVariant::Auto || variants.contains(variant.as_str()),
            "{}",
            variant.as_str()
        );
    }
}

#[test]
fn cases_are_told_apart_and_titled_in_both_languages() {
    let (mut ids, mut titles) = (BTreeSet::new(), BTreeSet::new());
    for case in cases() {
        assert!(ids.insert(case.id.clone()), "{} stands twice", case.id);
        assert!(!case.topic.is_empty(), "{} has no topic", case.id);
        for (lang, title) in &case.title {
            assert!(titles.insert(format!("{lang} {title}")), "{title} stands twice");
        }
        let languages: Vec<&str> = case.title.keys().map(String::as_str).collect();
        assert_eq!(languages, ["en", "zh"], "{}", case.id);
    }
}
