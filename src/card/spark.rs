//! A small picture of the figures that compare with a card's own: bars from zero, never joined.

use super::page::Page;
use crate::data::Filter;
use crate::format::{self, Decimal, Kind, Msg, Nature, Status, axis_figure, axis_scale, axis_unit, message};
use crate::reading::{Reading, parts};
use crate::scene::{Anchor, Rect, Type};
use crate::sort::sort_by_key;
use crate::theme::Ink;

/// The height of the longest bar.
const TALL: f64 = 44.0;
/// The width of a bar, at most.
const WIDEST: f64 = 40.0;
/// The room between two labels.
const BETWEEN: f64 = 10.0;

/// The figures that compare with this one, itself among them, in order of time; none where it stands alone.
pub(super) fn history<'d>(reading: &Reading<'d>) -> Vec<Reading<'d>> {
    let (ds, o) = (reading.ds, reading.observation);
    if !matches!(o.kind, Kind::Level | Kind::Count) && !o.kind.is_growth() && o.kind != Kind::Share {
        return Vec::new();
    }
    let filter = Filter {
        entity: vec![o.entity],
        indicator: vec![o.indicator],
        kind: vec![o.kind],
        ..Filter::default()
    };
    let mut found: Vec<Reading<'d>> = ds
        .select(&filter)
        .into_iter()
        .filter(|&ix| {
            let other = ds.observation(ix);
            let same = ds.comparable(reading.ix, ix) && other.basis == o.basis && other.scope_label == o.scope_label;
            // Two figures of one period are a conflict or two claims, no history.
            ix == reading.ix || (same && other.period != o.period)
        })
        .map(|ix| Reading::new(ds, ix, reading.lang))
        .collect();
    sort_by_key(&mut found, |r| (r.observation.period.order(), r.observation.status));
    let mut periods: Vec<_> = Vec::new();
    found.retain(|r| {
        let known = periods.contains(&r.observation.period) && r.ix != reading.ix;
        periods.push(r.observation.period);
        !known
    });
    if found.len() < 2 { Vec::new() } else { found }
}

/// Draws the bars, as many of the last ones as have room for their labels; the card's own is always among them.
pub(super) fn spark<'d>(page: &mut Page<'_, 'd>, reading: &Reading<'d>) {
    let lang = page.lang();
    let mut bars = history(reading);
    let (label, value) = (Type::new(12.0, 400, Ink::Muted), Type::new(13.0, 600, Ink::Text));
    let greatest = |bars: &[Reading<'_>]| {
        let sizes = bars.iter().map(|r| absolute(r.observation.value));
        sizes.fold(Decimal::ZERO, |a, b| if b.compare(a).is_gt() { b } else { a })
    };
    let scale =
        |bars: &[Reading<'_>]| axis_scale(lang, reading.observation.unit, reading.figure().measure, greatest(bars));
    let widths = |bars: &[Reading<'_>], sheet: &crate::scene::Sheet<'_>| {
        let axis = scale(bars);
        let one = |r: &Reading<'_>| {
            let lines = lines(r).into_iter().map(|line| sheet.text_width(&line, label.font));
            lines.fold(
                sheet.text_width(&axis_figure(lang, &r.figure(), &axis), value.font),
                f64::max,
            )
        };
        bars.iter().map(one).fold(28.0, f64::max) + BETWEEN
    };
    while bars.len() > 1 && widths(&bars, &page.sheet) * to_f64(bars.len()) > page.sheet.width + BETWEEN {
        let first = bars.first().is_some_and(|r| r.ix == reading.ix);
        bars.remove(if first { bars.len() - 1 } else { 0 });
    }
    if bars.len() < 2 {
        return;
    }
    let (axis, slot) = (scale(&bars), widths(&bars, &page.sheet));
    let unit = axis_unit(lang, &axis);
    page.sheet.space(6.0);
    page.small(&message(lang, Msg::CardHistory, &[("unit", &unit)]));
    page.sheet.space(4.0);

    let extent = |negative: bool| {
        let values = bars.iter().map(|r| r.observation.value.to_f64());
        values
            .filter(|v| (*v < 0.0) == negative)
            .map(f64::abs)
            .fold(0.0, f64::max)
    };
    let (above, below) = (extent(false), extent(true));
    let per = if above + below > 0.0 {
        TALL / (above + below)
    } else {
        0.0
    };
    let left = page.sheet.left;
    let zero = page.sheet.y + value.leading + above * per;
    let bottom = zero + below * per + if below > 0.0 { value.leading } else { 0.0 };
    let mut lowest = bottom;
    for (n, bar) in bars.iter().enumerate() {
        let x = left + slot * to_f64(n);
        let length = (bar.observation.value.to_f64() * per).abs().max(1.0);
        let negative = bar.observation.value.is_negative();
        let rect = Rect {
            x,
            y: if negative { zero } else { zero - length },
            width: WIDEST.min(slot - BETWEEN),
            height: length,
        };
        for shape in bar.texture().bar(rect, Ink::Series(0)) {
            page.sheet.push(shape);
        }
        let own = bar.ix == reading.ix;
        let text = axis_figure(lang, &bar.figure(), &axis);
        let baseline = if negative { rect.bottom() + 13.0 } else { rect.y - 5.0 };
        let ink = if own { Ink::Text } else { Ink::Muted };
        page.sheet.text(x, baseline, &text, value.font, ink, Anchor::Start);
        let mut y = bottom + 4.0;
        for line in lines(bar) {
            page.sheet
                .text(x, y + 12.0, &line, label.font, label.ink, Anchor::Start);
            y += label.leading;
        }
        lowest = lowest.max(y);
        let top = page.sheet.y;
        let hit = Rect {
            x,
            y: top,
            width: (slot - 2.0).min(left + page.sheet.width - x),
            height: y - top,
        };
        if !own {
            page.mark(bar, rect, hit, bar.period());
            page.show(bar);
        }
    }
    let end = left + slot * to_f64(bars.len()) - BETWEEN;
    page.sheet.rule(zero, left, end, Ink::Text, 1.0);
    page.sheet.y = lowest + 4.0;
}

/// The lines under a bar: year, part of the year, status where it is no result.
fn lines(reading: &Reading<'_>) -> Vec<String> {
    let (o, lang) = (reading.observation, reading.lang);
    let (year, part) = match reading.nature() {
        Nature::Flow => format::period_axis(lang, o.period, reading.nature()),
        _ => (
            format::period(lang, o.period, format::PeriodForm::Short, reading.nature()),
            String::new(),
        ),
    };
    let status = match o.status {
        Status::Actual => "",
        status => format::status_short(lang, status),
    };
    let second = parts(lang, &[&part, status]);
    [year, second].into_iter().filter(|line| !line.is_empty()).collect()
}

/// A value without its sign.
fn absolute(value: Decimal) -> Decimal {
    if value.is_negative() { value.negated() } else { value }
}

/// A count as a length.
#[allow(clippy::cast_precision_loss)] // far below 2^52
fn to_f64(count: usize) -> f64 {
    count as f64
}
