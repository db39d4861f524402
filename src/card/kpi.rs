//! The plain card: what, how much, of which period and status, against what, and printed where.

use super::page::{Detail, Page, WIDE, when_type};
use super::spark::spark;
use super::{Frame, fitting};
use crate::data::{Dataset, ObservationIx};
use crate::format::{Kind, Msg, message};
use crate::reading::Reading;
use crate::scene::Scene;

/// Lays the card out.
pub(super) fn kpi(ds: &Dataset, observation: ObservationIx, frame: &Frame<'_>) -> Scene {
    fitting(frame, |detail| set(ds, observation, frame, detail))
}

fn set(ds: &Dataset, observation: ObservationIx, frame: &Frame<'_>, detail: Detail) -> Scene {
    let reading = Reading::new(ds, observation, frame.lang);
    let mut page = Page::new("kpi", frame, detail);
    let full = page.sheet.width;
    let wide = full >= WIDE;
    if wide {
        page.column(0.0, (full * 0.46).floor(), 0.0);
    }
    page.name(&reading.subject());
    page.figure(&reading, largest(frame.width));
    page.when(&reading, when_type());
    page.small(reading.entity());
    if reading.scope().is_some() || reading.basis_text().is_some() {
        page.sheet.space(4.0);
        if let Some(scope) = reading.scope_phrase() {
            let scope = message(frame.lang, Msg::Says, &[("text", &scope)]);
            page.body(&scope);
        }
        if let Some(basis) = reading.basis_text() {
            page.small(&basis);
        }
    }
    let left_end = page.sheet.y;
    if wide {
        let left = (full * 0.46).floor() + 28.0;
        page.column(left, full - left, 3.0);
    } else {
        page.rule();
    }
    let before = page.sheet.y;
    behind(&mut page, &reading);
    page.statements(&reading);
    if detail == Detail::Full {
        spark(&mut page, &reading);
    }
    let empty = page.sheet.y - before < 1.0;
    if wide {
        let y = page.sheet.y.max(left_end);
        page.column(0.0, full, y);
        page.rule();
    } else if !empty {
        page.sheet.space(3.0);
    }
    page.remarks(&reading);
    page.foot(Some(&reading));
    page.finish(&reading.subject(), reading.entity())
}

/// The largest size of a card's number at this width.
pub(super) fn largest(width: f64) -> f64 {
    match width {
        w if w < 320.0 => 44.0,
        w if w < WIDE => 56.0,
        _ => 64.0,
    }
}

/// The figure that this one speaks about, where it is a growth, a share or the like.
fn behind<'d>(page: &mut Page<'_, 'd>, reading: &Reading<'d>) {
    let Some(of) = reading.observation.of else { return };
    let of = Reading::new(reading.ds, of, reading.lang);
    if matches!(of.observation.kind, Kind::First | Kind::Only) {
        return;
    }
    let args = [
        ("subject", of.subject()),
        ("value", of.value()),
        ("period", super::page::when(&of)),
    ];
    let args: Vec<(&str, &str)> = args.iter().map(|(name, text)| (*name, text.as_str())).collect();
    page.body(&message(page.lang(), Msg::CardBehind, &args));
    page.show(&of);
    page.sheet.space(5.0);
}
