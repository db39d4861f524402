//! What may share an axis: a panel holds one unit, and one column for each period and status.

use crate::data::{Dataset, EntityIx, IndicatorIx};
use crate::error::{Code, Error, Result};
use crate::format::{AxisScale, Decimal, Kind, Lang, Msg, Period, Status, Unit, axis_scale, message};
use crate::reading::Reading;
use crate::spec::Spec;

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
        self.columns
            .iter()
            .flat_map(|column| column.bars.iter().flatten().cloned())
            .collect()
    }

    /// The least and the greatest value.
    pub(super) fn extent(&self) -> (Decimal, Decimal) {
        let values = self
            .columns
            .iter()
            .flat_map(|column| column.bars.iter().flatten())
            .map(|r| r.observation.value);
        values.fold((Decimal::ZERO, Decimal::ZERO), |(low, high), v| {
            (
                if v.compare(low).is_lt() { v } else { low },
                if v.compare(high).is_gt() { v } else { high },
            )
        })
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
pub(super) fn panels<'d>(ds: &'d Dataset, spec: &Spec, lang: Lang, hidden: &[&str]) -> Result<Vec<Panel<'d>>> {
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
    found.retain(|r| !hidden.contains(&r.observation.status.as_str()));
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
            .position(|p| p.unit == unit && same_measure(ds, p, series))
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
    for panel in &mut panels {
        panel
            .columns
            .sort_by_key(|column| (column.period.order(), column.status));
    }
    Ok(panels)
}

/// Counts of unlike things are unlike units: projects and enterprises never share an axis.
fn same_measure(ds: &Dataset, panel: &Panel<'_>, series: Series) -> bool {
    panel.unit != Unit::Count
        || panel
            .series
            .first()
            .is_some_and(|first| ds.measure(first.indicator) == ds.measure(series.indicator))
}

impl<'d> Panel<'d> {
    fn add(&mut self, series: Series, reading: Reading<'d>) {
        let place = self.series.iter().position(|s| *s == series).unwrap_or_else(|| {
            self.series.push(series);
            self.columns.iter_mut().for_each(|column| column.bars.push(None));
            self.series.len() - 1
        });
        let (period, status) = (reading.observation.period, reading.observation.status);
        let free = |c: &&mut Column<'d>| c.period == period && c.status == status && c.bars[place].is_none();
        match self.columns.iter_mut().find(free) {
            Some(column) => column.bars[place] = Some(reading),
            None => {
                let mut bars = vec![None; self.series.len()];
                bars[place] = Some(reading);
                self.columns.push(Column { period, status, bars });
            }
        }
    }
}
