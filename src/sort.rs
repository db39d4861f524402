//! Sorting, written once: the standard library's sorts are compiled anew for every type and comparison, at two to five
//! kilobytes each.

#![forbid(unsafe_code)]

use std::cmp::Ordering;

/// A stable sort of places under way, which can rest between two steps.
pub(crate) struct Sorting {
    from: Vec<usize>,
    to: Vec<usize>,
    /// The length of the runs that are in order already.
    width: usize,
    /// Where the pair of runs begins that is being merged, and how far each of them is.
    start: usize,
    left: usize,
    right: usize,
}

impl Sorting {
    /// Nothing is sorted yet.
    pub(crate) fn new(count: usize) -> Self {
        let from: Vec<usize> = (0..count).collect();
        Self {
            to: from.clone(),
            from,
            width: 1,
            start: 0,
            left: 0,
            right: 1,
        }
    }

    /// Puts at most so many places where they belong in their run; whether all is done.
    pub(crate) fn step(&mut self, most: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> bool {
        let (count, mut rest) = (self.from.len(), most);
        while self.width < count {
            while self.start < count {
                let middle = (self.start + self.width).min(count);
                let end = (middle + self.width).min(count);
                while self.left + self.right - middle < end {
                    if rest == 0 {
                        return false;
                    }
                    rest -= 1;
                    let (left, right) = (self.left, self.right);
                    let first = right >= end || (left < middle && compare(self.from[left], self.from[right]).is_le());
                    let next = if first { &mut self.left } else { &mut self.right };
                    self.to[left + right - middle] = self.from[*next];
                    *next += 1;
                }
                self.begin(end);
            }
            std::mem::swap(&mut self.from, &mut self.to);
            self.width *= 2;
            self.begin(0);
        }
        true
    }

    /// Goes to the pair of runs that begins here.
    fn begin(&mut self, start: usize) {
        self.start = start;
        self.left = start;
        self.right = (start + self.width).min(self.from.len());
    }

    /// The order, once all is done: the permutation that a stable sort gives.
    pub(crate) fn order(self) -> Vec<usize> {
        self.from
    }
}

/// The order of `count` places: the permutation that a stable sort by `compare` gives.
#[must_use]
pub(crate) fn order(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorting = Sorting::new(count);
    // Much stands in order from the start, such as ids by their tables.
    if (1..count).any(|at| compare(at - 1, at).is_gt()) {
        sorting.step(usize::MAX, compare);
    }
    sorting.order()
}

/// Sorts in place, stably.
pub(crate) fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let order = order(items.len(), &mut |a, b| compare(&items[a], &items[b]));
    settle(order, &mut |a, b| items.swap(a, b));
}

/// Brings an order about by swaps.
fn settle(mut order: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..order.len() {
        // Round the cycle that goes through this place: each swap puts one item where it belongs.
        let mut at = start;
        while order[at] != start {
            let from = std::mem::replace(&mut order[at], at);
            swap(at, from);
            at = from;
        }
        order[at] = at;
    }
}

/// Sorts in place by a key, stably.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_as_the_standard_library_does() {
        let mut state = 7u32;
        for count in [0, 1, 2, 3, 5, 8, 13, 100, 1000] {
            let mut items: Vec<(u32, usize)> = (0..count)
                .map(|place| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (state >> 27, place)
                })
                .collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            sort_by(&mut items, |a, b| a.0.cmp(&b.0));
            assert_eq!(items, expected, "stable, {count} items");
        }
    }

    #[test]
    fn rests_between_steps() {
        let keys = [3, 1, 2, 3, 0, 1, 1, 9, 4, 4, 0, 7, 2];
        let mut compare = |a: usize, b: usize| keys[a].cmp(&keys[b]);
        let whole = order(keys.len(), &mut compare);
        for most in [1, 2, 5, 12] {
            let mut sorting = Sorting::new(keys.len());
            while !sorting.step(most, &mut compare) {}
            assert_eq!(sorting.order(), whole, "by {most}");
        }
    }
}
