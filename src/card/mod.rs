//! Fact cards: one figure, set like a sentence by a typographer.

#![forbid(unsafe_code)]

mod kpi;

use crate::data::{Dataset, Filter, ObservationIx};
use crate::error::{Code, Error, Result};
use crate::format::{Kind, Lang, Msg, Status, message};
use crate::scene::Scene;
use crate::spec::{CardVariant, Spec};
use crate::text::TextMeasure;

/// What a card is drawn for.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// The width in CSS pixels.
    pub width: f64,
    /// The height in CSS pixels; 0 for what the content needs.
    pub height: f64,
    /// The language.
    pub lang: Lang,
    /// How wide texts are.
    pub measure: &'a dyn TextMeasure,
}

/// Lays a card out.
///
/// # Errors
/// [`Code::NothingToDraw`] where no observation answers; [`Code::BadAttribute`] where nothing says which figure.
pub fn card(ds: &Dataset, spec: &Spec, frame: &Frame<'_>) -> Result<Scene> {
    let observation = choose(ds, spec, frame.lang)?;
    match spec.variant.unwrap_or(CardVariant::Auto) {
        CardVariant::Auto | CardVariant::Kpi => Ok(kpi::kpi(ds, observation, frame)),
        other => {
            let text = message(frame.lang, Msg::ErrorKindNotDrawn, &[("kind", other.as_str())]);
            Err(Error::new(Code::BadAttribute, text))
        }
    }
}

/// The observation that a card is about: the one that is named, or the latest actual one of the selection.
fn choose(ds: &Dataset, spec: &Spec, lang: Lang) -> Result<ObservationIx> {
    if let Some(observation) = spec.observation {
        return Ok(observation);
    }
    if spec.indicators.is_empty() {
        return Err(Error::new(
            Code::BadAttribute,
            message(lang, Msg::ErrorCardNeedsFigure, &[]),
        ));
    }
    let period = spec.period.into_iter().collect();
    let found = ds.select(&Filter {
        period,
        ..spec.filter(ds)
    });
    let quantities = found
        .iter()
        .copied()
        .filter(|ix| matches!(ds.observation(*ix).kind, Kind::Level | Kind::Count));
    quantities
        .max_by_key(|ix| {
            let o = ds.observation(*ix);
            (o.status == Status::Actual, o.period.order())
        })
        .or_else(|| found.last().copied())
        .ok_or_else(|| Error::new(Code::NothingToDraw, message(lang, Msg::ErrorNothingToDraw, &[])))
}
