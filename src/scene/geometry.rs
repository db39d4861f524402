//! Points and boxes in CSS pixels, x to the right and y down.

/// A place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// From the left edge.
    pub x: f64,
    /// From the top edge.
    pub y: f64,
}

/// An upright box.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// The left edge.
    pub x: f64,
    /// The top edge.
    pub y: f64,
    /// From left to right, never negative.
    pub width: f64,
    /// From top to bottom, never negative.
    pub height: f64,
}

impl Rect {
    /// The box between two corners, whichever they are.
    #[must_use]
    pub fn between(a: Point, b: Point) -> Self {
        Self {
            x: a.x.min(b.x),
            y: a.y.min(b.y),
            width: (a.x - b.x).abs(),
            height: (a.y - b.y).abs(),
        }
    }

    /// The right edge.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// The bottom edge.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// The middle.
    #[must_use]
    pub fn centre(&self) -> Point {
        Point {
            x: self.x + self.width / 2.0,
            y: self.y + self.height / 2.0,
        }
    }

    /// The box with each edge moved outwards.
    #[must_use]
    pub fn grown(&self, by: f64) -> Self {
        let width = (self.width + 2.0 * by).max(0.0);
        let height = (self.height + 2.0 * by).max(0.0);
        Self {
            x: self.x - by,
            y: self.y - by,
            width,
            height,
        }
    }

    /// The smallest box that holds both.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        let low = Point {
            x: self.x.min(other.x),
            y: self.y.min(other.y),
        };
        let high = Point {
            x: self.right().max(other.right()),
            y: self.bottom().max(other.bottom()),
        };
        Self::between(low, high)
    }

    /// Whether the two share more than an edge.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether the other lies in this one, give or take `slack`.
    #[must_use]
    pub fn holds(&self, other: &Self, slack: f64) -> bool {
        other.x >= self.x - slack
            && other.y >= self.y - slack
            && other.right() <= self.right() + slack
            && other.bottom() <= self.bottom() + slack
    }

    /// The four corners, clockwise from the upper left.
    #[must_use]
    pub fn corners(&self) -> [Point; 4] {
        [
            Point { x: self.x, y: self.y },
            Point {
                x: self.right(),
                y: self.y,
            },
            Point {
                x: self.right(),
                y: self.bottom(),
            },
            Point {
                x: self.x,
                y: self.bottom(),
            },
        ]
    }
}

/// Sine and cosine of an angle in turns, to twelve digits: the same to the bit on every machine, and a tenth of the machine
/// code of the standard library's, which are exact to the last bit at any angle.
#[must_use]
pub fn direction(turns: f64) -> (f64, f64) {
    let quarters = (turns * 4.0).round_ties_even();
    let angle = (turns * 4.0 - quarters) * std::f64::consts::FRAC_PI_2;
    // Both series at once, from the smallest term: angles are below an eighth of a turn.
    let (mut sin, mut cos) = (1.0, 1.0);
    for n in [14.0, 12.0, 10.0, 8.0, 6.0, 4.0, 2.0] {
        sin = 1.0 - sin * angle * angle / (n * (n + 1.0));
        cos = 1.0 - cos * angle * angle / (n * (n - 1.0));
    }
    sin *= angle;
    #[allow(clippy::cast_possible_truncation)] // a whole number
    match quarters as i64 & 3 {
        0 => (sin, cos),
        1 => (cos, -sin),
        2 => (-sin, -cos),
        _ => (-cos, sin),
    }
}

#[cfg(test)]
mod tests {
    use super::direction;

    #[test]
    fn directions_are_those_of_the_standard_library() {
        for i in -100..300 {
            let turns = f64::from(i) / 97.0;
            let (sin, cos) = direction(turns);
            let (exact_sin, exact_cos) = (turns * std::f64::consts::TAU).sin_cos();
            assert!(
                (sin - exact_sin).abs() < 1e-12 && (cos - exact_cos).abs() < 1e-12,
                "{turns}"
            );
        }
    }
}
