//! Small datasets, made for a test.

use zonestat::data::{
    Dataset, Entity, EntityIx, EntityKind, Indicator, IndicatorIx, Label, Locator, Measure, Observation, ObservationIx,
    Relation, RelationKind, Source, SourceIx, Tables, Topic,
};
use zonestat::format::{Decimal, Kind, Nature, Period, PeriodBasis, Qualifier, Status, Unit};

pub(crate) fn label(zh: &str, en: &str) -> Label {
    Label {
        zh: zh.into(),
        en: en.into(),
    }
}

/// A dataset under construction.
pub(crate) struct Data(pub(crate) Tables);

impl Data {
    pub(crate) fn new() -> Self {
        let mut tables = Tables::default();
        tables.entities.push(Entity {
            id: "zone".into(),
            kind: EntityKind::Zone,
            parent: None,
            name: label("试验开发区", "Test Development Zone"),
            short: label("试验区", "Test zone"),
            note: None,
        });
        tables.sources.push(Source {
            id: "report".into(),
            about: EntityIx(0),
            title: label("报告", "Report"),
            short: label("报告（2024年）", "Report (2024)"),
            publisher: label("未注明", "not stated"),
            date: Period::parse("2024").unwrap(),
            date_basis: PeriodBasis::Stated,
            sha256: "".into(),
            note: None,
        });
        Self(tables)
    }

    pub(crate) fn indicator(&mut self, id: &str, name: &str, nature: Nature, unit: Unit) -> IndicatorIx {
        let measure = (unit == Unit::Count).then(|| Measure {
            zh: "个".into(),
            en_one: "project".into(),
            en_other: "projects".into(),
        });
        self.0.indicators.push(Indicator {
            id: id.into(),
            topic: Topic::Economy,
            nature,
            units: vec![unit],
            measure,
            name: label(name, name),
            short: label(name, name),
            note: None,
        });
        IndicatorIx::of(self.0.indicators.len() - 1).unwrap()
    }

    pub(crate) fn add(
        &mut self,
        indicator: IndicatorIx,
        period: &str,
        status: Status,
        value: Decimal,
    ) -> ObservationIx {
        let of = &self.0.indicators[indicator.at()];
        let unit = of.units[0];
        let kind = match unit {
            Unit::Count => Kind::Count,
            Unit::Percent => Kind::Share,
            _ => Kind::Level,
        };
        let n = self.0.observations.len();
        self.0.observations.push(Observation {
            id: format!("o-{n:05}").into(),
            entity: EntityIx(0),
            indicator,
            value,
            magnitude: 0,
            unit,
            period: Period::parse(period).unwrap(),
            period_basis: PeriodBasis::Stated,
            status,
            qualifier: Qualifier::Exact,
            kind,
            basis: None,
            scope: None,
            scope_label: None,
            of: None,
            note: None,
        });
        self.0.locators.push(vec![Locator {
            source: SourceIx(0),
            paragraph: 1,
            occurrence: 1,
            figure: value.to_string().into(),
        }]);
        ObservationIx::of(n).unwrap()
    }

    pub(crate) fn relate(&mut self, kind: RelationKind, from: ObservationIx, to: ObservationIx) {
        self.0.relations.push(Relation {
            kind,
            from,
            to,
            note: None,
        });
    }

    pub(crate) fn done(self) -> Dataset {
        Dataset::new(self.0)
    }
}

pub(crate) fn d(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

/// One indicator with these values in consecutive years.
pub(crate) fn series(nature: Nature, values: &[&str]) -> Dataset {
    let mut data = Data::new();
    let gdp = data.indicator("gdp", "Output", nature, Unit::Cny);
    for (n, value) in values.iter().enumerate() {
        data.add(gdp, &(1800 + n).to_string(), Status::Actual, d(value));
    }
    data.done()
}

/// Several series with gaps, a part of a year, an estimate and targets.
pub(crate) fn several(names: &[&str]) -> Dataset {
    let mut data = Data::new();
    for (s, name) in names.iter().enumerate() {
        let id = format!("i{s}");
        let ix = data.indicator(&id, name, Nature::Flow, Unit::Cny);
        for year in (2008..2022).filter(|year| *year != 2013) {
            let value = 400 + (year - 2008) * (20 + i64::try_from(s).unwrap() * 9) + (year * 7919) % 90;
            data.add(ix, &year.to_string(), Status::Actual, Decimal::whole(value));
        }
        data.add(ix, "2022", Status::Estimated, Decimal::whole(900));
        data.add(ix, "2023-01/2023-08", Status::Actual, Decimal::whole(610));
        data.add(
            ix,
            "2025",
            Status::Target,
            Decimal::whole(1200 + i64::try_from(s).unwrap()),
        );
    }
    data.done()
}
