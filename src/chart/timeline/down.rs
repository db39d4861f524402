//! The axis down the sheet, labels to its right in order of time.

use super::across::{dot, paint_bars};
use super::{Axis, BAR, Block, Event, LANE, Names, RADIUS, lanes, to_f64};
use crate::chart::frame::{Frame, at};
use crate::scene::{Anchor, Dash, Rect, Shape, Sheet, Stroke};
use crate::theme::Ink;

/// The room between two labels.
const BETWEEN: f64 = 12.0;
/// The least length of the axis.
const SHORTEST: f64 = 160.0;
/// The room in which leaders find their labels.
const LEADER: f64 = 26.0;

/// Draws the events.
pub(super) fn draw(sheet: &mut Sheet<'_>, frame: &Frame<'_>, events: &[Event<'_>], axis: &Axis, names: &Names) {
    let (full, top) = (sheet.width, sheet.y + 8.0);
    let small = frame.label();
    let gutter = sheet.text_width("0000", small.font) + 12.0;
    // The labels' width depends on the lanes, and those on the height, which depends on the labels: the most lanes
    // that any height could ask for is a safe start.
    let bars = |per_year: f64, y: &dyn Fn(f64) -> f64| -> Vec<Option<(f64, f64)>> {
        let bar = |e: &Event<'_>| e.is_bar(per_year).then(|| (y(e.span.0), y(e.span.1)));
        events.iter().map(bar).collect()
    };
    let (_, most) = lanes(&bars(f64::INFINITY, &|time| time * 1e4));
    let most = most.min(6);
    let line = gutter + RADIUS;
    let left = line + to_f64(most - 1) * LANE + RADIUS + LEADER;
    let width = (full - left).max(60.0);
    let blocks: Vec<Block> = events
        .iter()
        .map(|event| Block::new(event, width, sheet, frame, names))
        .collect();
    let needed: f64 = blocks.iter().map(|block| block.height + BETWEEN).sum();
    // A little shorter than the labels together: they may stand out at both ends, and time should not drag.
    let length = (needed * 0.8).max(SHORTEST);
    let per_year = length / (axis.high - axis.low);
    let y = |time: f64| top + axis.place(time) * length;
    let bars = bars(per_year, &y);
    let (lane_of, _) = lanes(&bars);
    let tops = spread(events, &blocks, &y, top - 10.0);

    let hair = |ink: Ink| Stroke {
        ink,
        width: 1.0,
        dash: Dash::Solid,
    };
    sheet.push(Shape::Line {
        points: vec![at(line, top), at(line, top + length)],
        stroke: hair(Ink::Text),
    });
    for year in axis.ticks(length, small.leading + 14.0) {
        let place = y(f64::from(year));
        let text = year.to_string();
        sheet.push(Shape::Line {
            points: vec![at(line - 5.0, place), at(line, place)],
            stroke: hair(Ink::Text),
        });
        let baseline = place + small.font.size * 0.35;
        sheet.text(line - 9.0, baseline, &text, small.font, small.ink, Anchor::End);
    }
    for (n, event) in events.iter().enumerate() {
        let x = line + to_f64(lane_of[n].min(most - 1)) * LANE;
        let (from, to) = (y(event.middle()), tops[n] + blocks[n].strong.leading * 0.5);
        sheet.push(Shape::Line {
            points: vec![
                at(x, from),
                at(left - LEADER + 2.0, from),
                at(left - 8.0, to),
                at(left - 4.0, to),
            ],
            stroke: hair(Ink::Muted),
        });
    }
    let rects: Vec<Option<Rect>> = bars
        .iter()
        .zip(&lane_of)
        .map(|(bar, lane)| {
            let x = line + to_f64((*lane).min(most - 1)) * LANE - BAR / 2.0;
            bar.map(|(from, to)| Rect {
                x,
                y: from,
                width: BAR,
                height: to - from,
            })
        })
        .collect();
    paint_bars(sheet, events, &rects);
    for (n, event) in events.iter().enumerate() {
        let area = rects[n].unwrap_or_else(|| dot(sheet, event, line, y(event.middle())));
        blocks[n].set(sheet, event, (left, tops[n]), area);
    }
    let ends = tops.iter().zip(&blocks).map(|(top, block)| top + block.height);
    sheet.y = ends.fold(top + length + 8.0, f64::max);
}

/// The upper edges of the labels, in order and none over another: a crowd of labels stands around the middle of its
/// marks (the least squares of all distances), and nothing rises above `low`.
fn spread(events: &[Event<'_>], blocks: &[Block], y: &dyn Fn(f64) -> f64, low: f64) -> Vec<f64> {
    // Crowds: sum of wanted places without the labels above in the crowd, and how many labels.
    let mut crowds: Vec<(f64, f64)> = Vec::new();
    let mut offset = 0.0;
    let mut offsets = Vec::new();
    for (event, block) in events.iter().zip(blocks) {
        // A label's first line stands at the height of its mark.
        let wanted = y(event.middle()) - block.strong.leading * 0.5 - offset;
        crowds.push((wanted, 1.0));
        while let [.., (above, m), (below, n)] = crowds[..] {
            if above / m <= below / n {
                break;
            }
            crowds.truncate(crowds.len() - 2);
            crowds.push((above + below, m + n));
        }
        offsets.push(offset);
        offset += block.height + BETWEEN;
    }
    let places = crowds.iter().flat_map(|(sum, count)| {
        let place = (sum / count).max(low);
        std::iter::repeat_n(place, whole(*count))
    });
    places.zip(offsets).map(|(place, offset)| place + offset).collect()
}

/// A count that was kept as a float.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(count: f64) -> usize {
    count.round() as usize
}
