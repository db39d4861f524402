//! The card of a position: where it stands, among what, of what, and by which figure.

use super::page::{Detail, Page, WIDE, when};
use super::{Frame, fitting, kpi};
use crate::data::{Dataset, ObservationIx};
use crate::error::Result;
use crate::format::{Kind, Msg, message};
use crate::reading::Reading;
use crate::scene::{Scene, Type};
use crate::theme::Ink;

/// Lays the card out.
pub(super) fn rank(ds: &Dataset, observation: ObservationIx, frame: &Frame<'_>) -> Result<Scene> {
    Ok(fitting(frame, |detail| set(ds, observation, frame, detail)))
}

fn set(ds: &Dataset, observation: ObservationIx, frame: &Frame<'_>, detail: Detail) -> Scene {
    let lang = frame.lang;
    let reading = Reading::new(ds, observation, lang);
    let mut page = Page::new("rank", frame, detail);
    let full = page.sheet.width;
    let wide = full >= WIDE;
    if wide {
        page.column(0.0, (full * 0.46).floor(), 0.0);
    }
    page.name(reading.indicator());
    page.figure(&reading, kpi::largest(frame.width));
    if let Some(scope) = reading.scope_phrase() {
        page.strong(&message(lang, Msg::Says, &[("text", &scope)]));
    }
    page.when(&reading, Type::new(15.0, 400, Ink::Text));
    page.small(reading.entity());
    let left_end = page.sheet.y;
    if wide {
        let left = (full * 0.46).floor() + 28.0;
        page.column(left, full - left, 3.0);
    } else {
        page.rule();
    }
    match reading.observation.of.map(|of| Reading::new(ds, of, lang)) {
        Some(of) => {
            page.small(&message(lang, Msg::CardFigureOf, &[]));
            // Only what the card has not said yet.
            if of.subject() != reading.indicator() {
                page.name(&of.subject());
            }
            page.figure(&of, 28.0);
            if when(&of) != when(&reading) {
                page.when(&of, Type::new(13.0, 600, Ink::Text));
            }
            page.sheet.space(6.0);
            // The position itself is said already.
            for statement in of.assertions().iter().filter(|s| s.reading.ix != reading.ix) {
                page.statement(statement);
            }
        }
        None if reading.observation.kind == Kind::Rank => {
            let text = message(lang, Msg::CardNoFigureBehind, &[]);
            page.small(&text);
            page.say(text);
        }
        None => {}
    }
    page.statements(&reading);
    if wide {
        let y = page.sheet.y.max(left_end);
        page.column(0.0, full, y);
        page.rule();
    }
    page.remarks(&reading);
    page.foot(Some(&reading));
    page.finish(&reading.subject(), reading.entity())
}
