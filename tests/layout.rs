//! Nothing is clipped and nothing overlaps: every case of the gallery, and every kind and variant over hostile tables,
//! at every width and height in both languages; and what has edges has them on the pixels of every screen.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic)] // a case that cannot be laid out has failed

mod geometry;
mod support;

use std::convert::Infallible;

use geometry::{Build, HEIGHTS, WIDTHS, faults, names, values};
use support::{Case, cases, scene, scene_without};
use zonestat::data::{Dataset, ObservationIx};
use zonestat::error::{Code, Result};
use zonestat::format::{Kind, Lang, Qualifier, Status, Unit};
use zonestat::scene::{Point, Rect, Scene, Surface, TextRun, replay};
use zonestat::spec::{CardVariant, ChartKind, Spec};
use zonestat::text::TableMeasure;
use zonestat::theme::{Rgb, Theme};
use zonestat::{card, chart};

/// Runs a check of every case on every core.
fn for_each_case(check: impl Fn(&Case) -> Vec<String> + Sync) {
    let cases = cases();
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let some = |n: usize| cases.iter().skip(n).step_by(4);
        let check = &check;
        let workers: Vec<_> = (0..4)
            .map(|n| scope.spawn(move || some(n).flat_map(check).collect::<Vec<_>>()))
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    assert!(wrong.is_empty(), "{} faults\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_case_fits_everywhere() {
    for_each_case(|case| {
        let mut wrong = Vec::new();
        for lang in [Lang::EN, Lang::ZH] {
            for width in WIDTHS {
                // As low as it goes: what stands in rows has its own height, a plot goes down to its least.
                let least = scene(case, width, 1.0, lang).unwrap().height;
                for height in HEIGHTS {
                    let scene = scene(case, width, height, lang).unwrap_or_else(|e| panic!("{}: {e}", case.id));
                    let place = format!("{} {} {width}x{height}", case.id, lang.code());
                    wrong.extend(faults(&scene).into_iter().map(|fault| format!("{place}: {fault}")));
                    if height > 0.0 && (scene.height - height.max(least)).abs() > 1.0 {
                        wrong.push(format!("{place}: {} high, and could be {least}", scene.height));
                    }
                }
            }
        }
        wrong
    });
}

#[test]
fn every_mark_is_read_and_listed() {
    for case in cases() {
        for lang in [Lang::EN, Lang::ZH] {
            let scene = scene(&case, 640.0, 0.0, lang).unwrap();
            assert!(
                !scene.marks.is_empty() && !scene.words.sources.is_empty(),
                "{}",
                case.id
            );
            let listed: Vec<&String> = scene.table.rows.iter().flat_map(|row| &row.observations).collect();
            for mark in &scene.marks {
                assert!(!mark.tip.rows.is_empty(), "{}: {}", case.id, mark.label);
                for id in &mark.observations {
                    assert!(listed.contains(&id), "{}: {id} is drawn but not in the table", case.id);
                }
            }
        }
    }
}

#[test]
fn every_entry_of_a_legend_switches_what_it_names() {
    let mut kinds = std::collections::BTreeSet::new();
    for case in cases() {
        for (width, lang) in [(320.0, Lang::EN), (800.0, Lang::ZH)] {
            let all = scene(&case, width, 0.0, lang).unwrap();
            for entry in &all.legend {
                let place = format!("{} without {} at {width}", case.id, entry.id);
                let less = scene_without(Dataset::bundled(), &case, (width, 0.0), lang, &[&entry.id]).unwrap();
                // What has been switched off can be switched on again.
                assert_eq!(less.legend.len(), all.legend.len(), "{place}");
                assert!(less.legend.iter().all(|e| e.hidden == (e.id == entry.id)), "{place}");
                assert!(less.marks.len() < all.marks.len() && !less.marks.is_empty(), "{place}");
                let wrong = faults(&less);
                assert!(wrong.is_empty(), "{place}: {wrong:#?}");
                kinds.insert(all.kind);
            }
            // A ring, a track, a stage and a square mean nothing without the others: their keys switch nothing.
            let fixed = matches!(all.kind, "donut" | "bullet" | "pipeline" | "nested") || case.tag == "zone-card";
            assert!(!fixed || all.legend.is_empty(), "{}", case.id);
        }
    }
    let kinds: Vec<_> = kinds.into_iter().collect();
    assert_eq!(kinds, ["bar", "line", "rank", "timeline"]);
}

/// What can be asked for: every kind of chart, every variant of card.
#[derive(Clone, Copy)]
enum Ask {
    Chart(ChartKind),
    Card(CardVariant),
}

impl Ask {
    fn all() -> impl Iterator<Item = Self> {
        let charts = ChartKind::ALL.iter().map(|kind| Self::Chart(*kind));
        charts.chain(CardVariant::ALL.iter().map(|variant| Self::Card(*variant)))
    }

    fn name(self) -> &'static str {
        match self {
            Self::Chart(kind) => kind.as_str(),
            Self::Card(variant) => variant.as_str(),
        }
    }

    fn draw(self, ds: &Dataset, width: f64, height: f64, lang: Lang) -> Result<Scene> {
        self.draw_as(ds, width, height, lang, false)
    }

    fn draw_as(self, ds: &Dataset, width: f64, height: f64, lang: Lang, quiet: bool) -> Result<Scene> {
        let measure = &TableMeasure;
        match self {
            Self::Chart(kind) => {
                let spec = Spec {
                    kind: Some(kind),
                    entities: (0..ds.entities().len())
                        .filter_map(zonestat::data::EntityIx::of)
                        .collect(),
                    ..Spec::default()
                };
                let frame = chart::Frame {
                    width,
                    height,
                    lang,
                    measure,
                    hidden: &[],
                    quiet,
                };
                chart::chart(ds, &spec, &frame)
            }
            Self::Card(variant) => {
                let spec = Spec {
                    variant: Some(variant),
                    observation: ObservationIx::of(0).filter(|_| !ds.observations().is_empty()),
                    indicators: ds.find_indicator("flow").into_iter().collect(),
                    entities: ds
                        .find_entity("project")
                        .into_iter()
                        .filter(|_| variant == CardVariant::Project)
                        .collect(),
                    ..Spec::default()
                };
                let frame = card::Frame {
                    width,
                    height,
                    lang,
                    measure,
                };
                card::card(ds, &spec, &frame)
            }
        }
    }
}

#[test]
fn without_its_words_a_picture_is_the_same() {
    let ds = Dataset::bundled();
    let mut drawn = 0;
    for ask in Ask::all() {
        for lang in [Lang::EN, Lang::ZH] {
            for width in WIDTHS {
                for height in HEIGHTS {
                    let draw = |quiet| ask.draw_as(ds, width, height, lang, quiet);
                    let (Ok(whole), Ok(quiet)) = (draw(false), draw(true)) else {
                        continue;
                    };
                    let place = format!("{} {} {width}x{height}", ask.name(), lang.code());
                    assert_eq!(whole.shapes, quiet.shapes, "{place}");
                    assert_eq!((whole.width, whole.height), (quiet.width, quiet.height), "{place}");
                    assert_eq!(whole.legend, quiet.legend, "{place}");
                    if matches!(ask, Ask::Chart(_)) {
                        assert!(quiet.marks.is_empty() && quiet.table.rows.is_empty(), "{place}");
                        assert!(!whole.marks.is_empty() && !whole.table.rows.is_empty(), "{place}");
                    }
                    drawn += 1;
                }
            }
        }
    }
    assert!(drawn > 300, "{drawn}");
}

/// Draws everything that can be asked of a table, over the whole grid; gives how much of it was no refusal.
fn walk(ds: &Dataset, what: &str) -> usize {
    let mut drawn = 0;
    for ask in Ask::all() {
        for lang in [Lang::EN, Lang::ZH] {
            for width in WIDTHS {
                for height in HEIGHTS {
                    let place = format!("{what} as {} {} {width}x{height}", ask.name(), lang.code());
                    match ask.draw(ds, width, height, lang) {
                        Ok(scene) => {
                            let wrong = faults(&scene);
                            assert!(wrong.is_empty(), "{place}: {wrong:#?}");
                            drawn += 1;
                        }
                        Err(error) => assert!(
                            matches!(
                                error.code(),
                                Code::NothingToDraw | Code::CannotCombine | Code::BadAttribute
                            ),
                            "{place}: {error}"
                        ),
                    }
                }
            }
        }
    }
    drawn
}

/// One of everything that a table may say, all of one name and value.
fn all_sorts(name: &zonestat::data::Label, value: zonestat::format::Decimal) -> Dataset {
    let mut build = Build::new(name);
    let main = build.add((0, 0), value, (Unit::Cny, Kind::Level), "2021");
    for (period, status) in [
        ("2018", Status::Actual),
        ("2019-01/2019-08", Status::Actual),
        ("2020", Status::Estimated),
        ("2020-01/2020-10", Status::Estimated),
        ("2022", Status::Target),
        ("2022", Status::Planned),
        ("P1Y", Status::Projected),
    ] {
        let place = build.add((0, 0), value.negated(), (Unit::Cny, Kind::Level), period);
        build.at(place).status = status;
        build.at(place).qualifier = Qualifier::About;
    }
    for entity in 0..3 {
        build.add((entity, 0), value, (Unit::Usd, Kind::Level), "2021");
        build.add((entity, 1), value, (Unit::Count, Kind::Count), "2020-01/2020-10");
        build.add((entity, 1), value, (Unit::Km2, Kind::Level), "2021");
    }
    for (unit, kind) in [
        (Unit::Percent, Kind::YoyGrowth),
        (Unit::Percent, Kind::Share),
        (Unit::Rank, Kind::Rank),
        (Unit::Count, Kind::First),
    ] {
        let place = build.add((0, 0), value, (unit, kind), "2021");
        build.of(place, main);
        build.at(place).scope_label = Some(name.clone());
        build.at(place).note = Some(name.clone());
    }
    for period in ["1998", "2012-05-01", "../2025"] {
        build.add((2, 1), value, (Unit::Date, Kind::Date), period);
    }
    build.dataset()
}

#[test]
fn hostile_tables_keep_their_place_in_every_kind() {
    let names = names();
    for (n, value) in values().into_iter().enumerate() {
        // Each value under two names, so that each name is seen with several values.
        let mut one = Build::new(&names[n % names.len()]);
        one.add((0, 0), value, (Unit::Cny, Kind::Level), "2021");
        assert!(walk(&one.dataset(), &format!("one {value}")) > 0);
        for name in [&names[n % names.len()], &names[(n + 2) % names.len()]] {
            let drawn = walk(&all_sorts(name, value), &format!("all sorts of {value}"));
            assert!(drawn > 300, "{drawn} of {value}");
        }
    }
}

#[test]
fn two_hundred_figures_keep_their_place_in_every_kind() {
    for value in values().into_iter().take(2) {
        let mut build = Build::new(&names()[0]);
        for year in 1800..2000 {
            build.add((0, 0), value, (Unit::Cny, Kind::Level), &year.to_string());
        }
        assert!(walk(&build.dataset(), "200") > 0);
    }
}

#[test]
fn a_table_of_nothing_is_refused_by_every_kind() {
    assert_eq!(walk(&Build::new(&names()[0]).dataset(), "nothing"), 0);
}

/// A screen that looks at edges: what is level or upright must cover whole device pixels, and stay on the canvas.
struct Screen {
    dpr: f64,
    sheet: Rect,
    wrong: Vec<String>,
}

impl Screen {
    fn whole(&mut self, edge: f64, what: &str) {
        let pixels = edge * self.dpr;
        if (pixels - pixels.round()).abs() > 1e-6 {
            self.wrong.push(format!("{what} at {pixels} device pixels"));
        }
    }

    fn on(&mut self, p: Point, what: &str) {
        let spot = Rect::between(p, p);
        if !self.sheet.holds(&spot, 1.0) {
            self.wrong.push(format!("{what} at {p:?} of {:?}", self.sheet));
        }
    }
}

impl Surface for Screen {
    type Error = Infallible;

    fn fill(&mut self, points: &[Point], _: Rgb) -> std::result::Result<(), Infallible> {
        points.iter().for_each(|p| self.on(*p, "an area"));
        let upright = |pair: &[Point]| (pair[0].x - pair[1].x).abs() < 1e-9 || (pair[0].y - pair[1].y).abs() < 1e-9;
        if points.len() == 4 && points.windows(2).all(upright) {
            for p in points {
                self.whole(p.x, "a box begins or ends");
                self.whole(p.y, "a box begins or ends");
            }
        }
        Ok(())
    }

    fn stroke(&mut self, points: &[Point], width: f64, _: Rgb) -> std::result::Result<(), Infallible> {
        points.iter().for_each(|p| self.on(*p, "a line"));
        if let [a, b] = points {
            if (a.y - b.y).abs() < 1e-9 {
                self.whole(a.y - width / 2.0, "the upper edge of a level line");
                self.whole(width, "the width of a level line");
            } else if (a.x - b.x).abs() < 1e-9 {
                self.whole(a.x - width / 2.0, "the left edge of an upright line");
                self.whole(width, "the width of an upright line");
            }
        }
        Ok(())
    }

    fn disc(&mut self, centre: Point, _: f64, _: Rgb) -> std::result::Result<(), Infallible> {
        self.on(centre, "a dot");
        Ok(())
    }

    fn text(&mut self, _: &TextRun, _: Rgb) -> std::result::Result<(), Infallible> {
        Ok(())
    }
}

#[test]
fn edges_are_crisp_on_every_screen() {
    for_each_case(|case| {
        let mut wrong = Vec::new();
        for width in WIDTHS {
            let scene = scene(case, width, 0.0, Lang::EN).unwrap();
            for dpr in [1.0, 1.5, 2.0, 3.0] {
                let mut screen = Screen {
                    dpr,
                    sheet: Rect {
                        x: 0.0,
                        y: 0.0,
                        width: scene.width,
                        height: scene.height,
                    },
                    wrong: Vec::new(),
                };
                let Ok(()) = replay(&scene, &Theme::light(), dpr, &mut screen);
                wrong.extend(
                    screen
                        .wrong
                        .iter()
                        .map(|w| format!("{} {width} at {dpr}: {w}", case.id)),
                );
            }
        }
        wrong
    });
}
