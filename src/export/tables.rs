//! A dataset as the tables of texts that it was compiled from.

use crate::data::compile::{FILES, Sheet};
use crate::data::{Dataset, Label, ObservationIx};

/// The tables of a dataset, in the order of [`FILES`]: compiling them gives the same dataset again.
#[must_use]
pub fn sheets(ds: &Dataset) -> [Sheet; FILES.len()] {
    let rows: [Vec<Vec<String>>; FILES.len()] = [
        sources(ds),
        entities(ds),
        indicators(ds),
        observations(ds),
        locators(ds),
        relations(ds),
    ];
    let mut at = 0;
    rows.map(|rows| {
        let (file, columns) = crate::data::compile::COLUMNS[at];
        at += 1;
        let header = columns.iter().map(|&name| name.to_owned()).collect();
        let mut sheet = Sheet::new(file, header);
        for row in rows {
            sheet.push(row.iter().map(String::as_str));
        }
        sheet
    })
}

/// The cells of a row under way.
#[derive(Default)]
struct Row(Vec<String>);

impl Row {
    fn text(mut self, text: &str) -> Self {
        self.0.push(text.to_owned());
        self
    }

    fn label(self, label: &Label) -> Self {
        self.text(&label.zh).text(&label.en)
    }

    fn note(self, label: Option<&Label>) -> Self {
        match label {
            Some(label) => self.label(label),
            None => self.text("").text(""),
        }
    }
}

fn sources(ds: &Dataset) -> Vec<Vec<String>> {
    let row = |source: &crate::data::Source| {
        let row = Row::default().text(&source.id).text(&ds.entity(source.about).id);
        let row = row.label(&source.title).label(&source.short).label(&source.publisher);
        let row = row.text(&source.date.to_string()).text(source.date_basis.as_str());
        row.text(&source.sha256).note(source.note.as_ref()).0
    };
    ds.sources().iter().map(row).collect()
}

fn entities(ds: &Dataset) -> Vec<Vec<String>> {
    let row = |entity: &crate::data::Entity| {
        let row = Row::default().text(&entity.id).text(entity.kind.as_str());
        let row = row.label(&entity.name).label(&entity.short);
        row.text(entity.parent.map_or("", |ix| &ds.entity(ix).id))
            .note(entity.note.as_ref())
            .0
    };
    ds.entities().iter().map(row).collect()
}

fn indicators(ds: &Dataset) -> Vec<Vec<String>> {
    let row = |indicator: &crate::data::Indicator| {
        let units: Vec<_> = indicator.units.iter().map(|unit| unit.as_str()).collect();
        let row = Row::default().text(&indicator.id).text(indicator.topic.as_str());
        let row = row.text(indicator.nature.as_str()).text(&units.join(" "));
        let row = match &indicator.measure {
            Some(measure) => row.text(&measure.zh).text(&measure.en_one).text(&measure.en_other),
            None => row.text("").text("").text(""),
        };
        row.label(&indicator.name)
            .label(&indicator.short)
            .note(indicator.note.as_ref())
            .0
    };
    ds.indicators().iter().map(row).collect()
}

fn all(ds: &Dataset) -> impl Iterator<Item = ObservationIx> {
    (0..ds.observations().len()).filter_map(ObservationIx::of)
}

fn observations(ds: &Dataset) -> Vec<Vec<String>> {
    let row = |ix: ObservationIx| {
        let o = ds.observation(ix);
        let row = Row::default()
            .text(&o.id)
            .text(&ds.entity(o.entity).id)
            .text(&ds.indicator(o.indicator).id);
        let row = row.text(&o.value_text()).text(o.unit.as_str());
        let row = row.text(&o.period.to_string()).text(o.period_basis.as_str());
        let row = row
            .text(o.status.as_str())
            .text(o.qualifier.as_str())
            .text(o.kind.as_str());
        let row = row.text(o.basis.map_or("", |basis| basis.as_str()));
        let row = row
            .text(o.scope.map_or("", |ix| &ds.entity(ix).id))
            .note(o.scope_label.as_ref());
        row.text(o.of.map_or("", |ix| &ds.observation(ix).id))
            .note(o.note.as_ref())
            .0
    };
    all(ds).map(row).collect()
}

fn locators(ds: &Dataset) -> Vec<Vec<String>> {
    let mut out = Vec::new();
    for ix in all(ds) {
        for locator in ds.locators(ix) {
            let row = Row::default()
                .text(&ds.observation(ix).id)
                .text(&ds.source(locator.source).id);
            let row = row
                .text(&locator.paragraph.to_string())
                .text(&locator.occurrence.to_string());
            out.push(row.text(&locator.figure).0);
        }
    }
    out
}

fn relations(ds: &Dataset) -> Vec<Vec<String>> {
    let row = |relation: &crate::data::Relation| {
        let row = Row::default().text(relation.kind.as_str());
        let row = row
            .text(&ds.observation(relation.from).id)
            .text(&ds.observation(relation.to).id);
        row.note(relation.note.as_ref()).0
    };
    ds.relations().iter().map(row).collect()
}
