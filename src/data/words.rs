//! The tables' labels and figures in the terms in which `format` writes them.

use super::dataset::Dataset;
use super::model::{EntityIx, EntityKind, IndicatorIx, Label, ObservationIx};
use crate::format::{Figure, Lang, Measure};

impl Label {
    /// The text in a language; English where the tables have no column for it.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        if lang == Lang::ZH { &self.zh } else { &self.en }
    }
}

impl Dataset {
    /// The zone that the dataset is about: its first entity of that kind.
    #[must_use]
    pub fn zone(&self) -> Option<EntityIx> {
        self.entities()
            .iter()
            .position(|entity| entity.kind == EntityKind::Zone)
            .and_then(EntityIx::of)
    }

    /// The measure words of an indicator that counts things.
    #[must_use]
    pub fn measure(&self, ix: IndicatorIx) -> Option<Measure<'_>> {
        let measure = self.indicator(ix).measure.as_ref()?;
        Some(Measure {
            classifier: &measure.zh,
            one: &measure.en_one,
            other: &measure.en_other,
        })
    }

    /// The figure of an observation, ready to be written.
    #[must_use]
    pub fn figure(&self, ix: ObservationIx) -> Figure<'_> {
        let o = self.observation(ix);
        Figure {
            value: o.value,
            magnitude: o.magnitude,
            unit: o.unit,
            kind: o.kind,
            qualifier: o.qualifier,
            measure: self.measure(o.indicator),
        }
    }
}
