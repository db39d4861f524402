//! Positions: a row each, with what it is a position of, among what, when, and by which figure.

use super::frame::{Frame, Glyph, Key, texture_keys};
use super::marks::mark;
use crate::data::{Dataset, Filter, ObservationIx};
use crate::error::{Code, Error, Result};
use crate::format::{self, Kind, Msg, list, message};
use crate::reading::{Reading, name_of, parts};
use crate::scene::{Anchor, Rect, Scene, Sheet, Type};
use crate::sort::sort_by;
use crate::spec::Spec;
use crate::text::Font;
use crate::theme::Ink;

/// The width of the bar in the status's texture at the head of a row.
const SPINE: f64 = 10.0;
/// No line of a row is longer than this where a figure stands behind it: the eye must find the figure.
const LONGEST: f64 = 620.0;
/// From this width on the figure behind a position stands at the right.
const WIDE: f64 = 600.0;

/// Lays the chart out.
///
/// # Errors
/// [`Code::NothingToDraw`] where no position answers.
pub(super) fn rank(ds: &Dataset, spec: &Spec, frame: &Frame<'_>) -> Result<Scene> {
    let mut rows = standings(ds, spec, frame);
    let all = rows.clone();
    rows.retain(|r| !frame.hidden.contains(&crate::reading::texture_words(r.texture()).0));
    if all.is_empty() {
        let text = message(frame.lang, Msg::ErrorRankNone, &[]);
        return Err(Error::new(Code::NothingToDraw, text));
    }
    let mut sheet = Sheet::new(frame.width, frame.measure);
    sheet.scene.kind = "rank";
    let mut entities: Vec<&str> = Vec::new();
    let mut subjects: Vec<&str> = Vec::new();
    for row in &all {
        if !entities.contains(&row.entity()) {
            entities.push(row.entity());
        }
        if !subjects.contains(&row.indicator()) {
            subjects.push(row.indicator());
        }
    }
    let title = match subjects[..] {
        [one] => format::join(frame.lang, &[one, format::kind_name(frame.lang, Kind::Rank)]),
        _ => message(frame.lang, Msg::RankTitle, &[]),
    };
    // What every row would say is said once.
    let place = all[0].scope().filter(|_| {
        let same = |r: &Reading<'_>| r.observation.kind == Kind::Rank && r.scope_phrase() == all[0].scope_phrase();
        subjects.len() > 1 && !all[0].is_among() && all.iter().all(same)
    });
    let title = place.map_or(title, |scope| {
        message(frame.lang, Msg::RankTitleIn, &[("scope", scope)])
    });
    // Where nothing is named, the zone stands for what lies in it; each row says what it is about.
    let zone = ds.zone().filter(|_| spec.entities.is_empty() && entities.len() > 1);
    let subtitle = zone.map_or_else(
        || list(frame.lang, &entities),
        |zone| ds.entity(zone).name.get(frame.lang).to_owned(),
    );
    frame.head(&mut sheet, &title, &subtitle);
    let several = (subjects.len() > 1, entities.len() > 1);
    let ordinals = rows.iter().filter(|r| r.observation.kind == Kind::Rank);
    let column = ordinals
        .map(|row| {
            ordinal(row)
                .iter()
                .map(|(text, font)| sheet.text_width(text, *font))
                .sum::<f64>()
        })
        .fold(0.0, f64::max);
    let mut kind = Kind::Rank;
    sheet.space(12.0);
    for row in &rows {
        if row.observation.kind != Kind::Rank && kind == Kind::Rank {
            kind = row.observation.kind;
            if rows.iter().any(|r| r.observation.kind == Kind::Rank) {
                sheet.space(8.0);
                let firsts = message(frame.lang, Msg::RankFirsts, &[]);
                sheet.paragraph(&firsts, frame.strong(), 2);
                sheet.space(6.0);
            }
        }
        set_row(&mut sheet, frame, row, (column, place.is_none()), several);
    }
    sheet.space(8.0);
    frame.legend(&mut sheet, &keys(frame, &all));
    sheet.space(8.0);
    // The figures behind the positions are shown too, so that they are listed and their documents named.
    let mut shown = rows.clone();
    for of in rows.iter().filter_map(|row| row.observation.of) {
        if shown.iter().all(|r| r.ix != of) {
            shown.push(Reading::new(ds, of, frame.lang));
        }
    }
    frame.foot(&mut sheet, &shown);
    let mut scene = sheet.finish(frame.height);
    frame.words(&mut scene, &shown);
    Ok(scene)
}

/// The positions that a selection has, the foremost first; what is first or alone of its kind at the end.
fn standings<'d>(ds: &'d Dataset, spec: &Spec, frame: &Frame<'_>) -> Vec<Reading<'d>> {
    let is_standing = |ix: &ObservationIx| matches!(ds.observation(*ix).kind, Kind::Rank | Kind::First | Kind::Only);
    // Without a named entity, what lies in the zone belongs to the picture too.
    let mut found: Vec<ObservationIx> = ds.select(&spec.filter(ds)).into_iter().filter(is_standing).collect();
    if spec.entities.is_empty() {
        let zone = ds.zone();
        let inside = |ix: &ObservationIx| {
            let entity = ds.observation(*ix).entity;
            Some(entity) != zone && zone.is_some() && ds.entity(entity).parent == zone
        };
        let filter = Filter {
            entity: Vec::new(),
            ..spec.filter(ds)
        };
        found.extend(ds.select(&filter).into_iter().filter(is_standing).filter(inside));
    }
    let mut rows: Vec<Reading<'d>> = found.into_iter().map(|ix| Reading::new(ds, ix, frame.lang)).collect();
    sort_by(&mut rows, |a, b| {
        let (x, y) = (a.observation, b.observation);
        let sort = |kind: Kind| if kind == Kind::Rank { Kind::Rank } else { Kind::First };
        (sort(x.kind).cmp(&sort(y.kind)))
            .then_with(|| x.value.compare(y.value))
            .then_with(|| (x.status, x.entity).cmp(&(y.status, y.entity)))
            .then_with(|| y.period.order().cmp(&x.period.order()))
    });
    rows
}

/// The textures that occur; where there is but one it says nothing.
fn keys(frame: &Frame<'_>, rows: &[Reading<'_>]) -> Vec<Key> {
    texture_keys(frame.lang, Ink::Series(0), rows, Glyph::Bar)
}

/// The position in three parts: the number large, its words small.
fn ordinal(row: &Reading<'_>) -> Vec<(String, Font)> {
    let small = Font {
        size: 14.0,
        weight: 600,
    };
    let parts = format::figure_parts(row.lang, &row.figure());
    let large = Font {
        size: 30.0,
        weight: 600,
    };
    [(parts.before, small), (parts.number, large), (parts.unit, small)]
        .into_iter()
        .filter(|(text, _)| !text.is_empty())
        .collect()
}

/// One row: spine, ordinal, what it is about, and the figure behind it.
fn set_row(
    sheet: &mut Sheet<'_>,
    frame: &Frame<'_>,
    row: &Reading<'_>,
    (column, placed): (f64, bool),
    several: (bool, bool),
) {
    let lang = frame.lang;
    let full = sheet.width;
    let (top, wide) = (sheet.y, full >= WIDE);
    let standing = row.observation.kind != Kind::Rank;
    let mut left = SPINE + 10.0;
    let room = column <= full * 0.4;
    if !standing && room {
        let mut x = left;
        for (text, font) in ordinal(row) {
            sheet.text(x, top + 28.0, &text, font, Ink::Text, Anchor::Start);
            x += sheet.text_width(&text, font);
        }
        left += column + 14.0;
    }
    let behind = row.observation.of.map(|of| Reading::new(row.ds, of, lang));
    let right = if wide && behind.is_some() {
        (full * 0.3).floor().max(full - LONGEST)
    } else {
        0.0
    };
    (sheet.left, sheet.width) = (left, (full - left - right).max(40.0));
    let name = match several {
        (false, false) => row.period(),
        (false, true) => row.entity().to_owned(),
        (true, true) => name_of(
            lang,
            row.ds.entity(row.observation.entity).short.get(lang),
            row.indicator(),
        ),
        _ => row.indicator().to_owned(),
    };
    let (strong, label) = (frame.strong(), frame.label());
    if !standing && !room {
        // No real position is this long; one that is stands in a line of its own.
        sheet.paragraph(&row.value(), Type::new(17.0, 600, Ink::Text), 4);
    }
    let name_type = Type::new(strong.font.size + 2.0, 600, Ink::Text);
    sheet.paragraph(&name, name_type, 6);
    let scope = row.scope_phrase().unwrap_or_default();
    let place = if standing { row.standing() } else { scope };
    let place = message(lang, Msg::Says, &[("text", &place)]);
    let scope = Type {
        ink: Ink::Text,
        ..label
    };
    sheet.paragraph(if placed { &place } else { "" }, scope, 6);
    let period = if name == row.period() {
        String::new()
    } else {
        row.period()
    };
    sheet.paragraph(&parts(lang, &[&period, &row.status_text()]), label, 4);
    let mut lowest = sheet.y;
    if let Some(of) = &behind {
        let value = of.value();
        let about = about(row, of);
        if wide {
            (sheet.left, sheet.width, sheet.y) = (full - right + 16.0, right - 16.0, top);
            sheet.space(2.0);
            sheet.paragraph(&value, Type::new(17.0, 600, Ink::Text), 3);
            sheet.paragraph(&about, label, 4);
        } else {
            let line = parts(lang, &[&about, &value]);
            let line = message(lang, Msg::RankBy, &[("figure", &line)]);
            sheet.paragraph(&message(lang, Msg::Says, &[("text", &line)]), label, 4);
        }
        if let Some(basis) = of.basis_text() {
            sheet.paragraph(&basis, label, 3);
        }
        lowest = lowest.max(sheet.y);
    }
    let bottom = lowest.max(top + 38.0);
    (sheet.left, sheet.width, sheet.y) = (0.0, full, bottom);
    let spine = Rect {
        x: 0.0,
        y: top + 2.0,
        width: SPINE,
        height: bottom - top - 2.0,
    };
    for shape in row.texture().bar(spine, Ink::Series(0)) {
        sheet.push(shape);
    }
    let hit = Rect {
        x: 0.0,
        y: top,
        width: full,
        height: bottom - top,
    };
    let mut made = mark(frame, row, row.subject(), spine, hit);
    made.label = name;
    if let Some(of) = &behind {
        of.join(&mut made);
    }
    sheet.scene.marks.push(made);
    sheet.space(14.0);
}

/// What a figure behind a position is, as far as the row does not say it.
fn about(row: &Reading<'_>, of: &Reading<'_>) -> String {
    let (x, y) = (row.observation, of.observation);
    let (one, period, status) = (x.indicator == y.indicator, x.period == y.period, x.status == y.status);
    let subject = match y.kind {
        Kind::Level | Kind::Count if one => String::new(),
        kind if one => format::kind_name(of.lang, kind).to_owned(),
        _ => of.subject(),
    };
    let period = if period { String::new() } else { of.period() };
    let status = if status { String::new() } else { of.status_text() };
    parts(of.lang, &[&subject, &period, &status])
}
