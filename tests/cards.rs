//! Cards keep their promises at every width, in both languages, over the real tables and over hostile ones.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod geometry;

use geometry::{Build, faults, names, values};
use zonestat::card::{Frame, card};
use zonestat::data::{Dataset, ObservationIx};
use zonestat::error::{Code, Result};
use zonestat::format::{Basis, Kind, Lang, Qualifier, Status, Unit};
use zonestat::scene::{Scene, Shape};
use zonestat::spec::{CardVariant, Spec};
use zonestat::text::TableMeasure;
use zonestat::theme::{Ink, Theme};

const WIDTHS: [f64; 4] = [240.0, 320.0, 480.0, 800.0];

fn draw(ds: &Dataset, spec: &Spec, width: f64, height: f64, lang: Lang) -> Result<Scene> {
    let frame = Frame {
        width,
        height,
        lang,
        measure: &TableMeasure,
    };
    card(ds, spec, &frame)
}

fn read(ds: &Dataset, lang: Lang, attributes: &[(&str, &str)]) -> Spec {
    let get = |name: &str| {
        let found = attributes.iter().find(|(key, _)| *key == name);
        found.map(|(_, value)| (*value).to_owned())
    };
    Spec::read(ds, lang, &get).unwrap()
}

fn walk(ds: &Dataset, spec: &Spec, what: &str) -> usize {
    walk_at(ds, spec, what, &WIDTHS, &[0.0, 150.0])
}

fn walk_at(ds: &Dataset, spec: &Spec, what: &str, widths: &[f64], heights: &[f64]) -> usize {
    let mut drawn = 0;
    for lang in [Lang::EN, Lang::ZH] {
        for &width in widths {
            for &height in heights {
                match draw(ds, spec, width, height, lang) {
                    Ok(scene) => {
                        drawn += 1;
                        let found = faults(&scene);
                        assert!(found.is_empty(), "{what} at {width} in {}: {found:#?}", lang.code());
                    }
                    Err(error) => assert!(!error.message().is_empty(), "{what}"),
                }
            }
        }
    }
    drawn
}

const VARIANTS: [CardVariant; 6] = [
    CardVariant::Auto,
    CardVariant::Kpi,
    CardVariant::Compare,
    CardVariant::Target,
    CardVariant::Project,
    CardVariant::Rank,
];

#[test]
fn every_observation_makes_a_card_that_nothing_leaves() {
    let ds = Dataset::bundled();
    let auto = |ix| Spec {
        observation: Some(ix),
        ..Spec::default()
    };
    for ix in (0..ds.observations().len()).filter_map(ObservationIx::of) {
        let id = &ds.observation(ix).id;
        assert_eq!(walk(ds, &auto(ix), id), WIDTHS.len() * 4, "{id}");
        for variant in [
            CardVariant::Kpi,
            CardVariant::Compare,
            CardVariant::Target,
            CardVariant::Rank,
        ] {
            let spec = Spec {
                variant: Some(variant),
                ..auto(ix)
            };
            walk_at(
                ds,
                &spec,
                &format!("{id} as {}", variant.as_str()),
                &[240.0, 480.0, 800.0],
                &[0.0],
            );
        }
    }
}

#[test]
fn every_entity_that_is_no_place_shows_its_plan() {
    let ds = Dataset::bundled();
    for entity in ds.entities() {
        let spec = read(ds, Lang::EN, &[("entity", &entity.id), ("variant", "project")]);
        walk(ds, &spec, &entity.id);
    }
    let spec = read(ds, Lang::EN, &[("entity", "dezhou-etdz"), ("variant", "project")]);
    let refused = draw(ds, &spec, 320.0, 0.0, Lang::EN).unwrap_err();
    assert_eq!(refused.code(), Code::CannotCombine);
}

#[test]
fn hostile_tables_make_cards_too() {
    for name in names() {
        for value in values() {
            let mut build = Build::new(&name);
            let main = build.add((0, 0), value, (Unit::Cny, Kind::Level), "2021");
            build.add((0, 0), value, (Unit::Cny, Kind::Level), "2020");
            let target = build.add((0, 0), value.negated(), (Unit::Cny, Kind::Level), "2025");
            build.at(target).status = Status::Target;
            let growth = build.add((0, 0), value, (Unit::Percent, Kind::YoyGrowth), "2021");
            build.of(growth, main);
            build.at(growth).basis = Some(Basis::Unstated);
            let gap = build.add((0, 0), value, (Unit::Pp, Kind::PpGap), "2021");
            build.of(gap, growth);
            build.at(gap).scope_label = Some(name.clone());
            let rank = build.add((0, 0), value, (Unit::Rank, Kind::Rank), "2021");
            build.of(rank, main);
            build.at(rank).scope_label = Some(name.clone());
            // Round in a circle.
            build.of(main, growth);
            for period in ["P1Y", "2021", "../2025-06", "2016/.."] {
                let row = build.add((2, 1), value, (Unit::Count, Kind::Count), period);
                build.at(row).status = Status::Projected;
                build.at(row).qualifier = Qualifier::Over;
                build.at(row).note = Some(name.clone());
            }
            build.add((2, 1), value, (Unit::Date, Kind::Date), "2021-05-01");
            let ds = build.dataset();
            for place in (0..ds.observations().len()).filter_map(ObservationIx::of) {
                for variant in VARIANTS {
                    let spec = Spec {
                        observation: Some(place),
                        variant: Some(variant),
                        ..Spec::default()
                    };
                    walk_at(
                        &ds,
                        &spec,
                        &format!("{value} {place:?} {}", variant.as_str()),
                        &[240.0, 600.0],
                        &[0.0],
                    );
                }
            }
        }
    }
}

fn texts(scene: &Scene) -> String {
    scene.texts().map(|run| run.text.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_card_reads_like_a_sentence() {
    let ds = Dataset::bundled();
    for (lang, says) in [
        (
            Lang::ZH,
            ["2021年全年，实际", "同比增长\u{a0}8.6%", "来源未说明增速口径", "第8段"],
        ),
        (
            Lang::EN,
            [
                "2021, full year, actual",
                "8.6% higher than a year before",
                "The source does not state the basis of growth",
                "“317.19亿元”",
            ],
        ),
    ] {
        let spec = read(ds, lang, &[("indicator", "gdp")]);
        let text = texts(&draw(ds, &spec, 480.0, 0.0, lang).unwrap());
        for words in says {
            assert!(text.contains(words), "{words} in {text}");
        }
    }
}

#[test]
fn the_spark_joins_nothing_unlike() {
    let ds = Dataset::bundled();
    let spec = read(ds, Lang::EN, &[("indicator", "trade"), ("period", "2021")]);
    let scene = draw(ds, &spec, 480.0, 0.0, Lang::EN).unwrap();
    let shown: Vec<&str> = scene
        .marks
        .iter()
        .flat_map(|mark| mark.observations.iter().map(String::as_str))
        .collect();
    assert!(
        shown.contains(&"etdz-trade-2022-target"),
        "the target compares: {shown:?}"
    );
    assert!(
        !shown.contains(&"etdz-trade-2017-01-08") && !shown.contains(&"etdz-trade-2020-01-10"),
        "parts of years do not: {shown:?}"
    );
}

#[test]
fn a_difference_is_worked_out_only_where_two_figures_compare() {
    let ds = Dataset::bundled();
    let compare = |ids: &str| {
        let spec = read(ds, Lang::EN, &[("observation", ids), ("variant", "compare")]);
        texts(&draw(ds, &spec, 480.0, 0.0, Lang::EN).unwrap())
    };
    let sums = compare("etdz-exports-2017-01-08 etdz-imports-2017-01-08");
    assert!(
        sums.contains("Derived:") && sums.contains("CN¥920\u{a0}million"),
        "{sums}"
    );
    for (ids, why) in [
        ("etdz-trade-2017-01-08 etdz-trade-2021", "same months"),
        (
            "etdz-trade-2021 etdz-trade-2022-target",
            "one is actual, the other target",
        ),
        ("etdz-trade-2021 etdz-fdi-used-2021", "one is in"),
        ("etdz-trade-2021 etdz-gdp-2021", "do not measure the same"),
    ] {
        let text = compare(ids);
        assert!(text.contains(why) && !text.contains("Derived"), "{ids}: {text}");
    }
}

#[test]
fn auto_chooses_from_the_data() {
    let ds = Dataset::bundled();
    for (id, kind) in [
        ("etdz-gdp-2021", "kpi"),
        ("etdz-trade-2022-target", "target"),
        ("etdz-trade-2021-rank", "rank"),
        ("etdz-trade-2021 etdz-trade-2022-target", "compare"),
    ] {
        let spec = read(ds, Lang::EN, &[("observation", id)]);
        assert_eq!(draw(ds, &spec, 320.0, 0.0, Lang::EN).unwrap().kind, kind, "{id}");
    }
    let spec = read(ds, Lang::EN, &[("indicator", "gdp"), ("variant", "target")]);
    let refused = draw(ds, &spec, 320.0, 0.0, Lang::EN).unwrap_err();
    assert!(refused.message().contains("kpi"), "a refusal says what would do");
}

#[test]
fn a_target_card_says_what_is_missing_and_that_it_is_derived() {
    let ds = Dataset::bundled();
    let spec = read(ds, Lang::ZH, &[("observation", "etdz-trade-2022-target")]);
    let text = texts(&draw(ds, &spec, 480.0, 0.0, Lang::ZH).unwrap());
    assert!(text.contains("推算：目标比2021年的数字高\u{a0}9亿元"), "{text}");
    assert!(text.contains("8–10亿元"), "the rounding leaves a range: {text}");
}

#[test]
fn growth_has_an_ink_of_its_own_on_its_card_and_in_sentences_and_is_neutral_until_a_theme_says_otherwise() {
    let inked = |ds: &Dataset, attributes: &[(&str, &str)], ink: Ink| {
        let scene = draw(ds, &read(ds, Lang::EN, attributes), 480.0, 0.0, Lang::EN).unwrap();
        let texts = scene.shapes.into_iter().filter_map(|shape| match shape {
            Shape::Text(run) if run.ink == ink => Some(run.text),
            _ => None,
        });
        texts.collect::<Vec<_>>().join(" ")
    };
    let ds = Dataset::bundled();
    let growth = [("observation", "etdz-gdp-2021-yoy")];
    assert!(
        inked(ds, &growth, Ink::Up).contains("8.6"),
        "{}",
        inked(ds, &growth, Ink::Up)
    );
    assert_eq!(inked(ds, &growth, Ink::Down), "");
    let level = [("observation", "etdz-gdp-2021")];
    assert!(inked(ds, &level, Ink::Up).contains("8.6"));
    assert!(
        inked(ds, &level, Ink::Text).contains("31.719"),
        "a level has no direction"
    );
    let theme = Theme::light();
    for ink in [Ink::Up, Ink::Down] {
        assert_eq!(theme.colour(ink), theme.colour(Ink::Text));
    }
}
