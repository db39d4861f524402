//! Bars from zero: columns side by side where their labels fit, rows one above the other where they do not.

mod across;
mod columns;
mod named;
mod panel;

use super::frame::{Frame, Glyph, at};
use super::marks::{ink, to_f64};
use super::panel::{Panel, drop_series, heading, keys, panels, periods_differ, series_name, shown, subtitle, title};
use crate::data::Dataset;
use crate::error::Result;
use crate::format::{self, Msg, message};
use crate::reading::{Reading, parts};
use crate::scene::{Scene, Sheet, Texture};
use crate::spec::Spec;
use panel::Bars;

/// The room of a panel beside another one, at least.
const PANEL: f64 = 340.0;
/// The room of a figure that stands for itself, at least and at most.
const LONE: (f64, f64) = (170.0, 280.0);
/// The room between two panels.
const BETWEEN: f64 = 32.0;
/// More gaps than this are no note any more; the table shows what there is.
const MOST_GAPS: usize = 4;

/// Lays a bar chart out.
///
/// # Errors
/// As [`super::chart`].
pub(super) fn bar(ds: &Dataset, spec: &Spec, frame: &Frame<'_>) -> Result<Scene> {
    let all = panels(ds, spec, frame.lang)?;
    let panels = shown(ds, &all, frame.hidden);
    let natural = set(ds, &all, &panels, frame, 0.0);
    // What stands beside each other grows together; rows and lone figures have the height that they have.
    let rows = rows(frame, &all).into_iter();
    let grown = rows.filter(|row| row.iter().any(|n| !single(&all[*n])));
    let spare = (frame.height - natural.height) / to_f64(grown.count().max(1));
    // With a height of its own the plots take what titles and labels leave, or give what they need.
    let fits = frame.height <= 0.0 || spare.abs() < 1.0;
    Ok(if fits {
        natural
    } else {
        set(ds, &all, &panels, frame, spare)
    })
}

/// Sets the whole chart; `spare` is how much taller than natural each plot is.
fn set(ds: &Dataset, all: &[Panel<'_>], panels: &[Panel<'_>], frame: &Frame<'_>, spare: f64) -> Scene {
    let readings: Vec<Reading<'_>> = panels.iter().flat_map(Panel::readings).collect();
    let mut sheet = Sheet::new(frame.width, frame.measure);
    sheet.scene.kind = "bar";
    frame.head(&mut sheet, &title(ds, panels, frame), &subtitle(ds, panels, frame));
    if panels.iter().any(periods_differ) {
        let note = message(frame.lang, Msg::NotePeriodsDiffer, &[]);
        sheet.scene.words.notes.push(note);
    }
    sheet.scene.words.notes.extend(gaps(ds, all, frame));
    let mut keys = keys(ds, all, frame, |_| Glyph::Bar);
    let plain = readings.iter().all(|r| r.texture() == Texture::Full);
    for row in rows(frame, all) {
        sheet.space(if panels.len() == 1 { 12.0 } else { 18.0 });
        let count = to_f64(row.len());
        let lone = is_lone(&all[row[0]]);
        let most = if lone && count > 1.0 { LONE.1 } else { f64::INFINITY };
        let width = ((frame.width - BETWEEN * (count - 1.0)) / count).min(most);
        // A figure in a row of its like is set as large as elsewhere; a plot has the type of its own width.
        let own = Frame {
            width: if lone { frame.width } else { width },
            ..*frame
        };
        let (top, mut x) = (sheet.y, 0.0);
        for n in row {
            let (panel, whole) = (&panels[n], &all[n]);
            let bars = Bars {
                ds,
                frame: &own,
                panel,
                axis: panel.axis(ds, frame.lang),
                alone: panels.len() == 1,
                heading: heading(ds, panels, panel, frame, !single(whole) || whole.series.len() == 1),
                mixed: periods_differ(panel),
                plain,
                spare,
            };
            let mut cell = Sheet::new(width, frame.measure);
            if single(whole) {
                // Bars that bear their names need no colour of their own, and no key to it.
                drop_series(ds, &mut keys, whole);
                bars.named(&mut cell);
            } else {
                bars.set(&mut cell);
            }
            sheet.y = sheet.y.max(top + cell.y);
            sheet.place(cell.scene, at(x, top));
            x += width + BETWEEN;
        }
    }
    if all.iter().all(single) {
        keys.iter_mut().for_each(|key| key.ink = ink(0));
    }
    sheet.space(12.0);
    frame.legend(&mut sheet, &keys);
    sheet.space(8.0);
    frame.foot(&mut sheet, &readings);
    let least = if spare.abs() < 1.0 { 0.0 } else { frame.height };
    let mut scene = sheet.finish(least);
    frame.words(&mut scene, &readings);
    scene
}

/// Which panels stand beside each other: neighbours of few columns where a page is wide, and lone figures.
fn rows(frame: &Frame<'_>, panels: &[Panel<'_>]) -> Vec<Vec<usize>> {
    let room = |panel: &Panel<'_>| match panel {
        panel if is_lone(panel) => LONE.0,
        panel if !single(panel) && panel.columns.len() <= 4 && panel.series.len() <= 2 => PANEL,
        _ => f64::INFINITY,
    };
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for (n, panel) in panels.iter().enumerate() {
        let width = room(panel);
        let fits = |row: &&mut Vec<usize>| {
            let like = row
                .first()
                .is_some_and(|first| room(&panels[*first]).total_cmp(&width).is_eq());
            like && to_f64(row.len() + 1) * (width + BETWEEN) <= frame.width + BETWEEN
        };
        match rows.last_mut().filter(fits) {
            Some(row) => row.push(n),
            None => rows.push(vec![n]),
        }
    }
    rows
}

/// Whether a panel is one figure.
fn is_lone(panel: &Panel<'_>) -> bool {
    single(panel) && panel.series.len() == 1
}

/// What has no figure of a period of which its neighbours have one; so long as it is little.
fn gaps(ds: &Dataset, panels: &[Panel<'_>], frame: &Frame<'_>) -> Option<String> {
    let mut gaps: Vec<String> = Vec::new();
    for panel in panels.iter().filter(|panel| !single(panel)) {
        for column in &panel.columns {
            let told = matches!(column.status, format::Status::Actual | format::Status::Estimated);
            let Some(first) = column.bars.iter().flatten().next().filter(|_| told) else {
                continue;
            };
            let same = || panel.columns.iter().filter(|c| c.period == column.period);
            let missing = (0..panel.series.len()).filter(|s| same().all(|c| c.bars[*s].is_none()));
            gaps.extend(missing.map(|s| parts(frame.lang, &[&series_name(ds, panel, s, frame), &first.period()])));
        }
    }
    let names: Vec<&str> = gaps.iter().map(String::as_str).collect();
    let absent = format::absence_short(frame.lang, format::Absence::NotFound);
    (1..=MOST_GAPS)
        .contains(&gaps.len())
        .then(|| format::labelled(frame.lang, &format::list(frame.lang, &names), absent))
}

/// Whether no series has more than one bar: names say more than a row of years would.
fn single(panel: &Panel<'_>) -> bool {
    let bars = |s: usize| {
        panel
            .columns
            .iter()
            .filter(move |c| c.bars.get(s).is_some_and(Option::is_some))
    };
    (0..panel.series.len()).all(|s| bars(s).count() < 2)
}
