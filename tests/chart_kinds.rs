//! Every kind of chart at every width, in both languages, over real and hostile data: nothing clipped, nothing
//! overlapping, nothing outside.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod geometry;

use geometry::{HEIGHTS, WIDTHS, faults};
use zonestat::chart::{Frame, chart};
use zonestat::data::{
    Dataset, Entity, EntityIx, EntityKind, Indicator, IndicatorIx, Label, Locator, Measure, Observation, ObservationIx,
    Relation, RelationKind, Source, SourceIx, Tables, Topic,
};
use zonestat::error::Code;
use zonestat::format::{Decimal, Kind, Lang, Nature, Period, PeriodBasis, Qualifier, Status, Unit};
use zonestat::scene::{Scene, to_svg};
use zonestat::spec::Spec;
use zonestat::text::TableMeasure;
use zonestat::theme::Theme;

fn label(zh: &str, en: &str) -> Label {
    Label {
        zh: zh.into(),
        en: en.into(),
    }
}

/// A dataset under construction.
struct Data(Tables);

impl Data {
    fn new() -> Self {
        let mut tables = Tables::default();
        tables.entities.push(Entity {
            id: "zone".into(),
            kind: EntityKind::Zone,
            parent: None,
            name: label("试验开发区", "Test Development Zone"),
            short: label("试验区", "Test zone"),
            note: None,
        });
        tables.sources.push(Source {
            id: "report".into(),
            about: EntityIx(0),
            title: label("报告", "Report"),
            short: label("报告（2024年）", "Report (2024)"),
            publisher: label("未注明", "not stated"),
            date: Period::parse("2024").unwrap(),
            date_basis: PeriodBasis::Stated,
            sha256: "".into(),
            note: None,
        });
        Self(tables)
    }

    fn indicator(&mut self, id: &str, name: &str, nature: Nature, unit: Unit) -> IndicatorIx {
        let measure = (unit == Unit::Count).then(|| Measure {
            zh: "个".into(),
            en_one: "project".into(),
            en_other: "projects".into(),
        });
        self.0.indicators.push(Indicator {
            id: id.into(),
            topic: Topic::Economy,
            nature,
            units: vec![unit],
            measure,
            name: label(name, name),
            short: label(name, name),
            note: None,
        });
        IndicatorIx::of(self.0.indicators.len() - 1).unwrap()
    }

    fn add(&mut self, indicator: IndicatorIx, period: &str, status: Status, value: Decimal) -> ObservationIx {
        let of = &self.0.indicators[indicator.at()];
        let unit = of.units[0];
        let kind = match unit {
            Unit::Count => Kind::Count,
            Unit::Percent => Kind::Share,
            _ => Kind::Level,
        };
        let n = self.0.observations.len();
        self.0.observations.push(Observation {
            id: format!("o-{n:05}").into(),
            entity: EntityIx(0),
            indicator,
            value,
            magnitude: 0,
            unit,
            period: Period::parse(period).unwrap(),
            period_basis: PeriodBasis::Stated,
            status,
            qualifier: Qualifier::Exact,
            kind,
            basis: None,
            scope: None,
            scope_label: None,
            of: None,
            note: None,
        });
        self.0.locators.push(vec![Locator {
            source: SourceIx(0),
            paragraph: 1,
            occurrence: 1,
            figure: value.to_string().into(),
        }]);
        ObservationIx::of(n).unwrap()
    }

    fn relate(&mut self, kind: RelationKind, from: ObservationIx, to: ObservationIx) {
        self.0.relations.push(Relation {
            kind,
            from,
            to,
            note: None,
        });
    }

    fn done(self) -> Dataset {
        Dataset::new(self.0)
    }
}

fn d(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

fn draw(ds: &Dataset, width: f64, height: f64, lang: Lang, attributes: &str) -> Result<Scene, zonestat::error::Error> {
    without(ds, width, height, lang, attributes, &[])
}

/// Draws with entries of the legend switched off.
fn without(
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
    };
    chart(ds, &spec, &frame)
}

/// Asserts that a scene keeps its promises of place.
fn check(scene: &Scene, what: &str) {
    let found = faults(scene);
    assert!(found.is_empty(), "{what}: {found:#?}");
}

/// Draws at every width in both languages and at several heights, and checks each picture.
fn grid(ds: &Dataset, name: &str, attributes: &str) {
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
fn show(ds: &Dataset, name: &str, lang: Lang, attributes: &str) {
    let Some(folder) = std::env::var_os("ZONESTAT_LOOK") else {
        return;
    };
    for width in [320.0, 640.0] {
        let scene = draw(ds, width, 0.0, lang, attributes).unwrap();
        let path = std::path::Path::new(&folder).join(format!("{name}-{}-{width}.svg", lang.code()));
        std::fs::write(path, to_svg(&scene, &Theme::light(), "")).unwrap();
    }
}

fn refuses(ds: &Dataset, attributes: &str, code: Code) -> String {
    let error = draw(ds, 640.0, 0.0, Lang::EN, attributes)
        .err()
        .unwrap_or_else(|| panic!("{attributes} was drawn"));
    assert_eq!(error.code(), code, "{attributes}: {error}");
    error.message().to_owned()
}

/// One indicator with these values in consecutive years.
fn series(nature: Nature, values: &[&str]) -> Dataset {
    let mut data = Data::new();
    let gdp = data.indicator("gdp", "Output", nature, Unit::Cny);
    for (n, value) in values.iter().enumerate() {
        data.add(gdp, &(1800 + n).to_string(), Status::Actual, d(value));
    }
    data.done()
}

const EIGHTY: &str = "An indicator whose name goes on and on until it has reached eighty letters long";
const EIGHTY_ZH: &str = "名称很长的指标名称很长的指标名称很长的指标名称很长的指标名称很长的指标名称很长的指标名称很长的指标名称很长的指标名称很长的指标名称很长的指标名称很长的指标名称";

#[test]
fn lines_of_real_data_keep_their_place() {
    let ds = Dataset::bundled();
    for indicator in ["trade", "gdp", "fdi-used", "trade gdp budget-revenue", "trade fdi-used"] {
        grid(
            ds,
            &format!("line-{}", indicator.replace(' ', "-")),
            &format!("kind=line;indicator={indicator}"),
        );
    }
}

#[test]
fn lines_of_hostile_data_keep_their_place() {
    let long: Vec<String> = (0..200).map(|n| ((n * 37) % 101).to_string()).collect();
    let long: Vec<&str> = long.iter().map(String::as_str).collect();
    let huge: Vec<String> = (0..3000).map(|n| ((n * 7919) % 1009).to_string()).collect();
    let huge: Vec<&str> = huge.iter().map(String::as_str).collect();
    for (name, values) in [
        ("one", vec!["5"]),
        ("zeros", vec!["0", "0", "0"]),
        ("negative", vec!["-5", "3", "-12.5", "8", "-0.01"]),
        ("large", vec!["1000000000000000", "999999999999999"]),
        ("tiny", vec!["0.000000001", "0.000000003"]),
        ("equal", vec!["7"; 12]),
        ("long", long),
        ("huge", huge),
    ] {
        let ds = series(Nature::Flow, &values);
        grid(&ds, &format!("line-{name}"), "kind=line;indicator=gdp");
    }
    let ds = series(Nature::Flow, &["1"; 3000]);
    let scene = draw(&ds, 640.0, 0.0, Lang::EN, "kind=line;indicator=gdp").unwrap();
    assert!(
        scene.marks.len() < 3000 && scene.table.rows.len() == 3000,
        "{}",
        scene.marks.len()
    );
}

/// Several series with gaps, a part of a year, an estimate and targets.
fn several(names: &[&str]) -> Dataset {
    let mut data = Data::new();
    for (s, name) in names.iter().enumerate() {
        let id = format!("i{s}");
        let ix = data.indicator(&id, name, Nature::Flow, Unit::Cny);
        for year in (2008..2022).filter(|year| *year != 2013) {
            let value = 400 + (year - 2008) * (20 + i64::try_from(s).unwrap() * 9) + (year * 7919) % 90;
            data.add(ix, &year.to_string(), Status::Actual, Decimal::whole(value));
        }
        data.add(ix, "2022", Status::Estimated, Decimal::whole(900));
        data.add(ix, "2023-01/2023-08", Status::Actual, Decimal::whole(610));
        data.add(
            ix,
            "2025",
            Status::Target,
            Decimal::whole(1200 + i64::try_from(s).unwrap()),
        );
    }
    data.done()
}

#[test]
fn several_lines_keep_their_place() {
    let ds = several(&["Exports", "Imports", "Services"]);
    grid(&ds, "line-several", "kind=line;indicator=i0 i1 i2");
    grid(&ds, "line-alone", "kind=line;indicator=i1");
    let ds = several(&[EIGHTY, EIGHTY_ZH, "x", "y", "z", "w", "v"]);
    grid(&ds, "line-names", "kind=line");
}

#[test]
fn a_line_joins_only_what_compares() {
    let ds = several(&["Exports"]);
    let scene = draw(&ds, 640.0, 0.0, Lang::EN, "kind=line;indicator=i0").unwrap();
    let lines: Vec<usize> = scene
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            zonestat::scene::Shape::Line { points, stroke } if (stroke.width - 2.5).abs() < 1e-9 => Some(points.len()),
            _ => None,
        })
        .collect();
    assert_eq!(lines, [5, 8], "2008 to 2012 and 2014 to 2021; the rest stands alone");
    assert_eq!(scene.marks.len(), 16);
}

#[test]
fn rings_of_real_data_keep_their_place() {
    let ds = Dataset::bundled();
    for indicator in [
        "trade",
        "exports",
        "services-trade",
        "population-urban-rural",
        "primary-sector secondary-sector tertiary-sector",
        "high-tech-output",
        "transfer-payments taxpayers-over-1m",
        "",
    ] {
        let name = format!("donut-{}", indicator.replace(' ', "-"));
        grid(ds, &name, &format!("kind=donut;indicator={indicator}"));
    }
}

#[test]
fn a_ring_needs_parts_of_one_whole() {
    let ds = Dataset::bundled();
    assert!(refuses(ds, "kind=donut;indicator=gdp", Code::CannotCombine).contains("No source says"));
    // The funds in place are a result, the total investment a plan.
    assert!(
        refuses(
            ds,
            "kind=donut;indicator=projects-started-investment",
            Code::CannotCombine
        )
        .contains("planned")
    );
    // Hectares are no part of square kilometres.
    let message = refuses(
        ds,
        "kind=donut;entity=park-hengsheng;indicator=area-total",
        Code::CannotCombine,
    );
    assert!(message.contains("ectares"), "{message}");
}

/// A whole of 100 with these parts, and their names.
fn parted(parts: &[&str], names: &[&str]) -> Dataset {
    let mut data = Data::new();
    let whole = data.indicator("whole", "Whole of it", Nature::Flow, Unit::Cny);
    let whole = data.add(whole, "2021", Status::Actual, d("100"));
    for (n, value) in parts.iter().enumerate() {
        let ix = data.indicator(&format!("part-{n}"), names[n % names.len()], Nature::Flow, Unit::Cny);
        let part = data.add(ix, "2021", Status::Actual, d(value));
        data.relate(RelationKind::SumsTo, part, whole);
    }
    data.done()
}

#[test]
fn rings_of_hostile_data_keep_their_place() {
    for (name, parts) in [
        ("one", vec!["40"]),
        ("all", vec!["100"]),
        ("zeros", vec!["0", "0"]),
        ("crumbs", vec!["99.999999999", "0.000000001"]),
        ("many", vec!["4"; 25]),
        ("rest", vec!["30", "30.5"]),
    ] {
        let ds = parted(&parts, &["Part", EIGHTY, EIGHTY_ZH]);
        grid(&ds, &format!("donut-{name}"), "kind=donut;indicator=whole");
    }
    for parts in [vec!["60", "60"], vec!["-5", "105"]] {
        refuses(
            &parted(&parts, &["Part"]),
            "kind=donut;indicator=whole",
            Code::CannotCombine,
        );
    }
}

#[test]
fn a_rest_is_derived_and_says_so() {
    let ds = parted(&["30", "30.5"], &["Part"]);
    let scene = draw(&ds, 640.0, 0.0, Lang::EN, "kind=donut;indicator=whole").unwrap();
    let [.., rest, _whole] = &scene.marks[..] else {
        panic!("{:?}", scene.marks)
    };
    assert_eq!(rest.observations.len(), 3, "it comes from the whole and both parts");
    assert!(rest.speech.contains("derived"), "{}", rest.speech);
    // 100 is 99.5 to 100.5, 30 is 29.5 to 30.5, 30.5 is 30.45 to 30.55: what is left is 38.45 to 40.55.
    assert!(
        rest.tip.rows.iter().any(|(_, value)| value.contains("38.4–40.6")),
        "{:?}",
        rest.tip
    );
    assert!(
        scene
            .table
            .rows
            .last()
            .unwrap()
            .cells
            .iter()
            .any(|cell| cell.contains("derived"))
    );
    assert!(scene.words.notes.iter().any(|note| note.contains("derived")));
    // Rounding alone leaves no rest: 60.6 + 37 + 2.4 is the whole.
    let ds = parted(&["33.3", "33.3", "33.3"], &["Part"]);
    let scene = draw(&ds, 640.0, 0.0, Lang::EN, "kind=donut;indicator=whole").unwrap();
    assert_eq!(scene.marks.len(), 4, "three parts and their whole");
}

#[test]
fn bullets_of_real_data_keep_their_place() {
    let ds = Dataset::bundled();
    for (name, attributes) in [
        ("trade", "indicator=trade"),
        ("health", "entity=industry-health;indicator=industry-scale"),
        ("task", "indicator=financing-indirect-new financing-direct-new"),
        ("listings", "indicator=trade cbec-trade neeq-listings"),
        ("partial", "indicator=trade;to=2020-12;from=2020"),
        (
            "programmes",
            "entity=programme-sponge-city programme-dilapidated-houses programme-old-estates",
        ),
    ] {
        if name == "partial" {
            refuses(
                ds,
                "kind=bullet;indicator=trade;to=2020-12;from=2020",
                Code::CannotCombine,
            );
        } else {
            grid(ds, &format!("bullet-{name}"), &format!("kind=bullet;{attributes}"));
        }
    }
    let scene = draw(ds, 640.0, 0.0, Lang::EN, "kind=bullet;indicator=trade").unwrap();
    let labels: Vec<&str> = scene.marks.iter().map(|mark| mark.label.as_str()).collect();
    assert_eq!(labels, ["2021", "2022"], "the latest full year against the aim");
}

/// A result and aims.
fn aimed(actual: &str, value: &str, aims: &[&str], name: &str) -> Dataset {
    let mut data = Data::new();
    let ix = data.indicator("output", name, Nature::Flow, Unit::Cny);
    data.add(ix, actual, Status::Actual, d(value));
    for (n, aim) in aims.iter().enumerate() {
        data.add(ix, &(2022 + n).to_string(), Status::Target, d(aim));
    }
    data.done()
}

#[test]
fn bullets_of_hostile_data_keep_their_place() {
    for (name, value, aims) in [
        ("zeros", "0", vec!["0"]),
        ("negative", "-5", vec!["3", "-12.5"]),
        ("large", "1000000000000000", vec!["999999999999999", "1"]),
        ("tiny", "0.000000001", vec!["0.000000003"]),
        ("equal", "7", vec!["7"; 6]),
        ("many", "7", vec!["8", "9", "10", "11", "12", "13", "14", "15", "16"]),
        ("passed", "20", vec!["5"]),
    ] {
        let ds = aimed("2021", value, &aims, EIGHTY);
        grid(&ds, &format!("bullet-{name}"), "kind=bullet;indicator=output");
    }
    let ds = aimed("2021-01/2021-08", "70", &["100"], EIGHTY_ZH);
    grid(&ds, "bullet-partial", "kind=bullet;indicator=output");
    let scene = draw(&ds, 640.0, 0.0, Lang::EN, "kind=bullet;indicator=output").unwrap();
    assert!(scene.words.notes.iter().any(|note| note.contains("part of a year")));
}

#[test]
fn pipelines_of_real_data_keep_their_place() {
    let ds = Dataset::bundled();
    grid(ds, "pipeline-zone", "kind=pipeline");
    grid(ds, "pipeline-2020", "kind=pipeline;from=2020");
    grid(
        ds,
        "pipeline-two",
        "kind=pipeline;from=2020;indicator=projects-signed projects-completed",
    );
    refuses(ds, "kind=pipeline;indicator=projects-signed", Code::CannotCombine);
    refuses(ds, "kind=pipeline;indicator=gdp", Code::CannotCombine);
    let scene = draw(ds, 640.0, 0.0, Lang::EN, "kind=pipeline;from=2020").unwrap();
    assert_eq!(scene.marks.len(), 6, "in the order of the process");
    assert!(scene.marks[0].label.contains("reserve") && scene.marks[5].label.contains("completed"));
    // Money is told, and has no bar of its own.
    assert_eq!(
        scene.marks.iter().map(|mark| mark.observations.len()).sum::<usize>(),
        13
    );
}

#[test]
fn pipelines_of_hostile_data_keep_their_place() {
    for values in [["0", "0", "0"], ["1", "1000000000000000", "7"], ["5", "5", "5"]] {
        let mut data = Data::new();
        for (id, value) in ["projects-reserve", "projects-started", "projects-completed"]
            .into_iter()
            .zip(values)
        {
            let ix = data.indicator(id, EIGHTY, Nature::Flow, Unit::Count);
            data.add(ix, "2021", Status::Actual, d(value));
            let ix = data.indicator(&format!("{id}-funds"), EIGHTY_ZH, Nature::Flow, Unit::Cny);
            data.add(ix, "2021", Status::Planned, d(value));
        }
        grid(&data.done(), &format!("pipeline-{}", values[1]), "kind=pipeline");
    }
}

#[test]
fn nested_areas_of_real_data_keep_their_place() {
    let ds = Dataset::bundled();
    grid(
        ds,
        "nested-areas",
        "kind=nested;indicator=area-built-up area-planned area-total",
    );
    grid(ds, "nested-all", "kind=nested");
    grid(ds, "nested-one", "kind=nested;indicator=area-planned");
    let scene = draw(ds, 640.0, 0.0, Lang::EN, "kind=nested").unwrap();
    let areas: Vec<f64> = scene
        .marks
        .iter()
        .map(|mark| mark.area.width * mark.area.height)
        .collect();
    assert!((areas[0] / areas[2] - 320.0 / 60.0).abs() < 0.01 && (areas[0] / areas[1] - 320.0 / 150.0).abs() < 0.01);
    assert!(
        scene
            .words
            .notes
            .iter()
            .any(|note| note.contains("the source does not say so"))
    );
    refuses(ds, "kind=nested;indicator=area-total trade", Code::CannotCombine);
    refuses(ds, "kind=nested;indicator=gdp", Code::CannotCombine);
    // Exports and imports lie beside each other, not inside.
    refuses(
        ds,
        "kind=nested;indicator=exports imports trade;to=2017",
        Code::CannotCombine,
    );
    refuses(
        ds,
        "kind=nested;entity=park-hengsheng;indicator=area-total area-added",
        Code::CannotCombine,
    );
}

#[test]
fn nested_areas_of_hostile_data_keep_their_place() {
    for (name, values) in [
        ("equal", vec!["7", "7", "7"]),
        ("zero", vec!["0", "5"]),
        ("far", vec!["1000000000000000", "0.000000001"]),
        ("many", vec!["9", "8", "7", "6", "5", "4", "3", "2", "1"]),
    ] {
        let mut data = Data::new();
        for (n, value) in values.iter().enumerate() {
            let name = [EIGHTY, "Area", EIGHTY_ZH][n % 3];
            let ix = data.indicator(&format!("area-{n}"), name, Nature::Stock, Unit::Km2);
            data.add(ix, "2021", Status::Actual, d(value));
        }
        let ids: Vec<String> = (0..values.len()).map(|n| format!("area-{n}")).collect();
        grid(
            &data.done(),
            &format!("nested-{name}"),
            &format!("kind=nested;indicator={}", ids.join(" ")),
        );
    }
}

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
