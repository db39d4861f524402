//! The card of an aim: what is aimed at and until when, what has been reached, and what is missing.

use super::page::{Detail, Page, when, when_type};
use super::spark::spark;
use super::{Frame, fitting, kpi, refuse};
use crate::data::{Dataset, Filter, ObservationIx};
use crate::error::{Code, Result};
use crate::format::{Kind, Msg, Nature, Status, labelled, message};
use crate::reading::Reading;
use crate::scene::{Dash, Point, Rect, Scene, Shape, Stroke, Texture, Type};
use crate::sort::sort_by_key;
use crate::theme::Ink;

/// The height of the track.
const TRACK: f64 = 20.0;
/// The height of the bar inside it.
const INNER: f64 = 10.0;

/// Lays the card out: an aim with what has been reached, or how much of a plan is done.
///
/// # Errors
/// [`Code::NothingToDraw`] where no aim belongs to the figure.
pub(super) fn target(ds: &Dataset, observation: ObservationIx, frame: &Frame<'_>) -> Result<Scene> {
    let reading = Reading::new(ds, observation, frame.lang);
    let aim = match reading.observation.status {
        Status::Target => Some(reading.clone()),
        _ => aim_of(&reading),
    };
    if let Some(aim) = aim {
        let named = (aim.ix != reading.ix).then_some(reading);
        let reached = named.or_else(|| reached_for(&aim));
        return Ok(fitting(frame, |detail| set(&aim, reached.as_ref(), frame, detail)));
    }
    let of_plan = |r: &Reading<'_>| r.observation.kind == Kind::Completion;
    let done = if of_plan(&reading) {
        Some(reading)
    } else {
        let mut modifiers = reading.modifiers().into_iter().map(|m| m.reading().clone());
        modifiers.find(of_plan)
    };
    match done {
        Some(done) => Ok(fitting(frame, |detail| set_plan(&done, frame, detail))),
        None => refuse(Code::NothingToDraw, frame.lang, Msg::ErrorCardNoTarget, &[]),
    }
}

/// The figures of the same indicator and entity, in the same unit and of the same sort.
fn siblings<'d>(reading: &Reading<'d>, aims: bool) -> Vec<Reading<'d>> {
    let o = reading.observation;
    let filter = Filter {
        entity: vec![o.entity],
        indicator: vec![o.indicator],
        kind: vec![o.kind],
        ..Filter::default()
    };
    let alike = |ix: &ObservationIx| {
        let other = reading.ds.observation(*ix);
        let aim = other.status == Status::Target;
        let result = matches!(other.status, Status::Actual | Status::Estimated);
        other.unit == o.unit && other.scope == o.scope && (if aims { aim } else { result })
    };
    let found = reading.ds.select(&filter).into_iter().filter(alike);
    found.map(|ix| Reading::new(reading.ds, ix, reading.lang)).collect()
}

/// The aim that a result belongs to: the first that ends no earlier, else the last one.
fn aim_of<'d>(reading: &Reading<'d>) -> Option<Reading<'d>> {
    let mut aims = siblings(reading, true);
    sort_by_key(&mut aims, |r| r.observation.period.order());
    let end = |r: &Reading<'_>| r.observation.period.order().0;
    let next = aims.iter().position(|aim| end(aim) >= end(reading));
    match next {
        Some(at) => aims.into_iter().nth(at),
        None => aims.pop(),
    }
}

/// The result to set against an aim: the latest that compares with it, else the latest of all.
fn reached_for<'d>(aim: &Reading<'d>) -> Option<Reading<'d>> {
    let results = siblings(aim, false).into_iter();
    results.max_by_key(|r| (aim.ds.comparable(aim.ix, r.ix), r.observation.period.order()))
}

fn set<'d>(aim: &Reading<'d>, reached: Option<&Reading<'d>>, frame: &Frame<'_>, detail: Detail) -> Scene {
    let lang = frame.lang;
    let mut page = Page::new("target", frame, detail);
    page.name(&aim.subject());
    page.figure(aim, kpi::largest(frame.width));
    page.when(aim, when_type());
    page.small(aim.entity());
    page.rule();
    match reached {
        Some(reached) => {
            if detail == Detail::Full {
                track(&mut page, reached, aim);
            }
            page.swatched(
                reached.texture(),
                &result_line(reached),
                Type::new(15.0, 600, Ink::Text),
            );
            page.show(reached);
            let texts = distance(reached, aim);
            for (n, text) in texts.iter().enumerate() {
                if n == 0 && texts.len() > 1 {
                    page.swatched(Texture::Derived, text, Type::new(15.0, 400, Ink::Text));
                } else {
                    page.small(text);
                }
                page.say(text.clone());
            }
            page.sheet.space(5.0);
            page.statements(reached);
        }
        None => {
            let text = message(lang, Msg::CardNoActual, &[]);
            page.small(&text);
            page.say(text);
            if detail == Detail::Full {
                spark(&mut page, aim);
            }
        }
    }
    page.statements(aim);
    page.remarks(aim);
    if let Some(reached) = reached {
        page.remarks(reached);
    }
    page.foot(Some(aim));
    page.finish(&aim.subject(), aim.entity())
}

/// The result in one line: `2021年全年，实际：112亿元`.
fn result_line(reached: &Reading<'_>) -> String {
    labelled(reached.lang, &when(reached), &reached.value())
}

/// What is missing, as sentences; the first is worked out where there are two.
fn distance(reached: &Reading<'_>, aim: &Reading<'_>) -> Vec<String> {
    let lang = aim.lang;
    let difference = match reached.distance_to(aim) {
        Ok(difference) => difference,
        Err(why) => return vec![why],
    };
    // A flow begins anew each year: last year's result is no progress towards this year's aim, only its yardstick.
    let year = |r: &Reading<'_>| r.observation.period.year();
    let fresh = aim.nature() == Nature::Flow && year(reached) != year(aim);
    let (size, period) = (difference.size(), reached.period());
    let key = match (difference.value.mantissa().signum(), fresh) {
        (0, true) => Msg::CardAtLast,
        (0, false) => Msg::CardReached,
        (1, true) => Msg::CardAboveLast,
        (1, false) => Msg::CardToGo,
        (_, true) => Msg::CardBelowLast,
        (_, false) => Msg::CardPassed,
    };
    let text = match key {
        Msg::CardAtLast => message(lang, key, &[("period", &period)]),
        Msg::CardReached => message(lang, key, &[]),
        Msg::CardAboveLast | Msg::CardBelowLast => message(lang, key, &[("value", &size), ("period", &period)]),
        _ => message(lang, key, &[("value", &size)]),
    };
    let derived = message(lang, Msg::CardDerived, &[]);
    let text = labelled(lang, &derived, &text);
    let text = message(lang, Msg::Says, &[("text", &text)]);
    let range = difference
        .bounds()
        .map(|range| message(lang, Msg::CardRounding, &[("range", &range)]));
    let mut texts = vec![text];
    texts.push(range.unwrap_or_default());
    texts
}

/// The track: the aim hollow, the result inside it, both from zero.
fn track<'d>(page: &mut Page<'_, 'd>, reached: &Reading<'d>, aim: &Reading<'d>) {
    let (result, goal) = (reached.observation.value.to_f64(), aim.observation.value.to_f64());
    let (low, high) = (result.min(goal).min(0.0), result.max(goal).max(0.0));
    if high - low <= 0.0 {
        return;
    }
    let (left, width, top) = (page.sheet.left, page.sheet.width, page.sheet.y + 2.0);
    let place = |v: f64| left + (v - low) / (high - low) * width;
    let bar = |v: f64, height: f64| {
        let y = top + (TRACK - height) / 2.0;
        let (from, to) = (
            Point { x: place(0.0), y },
            Point {
                x: place(v),
                y: y + height,
            },
        );
        Rect::between(from, to)
    };
    let (outer, inner) = (bar(goal, TRACK), bar(result, INNER));
    for shape in aim.texture().bar(outer, Ink::Series(0)) {
        page.sheet.push(shape);
    }
    for shape in reached.texture().bar(inner, Ink::Series(0)) {
        page.sheet.push(shape);
    }
    // The mark of the aim stands out over a result that has passed it.
    let x = place(goal).clamp(left + 1.0, left + width - 1.0);
    page.sheet.push(Shape::Line {
        points: vec![
            Point { x, y: top - 2.0 },
            Point {
                x,
                y: top + TRACK + 2.0,
            },
        ],
        stroke: Stroke {
            ink: Ink::Text,
            width: 2.0,
            dash: Dash::Solid,
        },
    });
    let hit = Rect {
        x: left,
        y: top - 2.0,
        width,
        height: TRACK + 4.0,
    };
    page.mark(reached, inner, hit, reached.period());
    page.sheet.space(TRACK + 12.0);
}

/// How much of a plan is done, where the plan's own figure is not printed.
fn set_plan<'d>(done: &Reading<'d>, frame: &Frame<'_>, detail: Detail) -> Scene {
    let lang = frame.lang;
    let mut page = Page::new("target", frame, detail);
    let of = done.observation.of.map(|of| Reading::new(done.ds, of, lang));
    page.name(&done.subject());
    page.figure(done, kpi::largest(frame.width));
    if let Some(scope) = done.scope_phrase() {
        page.strong(&message(lang, Msg::Says, &[("text", &scope)]));
    }
    page.when(done, Type::new(15.0, 400, Ink::Text));
    page.small(done.entity());
    page.sheet.space(6.0);
    if detail == Detail::Full {
        let share = done.observation.value.to_f64().max(0.0);
        let (left, width, top) = (page.sheet.left, page.sheet.width, page.sheet.y + 2.0);
        let whole = share.max(100.0);
        let bar = |v: f64, height: f64| Rect {
            x: left,
            y: top + (TRACK - height) / 2.0,
            width: v / whole * width,
            height,
        };
        for shape in Texture::Planned.bar(bar(100.0, TRACK), Ink::Series(0)) {
            page.sheet.push(shape);
        }
        for shape in done.texture().bar(bar(share, INNER), Ink::Series(0)) {
            page.sheet.push(shape);
        }
        page.sheet.space(TRACK + 8.0);
    }
    page.rule();
    if let Some(of) = of {
        page.swatched(of.texture(), &result_line(&of), Type::new(15.0, 600, Ink::Text));
        page.body(&of.subject());
        page.show(&of);
        page.sheet.space(4.0);
        for statement in of.assertions().iter().filter(|s| s.reading.ix != done.ix) {
            page.statement(statement);
        }
    }
    page.remarks(done);
    page.foot(Some(done));
    page.finish(&done.subject(), done.entity())
}
