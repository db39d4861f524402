//! A dataset on its way.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use super::compile::{FILES, Pace, Problem};
use super::dataset::Dataset;
use crate::sort::sort_by_key;

/// What comes of it.
type Read = Result<Dataset, Vec<Problem>>;

/// A dataset that is read step by step, so that whoever waits for it can do something else between: a page can scroll.
/// It ends as [`Dataset::parse`] does, with the same dataset or the same problems.
#[derive(Default)]
pub struct Loading {
    files: Vec<(&'static str, String)>,
    pace: Rc<Pace>,
    work: Option<Pin<Box<dyn Future<Output = Read>>>>,
}

impl Loading {
    /// Adds to the text of a file; one of another name than [`FILES`] has is left aside. The texts are complete when the
    /// first step is made; room is made at once for the bytes that a file has in all, since making it again and again
    /// means copying what is there.
    pub fn add(&mut self, file: &str, text: &str, all: usize) {
        let Some(name) = FILES.into_iter().find(|name| *name == file) else {
            return;
        };
        if let Some((_, so_far)) = self.files.iter_mut().find(|(known, _)| *known == name) {
            so_far.push_str(text);
        } else {
            let mut so_far = String::new();
            // What a page says may be wrong: room that there is not comes later, or not at all.
            let _ = so_far.try_reserve(all);
            so_far.push_str(text);
            self.files.push((name, so_far));
        }
    }

    /// Does as much as takes about so many rows to be read: nothing as long as more is left.
    pub fn step(&mut self, rows: usize) -> Option<Read> {
        let work = self.work.get_or_insert_with(|| {
            let (mut files, pace) = (std::mem::take(&mut self.files), Rc::clone(&self.pace));
            // Problems are told in the order of the files, whichever came first.
            sort_by_key(&mut files, |(name, _)| FILES.iter().position(|file| file == name));
            Box::pin(async move { Dataset::read(&files, &pace).await })
        });
        let read = self.pace.step(work, rows);
        if read.is_some() {
            self.work = None;
        }
        read
    }

    /// How much is done, in per cent.
    #[must_use]
    pub fn percent(&self) -> usize {
        self.pace.percent()
    }
}
