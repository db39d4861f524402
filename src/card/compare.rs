//! The card of two figures: side by side where there is room, and their difference where they compare.

use super::choose::{figure, weight};
use super::page::{Detail, Page};
use super::{Frame, fitting, refuse};
use crate::data::{Dataset, Filter, ObservationIx};
use crate::error::{Code, Result};
use crate::format::{self, Msg, labelled, list, message};
use crate::reading::{Reading, difference};
use crate::scene::{Dash, Point, Rect, Scene, Shape, Stroke, Texture, Type};
use crate::spec::Spec;
use crate::theme::Ink;

/// From this width on the two stand side by side.
const BESIDE: f64 = 440.0;
/// The room between the two.
const BETWEEN: f64 = 28.0;
/// The height of a bar.
const BAR: f64 = 12.0;

/// Lays the card out.
///
/// # Errors
/// [`Code::NothingToDraw`] where there are no two figures.
pub(super) fn compare(ds: &Dataset, spec: &Spec, frame: &Frame<'_>) -> Result<Scene> {
    let (a, b) = pair(ds, spec, frame)?;
    Ok(fitting(frame, |detail| set(&a, &b, frame, detail)))
}

/// The two figures, in order of time where they differ in nothing else.
fn pair<'d>(ds: &'d Dataset, spec: &Spec, frame: &Frame<'_>) -> Result<(Reading<'d>, Reading<'d>)> {
    let read = |ix| Reading::new(ds, ix, frame.lang);
    let (first, second) = if let (Some(a), Some(b)) = (spec.observation, spec.against) {
        (a, Some(b))
    } else if spec.observation.is_none() && spec.indicators.len() > 1 {
        let one = |n: usize| Spec {
            indicators: vec![spec.indicators[n]],
            ..spec.clone()
        };
        let first = figure(ds, &one(0), frame.lang)?;
        (first, alike(ds, &one(1), first))
    } else if spec.observation.is_none() && spec.entities.len() > 1 {
        let one = |n: usize| Spec {
            entities: vec![spec.entities[n]],
            ..spec.clone()
        };
        let first = figure(ds, &one(0), frame.lang)?;
        (first, alike(ds, &one(1), first))
    } else {
        let first = figure(ds, spec, frame.lang)?;
        (first, partner(ds, first, frame))
    };
    let Some(second) = second.filter(|second| *second != first) else {
        return refuse(Code::NothingToDraw, frame.lang, Msg::ErrorCardNoPair, &[]);
    };
    let (a, b) = (read(first), read(second));
    let in_time = a.observation.entity == b.observation.entity && a.observation.indicator == b.observation.indicator;
    if in_time && b.observation.period.order() < a.observation.period.order() {
        Ok((b, a))
    } else {
        Ok((a, b))
    }
}

/// The figure of another selection that is most like this one: the same sort, status and period before any other.
fn alike(ds: &Dataset, spec: &Spec, like: ObservationIx) -> Option<ObservationIx> {
    let o = ds.observation(like);
    let found = ds.select(&Filter {
        period: spec.period.into_iter().collect(),
        ..spec.filter(ds)
    });
    found.into_iter().filter(|ix| *ix != like).max_by_key(|ix| {
        let other = ds.observation(*ix);
        let same = (other.kind == o.kind, other.unit == o.unit, other.period == o.period);
        (same, other.status == o.status, weight(ds, *ix))
    })
}

/// The figure of the same thing to compare with: one that has a difference, else one that compares, else the last one
/// before it.
fn partner(ds: &Dataset, ix: ObservationIx, frame: &Frame<'_>) -> Option<ObservationIx> {
    let o = ds.observation(ix);
    let found = ds.select(&Filter {
        entity: vec![o.entity],
        indicator: vec![o.indicator],
        kind: vec![o.kind],
        ..Filter::default()
    });
    found.into_iter().filter(|other| *other != ix).max_by_key(|other| {
        let period = ds.observation(*other).period.order();
        let (a, b) = (Reading::new(ds, ix, frame.lang), Reading::new(ds, *other, frame.lang));
        let earlier = period <= o.period.order();
        (difference(&a, &b).is_ok(), ds.comparable(ix, *other), earlier, period)
    })
}

/// What tells the two apart.
struct Names {
    /// What the card is about: what both share.
    title: String,
    subtitle: String,
    /// The two names, the same in the sentence of the difference.
    own: [String; 2],
    /// Whether the names are periods, which stand beside the status anyway.
    periods: bool,
}

fn names(a: &Reading<'_>, b: &Reading<'_>) -> Names {
    let (x, y) = (a.observation, b.observation);
    let (subjects, entities) = ([a.subject(), b.subject()], [a.entity(), b.entity()]);
    let joined = |texts: &[&str]| list(a.lang, texts);
    let same_subject = subjects[0] == subjects[1];
    let same_entity = x.entity == y.entity;
    let title = if same_subject {
        subjects[0].clone()
    } else {
        format::names(a.lang, &[&subjects[0], &subjects[1]])
    };
    let subtitle = if same_entity {
        entities[0].to_owned()
    } else {
        joined(&entities)
    };
    let short = |r: &Reading<'_>| r.ds.entity(r.observation.entity).short.get(r.lang).to_owned();
    let own = match (same_subject, same_entity) {
        (true, true) => [a.period(), b.period()],
        (true, false) => [short(a), short(b)],
        _ => subjects,
    };
    Names {
        title,
        subtitle,
        periods: same_subject && same_entity,
        own,
    }
}

fn set<'d>(a: &Reading<'d>, b: &Reading<'d>, frame: &Frame<'_>, detail: Detail) -> Scene {
    let names = names(a, b);
    let mut page = Page::new("compare", frame, detail);
    let full = page.sheet.width;
    page.name(&names.title);
    page.small(&names.subtitle);
    page.sheet.space(8.0);
    let beside = full >= BESIDE;
    let column = if beside { ((full - BETWEEN) / 2.0).floor() } else { full };
    let top = page.sheet.y;
    let mut lowest = top;
    // Bars only where one scale is honest.
    let scale = a.ds.comparable(a.ix, b.ix).then(|| {
        let size = |r: &Reading<'_>| r.observation.value.to_f64().abs();
        size(a).max(size(b))
    });
    for (n, reading) in [a, b].into_iter().enumerate() {
        if beside {
            let left = if n == 0 { 0.0 } else { column + BETWEEN };
            page.column(left, column, top);
        } else if n == 1 {
            page.rule();
        }
        if !names.periods {
            page.name(&names.own[n]);
        }
        page.figure(reading, if frame.width < 320.0 { 34.0 } else { 42.0 });
        page.when(reading, Type::new(14.0, 600, Ink::Text));
        if let Some(greatest) = scale.filter(|greatest| *greatest > 0.0 && detail == Detail::Full) {
            bar(&mut page, reading, greatest);
        }
        page.sheet.space(4.0);
        if let Some(basis) = reading.basis_text() {
            page.small(&basis);
        }
        page.statements(reading);
        lowest = lowest.max(page.sheet.y);
    }
    if beside {
        let x = column + BETWEEN / 2.0;
        page.sheet.push(Shape::Line {
            points: vec![Point { x, y: top + 2.0 }, Point { x, y: lowest - 2.0 }],
            stroke: Stroke {
                ink: Ink::Grid,
                width: 1.0,
                dash: Dash::Solid,
            },
        });
    }
    page.column(0.0, full, lowest);
    page.rule();
    apart(&mut page, a, b, &names.own);
    page.remarks(a);
    page.remarks(b);
    page.foot(None);
    page.finish(&names.title, &names.subtitle)
}

/// The bar of a figure, from the left edge, on the scale of both.
fn bar<'d>(page: &mut Page<'_, 'd>, reading: &Reading<'d>, greatest: f64) {
    let length = reading.observation.value.to_f64().abs() / greatest * page.sheet.width;
    let rect = Rect {
        x: page.sheet.left,
        y: page.sheet.y + 5.0,
        width: length.max(1.0),
        height: BAR,
    };
    for shape in reading.texture().bar(rect, Ink::Series(0)) {
        page.sheet.push(shape);
    }
    page.sheet.space(BAR + 8.0);
}

/// The difference, or why there is none.
fn apart<'d>(page: &mut Page<'_, 'd>, a: &Reading<'d>, b: &Reading<'d>, own: &[String; 2]) {
    let lang = page.lang();
    let difference = match difference(a, b) {
        Ok(difference) => difference,
        Err(why) => {
            page.small(&why);
            page.say(why);
            return;
        }
    };
    let text = match difference.value.mantissa().signum() {
        0 => message(lang, Msg::CardEqual, &[]),
        sign => {
            let (more, less) = if sign > 0 { (0, 1) } else { (1, 0) };
            let size = difference.size();
            let (more, less) = (format::inside(&own[more]), format::inside(&own[less]));
            let args = [("a", more.as_str()), ("b", &less), ("value", &size)];
            message(lang, Msg::CardExceeds, &args)
        }
    };
    let derived = message(lang, Msg::CardDerived, &[]);
    let text = labelled(lang, &derived, &text);
    let text = message(lang, Msg::Says, &[("text", &text)]);
    page.swatched(Texture::Derived, &text, Type::new(15.0, 400, Ink::Text));
    page.say(text);
    if let Some(range) = difference.bounds() {
        let range = message(lang, Msg::CardRounding, &[("range", &range)]);
        page.small(&range);
        page.say(range);
    }
}
