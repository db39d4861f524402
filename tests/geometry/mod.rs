//! What every scene must keep: texts inside, none over another, marks inside, words complete.
#![allow(dead_code, clippy::expect_used)] // each test file uses its share; a table that cannot be built has failed

use zonestat::data::{
    Dataset, Entity, EntityIx, EntityKind, Indicator, IndicatorIx, Label, Locator, Observation, ObservationIx, Source,
    SourceIx, Tables, Topic,
};
use zonestat::format::{Decimal, Kind, Nature, Period, PeriodBasis, Qualifier, Status, Unit};
use zonestat::scene::{Fill, Point, Rect, Scene, Shape, TextRun};
use zonestat::spec::CardVariant;
use zonestat::text::TableMeasure;
use zonestat::theme::{Ink, Theme};

/// The widths at which everything must hold, in CSS pixels.
pub(crate) const WIDTHS: [f64; 6] = [240.0, 320.0, 480.0, 800.0, 1200.0, 1600.0];
/// And the heights: what the content likes best, little and much.
pub(crate) const HEIGHTS: [f64; 3] = [0.0, 260.0, 700.0];

/// What is wrong with a scene, in words; nothing, it is hoped.
pub(crate) fn faults(scene: &Scene) -> Vec<String> {
    let mut faults = Vec::new();
    let sheet = Rect {
        x: 0.0,
        y: 0.0,
        width: scene.width,
        height: scene.height,
    };
    if !(scene.height > 0.0 && scene.height < 20_000.0) {
        faults.push(format!("{} high", scene.height));
    }
    let texts: Vec<_> = scene
        .texts()
        .map(|run| (run, Scene::text_box(run, &TableMeasure)))
        .collect();
    for (n, (run, area)) in texts.iter().enumerate() {
        if !sheet.holds(area, 0.75) {
            faults.push(format!(
                "outside: {:?} {area:?} of {}×{}",
                run.text, scene.width, scene.height
            ));
        }
        if run.font.size < 12.0 {
            faults.push(format!("too small: {:?}", run.text));
        }
        for (other, box_) in &texts[n + 1..] {
            if area.grown(-0.4).overlaps(&box_.grown(-0.4)) {
                faults.push(format!(
                    "overlap: {:?} {area:?} and {:?} {box_:?}",
                    run.text, other.text
                ));
            }
        }
    }
    let plot = plot(scene, &texts);
    for mark in &scene.marks {
        if !sheet.holds(&mark.hit, 1.0) || !plot.holds(&mark.area, 1.0) {
            faults.push(format!(
                "mark outside: {} {:?} {:?} of {plot:?}",
                mark.label, mark.area, mark.hit
            ));
        }
        if !mark.hit.grown(0.5).holds(&mark.area, 0.5) {
            faults.push(format!("mark larger than where it can be pointed at: {}", mark.label));
        }
        let finite = [mark.area.x, mark.area.y, mark.area.width, mark.area.height];
        if finite.iter().any(|v| !v.is_finite()) || mark.observations.is_empty() || mark.speech.is_empty() {
            faults.push(format!("mark incomplete: {mark:?}"));
        }
    }
    faults.extend(faint(scene, &texts));
    if scene.words.name.is_empty() || scene.words.description.is_empty() || scene.table.rows.is_empty() {
        faults.push("no words or no table".to_owned());
    }
    if scene
        .table
        .rows
        .iter()
        .any(|row| row.cells.len() != scene.table.columns.len())
    {
        faults.push("a ragged table".to_owned());
    }
    faults
}

/// Where marks may be: below the title and the line under it, above the line that names the documents. The title of a
/// card is one of its marks.
fn plot(scene: &Scene, texts: &[(&TextRun, Rect)]) -> Rect {
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    let mut head = bare(&[scene.words.title.as_str(), &scene.words.subtitle].concat());
    let mut top = 0.0;
    for (run, area) in texts {
        let text = bare(run.text.trim_end_matches('…'));
        let Some(rest) = head.strip_prefix(&text) else { break };
        head = rest.to_owned();
        top = area.bottom() - 3.0;
    }
    let source = |(run, _): &&(&TextRun, Rect)| run.text.starts_with("Source") || run.text.starts_with("来源：");
    let foot = texts.iter().rev().find(source).map_or(scene.height, |(_, area)| area.y);
    let card = CardVariant::ALL.iter().any(|variant| variant.as_str() == scene.kind);
    let top = if card { 0.0 } else { top };
    Rect {
        x: 0.0,
        y: top,
        width: scene.width,
        height: (foot - top + 3.0).max(0.0),
    }
}

/// The texts that less than 4.5 to 1 tells from what they stand on, in some theme.
fn faint(scene: &Scene, texts: &[(&TextRun, Rect)]) -> Vec<String> {
    let mut faint = Vec::new();
    let themes = [Theme::light, Theme::dark, Theme::print, Theme::contrast_dark].map(|make| make());
    let filled = |shape: &&Shape| match shape {
        Shape::Rect { fill, .. } | Shape::Polygon { fill, .. } => !matches!(fill, None | Some(Fill::Hollow)),
        _ => false,
    };
    let filled: Vec<&Shape> = scene.shapes.iter().filter(filled).collect();
    // Few sorts of text stand on few sorts of ground: each pair is looked at once.
    let mut seen: Vec<(Ink, Fill)> = Vec::new();
    for (run, area) in texts {
        // Ascent and descent are generous; letters are in the middle of the box.
        let area = area.grown(-1.5);
        let mut grounds = vec![Fill::Solid(Ink::Ground)];
        for shape in &filled {
            let (fill, holds, touches) = match shape {
                Shape::Rect { rect, fill, .. } => (fill, rect.holds(&area, 0.0), rect.overlaps(&area)),
                Shape::Polygon { points, fill, .. } => {
                    let corners = area.corners();
                    let within = corners.iter().filter(|corner| inside(points, **corner)).count();
                    (fill, within == corners.len(), within > 0)
                }
                _ => continue,
            };
            if holds && matches!(fill, Some(Fill::Solid(_))) {
                grounds.clear();
            }
            grounds.extend(fill.filter(|_| touches));
        }
        for ground in grounds {
            if seen.contains(&(run.ink, ground)) {
                continue;
            }
            seen.push((run.ink, ground));
            for theme in &themes {
                let colour = match ground {
                    Fill::Hollow => continue,
                    Fill::Solid(ink) | Fill::Hatch(ink) | Fill::BrokenHatch(ink) | Fill::Dots(ink) => theme.colour(ink),
                    Fill::Tint(ink) => theme.tint(ink),
                };
                let ratio = theme.colour(run.ink).contrast(colour);
                if ratio < 4.5 {
                    faint.push(format!("faint: {:?} has {ratio:.2}", run.text));
                }
            }
        }
    }
    faint
}

/// Whether a place lies in a polygon, by the even-odd rule.
pub(crate) fn inside(polygon: &[Point], p: Point) -> bool {
    let mut odd = false;
    for (n, a) in polygon.iter().enumerate() {
        let b = polygon[(n + 1) % polygon.len()];
        odd ^= (a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y);
    }
    odd
}

/// A label, the same in both languages.
pub(crate) fn label(text: &str) -> Label {
    Label {
        zh: text.into(),
        en: text.into(),
    }
}

/// A dataset to be built for a test: names of the given lengths, observations added one by one.
pub(crate) struct Build {
    pub(crate) tables: Tables,
}

impl Build {
    /// A zone inside a city, a project inside the zone, and a document; all with this name.
    pub(crate) fn new(name: &Label) -> Self {
        let entity = |id: &str, kind, parent: Option<u16>| Entity {
            id: id.into(),
            kind,
            parent: parent.map(EntityIx),
            name: name.clone(),
            short: name.clone(),
            note: Some(name.clone()),
        };
        let source = Source {
            id: "document".into(),
            about: EntityIx(0),
            title: name.clone(),
            short: name.clone(),
            publisher: name.clone(),
            date: Period::parse("2022-05").expect("a period"),
            date_basis: PeriodBasis::Inferred,
            sha256: "".into(),
            note: None,
        };
        let indicator = |id: &str, nature| Indicator {
            id: id.into(),
            topic: Topic::Economy,
            nature,
            units: Vec::new(),
            measure: None,
            name: name.clone(),
            short: name.clone(),
            note: None,
        };
        Self {
            tables: Tables {
                sources: vec![source],
                entities: vec![
                    entity("zone", EntityKind::Zone, Some(1)),
                    entity("city", EntityKind::City, None),
                    entity("project", EntityKind::Project, Some(0)),
                ],
                indicators: vec![
                    indicator("flow", Nature::Flow),
                    indicator("attribute", Nature::Attribute),
                ],
                ..Tables::default()
            },
        }
    }

    /// Adds an observation of an entity and an indicator, by their places; gives its place.
    pub(crate) fn add(
        &mut self,
        (entity, indicator): (u16, u16),
        value: Decimal,
        (unit, kind): (Unit, Kind),
        period: &str,
    ) -> usize {
        let place = self.tables.observations.len();
        self.tables.observations.push(Observation {
            id: format!("o-{place}").into(),
            entity: EntityIx(entity),
            indicator: IndicatorIx(indicator),
            value,
            magnitude: 0,
            unit,
            period: Period::parse(period).expect("a period"),
            period_basis: PeriodBasis::Stated,
            status: Status::Actual,
            qualifier: Qualifier::Exact,
            kind,
            basis: None,
            scope: None,
            scope_label: None,
            of: None,
            note: None,
        });
        self.tables.locators.push(vec![Locator {
            source: SourceIx(0),
            paragraph: 1,
            occurrence: 1,
            figure: "1".into(),
        }]);
        place
    }

    /// The observation at a place, to be changed.
    pub(crate) fn at(&mut self, place: usize) -> &mut Observation {
        &mut self.tables.observations[place]
    }

    /// Points one observation to another.
    pub(crate) fn of(&mut self, place: usize, of: usize) {
        self.tables.observations[place].of = ObservationIx::of(of);
    }

    /// The dataset.
    pub(crate) fn dataset(&self) -> Dataset {
        Dataset::new(self.tables.clone())
    }
}

/// Names that a layout must survive.
pub(crate) fn names() -> Vec<Label> {
    vec![
        label("x"),
        label(
            &"德州经济技术开发区高质量发展"
                .repeat(6)
                .chars()
                .take(80)
                .collect::<String>(),
        ),
        label(&"An extraordinarily long English name of an indicator ".repeat(2)[..80]),
        label(&"W".repeat(80)),
    ]
}

/// Values that a layout must survive.
pub(crate) fn values() -> Vec<Decimal> {
    let new = |mantissa, exponent| Decimal::new(mantissa, exponent).expect("a decimal");
    vec![
        Decimal::ZERO,
        new(1, 15),
        new(1, -9),
        new(-12_345, 6),
        new(999_999_999_999_999_999, 0),
        new(-1, -9),
        new(31_719, 6),
    ]
}
