//! The card of a project: everything that is printed about it, what is planned told from what is expected and done.

use super::choose::is_standing;
use super::page::{Detail, Page, WIDE};
use super::{Frame, fitting, refuse};
use crate::data::{Dataset, EntityIx, Filter};
use crate::error::{Code, Result};
use crate::format::{self, Kind, Msg, Nature, Period, PeriodForm, Status, labelled, message, period_of};
use crate::reading::{Reading, parts};
use crate::scene::{Anchor, Rect, Scene, Type};
use crate::sort::sort_by_key;
use crate::spec::Spec;
use crate::text::break_lines;
use crate::theme::Ink;

/// The room between two columns.
const BETWEEN: f64 = 32.0;

/// Lays the card out.
///
/// # Errors
/// [`Code::NothingToDraw`] where nothing is printed about the project; [`Code::CannotCombine`] where what is named is
/// a zone or a place, whose figures are no one plan.
pub(super) fn project(ds: &Dataset, spec: &Spec, frame: &Frame<'_>) -> Result<Scene> {
    let of = |ix| ds.observation(ix).entity;
    let named = spec
        .entities
        .first()
        .copied()
        .or(spec.observation.map(of))
        .or(ds.zone());
    let Some(entity) = named else {
        return refuse(Code::NothingToDraw, frame.lang, Msg::ErrorNothingToDraw, &[]);
    };
    if ds.entity(entity).kind.is_place() {
        let name = ds.entity(entity).name.get(frame.lang);
        return refuse(
            Code::CannotCombine,
            frame.lang,
            Msg::ErrorCardNoProject,
            &[("entity", name)],
        );
    }
    let filter = Filter {
        entity: vec![entity],
        indicator: spec.indicators.clone(),
        status: spec.status.clone(),
        ..Filter::default()
    };
    let found = ds.select(&filter);
    let rows: Vec<Reading<'_>> = found
        .iter()
        // What is said about another row stands in that row.
        .filter(|ix| ds.observation(**ix).of.is_none_or(|of| !found.contains(&of)))
        .map(|ix| Reading::new(ds, *ix, frame.lang))
        .collect();
    if rows.is_empty() {
        return refuse(Code::NothingToDraw, frame.lang, Msg::ErrorNothingToDraw, &[]);
    }
    let groups = groups(rows);
    Ok(fitting(frame, |detail| set(ds, entity, &groups, frame, detail)))
}

/// Rows of one status and texture.
type Group<'d> = Vec<Reading<'d>>;

/// What is planned first, then what is expected of it, then what is done; inside, money before the rest, dates last.
fn groups(mut rows: Vec<Reading<'_>>) -> Vec<Group<'_>> {
    let stage = |status: Status| match status {
        Status::Planned => 0,
        Status::Target => 1,
        Status::Projected => 2,
        Status::Estimated => 3,
        Status::Actual => 4,
    };
    let sort = |r: &Reading<'_>| match r.observation.kind {
        Kind::Date => 5,
        Kind::Duration => 4,
        Kind::Rank | Kind::First | Kind::Only => 3,
        Kind::Level if r.observation.unit.is_money() => 0,
        Kind::Level => 1,
        _ => 2,
    };
    sort_by_key(&mut rows, |r| (stage(r.observation.status), r.texture(), sort(r)));
    let mut groups: Vec<Group<'_>> = Vec::new();
    for row in rows {
        let known = |g: &&mut Group<'_>| g.first().is_some_and(|r| r.texture() == row.texture());
        match groups.last_mut().filter(known) {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    groups
}

fn set<'d>(ds: &'d Dataset, entity: EntityIx, groups: &[Group<'d>], frame: &Frame<'_>, detail: Detail) -> Scene {
    let lang = frame.lang;
    let mut page = Page::new("project", frame, detail);
    let full = page.sheet.width;
    let about = ds.entity(entity);
    let parent = about.parent.map_or("", |parent| ds.entity(parent).name.get(lang));
    page.title(about.name.get(lang));
    page.small(parent);
    page.rule();
    let top = page.sheet.y;
    if full >= WIDE && groups.iter().map(Vec::len).sum::<usize>() > 2 {
        let column = ((full - BETWEEN) / 2.0).floor();
        // Set once for the heights, and then for good.
        let mut trial = Page::new("project", frame, detail);
        trial.column(0.0, column, 0.0);
        let ends = rows(&mut trial, groups, usize::MAX, (0.0, 0.0));
        let half = ends.last().copied().unwrap_or(0.0) / 2.0;
        let turn = ends
            .iter()
            .position(|end| *end >= half - 1.0)
            .map_or(usize::MAX, |n| n + 1);
        page.column(0.0, column, top);
        let ends = rows(&mut page, groups, turn, (column + BETWEEN, top));
        let lowest = ends.into_iter().fold(top, f64::max);
        page.column(0.0, full, lowest);
    } else {
        rows(&mut page, groups, usize::MAX, (0.0, top));
    }
    page.rule();
    notes(&mut page, about.note.as_ref().map(|note| note.get(lang)), groups);
    for text in groups.iter().flatten().flat_map(Reading::disputes) {
        page.remark(text, true);
    }
    page.foot(None);
    page.finish(about.name.get(lang), parent)
}

/// Sets all rows, from the one at `turn` on in the column that begins at `next`; gives the lower edge of each.
fn rows<'d>(page: &mut Page<'_, 'd>, groups: &[Group<'d>], turn: usize, next: (f64, f64)) -> Vec<f64> {
    let mut ends = Vec::new();
    for group in groups {
        let shared = shared_period(group);
        for (n, row) in group.iter().enumerate() {
            let turns = ends.len() == turn;
            if turns {
                let width = page.sheet.width;
                page.column(next.0, width, next.1);
            }
            if n == 0 || turns {
                if n == 0 && !ends.is_empty() && !turns {
                    page.sheet.space(10.0);
                }
                // What is projected a year at full production says so in its status already.
                let o = row.observation;
                let said = o.status == Status::Projected && o.period == Period::PerYear;
                let when = shared.as_deref().filter(|_| !said).unwrap_or_default();
                let head = parts(row.lang, &[when, &row.status_text()]);
                let head = message(row.lang, Msg::Says, &[("text", &head)]);
                page.swatched(row.texture(), &head, Type::new(13.0, 600, Ink::Text));
                page.sheet.space(2.0);
            }
            // A line between rows, none below the last one of a group.
            if n > 0 && !turns {
                let (y, left) = (page.sheet.y, page.sheet.left);
                page.sheet.rule(y, left, left + page.sheet.width, Ink::Grid, 1.0);
                page.sheet.space(1.0);
            }
            set_row(page, row, shared.is_none());
            ends.push(page.sheet.y);
        }
    }
    ends
}

/// The period of a whole group in words, where all its rows have one.
fn shared_period(group: &Group<'_>) -> Option<String> {
    let first = group.first()?;
    let one = |r: &Reading<'_>| r.observation.period == first.observation.period && r.nature() == first.nature();
    (group.iter().all(one) && first.observation.kind != Kind::Date).then(|| period(first))
}

/// The period of a row, with no word that its status says already.
fn period(row: &Reading<'_>) -> String {
    match row.observation.period {
        Period::PerYear => period_of(
            row.lang,
            Period::PerYear,
            PeriodForm::Short,
            Nature::Flow,
            row.observation.status,
        ),
        _ => row.period(),
    }
}

/// A row: what is measured on the left, how much on the right, and what belongs to it underneath.
fn set_row<'d>(page: &mut Page<'_, 'd>, row: &Reading<'d>, with_period: bool) {
    let (label, value) = (Type::new(14.0, 400, Ink::Text), Type::new(15.0, 600, Ink::Text));
    let (left, width, top) = (page.sheet.left, page.sheet.width, page.sheet.y + 3.0);
    page.sheet.y = top;
    let name = if is_standing(row.observation.kind) {
        row.indicator().to_owned()
    } else {
        row.subject()
    };
    let text = row.value();
    let value_width = page.sheet.text_width(&text, value.font);
    let room = width - value_width - 16.0;
    let whole = |width: f64, most: usize| !break_lines(&name, label.font, width, most, page.sheet.measure()).elided;
    if room >= width * 0.35 && whole(room, 3) {
        page.sheet.width = room;
        page.sheet.paragraph(&name, label, 3);
        page.sheet.width = width;
        let baseline = top + label.leading * 0.5 + value.font.size * 0.34;
        page.sheet
            .text(left + width, baseline, &text, value.font, value.ink, Anchor::End);
    } else {
        page.sheet.paragraph(&name, label, 4);
        page.sheet.paragraph(&text, value, 3);
    }
    let small = Type::new(12.0, 400, Ink::Muted);
    let mut under = vec![row.scope_phrase().unwrap_or_default()];
    if with_period && row.observation.kind != Kind::Date {
        under.push(period(row));
    }
    under.extend(row.basis_text());
    let under: Vec<&str> = under.iter().map(String::as_str).collect();
    page.sheet.paragraph(&parts(row.lang, &under), small, 3);
    for statement in row.assertions() {
        page.sheet.paragraph(&statement.text, small, 3);
    }
    let area = Rect {
        x: left,
        y: top,
        width,
        height: page.sheet.y - top,
    };
    page.mark(row, area, area, row.subject());
    page.show(row);
    page.sheet.space(3.0);
}

/// The notes of all rows, each once, with the rows that it is about.
fn notes<'d>(page: &mut Page<'_, 'd>, own: Option<&str>, groups: &[Group<'d>]) {
    let mut notes: Vec<(&str, Vec<String>)> = own.map(|own| (own, Vec::new())).into_iter().collect();
    for row in groups.iter().flatten() {
        let Some(note) = row.note() else { continue };
        match notes.iter_mut().find(|(known, _)| *known == note) {
            Some((_, names)) => names.push(row.indicator().to_owned()),
            None => notes.push((note, vec![row.indicator().to_owned()])),
        }
    }
    for (note, names) in notes {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let text = if names.is_empty() {
            note.to_owned()
        } else {
            let names = format::names(page.lang(), &names);
            labelled(page.lang(), &names, note)
        };
        if page.detail < Detail::Brief {
            page.sheet.paragraph(&text, Type::new(12.0, 400, Ink::Muted), 6);
            page.sheet.space(3.0);
        }
        page.sheet.scene.words.notes.push(text);
    }
}
