//! What the marks of every chart have in common.

use super::frame::Frame;
use crate::error::{Code, Error};
use crate::format::{Decimal, Lang, Msg, Refusal, axis_scale, axis_unit, message, refusal};
use crate::reading::Reading;
use crate::scene::{Mark, Rect};
use crate::theme::{Ink, SERIES};

/// The colour of a series.
pub(super) fn ink(series: usize) -> Ink {
    Ink::Series(u8::try_from(series % SERIES).unwrap_or(0))
}

/// A count as a length.
#[allow(clippy::cast_precision_loss)] // far below 2^52
pub(super) fn to_f64(count: usize) -> f64 {
    count as f64
}

/// As [`Reading::mark`], without words where none are wanted.
pub(super) fn mark(frame: &Frame<'_>, reading: &Reading<'_>, title: String, area: Rect, hit: Rect) -> Mark {
    if frame.quiet {
        return Mark {
            area,
            hit,
            ..Mark::default()
        };
    }
    reading.mark(title, area, hit)
}

/// A refusal because nothing answers.
pub(super) fn nothing(lang: Lang, why: Msg) -> Error {
    Error::new(Code::NothingToDraw, message(lang, why, &[]))
}

/// A refusal because what answers cannot honestly stand in one picture.
pub(super) fn unlike(lang: Lang, why: &Refusal<'_>) -> Error {
    Error::new(Code::CannotCombine, refusal(lang, why))
}

/// Why two figures cannot be drawn as one thing: the first of unit, entity, period and status in which they differ.
pub(super) fn differ(a: &Reading<'_>, b: &Reading<'_>) -> Option<Error> {
    let (x, y, lang) = (a.observation, b.observation, a.lang);
    let unit = |r: &Reading<'_>| {
        let scale = axis_scale(
            lang,
            r.observation.unit,
            r.ds.measure(r.observation.indicator),
            Decimal::ZERO,
        );
        axis_unit(lang, &scale)
    };
    if x.unit != y.unit || unit(a) != unit(b) {
        let (left, right) = (unit(a), unit(b));
        let why = if x.unit.is_money() && y.unit.is_money() {
            Refusal::Currencies(&left, &right)
        } else {
            Refusal::Units(&left, &right)
        };
        return Some(unlike(lang, &why));
    }
    if x.entity != y.entity {
        return Some(unlike(lang, &Refusal::Definitions(a.entity(), b.entity())));
    }
    if x.period != y.period {
        return Some(unlike(lang, &Refusal::Periods(&a.period(), &b.period())));
    }
    (x.status != y.status).then(|| {
        let (left, right) = (a.status(), b.status());
        let args = [("left", left), ("right", right), ("what", a.indicator())];
        Error::new(Code::CannotCombine, message(lang, Msg::ErrorStatusesApart, &args))
    })
}
