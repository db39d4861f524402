//! Textures as geometry: hatching, dots and dashes come out as plain lines and points, so that every painter, paper
//! included, draws them alike without patterns of its own.

use super::geometry::{Point, Rect};
use crate::sort::sort_by;

/// The distance between two hatch lines, in CSS pixels across them.
const HATCH_GAP: f64 = 5.0;
/// The distance between two dots along a row.
const DOT_GAP: f64 = 6.0;

/// The box around points; `None` for no points.
pub(super) fn bounds(points: &[Point]) -> Option<Rect> {
    let first = *points.first()?;
    let (low, high) = points.iter().fold((first, first), |(low, high), p| {
        (
            Point {
                x: low.x.min(p.x),
                y: low.y.min(p.y),
            },
            Point {
                x: high.x.max(p.x),
                y: high.y.max(p.y),
            },
        )
    });
    Some(Rect::between(low, high))
}

/// Rising, or falling, diagonals inside a polygon. They are anchored to the canvas, so that neighbours' hatching lines up.
pub(super) fn hatch(polygon: &[Point], falling: bool) -> Vec<[Point; 2]> {
    let lean = if falling { -1.0 } else { 1.0 };
    // On a rising diagonal x + y is constant, on a falling one y - x: number the lines by it.
    let number = |p: Point| p.x * lean + p.y;
    let step = HATCH_GAP * std::f64::consts::SQRT_2;
    let (mut sum, mut end) = (f64::INFINITY, f64::NEG_INFINITY);
    for p in polygon {
        sum = sum.min(number(*p));
        end = end.max(number(*p));
    }
    sum = (sum / step).ceil() * step;
    let mut lines = Vec::new();
    let mut cuts: Vec<f64> = Vec::new();
    while sum < end {
        cuts.clear();
        for (i, a) in polygon.iter().enumerate() {
            let b = polygon[(i + 1) % polygon.len()];
            let (da, db) = (number(*a) - sum, number(b) - sum);
            if (da < 0.0) != (db < 0.0) {
                cuts.push(a.x + (b.x - a.x) * da / (da - db));
            }
        }
        sort_by(&mut cuts, f64::total_cmp);
        for pair in cuts.chunks_exact(2) {
            lines.push([pair[0], pair[1]].map(|x| Point { x, y: sum - x * lean }));
        }
        sum += step;
    }
    lines
}

/// The same lines in dashes. They begin at their upper ends, which lie on one edge of a box: a pattern, no noise.
pub(super) fn broken(lines: &[[Point; 2]]) -> Vec<[Point; 2]> {
    let cut = lines.iter().flat_map(|[a, b]| dashes(&[*b, *a], 4.0, 3.5));
    cut.filter_map(|dash| Some([*dash.first()?, *dash.last()?])).collect()
}

/// Staggered dots inside a polygon, each whole.
pub(super) fn dots(polygon: &[Point], radius: f64) -> Vec<Point> {
    let Some(area) = bounds(polygon) else { return Vec::new() };
    let mut out = Vec::new();
    let row_gap = DOT_GAP / 2.0;
    let mut row = (area.y / row_gap).ceil();
    while row * row_gap < area.bottom() {
        let shift = if row.rem_euclid(2.0) < 0.5 { 0.0 } else { DOT_GAP / 2.0 };
        let mut x = ((area.x - shift) / DOT_GAP).ceil() * DOT_GAP + shift;
        while x < area.right() {
            let centre = Point { x, y: row * row_gap };
            let around = [(radius, 0.0), (-radius, 0.0), (0.0, radius), (0.0, -radius)];
            if around.iter().all(|(dx, dy)| {
                inside(
                    polygon,
                    Point {
                        x: centre.x + dx,
                        y: centre.y + dy,
                    },
                )
            }) {
                out.push(centre);
            }
            x += DOT_GAP;
        }
        row += 1.0;
    }
    out
}

/// Whether a place lies in a polygon, by the even-odd rule.
fn inside(polygon: &[Point], p: Point) -> bool {
    let mut odd = false;
    for (i, a) in polygon.iter().enumerate() {
        let b = polygon[(i + 1) % polygon.len()];
        if (a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y) {
            odd = !odd;
        }
    }
    odd
}

/// Cuts a polyline into dashes of length `on` with gaps of `off`.
pub(super) fn dashes(points: &[Point], on: f64, off: f64) -> Vec<Vec<Point>> {
    let mut out: Vec<Vec<Point>> = Vec::new();
    let (mut left, mut drawing) = (on, true);
    let mut current: Vec<Point> = points.first().copied().into_iter().collect();
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        let mut length = (to.x - from.x).hypot(to.y - from.y);
        while length > left {
            let t = left / length;
            from = Point {
                x: from.x + (to.x - from.x) * t,
                y: from.y + (to.y - from.y) * t,
            };
            length -= left;
            if drawing {
                current.push(from);
                out.push(std::mem::take(&mut current));
            } else {
                current = vec![from];
            }
            drawing = !drawing;
            left = if drawing { on } else { off };
        }
        left -= length;
        if drawing {
            current.push(to);
        }
    }
    if drawing && current.len() > 1 {
        out.push(current);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Rect = Rect {
        x: 10.0,
        y: 20.0,
        width: 40.0,
        height: 30.0,
    };

    #[test]
    fn hatching_stays_inside_and_fills() {
        let lines = [hatch(&BOX.corners(), false), hatch(&BOX.corners(), true)].concat();
        assert!(lines.len() > 16, "{}", lines.len());
        for p in lines.iter().flatten() {
            assert!(
                BOX.grown(1e-6).holds(
                    &Rect {
                        x: p.x,
                        y: p.y,
                        width: 0.0,
                        height: 0.0
                    },
                    0.0
                ),
                "{p:?}"
            );
        }
    }

    #[test]
    fn hatching_leaves_a_hole_open() {
        // A U: lines through the notch must be cut in two.
        let u = [
            (0., 0.),
            (20., 0.),
            (20., 40.),
            (40., 40.),
            (40., 0.),
            (60., 0.),
            (60., 60.),
            (0., 60.),
        ]
        .map(|(x, y)| Point { x, y });
        for [a, b] in hatch(&u, false) {
            let middle = Point {
                x: f64::midpoint(a.x, b.x),
                y: f64::midpoint(a.y, b.y),
            };
            assert!(inside(&u, middle) || (a.x - b.x).abs() < 1e-6, "{a:?} {b:?}");
        }
    }

    #[test]
    fn dots_are_whole() {
        let centres = dots(&BOX.corners(), 1.0);
        assert!(centres.len() > 20);
        for c in &centres {
            assert!(BOX.grown(-0.99).holds(
                &Rect {
                    x: c.x,
                    y: c.y,
                    width: 0.0,
                    height: 0.0
                },
                0.02
            ));
        }
    }

    #[test]
    fn dashes_turn_corners_and_keep_their_length() {
        let path = [(0., 0.), (10., 0.), (10., 10.)].map(|(x, y)| Point { x, y });
        let cut = dashes(&path, 4.0, 2.0);
        let length = |d: &Vec<Point>| {
            d.windows(2)
                .map(|w| (w[1].x - w[0].x).hypot(w[1].y - w[0].y))
                .sum::<f64>()
        };
        assert_eq!(cut.len(), 4);
        assert!(cut[..3].iter().all(|d| (length(d) - 4.0).abs() < 1e-9));
        assert!((length(&cut[3]) - 2.0).abs() < 1e-9);
    }
}
