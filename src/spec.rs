//! What is asked for: a page's attributes, checked against the dataset.

#![forbid(unsafe_code)]

use crate::data::{Dataset, EntityIx, Filter, IndicatorIx, ObservationIx};
use crate::error::{Code, Error, Result};
use crate::format::{self, Kind, Lang, Period, Point, Status, closed, unknown_id};
use crate::sort::sort_by;

closed! {
    /// The kinds of chart.
    ChartKind {
        /// Chosen from the data.
        Auto = "auto",
        /// Bars from zero.
        Bar = "bar",
        /// A line through comparable periods.
        Line = "line",
        /// Parts of a printed whole.
        Donut = "donut",
        /// Actual against target.
        Bullet = "bullet",
        /// Stages of a project pipeline.
        Pipeline = "pipeline",
        /// Events and aims in order.
        Timeline = "timeline",
        /// Positions, with their scope.
        Rank = "rank",
        /// Areas inside areas.
        Nested = "nested",
    }
}

closed! {
    /// The variants of card.
    CardVariant {
        /// Chosen from the data.
        Auto = "auto",
        /// One figure.
        Kpi = "kpi",
        /// Two periods or entities.
        Compare = "compare",
        /// The distance to an aim.
        Target = "target",
        /// A project's plan.
        Project = "project",
        /// A position.
        Rank = "rank",
    }
}

/// What is asked for, with every id resolved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spec {
    /// `kind` of a chart; `None` is `auto`.
    pub kind: Option<ChartKind>,
    /// `variant` of a card; `None` is `auto`.
    pub variant: Option<CardVariant>,
    /// `indicator`: one or more; empty is all.
    pub indicators: Vec<IndicatorIx>,
    /// `entity`: one or more; empty is the dataset's own zone.
    pub entities: Vec<EntityIx>,
    /// `observation`, of a card.
    pub observation: Option<ObservationIx>,
    /// The second id of `observation`, of a card that compares.
    pub against: Option<ObservationIx>,
    /// `period`, of a card.
    pub period: Option<Period>,
    /// `from`: periods that end before it are left out.
    pub from: Option<Point>,
    /// `to`: periods that begin after it are left out.
    pub to: Option<Point>,
    /// `status`: one or more; empty is all.
    pub status: Vec<Status>,
}

impl Spec {
    /// Reads attributes by name. An absent or empty one asks for nothing in particular.
    ///
    /// # Errors
    /// [`Code::BadAttribute`], [`Code::UnknownIndicator`], [`Code::UnknownEntity`], [`Code::UnknownObservation`],
    /// each naming the attribute, what it said and what is accepted.
    pub fn read(ds: &Dataset, lang: Lang, attribute: &dyn Fn(&str) -> Option<String>) -> Result<Self> {
        let get = |name: &str| {
            attribute(name)
                .map(|text| text.trim().to_owned())
                .filter(|text| !text.is_empty())
        };
        let reader = Reader { lang };
        // The theme is chosen by whoever knows the page; a word that names none is still a mistake to be shown.
        reader.one(
            get("theme"),
            "theme",
            |text| THEMES.contains(&text).then_some(()),
            THEMES.into_iter(),
        )?;
        let observations = reader.ids(
            get("observation"),
            "observation",
            Code::UnknownObservation,
            |id| ds.find_observation(id),
            || ds.observations().iter().map(|o| &*o.id).collect(),
        )?;
        Ok(Self {
            kind: reader.one(
                get("kind"),
                "kind",
                ChartKind::parse,
                ChartKind::ALL.iter().map(|k| k.as_str()),
            )?,
            variant: reader.one(
                get("variant"),
                "variant",
                CardVariant::parse,
                CardVariant::ALL.iter().map(|v| v.as_str()),
            )?,
            indicators: reader.ids(
                get("indicator"),
                "indicator",
                Code::UnknownIndicator,
                |id| ds.find_indicator(id),
                || ds.indicators().iter().map(|i| &*i.id).collect(),
            )?,
            entities: reader.ids(
                get("entity"),
                "entity",
                Code::UnknownEntity,
                |id| ds.find_entity(id),
                || ds.entities().iter().map(|e| &*e.id).collect(),
            )?,
            observation: observations.first().copied(),
            against: observations.get(1).copied(),
            period: reader.period(get("period"), "period")?,
            from: reader.point(get("from"), "from")?,
            to: reader.point(get("to"), "to")?,
            status: reader.words(
                get("status"),
                "status",
                Status::parse,
                &Status::ALL.iter().map(|s| s.as_str()),
            )?,
        })
    }

    /// The entities that are asked for: the dataset's own zone where none is named.
    #[must_use]
    pub fn entities_or_zone(&self, ds: &Dataset) -> Vec<EntityIx> {
        if self.entities.is_empty() {
            ds.zone().into_iter().collect()
        } else {
            self.entities.clone()
        }
    }

    /// The same request as a filter over observations.
    #[must_use]
    pub fn filter(&self, ds: &Dataset) -> Filter {
        Filter {
            entity: self.entities_or_zone(ds),
            indicator: self.indicators.clone(),
            status: self.status.clone(),
            from: self.from,
            to: self.to,
            ..Filter::default()
        }
    }
}

/// Reads a filter over observations: each key holds alternatives with spaces between them.
///
/// # Errors
/// As [`Spec::read`].
pub fn read_filter(ds: &Dataset, lang: Lang, attribute: &dyn Fn(&str) -> Option<String>) -> Result<Filter> {
    let get = |name: &str| {
        attribute(name)
            .map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty())
    };
    let reader = Reader { lang };
    let spec = Spec::read(ds, lang, &|name| {
        if matches!(name, "kind" | "period" | "observation") {
            None
        } else {
            get(name)
        }
    })?;
    let forms = ["2021", "2022-Q1", "2020-01/2020-10"];
    Ok(Filter {
        entity: spec.entities,
        indicator: spec.indicators,
        status: spec.status,
        kind: reader.words(get("kind"), "kind", Kind::parse, &Kind::ALL.iter().map(|k| k.as_str()))?,
        period: reader.words(get("period"), "period", Period::parse, &forms.into_iter())?,
        from: spec.from,
        to: spec.to,
        source: reader.ids(
            get("source"),
            "source",
            Code::BadAttribute,
            |id| ds.find_source(id),
            || ds.sources().iter().map(|s| &*s.id).collect(),
        )?,
        id: reader.ids(
            get("id"),
            "id",
            Code::UnknownObservation,
            |id| ds.find_observation(id),
            || ds.observations().iter().map(|o| &*o.id).collect(),
        )?,
    })
}

/// The themes that can be asked for.
const THEMES: [&str; 3] = ["auto", "light", "dark"];

/// Reads single attributes and says what is wrong with them.
struct Reader {
    lang: Lang,
}

impl Reader {
    fn one<T: Copy>(
        &self,
        text: Option<String>,
        attribute: &str,
        parse: impl Fn(&str) -> Option<T>,
        accepted: impl Iterator<Item = &'static str>,
    ) -> Result<Option<T>> {
        let Some(text) = text else { return Ok(None) };
        parse(&text)
            .map(Some)
            .ok_or_else(|| bad_attribute(self.lang, attribute, &text, &accepted.collect::<Vec<_>>()))
    }

    fn words<T: Copy>(
        &self,
        text: Option<String>,
        attribute: &str,
        parse: impl Fn(&str) -> Option<T>,
        accepted: &(impl Iterator<Item = &'static str> + Clone),
    ) -> Result<Vec<T>> {
        let Some(text) = text else { return Ok(Vec::new()) };
        let words = text
            .split_whitespace()
            .map(|word| self.one(Some(word.to_owned()), attribute, &parse, accepted.clone()));
        words.filter_map(Result::transpose).collect()
    }

    fn period(&self, text: Option<String>, attribute: &str) -> Result<Option<Period>> {
        let Some(text) = text else { return Ok(None) };
        Period::parse(&text).map(Some).ok_or_else(|| {
            let forms = ["2021", "2022-Q1", "2020-11", "2020-01/2020-10", "2017-Q1/2017-Q3"];
            bad_attribute(self.lang, attribute, &text, &forms)
        })
    }

    fn point(&self, text: Option<String>, attribute: &str) -> Result<Option<Point>> {
        let Some(text) = text else { return Ok(None) };
        Point::parse(&text).map(Some).ok_or_else(|| {
            let forms = ["2021", "2022-Q1", "2020-11", "2020-11-29"];
            bad_attribute(self.lang, attribute, &text, &forms)
        })
    }

    fn ids<'d, T>(
        &self,
        text: Option<String>,
        attribute: &str,
        code: Code,
        find: impl Fn(&str) -> Option<T>,
        all: impl Fn() -> Vec<&'d str>,
    ) -> Result<Vec<T>> {
        let Some(text) = text else { return Ok(Vec::new()) };
        text.split_whitespace()
            .map(|id| {
                find(id).ok_or_else(|| {
                    let near = nearest(id, &all());
                    Error::new(code, unknown_id(self.lang, attribute, id, &near))
                })
            })
            .collect()
    }
}

/// That an attribute, or something like one, says what it cannot say; and what it can.
pub(crate) fn bad_attribute(lang: Lang, attribute: &str, given: &str, accepted: &[&str]) -> Error {
    Error::new(
        Code::BadAttribute,
        format::bad_attribute(lang, attribute, given, accepted),
    )
}

/// Up to three ids that a slip of the keyboard may have meant.
fn nearest<'d>(id: &str, all: &[&'d str]) -> Vec<&'d str> {
    let mut ranked: Vec<(usize, &str)> = all
        .iter()
        .map(|candidate| (distance(id.as_bytes(), candidate.as_bytes()), *candidate))
        .filter(|(d, candidate)| *d <= 3.min(id.len().div_ceil(2)) || (id.len() > 2 && candidate.contains(id)))
        .collect();
    sort_by(&mut ranked, Ord::cmp);
    ranked.into_iter().take(3).map(|(_, candidate)| candidate).collect()
}

/// Levenshtein's distance, cut short for long inputs: an id is never that long.
fn distance(a: &[u8], b: &[u8]) -> usize {
    const LONGEST: usize = 64;
    if a.len() > LONGEST || b.len() > LONGEST {
        return LONGEST;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = i;
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let best = (row[j] + 1).min(row[j + 1] + 1).min(corner + usize::from(x != y));
            corner = std::mem::replace(&mut row[j + 1], best);
        }
    }
    row[b.len()]
}
