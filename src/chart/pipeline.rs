//! The stages that projects go through, as counts in the order of the process; money stands beside them as words, for
//! each stage's money measures something else.

use super::frame::{Frame, Glyph, at, texture_keys};
use super::marks::{mark, nothing, unlike};
use crate::data::{Dataset, EntityIx, ObservationIx};
use crate::error::Result;
use crate::format::{
    self, Absence, Date, Kind, Msg, Period, Refusal, Status, Unit, absence_short, labelled, list, message, picture_kind,
};
use crate::reading::{Reading, parts};
use crate::scene::{Anchor, Dash, Point, Rect, Scene, Shape, Sheet, Stroke, Texture};
use crate::sort::sort_by_key;
use crate::spec::Spec;
use crate::text::break_lines;
use crate::theme::Ink;

/// The indicators of the stages, in the order of the process. Their money has ids that go on from theirs.
const STAGES: [&str; 6] = [
    "projects-reserve",
    "projects-negotiating",
    "projects-signed",
    "projects-started",
    "projects-continuing",
    "projects-completed",
];
/// The height of a bar.
const BAR: f64 = 20.0;
/// The width of the rail that says that the stages follow each other.
const RAIL: f64 = 24.0;

/// Lays a pipeline out: one column of stages for each entity and date.
///
/// # Errors
/// As [`super::chart`]; [`crate::error::Code::CannotCombine`] where no two stages hold at the same time.
pub(super) fn pipeline(ds: &Dataset, spec: &Spec, frame: &Frame<'_>) -> Result<Scene> {
    let flows = flows(ds, spec, frame)?;
    let readings: Vec<Reading<'_>> = flows.iter().flat_map(Flow::readings).collect();
    let counts: Vec<&Reading<'_>> = flows
        .iter()
        .flat_map(|flow| flow.stages.iter().flatten())
        .map(|s| &s.count)
        .collect();
    let largest = counts.iter().map(|r| r.observation.value.to_f64()).fold(0.0, f64::max);
    let mut sheet = Sheet::new(frame.width, frame.measure);
    sheet.scene.kind = "pipeline";
    let mut entities: Vec<&str> = Vec::new();
    for flow in &flows {
        let name = ds.entity(flow.entity).name.get(frame.lang);
        if !entities.contains(&name) {
            entities.push(name);
        }
    }
    let title = message(frame.lang, Msg::PipelineTitle, &[]);
    let unit = message(frame.lang, Msg::PipelineUnit, &[]);
    let entities = list(frame.lang, &entities);
    let subtitle = message(
        frame.lang,
        Msg::ChartSubtitle,
        &[("entity", &entities), ("unit", &unit)],
    );
    frame.head(&mut sheet, &title, &subtitle);
    let notes = &mut sheet.scene.words.notes;
    notes.push(message(frame.lang, Msg::NotePipelineNoFunnel, &[]));
    if flows
        .iter()
        .any(|flow| flow.stages.iter().flatten().any(|stage| !stage.money.is_empty()))
    {
        notes.push(message(frame.lang, Msg::NotePipelineMoney, &[]));
    }
    if counts.iter().any(|r| r.is_partial()) {
        notes.push(message(frame.lang, Msg::NotePeriodsDiffer, &[]));
    }
    for flow in &flows {
        sheet.space(16.0);
        if flows.len() > 1 {
            let entity = if flows.iter().any(|other| other.entity != flow.entity) {
                ds.entity(flow.entity).name.get(frame.lang)
            } else {
                ""
            };
            let until = message(frame.lang, Msg::PipelineUntil, &[("period", &flow.until(frame))]);
            sheet.paragraph(&parts(frame.lang, &[entity, &until]), frame.value(), 2);
            sheet.space(6.0);
        }
        let asked = STAGES.map(|stage| is_asked(ds, spec, stage));
        Steps {
            frame,
            flow,
            largest,
            asked,
        }
        .set(&mut sheet);
    }
    sheet.space(12.0);
    let shown: Vec<Reading<'_>> = counts.into_iter().cloned().collect();
    frame.keys(
        &mut sheet,
        &texture_keys(frame.lang, Ink::Series(0), &shown, Glyph::Bar),
    );
    sheet.space(8.0);
    frame.foot(&mut sheet, &readings);
    let mut scene = sheet.finish(frame.height);
    frame.words(&mut scene, &readings);
    Ok(scene)
}

/// A stage: how many projects, and what money is told of them.
struct Stage<'d> {
    count: Reading<'d>,
    money: Vec<Reading<'d>>,
}

/// The stages of one entity at one time; a stage that is not told is none.
struct Flow<'d> {
    entity: EntityIx,
    end: Date,
    stages: [Option<Stage<'d>>; 6],
}

impl<'d> Flow<'d> {
    fn readings(&self) -> Vec<Reading<'d>> {
        let stages = self.stages.iter().flatten();
        stages
            .flat_map(|stage| [&stage.count].into_iter().chain(&stage.money))
            .cloned()
            .collect()
    }

    fn told(&self) -> usize {
        self.stages.iter().flatten().count()
    }

    /// The end of its periods in words.
    fn until(&self, frame: &Frame<'_>) -> String {
        let period = self
            .stages
            .iter()
            .flatten()
            .map(|stage| stage.count.observation.period)
            .find_map(|p| match p {
                Period::At(point) | Period::Range(_, point) | Period::Until(point) => Some(Period::At(point)),
                _ => None,
            });
        period.map_or_else(String::new, |period| {
            format::period(frame.lang, period, format::PeriodForm::Long, format::Nature::Flow)
        })
    }
}

/// Whether a request asks for a stage. Money is told with its stage, whether it was asked for or not; a request for it
/// alone asks for its stage.
fn is_asked(ds: &Dataset, spec: &Spec, stage: &str) -> bool {
    spec.indicators.is_empty() || spec.indicators.iter().any(|ix| ds.indicator(*ix).id.starts_with(stage))
}

/// The stages that answer, by entity and by the day on which their periods end.
fn flows<'d>(ds: &'d Dataset, spec: &Spec, frame: &Frame<'_>) -> Result<Vec<Flow<'d>>> {
    let everything = Spec {
        indicators: Vec::new(),
        ..spec.clone()
    };
    let selected: Vec<ObservationIx> = ds.select(&everything.filter(ds));
    if selected.is_empty() {
        return Err(nothing(frame.lang, Msg::ErrorNothingToDraw));
    }
    let mut flows: Vec<Flow<'d>> = Vec::new();
    let read = |ix: &ObservationIx| Reading::new(ds, *ix, frame.lang);
    for reading in selected.iter().map(read) {
        let o = reading.observation;
        let id = &*ds.indicator(o.indicator).id;
        let Some(place) = STAGES
            .iter()
            .position(|stage| *stage == id && is_asked(ds, spec, stage))
        else {
            continue;
        };
        let (Some(end), Kind::Level | Kind::Count, Unit::Count) = (o.period.last_day(), o.kind, o.unit) else {
            continue;
        };
        let money = selected.iter().map(read).filter(|m| {
            let other = m.observation;
            let of_stage = ds
                .indicator(other.indicator)
                .id
                .strip_prefix(id)
                .is_some_and(|rest| rest.starts_with('-'));
            of_stage
                && other.unit.is_money()
                && other.kind == Kind::Level
                && other.entity == o.entity
                && other.period.last_day() == Some(end)
        });
        let stage = Stage {
            money: money.collect(),
            count: reading,
        };
        let same = |flow: &Flow<'_>| flow.entity == o.entity && flow.end == end && flow.stages[place].is_none();
        match flows.iter_mut().find(|flow| same(flow)) {
            Some(flow) => flow.stages[place] = Some(stage),
            None => {
                let mut stages = [const { None }; 6];
                stages[place] = Some(stage);
                flows.push(Flow {
                    entity: o.entity,
                    end,
                    stages,
                });
            }
        }
    }
    let most = flows.iter().map(Flow::told).max().unwrap_or(0);
    flows.retain(|flow| flow.told() > 1);
    sort_by_key(&mut flows, |flow| (flow.entity, flow.end));
    if flows.is_empty() {
        let kind = picture_kind(frame.lang, "pipeline");
        return Err(unlike(frame.lang, &Refusal::TooFew(&kind, 2, most)));
    }
    Ok(flows)
}

/// One column of stages, laid out.
struct Steps<'a, 'd> {
    frame: &'a Frame<'a>,
    flow: &'a Flow<'d>,
    largest: f64,
    asked: [bool; 6],
}

impl Steps<'_, '_> {
    fn set(&self, sheet: &mut Sheet<'_>) {
        let first = self.flow.stages.iter().position(Option::is_some).unwrap_or(0);
        let last = self.flow.stages.iter().rposition(Option::is_some).unwrap_or(0);
        // The rail lies behind the stations, so it is drawn first and its end is set last.
        let rail = sheet.scene.shapes.len();
        sheet.rule(sheet.y, 0.0, 0.0, Ink::Grid, 2.0);
        let mut stations: Vec<Point> = Vec::new();
        // Only a stage that was asked for can be missing.
        for place in (first..=last).filter(|place| self.asked[*place]) {
            if place > first {
                sheet.space(14.0);
            }
            let station = at(RAIL / 2.0 - 5.0, sheet.y + self.frame.strong().leading * 0.5);
            stations.push(station);
            match &self.flow.stages[place] {
                Some(stage) => self.stage(sheet, stage, station),
                None => self.gap(sheet, place, station),
            }
        }
        let stroke = Stroke {
            ink: Ink::Muted,
            width: 1.0,
            dash: Dash::Solid,
        };
        if let (Some(shape), [from, .., to]) = (sheet.scene.shapes.get_mut(rail), stations.as_slice()) {
            *shape = Shape::Line {
                points: vec![*from, *to],
                stroke,
            };
        }
    }

    /// A station on the rail: solid where the stage is told, hollow where it is not.
    fn station(sheet: &mut Sheet<'_>, centre: Point, told: bool) {
        let (texture, ink) = if told {
            (Texture::Full, Ink::Text)
        } else {
            (Texture::Target, Ink::Muted)
        };
        sheet.push(texture.dot(centre, 4.0, ink));
    }

    /// Name and period, the bar with its count, and the money in words: beside the bar where there is room.
    fn stage(&self, sheet: &mut Sheet<'_>, stage: &Stage<'_>, station: Point) {
        let lang = self.frame.lang;
        let (strong, value, small) = (self.frame.strong(), self.frame.value(), self.frame.label());
        let top = sheet.y;
        Self::station(sheet, station, true);
        let wide = sheet.width >= 640.0 && !stage.money.is_empty();
        let text = if wide { (sheet.width * 0.36).max(250.0) } else { 0.0 };
        let room = sheet.width - RAIL - text;
        let name = stage.count.indicator();
        let o = stage.count.observation;
        let period = format::period_of(lang, o.period, format::PeriodForm::Long, stage.count.nature(), o.status);
        let name_width = sheet.text_width(name, strong.font);
        let beside = name_width + 10.0 + sheet.text_width(&period, small.font) <= room;
        let baseline = sheet.y + strong.leading * 0.74;
        for line in break_lines(name, strong.font, room, 3, sheet.measure()).lines {
            sheet.text(
                RAIL,
                sheet.y + strong.leading * 0.74,
                &line,
                strong.font,
                strong.ink,
                Anchor::Start,
            );
            sheet.space(strong.leading);
        }
        if beside {
            sheet.text(
                RAIL + name_width + 10.0,
                baseline,
                &period,
                small.font,
                small.ink,
                Anchor::Start,
            );
        } else {
            self.words(sheet, &period, RAIL, room);
        }
        sheet.space(2.0);
        let count = stage.count.value();
        let number = sheet.text_width(&count, value.font);
        // A number too wide to stand behind its bar stands below it.
        let behind = number + 48.0 <= room;
        let longest = if behind { room - number - 8.0 } else { room };
        let share = if self.largest > 0.0 {
            (o.value.to_f64() / self.largest).clamp(0.0, 1.0)
        } else {
            0.0
        };
        let rect = Rect {
            x: RAIL,
            y: sheet.y,
            width: longest * share,
            height: BAR,
        };
        stage
            .count
            .texture()
            .bar(rect, Ink::Series(0))
            .into_iter()
            .for_each(|shape| sheet.push(shape));
        if behind {
            let baseline = sheet.y + BAR / 2.0 + value.font.size * 0.36;
            sheet.text(
                rect.right() + 8.0,
                baseline,
                &count,
                value.font,
                value.ink,
                Anchor::Start,
            );
            sheet.space(BAR.max(value.leading) + 2.0);
        } else {
            sheet.space(BAR + 2.0);
            for line in break_lines(&count, value.font, room, 2, sheet.measure()).lines {
                let baseline = sheet.y + value.leading * 0.76;
                sheet.text(RAIL, baseline, &line, value.font, value.ink, Anchor::Start);
                sheet.space(value.leading);
            }
        }
        let below = sheet.y;
        if wide {
            sheet.y = top;
        }
        let left = sheet.width - text + 16.0;
        for money in &stage.money {
            let words = self.money(money);
            if wide {
                self.words(sheet, &words, left, text - 16.0);
            } else {
                self.words(sheet, &words, RAIL, room);
            }
        }
        sheet.y = sheet.y.max(below);
        let hit = Rect {
            x: 0.0,
            y: top,
            width: sheet.width,
            height: sheet.y - top,
        };
        let mut made = mark(self.frame, &stage.count, name.to_owned(), rect, hit);
        made.label = name.to_owned();
        stage.money.iter().for_each(|money| money.join(&mut made));
        sheet.scene.marks.push(made);
    }

    /// An amount with what it measures, and its status where it is no result.
    fn money(&self, money: &Reading<'_>) -> String {
        let lang = self.frame.lang;
        let status = match money.observation.status {
            Status::Actual => "",
            _ => money.status(),
        };
        labelled(lang, money.indicator(), &parts(lang, &[&money.value(), status]))
    }

    /// A stage that the sources do not tell of, between stages that they do.
    fn gap(&self, sheet: &mut Sheet<'_>, place: usize, station: Point) {
        Self::station(sheet, station, false);
        let lang = self.frame.lang;
        let ds = self.flow.stages.iter().flatten().next().map(|stage| stage.count.ds);
        let name = ds.and_then(|ds| {
            ds.find_indicator(STAGES[place])
                .map(|ix| ds.indicator(ix).name.get(lang))
        });
        let words = labelled(lang, name.unwrap_or_default(), absence_short(lang, Absence::NotFound));
        self.words(sheet, &words, RAIL, sheet.width - RAIL);
    }

    fn words(&self, sheet: &mut Sheet<'_>, text: &str, left: f64, width: f64) {
        let small = self.frame.label();
        for line in break_lines(text, small.font, width, 4, sheet.measure()).lines {
            sheet.text(
                left,
                sheet.y + small.leading * 0.74,
                &line,
                small.font,
                small.ink,
                Anchor::Start,
            );
            sheet.space(small.leading);
        }
    }
}
