//! What may share an axis: a panel holds one unit, and one column for each period and status.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::frame::{Frame, Glyph, Key, texture_id, texture_keys};
use super::marks::ink;
use crate::data::{Dataset, EntityIx, IndicatorIx};
use crate::error::{Code, Error, Result};
use crate::format::{
    AxisScale, Decimal, Kind, Lang, Msg, Period, Status, Unit, axis_scale, axis_unit, chart_title, list, message,
};
use crate::reading::{Reading, name_of, parts};
use crate::scene::Texture;
use crate::spec::Spec;
use crate::theme::Ink;

/// A series: one indicator of one entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Series {
    /// What is measured.
    pub(super) indicator: IndicatorIx,
    /// Of what.
    pub(super) entity: EntityIx,
}

/// A column: one period in one status, a place for each series.
#[derive(Clone, Debug)]
pub(super) struct Column<'d> {
    /// The period of its bars.
    pub(super) period: Period,
    /// Their status.
    pub(super) status: Status,
    /// Where it stands among the others: by time, then by status.
    order: (u32, Reverse<u32>, Status),
    /// The observations, at the place of their series.
    pub(super) bars: Vec<Option<Reading<'d>>>,
}

/// Series that share one axis.
#[derive(Clone, Debug)]
pub(super) struct Panel<'d> {
    /// The unit of every value.
    pub(super) unit: Unit,
    /// The series, in the order in which they were asked for.
    pub(super) series: Vec<Series>,
    /// The columns in order of time.
    pub(super) columns: Vec<Column<'d>>,
}

impl<'d> Panel<'d> {
    /// Every reading, column by column.
    pub(super) fn readings(&self) -> Vec<Reading<'d>> {
        let mut all = Vec::with_capacity(self.columns.len());
        for column in &self.columns {
            all.extend(column.bars.iter().flatten().cloned());
        }
        all
    }

    /// The least and the greatest value.
    pub(super) fn extent(&self) -> (Decimal, Decimal) {
        let (mut low, mut high) = (Decimal::ZERO, Decimal::ZERO);
        for reading in self.columns.iter().flat_map(|column| &column.bars).flatten() {
            let value = reading.observation.value;
            if value.compare(low).is_lt() {
                low = value;
            }
            if value.compare(high).is_gt() {
                high = value;
            }
        }
        (low, high)
    }

    /// The scale in which the axis speaks: one for the whole of it.
    pub(super) fn axis(&self, ds: &Dataset, lang: Lang) -> AxisScale {
        let (low, high) = self.extent();
        let measure = self.series.first().and_then(|s| ds.measure(s.indicator));
        let largest = if low.negated().compare(high).is_gt() {
            low.negated()
        } else {
            high
        };
        axis_scale(lang, self.unit, measure, largest)
    }
}

/// The quantities that answer a request, split so that no panel mixes units.
///
/// # Errors
/// [`Code::NothingToDraw`] where nothing answers.
pub(super) fn panels<'d>(ds: &'d Dataset, spec: &Spec, lang: Lang) -> Result<Vec<Panel<'d>>> {
    let mut found: Vec<Reading<'d>> = ds
        .select(&spec.filter(ds))
        .into_iter()
        .map(|ix| Reading::new(ds, ix, lang))
        .collect();
    found.retain(|r| matches!(r.observation.kind, Kind::Level | Kind::Count));
    if found.is_empty() {
        return Err(Error::new(
            Code::NothingToDraw,
            message(lang, Msg::ErrorNothingToDraw, &[]),
        ));
    }
    // In the order of the request, which may well be one of sense.
    let asked = |r: &Reading<'_>| {
        let indicator = spec.indicators.iter().position(|ix| *ix == r.observation.indicator);
        (
            indicator,
            spec.entities.iter().position(|ix| *ix == r.observation.entity),
        )
    };
    found.sort_by_key(asked);
    let mut panels: Vec<Panel<'d>> = Vec::new();
    for reading in found {
        let o = reading.observation;
        let series = Series {
            indicator: o.indicator,
            entity: o.entity,
        };
        let unit = o.unit;
        let place = panels
            .iter()
            .position(|p| p.unit == unit && same_measure(ds, p, series) && same_sort(ds, p, series))
            .unwrap_or_else(|| {
                panels.push(Panel {
                    unit,
                    series: Vec::new(),
                    columns: Vec::new(),
                });
                panels.len() - 1
            });
        panels[place].add(series, reading);
    }
    Ok(panels)
}

/// The panels without what the legend has switched off. Series keep their places, and so their colours.
pub(super) fn shown<'p, 'd>(ds: &Dataset, panels: &'p [Panel<'d>], hidden: &[&str]) -> Cow<'p, [Panel<'d>]> {
    if hidden.is_empty() {
        return Cow::Borrowed(panels);
    }
    let mut panels = panels.to_vec();
    for panel in &mut panels {
        let off: Vec<bool> = panel
            .series
            .iter()
            .map(|series| hidden.contains(&series_id(ds, *series).as_str()))
            .collect();
        for column in &mut panel.columns {
            for (bar, off) in column.bars.iter_mut().zip(&off) {
                if *off || bar.as_ref().is_some_and(|r| hidden.contains(&texture_id(r.texture()))) {
                    *bar = None;
                }
            }
        }
        panel.columns.retain(|column| column.bars.iter().any(Option::is_some));
    }
    Cow::Owned(panels)
}

/// What a toggle calls a series.
pub(super) fn series_id(ds: &Dataset, series: Series) -> String {
    [&*ds.entity(series.entity).id, "/", &ds.indicator(series.indicator).id].concat()
}

/// Counts of unlike things are unlike units: projects and enterprises never share an axis.
fn same_measure(ds: &Dataset, panel: &Panel<'_>, series: Series) -> bool {
    panel.unit != Unit::Count
        || panel
            .series
            .first()
            .is_some_and(|first| ds.measure(first.indicator) == ds.measure(series.indicator))
}

/// A zone and the city around it never share an axis; projects, parks and enterprises may.
fn same_sort(ds: &Dataset, panel: &Panel<'_>, series: Series) -> bool {
    let place = |series: &Series| {
        let kind = ds.entity(series.entity).kind;
        kind.is_place().then_some(kind)
    };
    panel.series.first().is_none_or(|first| place(first) == place(&series))
}

impl<'d> Panel<'d> {
    fn add(&mut self, series: Series, reading: Reading<'d>) {
        let place = self.series.iter().position(|s| *s == series).unwrap_or_else(|| {
            self.series.push(series);
            self.columns.iter_mut().for_each(|column| column.bars.push(None));
            self.series.len() - 1
        });
        let (period, status) = (reading.observation.period, reading.observation.status);
        let (last, first) = period.order();
        let order = (last, first, status);
        // Columns stand in order of time from the start: one more figure is a search, not a walk past all of them.
        // Most of them come in that order.
        let count = self.columns.len();
        let (mut start, mut end) = (count, count);
        if self.columns.last().is_some_and(|last| last.order >= order) {
            start = self.columns.partition_point(|column| column.order < order);
            end = self.columns.partition_point(|column| column.order <= order);
        }
        let free = |column: &&mut Column<'d>| column.period == period && column.bars[place].is_none();
        match self.columns[start..end].iter_mut().find(free) {
            Some(column) => column.bars[place] = Some(reading),
            None => {
                let mut bars = vec![None; self.series.len()];
                bars[place] = Some(reading);
                let column = Column {
                    period,
                    status,
                    order,
                    bars,
                };
                self.columns.insert(end, column);
            }
        }
    }
}

/// Whether a reader might take a part of a year for a year.
pub(super) fn periods_differ(panel: &Panel<'_>) -> bool {
    let readings = panel.readings();
    readings.iter().any(Reading::is_partial)
        && readings
            .windows(2)
            .any(|pair| !pair[0].observation.period.comparable(pair[1].observation.period))
}

/// What is measured, in one phrase; of more than two things in few words each.
pub(super) fn title(ds: &Dataset, panels: &[Panel<'_>], frame: &Frame<'_>) -> String {
    let mut indicators: Vec<IndicatorIx> = Vec::new();
    for series in panels.iter().flat_map(|panel| &panel.series) {
        if !indicators.contains(&series.indicator) {
            indicators.push(series.indicator);
        }
    }
    let brief = matches!(indicators.len(), 3 | 4);
    let name = |ix: &IndicatorIx| {
        let indicator = ds.indicator(*ix);
        if brief { &indicator.short } else { &indicator.name }.get(frame.lang)
    };
    chart_title(frame.lang, &indicators.iter().map(name).collect::<Vec<&str>>())
}

/// More entities than this are not all named in a subtitle.
const MOST_NAMED: usize = 6;

/// Of what, and in which unit where there is one.
pub(super) fn subtitle(ds: &Dataset, panels: &[Panel<'_>], frame: &Frame<'_>) -> String {
    let mut names: Vec<&str> = Vec::new();
    for series in panels.iter().flat_map(|panel| &panel.series) {
        let name = ds.entity(series.entity).name.get(frame.lang);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    // A long list would leave no room for the unit, without which no figure says anything.
    let entities = if names.len() > MOST_NAMED {
        let (more, total) = ((names.len() - 1).to_string(), names.len().to_string());
        let args = [("first", names[0]), ("more", &*more), ("total", &*total)];
        message(frame.lang, Msg::ChartMany, &args)
    } else {
        list(frame.lang, &names)
    };
    match panels {
        // A figure that stands for itself has its unit with it.
        [panel] if panel.columns.len() > 1 || panel.readings().len() > 1 => {
            let unit = axis_unit(frame.lang, &panel.axis(ds, frame.lang));
            message(
                frame.lang,
                Msg::ChartSubtitle,
                &[("entity", &entities), ("unit", &unit)],
            )
        }
        _ => entities,
    }
}

/// Series first where there are several, then textures.
pub(super) fn keys(ds: &Dataset, panels: &[Panel<'_>], frame: &Frame<'_>, glyph: fn(usize) -> Glyph) -> Vec<Key> {
    let readings: Vec<Reading<'_>> = panels.iter().flat_map(Panel::readings).collect();
    let mut keys = Vec::new();
    for panel in panels.iter().filter(|panel| panel.series.len() > 1) {
        for (n, series) in panel.series.iter().enumerate() {
            let id = series_id(ds, *series);
            let label = series_name(ds, panel, n, frame);
            keys.push(Key {
                id,
                label,
                texture: Texture::Full,
                ink: ink(n),
                glyph: glyph(n),
            });
        }
    }
    let neutral = if keys.is_empty() { Ink::Series(0) } else { Ink::Muted };
    keys.extend(texture_keys(frame.lang, neutral, &readings, glyph(0)));
    keys
}

/// Leaves the keys of a panel's series out, where the marks bear their names.
pub(super) fn drop_series(ds: &Dataset, keys: &mut Vec<Key>, panel: &Panel<'_>) {
    let ids: Vec<String> = panel.series.iter().map(|series| series_id(ds, *series)).collect();
    keys.retain(|key| !ids.contains(&key.id));
}

/// What tells a series from its neighbours: the indicator, the entity, or both.
pub(super) fn series_name(ds: &Dataset, panel: &Panel<'_>, n: usize, frame: &Frame<'_>) -> String {
    let series = panel.series[n];
    let indicator = ds.indicator(series.indicator).short.get(frame.lang);
    let entity = ds.entity(series.entity).short.get(frame.lang);
    let one_indicator = panel.series.iter().all(|s| s.indicator == series.indicator);
    let one_entity = panel.series.iter().all(|s| s.entity == series.entity);
    match (one_indicator, one_entity) {
        (true, false) => entity.to_owned(),
        (_, true) => indicator.to_owned(),
        _ => name_of(frame.lang, entity, indicator),
    }
}

/// What a panel is headed by where it is not the only one: of what its series are where panels differ in that, and
/// their names where the marks do not bear them.
pub(super) fn heading(ds: &Dataset, panels: &[Panel<'_>], panel: &Panel<'_>, frame: &Frame<'_>, named: bool) -> String {
    let mut entity = "";
    let first = panel.series.first();
    let one = panel.series.iter().all(|s| Some(s.entity) == first.map(|f| f.entity));
    let others = panels.iter().flat_map(|p| &p.series);
    if let Some(first) = first.filter(|first| one && others.clone().any(|s| s.entity != first.entity)) {
        entity = ds.entity(first.entity).short.get(frame.lang);
    }
    let named = if named { panel.series.len() } else { 0 };
    let names: Vec<String> = (0..named).map(|n| series_name(ds, panel, n, frame)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    name_of(frame.lang, entity, &parts(frame.lang, &names))
}
