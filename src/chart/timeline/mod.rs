//! What happened and what is aimed at, on a true time axis: along the sheet where the labels have room, else down it.

mod across;
mod down;

use super::frame::{Frame, Glyph, texture_keys};
use crate::data::{Dataset, ObservationIx};
use crate::error::{Code, Error, Result};
use crate::format::{self, Date, Kind, Msg, Period, Status, labelled, list, message};
use crate::reading::{Reading, name_of, parts, texture_words};
use crate::scene::{Anchor, Rect, Scene, Sheet, Type};
use crate::sort::{sort_by, sort_by_key};
use crate::spec::Spec;
use crate::text::break_lines;
use crate::theme::Ink;

/// The radius of an event's dot.
const RADIUS: f64 = 6.0;
/// The thickness of a span's bar.
const BAR: f64 = 10.0;
/// From bar to bar where spans overlap.
const LANE: f64 = 14.0;
/// From this width on the axis runs along the sheet.
const WIDE: f64 = 600.0;

/// What stands at one place of the axis: everything of one period and one texture.
struct Event<'d> {
    readings: Vec<Reading<'d>>,
    /// Where it begins and ends, in years.
    span: (f64, f64),
}

impl Event<'_> {
    /// The middle, where its label belongs.
    fn middle(&self) -> f64 {
        f64::midpoint(self.span.0, self.span.1)
    }

    /// Whether it is drawn as a bar on an axis of so many pixels a year. A date is a moment, however roughly it is
    /// known, until its stretch is wide enough to be seen as one.
    fn is_bar(&self, per_year: f64) -> bool {
        let date = self.readings.iter().all(|r| r.observation.kind == Kind::Date);
        let least = if date { 8.0 * RADIUS } else { 1.5 * RADIUS };
        (self.span.1 - self.span.0) * per_year >= least
    }
}

/// Lays the chart out.
///
/// # Errors
/// [`Code::NothingToDraw`] where nothing has a place on the calendar.
pub(super) fn timeline(ds: &Dataset, spec: &Spec, frame: &Frame<'_>) -> Result<Scene> {
    let (all, undated) = select(ds, spec, frame);
    if all.is_empty() {
        let text = message(frame.lang, Msg::ErrorTimelineNone, &[]);
        return Err(Error::new(Code::NothingToDraw, text));
    }
    let mut shown = all.clone();
    shown.retain(|r| !frame.hidden.contains(&texture_words(r.texture()).0));
    let events = events(&shown);
    let mut sheet = Sheet::new(frame.width, frame.measure);
    sheet.scene.kind = "timeline";
    let names = Names::new(ds, spec, &all, frame);
    frame.head(&mut sheet, &names.title, &names.subtitle);
    sheet.space(14.0);
    if undated > 0 {
        let count = undated.to_string();
        let note = message(frame.lang, Msg::TimelineUndated, &[("count", &count)]);
        sheet.scene.words.notes.push(note);
    }
    let axis = Axis::new(&all);
    let drawn = frame.width >= WIDE && across::draw(&mut sheet, frame, &events, &axis, &names);
    if !drawn {
        down::draw(&mut sheet, frame, &events, &axis, &names);
    }
    sheet.space(14.0);
    frame.legend(&mut sheet, &texture_keys(frame.lang, Ink::Series(0), &all, Glyph::Bar));
    sheet.space(8.0);
    frame.foot(&mut sheet, &shown);
    let mut scene = sheet.finish(frame.height);
    frame.words(&mut scene, &shown);
    Ok(scene)
}

/// What has a place on the calendar, in order of time, and how much of the selection has none. Where no indicator is
/// named: dates and aims.
fn select<'d>(ds: &'d Dataset, spec: &Spec, frame: &Frame<'_>) -> (Vec<Reading<'d>>, usize) {
    let asked = |ix: &ObservationIx| {
        let o = ds.observation(*ix);
        let aim = o.status == Status::Target && (o.kind.is_quantity() || o.kind == Kind::Rank);
        o.kind == Kind::Date || aim || (!spec.indicators.is_empty() && o.kind.is_quantity())
    };
    let found = ds.select(&spec.filter(ds)).into_iter().filter(asked);
    let mut readings: Vec<Reading<'d>> = found.map(|ix| Reading::new(ds, ix, frame.lang)).collect();
    let all = readings.len();
    readings.retain(|r| span(r.observation.period).is_some());
    sort_by_key(&mut readings, |r| (r.observation.period.order(), r.texture(), r.ix));
    let undated = all - readings.len();
    (readings, undated)
}

/// Where a period lies, in years; none where it has no calendar time. One with an open end lies at the end it has.
fn span(period: Period) -> Option<(f64, f64)> {
    let (first, last) = (period.first_day(), period.last_day());
    let (first, last) = (first.or(last)?, last.or(first)?);
    let end = match period {
        Period::Since(_) => years(last),
        _ => years(last) + 1.0 / 366.0,
    };
    let start = match period {
        Period::Until(_) => end,
        _ => years(first),
    };
    Some((start, end))
}

/// A day as a place on the axis; months are taken as alike.
fn years(date: Date) -> f64 {
    let month = f64::from(date.month.saturating_sub(1)) + f64::from(date.day.saturating_sub(1)) / 31.0;
    f64::from(date.year) + month / 12.0
}

/// Puts together what has one period and one texture.
fn events<'d>(readings: &[Reading<'d>]) -> Vec<Event<'d>> {
    let mut events: Vec<Event<'d>> = Vec::new();
    for reading in readings {
        let Some(span) = span(reading.observation.period) else {
            continue;
        };
        let alike = |event: &&mut Event<'_>| {
            event.readings.first().is_some_and(|first| {
                first.observation.period == reading.observation.period
                    && first.texture() == reading.texture()
                    && (first.observation.kind == Kind::Date) == (reading.observation.kind == Kind::Date)
            })
        };
        match events.iter_mut().find(alike) {
            Some(event) => event.readings.push(reading.clone()),
            None => events.push(Event {
                readings: vec![reading.clone()],
                span,
            }),
        }
    }
    sort_by(&mut events, |a, b| a.middle().total_cmp(&b.middle()));
    events
}

/// The stretch of time that is shown: whole years.
struct Axis {
    low: f64,
    high: f64,
}

impl Axis {
    fn new(readings: &[Reading<'_>]) -> Self {
        let spans = readings.iter().filter_map(|r| span(r.observation.period));
        let (low, high) = spans.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (from, to)| {
            (low.min(from), high.max(to))
        });
        // The end of a year is the beginning of the next, give or take what a float cannot say.
        let (low, high) = (low.floor(), (high - 0.01).ceil());
        Self {
            low,
            high: high.max(low + 1.0),
        }
    }

    /// Where a time lies between the ends, 0 to 1.
    fn place(&self, time: f64) -> f64 {
        (time - self.low) / (self.high - self.low)
    }

    /// Years to write at the axis, at least `apart` pixels from each other on an axis of `length`.
    fn ticks(&self, length: f64, apart: f64) -> Vec<u16> {
        let per_year = length / (self.high - self.low);
        let steps: [u16; 10] = [1, 2, 5, 10, 20, 50, 100, 500, 1000, 5000];
        let step = steps
            .into_iter()
            .find(|s| f64::from(*s) * per_year >= apart)
            .unwrap_or(5000);
        (1..=9999_u16)
            .step_by(1)
            .filter(|year| year % step == 0)
            .filter(|year| (self.low..=self.high).contains(&f64::from(*year)))
            .collect()
    }
}

/// What the chart is called, and what its labels must say.
struct Names {
    title: String,
    subtitle: String,
    /// Whether a label names its entity.
    entities: bool,
    /// Whether a label names its indicator, which the title does where there is but one.
    indicators: bool,
}

impl Names {
    fn new(ds: &Dataset, spec: &Spec, readings: &[Reading<'_>], frame: &Frame<'_>) -> Self {
        let mut entities: Vec<&str> = Vec::new();
        for reading in readings {
            if !entities.contains(&reading.entity()) {
                entities.push(reading.entity());
            }
        }
        let names: Vec<&str> = spec
            .indicators
            .iter()
            .map(|ix| ds.indicator(*ix).name.get(frame.lang))
            .collect();
        let aims = readings.iter().any(|r| r.observation.status != Status::Actual);
        let title = if names.is_empty() {
            let words = if aims {
                Msg::TimelineTitle
            } else {
                Msg::TimelineTitlePast
            };
            message(frame.lang, words, &[])
        } else {
            message(
                frame.lang,
                Msg::TimelineTitleOf,
                &[("names", &format::names(frame.lang, &names))],
            )
        };
        Self {
            title,
            subtitle: list(frame.lang, &entities),
            entities: entities.len() > 1,
            indicators: names.len() != 1,
        }
    }

    /// What a reading says in its label.
    fn text(&self, reading: &Reading<'_>) -> String {
        let short = reading.ds.entity(reading.observation.entity).short.get(reading.lang);
        let entity = if self.entities { short } else { "" };
        let indicator = if self.indicators { reading.indicator() } else { "" };
        let name = name_of(reading.lang, entity, indicator);
        match reading.observation.kind {
            Kind::Date if name.is_empty() => reading.indicator().to_owned(),
            Kind::Date => name,
            Kind::Rank | Kind::First | Kind::Only if name.is_empty() => reading.standing(),
            _ if name.is_empty() => reading.value(),
            Kind::Rank | Kind::First | Kind::Only => labelled(reading.lang, &name, &reading.standing()),
            _ => labelled(reading.lang, &name, &reading.value()),
        }
    }
}

/// A label in lines, ready to be set.
struct Block {
    /// When, and in which status.
    head: Vec<String>,
    /// What, for each reading.
    items: Vec<Vec<String>>,
    height: f64,
    width: f64,
    strong: Type,
    label: Type,
}

impl Block {
    fn new(event: &Event<'_>, width: f64, sheet: &Sheet<'_>, frame: &Frame<'_>, names: &Names) -> Self {
        let strong = frame.strong();
        let label = Type {
            ink: Ink::Text,
            ..frame.label()
        };
        let first = event.readings.first();
        let head = first.map_or_else(String::new, |r| {
            let when = if r.observation.kind == Kind::Date {
                r.value()
            } else {
                r.period()
            };
            let status = match r.observation.status {
                Status::Actual if !r.is_partial() => String::new(),
                _ => r.status_text(),
            };
            let text = parts(frame.lang, &[&when, &status]);
            message(frame.lang, Msg::Says, &[("text", &text)])
        });
        let set =
            |text: &str, style: Type, most: usize| break_lines(text, style.font, width, most, sheet.measure()).lines;
        let head = set(&head, strong, 4);
        let items: Vec<Vec<String>> = event.readings.iter().map(|r| set(&names.text(r), label, 5)).collect();
        let lines: usize = items.iter().map(Vec::len).sum();
        let height = strong.leading * to_f64(head.len()) + label.leading * to_f64(lines);
        let widths = head.iter().map(|line| sheet.text_width(line, strong.font));
        let widths = widths.chain(items.iter().flatten().map(|line| sheet.text_width(line, label.font)));
        Self {
            width: widths.fold(0.0, f64::max),
            head,
            items,
            height,
            strong,
            label,
        }
    }

    /// Sets the label with its upper left corner at a place, and makes each of its readings a mark.
    fn set(&self, sheet: &mut Sheet<'_>, event: &Event<'_>, (x, top): (f64, f64), area: Rect) {
        let mut y = top;
        for line in &self.head {
            let baseline = y + self.strong.leading * 0.72;
            sheet.text(x, baseline, line, self.strong.font, self.strong.ink, Anchor::Start);
            y += self.strong.leading;
        }
        let mut from = top;
        for (reading, lines) in event.readings.iter().zip(&self.items) {
            for line in lines {
                let baseline = y + self.label.leading * 0.72;
                sheet.text(x, baseline, line, self.label.font, self.label.ink, Anchor::Start);
                y += self.label.leading;
            }
            let width = self.width.max(24.0);
            let lines = |y: f64, end: f64| Rect {
                x,
                y,
                width,
                height: end - y,
            };
            let mut mark = reading.mark(reading.subject(), area, lines(from, y));
            // What it is about is read together with when.
            mark.clear = Some(area.union(&lines(top, y)));
            sheet.scene.marks.push(mark);
            from = y;
        }
    }
}

/// Lanes for bars, so that those that overlap stand side by side: the lane of each, in the order given.
fn lanes(spans: &[Option<(f64, f64)>]) -> (Vec<usize>, usize) {
    let mut ends: Vec<f64> = Vec::new();
    let lanes = spans
        .iter()
        .map(|span| {
            let Some((from, to)) = span else { return 0 };
            let free = ends.iter().position(|end| *end <= from + 0.5).unwrap_or(ends.len());
            if free == ends.len() {
                ends.push(*to);
            } else {
                ends[free] = *to;
            }
            free
        })
        .collect();
    (lanes, ends.len().max(1))
}

/// A count as a length.
#[allow(clippy::cast_precision_loss)] // far below 2^52
fn to_f64(count: usize) -> f64 {
    count as f64
}
