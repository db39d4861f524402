//! The axis along the sheet, labels above it on leaders of different length.

use super::{Axis, BAR, Block, Event, LANE, Names, RADIUS, lanes, to_f64};
use crate::chart::frame::{Frame, at};
use crate::scene::{Anchor, Dash, Fill, Rect, Shape, Sheet, Stroke};
use crate::theme::Ink;

/// More storeys of labels than this are no picture any more.
const MOST_STOREYS: usize = 7;
/// Nor are storeys that rise higher than this part of the width.
const STEEPEST: f64 = 0.5;
/// The room between two labels.
const BETWEEN: f64 = 14.0;
/// The room between a leader and its label.
const PAD: f64 = 7.0;

/// Draws the events; `false`, with nothing drawn, where their labels would pile up too high.
pub(super) fn draw(sheet: &mut Sheet<'_>, frame: &Frame<'_>, events: &[Event<'_>], axis: &Axis, names: &Names) -> bool {
    let full = sheet.width;
    let widest = (full / 3.7).clamp(140.0, 260.0);
    let blocks: Vec<Block> = events
        .iter()
        .map(|event| Block::new(event, widest, sheet, frame, names))
        .collect();
    // A label extends to the right of its leader, so the axis ends where the last one would leave the sheet.
    let last = blocks.iter().map(|b| b.width).fold(0.0, f64::max) + PAD;
    let (from, length) = (RADIUS + 2.0, full - last - RADIUS - 4.0);
    let per_year = length / (axis.high - axis.low);
    let x = |time: f64| from + axis.place(time) * length;
    let anchors: Vec<f64> = events.iter().map(|event| x(event.middle())).collect();
    let storeys = storeys(&anchors, &blocks);
    let count = storeys.iter().max().map_or(0, |most| most + 1);
    let heights: Vec<f64> = (0..count)
        .map(|storey| {
            let own = blocks.iter().zip(&storeys).filter(|(_, s)| **s == storey);
            own.map(|(block, _)| block.height).fold(0.0, f64::max) + 8.0
        })
        .collect();
    if count > MOST_STOREYS || heights.iter().sum::<f64>() > full * STEEPEST {
        return false;
    }
    let bars: Vec<Option<(f64, f64)>> = events
        .iter()
        .map(|e| e.is_bar(per_year).then(|| (x(e.span.0), x(e.span.1))))
        .collect();
    let (lane_of, lane_count) = lanes(&bars);
    let stack = to_f64(lane_count - 1) * LANE;
    let line = sheet.y + heights.iter().sum::<f64>() + 14.0 + stack + RADIUS;

    let hair = |ink: Ink| Stroke {
        ink,
        width: 1.0,
        dash: Dash::Solid,
    };
    // Leaders first, so that dots and bars lie over them.
    let mut tops = Vec::new();
    for (n, anchor) in anchors.iter().enumerate() {
        let storey: f64 = heights.iter().take(storeys[n] + 1).sum();
        let top = line - stack - RADIUS - 10.0 - storey;
        tops.push(top);
        sheet.push(Shape::Line {
            points: vec![at(*anchor, top + 2.0), at(*anchor, line)],
            stroke: hair(Ink::Muted),
        });
    }
    sheet.rule(line, from - RADIUS, from + length + RADIUS, Ink::Text, 1.0);
    let small = frame.label();
    for year in axis.ticks(length, sheet.text_width("0000", small.font) + 14.0) {
        let place = x(f64::from(year));
        sheet.push(Shape::Line {
            points: vec![at(place, line), at(place, line + 5.0)],
            stroke: hair(Ink::Text),
        });
        let text = year.to_string();
        let half = sheet.text_width(&text, small.font) / 2.0;
        let middle = place.max(half);
        let baseline = line + RADIUS + small.leading;
        sheet.text(middle, baseline, &text, small.font, small.ink, Anchor::Middle);
    }
    let rects: Vec<Option<Rect>> = bars
        .iter()
        .zip(&lane_of)
        .map(|(bar, lane)| {
            let y = line - to_f64(*lane) * LANE - BAR / 2.0;
            bar.map(|(left, right)| Rect {
                x: left,
                y,
                width: right - left,
                height: BAR,
            })
        })
        .collect();
    paint_bars(sheet, events, &rects);
    for (n, event) in events.iter().enumerate() {
        let area = rects[n].unwrap_or_else(|| dot(sheet, event, anchors[n], line));
        blocks[n].set(sheet, event, (anchors[n] + PAD, tops[n]), area);
    }
    sheet.y = line + RADIUS + small.leading + 6.0;
    true
}

/// Draws the bars, before any dot, so that none hides one. A hollow one hides the axis.
pub(super) fn paint_bars(sheet: &mut Sheet<'_>, events: &[Event<'_>], rects: &[Option<Rect>]) {
    for (event, rect) in events.iter().zip(rects) {
        let (Some(first), Some(rect)) = (event.readings.first(), *rect) else {
            continue;
        };
        sheet.push(Shape::Rect {
            rect,
            fill: Some(Fill::Solid(Ink::Ground)),
            stroke: None,
        });
        for shape in first.texture().bar(rect, Ink::Series(0)) {
            sheet.push(shape);
        }
    }
}

/// Draws an event as a dot; gives its box.
pub(super) fn dot(sheet: &mut Sheet<'_>, event: &Event<'_>, x: f64, y: f64) -> Rect {
    if let Some(first) = event.readings.first() {
        // Under a hollow dot the axis must not show.
        sheet.push(Shape::Circle {
            centre: at(x, y),
            radius: RADIUS,
            fill: Some(Fill::Solid(Ink::Ground)),
            stroke: None,
        });
        sheet.push(first.texture().dot(at(x, y), RADIUS, Ink::Series(0)));
    }
    Rect {
        x: x - RADIUS,
        y: y - RADIUS,
        width: 2.0 * RADIUS,
        height: 2.0 * RADIUS,
    }
}

/// The storey of each label above the axis. From the right: a label goes above every label whose leader stands under
/// it, so no leader crosses a label and no two labels meet.
fn storeys(anchors: &[f64], blocks: &[Block]) -> Vec<usize> {
    let mut storeys = vec![0; anchors.len()];
    for n in (0..anchors.len()).rev() {
        let right = anchors[n] + PAD + blocks[n].width + BETWEEN;
        let under = (n + 1..anchors.len()).filter(|m| anchors[*m] < right);
        storeys[n] = under.map(|m| storeys[m] + 1).max().unwrap_or(0);
    }
    storeys
}
