//! Labels beside marks: each where it covers nothing, or not at all.

use crate::scene::{Point, Rect};
use crate::sort::sort_by;

/// What is taken on a plot, and where labels may stand.
#[derive(Clone, Debug)]
pub(super) struct Room {
    bounds: Rect,
    boxes: Vec<Rect>,
    lines: Vec<[Point; 2]>,
    levels: Vec<f64>,
}

impl Room {
    /// An empty room.
    pub(super) const fn new(bounds: Rect) -> Self {
        Self {
            bounds,
            boxes: Vec::new(),
            lines: Vec::new(),
            levels: Vec::new(),
        }
    }

    /// Keeps labels off a box.
    pub(super) fn take(&mut self, taken: Rect) {
        self.boxes.push(taken);
    }

    /// Keeps labels off an open line.
    pub(super) fn cross(&mut self, points: &[Point]) {
        self.lines.extend(points.windows(2).map(|pair| [pair[0], pair[1]]));
    }

    /// Keeps labels off a grid line, where there is another place for them close by.
    pub(super) fn avoid(&mut self, level: f64) {
        self.levels.push(level);
    }

    /// Finds a place of this size beside a mark: above it, below, to the right, to the left. It is taken then.
    pub(super) fn beside(&mut self, mark: &Rect, width: f64, height: f64) -> Option<Rect> {
        const GAP: f64 = 3.0;
        let centre = mark.centre();
        let within = |x: f64| x.min(self.bounds.right() - width).max(self.bounds.x);
        let middle = within(centre.x - width / 2.0);
        let above = |lift: f64| (middle, mark.y - GAP - lift - height);
        let places = [
            above(0.0),
            above(5.0),
            above(10.0),
            (middle, mark.bottom() + GAP),
            (mark.right() + GAP + 1.0, centre.y - height / 2.0),
            (mark.x - GAP - 1.0 - width, centre.y - height / 2.0),
            (within(mark.right()), mark.y - GAP - height),
            (within(mark.x - width), mark.y - GAP - height),
        ];
        let boxes = places.map(|(x, y)| Rect { x, y, width, height });
        let clear = |place: &&Rect| {
            !self
                .levels
                .iter()
                .any(|y| *y > place.y + 2.0 && *y < place.bottom() - 2.0)
        };
        let free = |place: &&Rect| self.is_free(place);
        // Above its mark, a little higher to keep off a grid line, but never beyond another line; else where there is room.
        let lifted = self
            .is_free(&boxes[0])
            .then(|| boxes.iter().take(3).filter(free).find(clear));
        let others = || boxes.iter().take(1).chain(boxes.iter().skip(3)).find(free);
        let place = lifted.flatten().or_else(others).copied()?;
        self.boxes.push(place);
        Some(place)
    }

    fn is_free(&self, place: &Rect) -> bool {
        self.bounds.holds(place, 0.01)
            && !self.boxes.iter().any(|taken| taken.overlaps(place))
            && !self.lines.iter().any(|line| crosses(line, place))
    }
}

/// Whether a straight line passes through a box (Liang and Barsky).
fn crosses(line: &[Point; 2], area: &Rect) -> bool {
    let [a, b] = line;
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (step, room) in [
        (-dx, a.x - area.x),
        (dx, area.right() - a.x),
        (-dy, a.y - area.y),
        (dy, area.bottom() - a.y),
    ] {
        if step.abs() < f64::EPSILON {
            if room < 0.0 {
                return false;
            }
        } else if step < 0.0 {
            enter = enter.max(room / step);
        } else {
            leave = leave.min(room / step);
        }
    }
    enter < leave
}

/// Moves spans of these middles and heights apart until none overlaps, inside `top..bottom`; `None` where they have no
/// room together. The order of the middles is kept.
pub(super) fn apart(spans: &[(f64, f64)], top: f64, bottom: f64) -> Option<Vec<f64>> {
    let total: f64 = spans.iter().map(|(_, height)| height).sum();
    if total > bottom - top {
        return None;
    }
    let mut order: Vec<usize> = (0..spans.len()).collect();
    sort_by(&mut order, |a, b| spans[*a].0.total_cmp(&spans[*b].0));
    let mut tops = vec![0.0; spans.len()];
    let mut free = top;
    for &i in &order {
        let (middle, height) = spans[i];
        tops[i] = (middle - height / 2.0).max(free);
        free = tops[i] + height;
    }
    let mut limit = bottom;
    for &i in order.iter().rev() {
        tops[i] = tops[i].min(limit - spans[i].1);
        limit = tops[i];
    }
    Some(tops)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_move_apart_and_stay_inside() {
        let tops = apart(&[(10.0, 8.0), (10.0, 8.0), (95.0, 8.0)], 0.0, 98.0).unwrap_or_default();
        assert!(tops[1] >= tops[0] + 8.0 && (tops[2] - 90.0).abs() < 1e-9, "{tops:?}");
        assert_eq!(apart(&[(0.0, 60.0), (0.0, 60.0)], 0.0, 100.0), None);
    }

    #[test]
    fn a_label_keeps_off_lines_and_boxes() {
        let bounds = Rect {
            x: 0.0,
            y: 0.0,
            width: 100.0,
            height: 100.0,
        };
        let mark = Rect {
            x: 48.0,
            y: 48.0,
            width: 4.0,
            height: 4.0,
        };
        let mut room = Room::new(bounds);
        room.cross(&[Point { x: 0.0, y: 40.0 }, Point { x: 100.0, y: 40.0 }]);
        let below = room.beside(&mark, 30.0, 10.0).map(|place| place.y);
        assert_eq!(below, Some(55.0));
        assert!(room.beside(&mark, 200.0, 10.0).is_none());
    }
}
