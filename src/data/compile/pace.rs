//! The pace at which tables are read: work that takes long pauses where its share is used up, and goes on when whoever
//! waits for it has done something else. With no end to its share it never pauses.

use std::cell::Cell;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

/// How much may still be done before the next pause, and how far all of it is.
#[derive(Default)]
pub(crate) struct Pace {
    left: Cell<usize>,
    /// The part under way: where it began and where it ends, in per cent of all, and how much of how much is done.
    begin: Cell<usize>,
    end: Cell<usize>,
    done: Cell<usize>,
    expected: Cell<usize>,
}

/// How many places a sort fills in the time that a row takes to be read, or so.
const PLACES: usize = 32;

impl Pace {
    /// Does some of the work: about so many rows of it. Nothing as long as more is left.
    pub(crate) fn step<T>(&self, work: &mut Pin<Box<dyn Future<Output = T> + '_>>, rows: usize) -> Option<T> {
        self.left.set(rows.max(1));
        match work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(result) => Some(result),
            Poll::Pending => None,
        }
    }

    /// Does all of the work.
    pub(crate) fn all<T>(&self, work: impl Future<Output = T>) -> T {
        let mut work: Pin<Box<dyn Future<Output = T> + '_>> = Box::pin(work);
        loop {
            if let Some(result) = self.step(&mut work, usize::MAX) {
                return result;
            }
        }
    }

    /// How much is done, in per cent.
    #[must_use]
    pub(crate) fn percent(&self) -> usize {
        let (begin, end) = (self.begin.get(), self.end.get());
        let (done, expected) = (self.done.get(), self.expected.get().max(1));
        // In 64 bits, since the texts may have many millions of bytes.
        let gone = (end - begin) as u64 * done.min(expected) as u64 / expected as u64;
        begin + usize::try_from(gone).unwrap_or(0)
    }

    /// Begins a part of the work that goes on to so many per cent of all, and in which so much is to be done.
    pub(crate) fn part(&self, end: usize, expected: usize) {
        self.begin.set(self.end.get());
        self.end.set(end);
        self.done.set(0);
        self.expected.set(expected);
    }

    /// A row is next, which brings the part so much further: goes on, or pauses first.
    pub(crate) fn row(&self, done: usize) -> impl Future<Output = ()> + '_ {
        poll_fn(move |_| match self.left.get() {
            0 => Poll::Pending,
            left => {
                self.left.set(left - 1);
                self.done.set(self.done.get() + done);
                Poll::Ready(())
            }
        })
    }

    /// Pauses before the next row: something took as long as many rows.
    pub(crate) fn pause(&self) {
        if self.left.get() < usize::MAX / 2 {
            self.left.set(0);
        }
    }

    /// As [`crate::sort::order`].
    pub(crate) async fn order(
        &self,
        count: usize,
        compare: &mut dyn FnMut(usize, usize) -> std::cmp::Ordering,
    ) -> Vec<usize> {
        let mut sorting = crate::sort::Sorting::new(count);
        while !sorting.step(PLACES, compare) {
            self.row(1).await;
        }
        sorting.order()
    }
}
