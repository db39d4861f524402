//! Which numerals of a document the data accounts for, and which it does not.

use std::ops::Range;

use zonestat::data::{ObservationIx, SourceIx};

use crate::curated::{Curated, Omission, Reason};
use crate::document::{Document, whole};
use crate::numerals::numerals;

/// What accounts for a numeral.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    /// It stands inside the figure of an observation.
    Observed,
    /// It is left out, for a reason.
    Omitted(Reason),
    /// Nothing accounts for it.
    Open,
}

/// A numeral of a document.
#[derive(Clone, Debug)]
pub struct Numeral {
    /// The paragraph, from 1.
    pub paragraph: usize,
    /// Where it stands in the paragraph, in bytes.
    pub range: Range<usize>,
    /// What accounts for it.
    pub cover: Cover,
}

/// The coverage of one document.
#[derive(Debug)]
pub struct Coverage {
    /// The document's place among the sources.
    pub source: SourceIx,
    /// Its numerals, in order.
    pub numerals: Vec<Numeral>,
    /// Locators and omissions that do not stand where they say, or account for nothing.
    pub problems: Vec<String>,
}

impl Coverage {
    /// The numerals that nothing accounts for.
    pub fn open(&self) -> impl Iterator<Item = &Numeral> {
        self.numerals.iter().filter(|numeral| numeral.cover == Cover::Open)
    }

    /// How many numerals are accounted for in this way.
    #[must_use]
    pub fn count(&self, cover: Cover) -> usize {
        self.numerals.iter().filter(|numeral| numeral.cover == cover).count()
    }
}

/// A document's place among the sources, by the SHA-256 of its bytes.
#[must_use]
pub fn recognise(curated: &Curated, document: &Document) -> Option<SourceIx> {
    let sources = curated.dataset.sources();
    sources
        .iter()
        .position(|source| *source.sha256 == document.sha256)
        .and_then(SourceIx::of)
}

/// The coverage of a document that is this source.
#[must_use]
pub fn coverage(curated: &Curated, source: SourceIx, document: &Document) -> Coverage {
    let mut problems = Vec::new();
    let mut observed = vec![Vec::new(); document.paragraphs.len()];
    for (paragraph, range) in figures(curated, source, document, &mut problems) {
        observed[paragraph].push(range);
    }
    let mut omitted: Vec<Vec<(Range<usize>, &Omission)>> = vec![Vec::new(); document.paragraphs.len()];
    let id = &*curated.dataset.source(source).id;
    for omission in curated.omissions.iter().filter(|omission| omission.source == id) {
        let places = places(omission, document);
        if places.is_empty() {
            problems.push(format!(
                "omissions.csv, row {}: \"{}\" does not stand there",
                omission.row, omission.text
            ));
        }
        for (paragraph, range) in places {
            omitted[paragraph].push((range, omission));
        }
    }
    let mut used = Vec::new();
    let mut found = Vec::new();
    for (place, text) in document.paragraphs.iter().enumerate() {
        for range in numerals(text) {
            let omission = omitted[place].iter().find(|(span, _)| holds(span, &range));
            let cover = if covers(&observed[place], &range) {
                Cover::Observed
            } else if let Some((_, omission)) = omission {
                used.push(omission.row);
                Cover::Omitted(omission.reason)
            } else if covers(&both(&observed[place], &omitted[place]), &range) {
                Cover::Observed
            } else {
                Cover::Open
            };
            found.push(Numeral {
                paragraph: place + 1,
                range,
                cover,
            });
        }
    }
    for omission in curated.omissions.iter().filter(|omission| omission.source == id) {
        if !used.contains(&omission.row) {
            let (row, text) = (omission.row, &omission.text);
            problems.push(format!(
                "omissions.csv, row {row}: \"{text}\" leaves out nothing that is not observed"
            ));
        }
    }
    Coverage {
        source,
        numerals: found,
        problems,
    }
}

/// Where the figures of a source's observations stand; reports those that do not.
fn figures(
    curated: &Curated,
    source: SourceIx,
    document: &Document,
    problems: &mut Vec<String>,
) -> Vec<(usize, Range<usize>)> {
    let dataset = &curated.dataset;
    let mut out = Vec::new();
    for ix in (0..dataset.observations().len()).filter_map(ObservationIx::of) {
        for locator in dataset.locators(ix).iter().filter(|locator| locator.source == source) {
            let places = document
                .paragraph(locator.paragraph)
                .map(|text| whole(text, &locator.figure));
            let places = places.unwrap_or_default();
            let wanted = usize::from(locator.occurrence);
            if let Some(&at) = wanted.checked_sub(1).and_then(|at| places.get(at)) {
                out.push((usize::from(locator.paragraph) - 1, at..at + locator.figure.len()));
            } else {
                let (id, found) = (&dataset.observation(ix).id, places.len());
                problems.push(format!(
                    "locators.csv, {id}: occurrence {wanted} of {} is not in paragraph {} ({found} found)",
                    locator.figure, locator.paragraph
                ));
            }
        }
    }
    out
}

/// Where the text of an omission stands.
fn places(omission: &Omission, document: &Document) -> Vec<(usize, Range<usize>)> {
    let mut out = Vec::new();
    for (place, text) in document.paragraphs.iter().enumerate() {
        if omission
            .paragraph
            .is_some_and(|number| usize::from(number) != place + 1)
        {
            continue;
        }
        for (nth, at) in whole(text, &omission.text).into_iter().enumerate() {
            if omission.occurrence.is_none_or(|number| usize::from(number) == nth + 1) {
                out.push((place, at..at + omission.text.len()));
            }
        }
    }
    out
}

fn holds(span: &Range<usize>, range: &Range<usize>) -> bool {
    span.start <= range.start && range.end <= span.end
}

/// Whether spans together hold every byte of a range.
fn covers(spans: &[Range<usize>], range: &Range<usize>) -> bool {
    range.clone().all(|at| spans.iter().any(|span| span.contains(&at)))
}

fn both(observed: &[Range<usize>], omitted: &[(Range<usize>, &Omission)]) -> Vec<Range<usize>> {
    observed
        .iter()
        .cloned()
        .chain(omitted.iter().map(|(span, _)| span.clone()))
        .collect()
}
