//! A dataset that is ready to be asked.

use std::sync::OnceLock;

use super::compile::{FILES, Pace, Problem, Sheet, check};
use super::derive::{Derived, derive};
use super::model::{
    Entity, EntityIx, Indicator, IndicatorIx, Locator, Observation, ObservationIx, Relation, Source, SourceIx, Tables,
};
use super::unpack::unpack;
use crate::format::Nature;
use crate::sort::order;

/// A dataset: checked tables with the orders in which they are searched.
#[derive(Clone, Debug, Default)]
pub struct Dataset {
    tables: Tables,
    /// In the order of their ids; empty for the bundled ones, so few that none is sought for longer than sorting takes.
    by_id: Vec<ObservationIx>,
    /// The observations that modify another one, by that one.
    modified: Vec<ObservationIx>,
    derived: OnceLock<Vec<Derived>>,
}

/// The compact tables of the bundled dataset, written by build.rs: its numbers and its texts.
static NUMBERS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.bin"));
static TEXTS: &str = include_str!(concat!(env!("OUT_DIR"), "/dataset.txt"));

impl Dataset {
    /// The dataset inside the library, decoded when it is first asked for.
    #[must_use]
    pub fn bundled() -> &'static Self {
        static DATASET: OnceLock<Dataset> = OnceLock::new();
        DATASET.get_or_init(|| Self::with(unpack(NUMBERS, TEXTS).unwrap_or_default(), Vec::new()))
    }

    /// A dataset from the texts of its files, as [`FILES`] names them; files of other names are left aside. To read them
    /// step by step, see [`super::Loading`].
    ///
    /// # Errors
    /// All that is wrong with the tables: each with its file, row and column, and what would be right.
    pub fn parse(files: &[(&str, &str)]) -> Result<Self, Vec<Problem>> {
        let pace = Pace::default();
        pace.all(Self::read(files, &pace))
    }

    /// As [`Dataset::parse`], pausing between rows.
    pub(super) async fn read<T: AsRef<str>>(files: &[(&str, T)], pace: &Pace) -> Result<Self, Vec<Problem>> {
        let (mut sheets, mut problems) = (Vec::new(), Vec::new());
        // Cutting texts into cells takes a third of the time.
        let files = || files.iter().filter(|(name, _)| FILES.contains(name));
        pace.part(33, files().map(|(_, text)| text.as_ref().len()).sum());
        for (name, text) in files() {
            match Sheet::read(name, text.as_ref(), pace).await {
                Ok(sheet) => sheets.push(sheet),
                Err(problem) => problems.push(problem),
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let (tables, by_id) = check(&sheets, pace).await?;
        let (rows, of) = (&tables.observations, modifying(&tables.observations));
        let mut compare = |a: usize, b: usize| rows[of[a].at()].of.cmp(&rows[of[b].at()].of);
        let order = pace.order(of.len(), &mut compare).await;
        Ok(Self {
            modified: order.into_iter().map(|at| of[at]).collect(),
            tables,
            by_id,
            derived: OnceLock::new(),
        })
    }

    /// A dataset of checked tables, as [`super::compile::compile`] gives them.
    #[must_use]
    pub fn new(tables: Tables) -> Self {
        let rows = &tables.observations;
        let by_id = order(rows.len(), &mut |a, b| rows[a].id.cmp(&rows[b].id));
        let by_id = by_id.into_iter().filter_map(ObservationIx::of).collect();
        Self::with(tables, by_id)
    }

    fn with(tables: Tables, by_id: Vec<ObservationIx>) -> Self {
        let rows = &tables.observations;
        let of = modifying(rows);
        let mut modified = Vec::with_capacity(of.len());
        for at in &order(of.len(), &mut |a, b| rows[of[a].at()].of.cmp(&rows[of[b].at()].of)) {
            modified.push(of[*at]);
        }
        Self {
            modified,
            tables,
            by_id,
            derived: OnceLock::new(),
        }
    }

    /// The checked tables.
    #[must_use]
    pub fn tables(&self) -> &Tables {
        &self.tables
    }

    /// All observations, by entity, indicator, kind and period.
    #[must_use]
    pub fn observations(&self) -> &[Observation] {
        &self.tables.observations
    }

    /// The entities, in the order of their table.
    #[must_use]
    pub fn entities(&self) -> &[Entity] {
        &self.tables.entities
    }

    /// The indicators, in the order of their table.
    #[must_use]
    pub fn indicators(&self) -> &[Indicator] {
        &self.tables.indicators
    }

    /// The documents that the observations come from.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.tables.sources
    }

    /// The relations between observations.
    #[must_use]
    pub fn relations(&self) -> &[Relation] {
        &self.tables.relations
    }

    /// The values that the printed ones imply, computed when they are first asked for.
    #[must_use]
    pub fn derived(&self) -> &[Derived] {
        self.derived.get_or_init(|| derive(self))
    }

    /// The observation at this place.
    ///
    /// # Panics
    /// If the place is not one that this dataset gave out.
    #[must_use]
    pub fn observation(&self, ix: ObservationIx) -> &Observation {
        &self.tables.observations[ix.at()]
    }

    /// The entity at this place; panics on a place of another dataset, as [`Dataset::observation`].
    #[must_use]
    pub fn entity(&self, ix: EntityIx) -> &Entity {
        &self.tables.entities[ix.at()]
    }

    /// The indicator at this place; panics on a place of another dataset, as [`Dataset::observation`].
    #[must_use]
    pub fn indicator(&self, ix: IndicatorIx) -> &Indicator {
        &self.tables.indicators[ix.at()]
    }

    /// The source at this place; panics on a place of another dataset, as [`Dataset::observation`].
    #[must_use]
    pub fn source(&self, ix: SourceIx) -> &Source {
        &self.tables.sources[ix.at()]
    }

    /// The observation of this id.
    #[must_use]
    pub fn find_observation(&self, id: &str) -> Option<ObservationIx> {
        if self.by_id.is_empty() {
            let at = self.observations().iter().position(|o| *o.id == *id);
            return at.and_then(ObservationIx::of);
        }
        let found = self.by_id.binary_search_by(|&ix| (*self.observation(ix).id).cmp(id));
        found.ok().map(|at| self.by_id[at])
    }

    /// The entity of this id.
    #[must_use]
    pub fn find_entity(&self, id: &str) -> Option<EntityIx> {
        self.entities()
            .iter()
            .position(|entity| &*entity.id == id)
            .and_then(EntityIx::of)
    }

    /// The indicator of this id.
    #[must_use]
    pub fn find_indicator(&self, id: &str) -> Option<IndicatorIx> {
        self.indicators()
            .iter()
            .position(|indicator| &*indicator.id == id)
            .and_then(IndicatorIx::of)
    }

    /// The source of this id.
    #[must_use]
    pub fn find_source(&self, id: &str) -> Option<SourceIx> {
        self.sources()
            .iter()
            .position(|source| &*source.id == id)
            .and_then(SourceIx::of)
    }

    /// Where the figure of an observation is printed: at least one place.
    #[must_use]
    pub fn locators(&self, ix: ObservationIx) -> &[Locator] {
        &self.tables.locators[ix.at()]
    }

    /// The observations that say something about this one: its growth, its rank, its share.
    pub fn modifiers(&self, ix: ObservationIx) -> impl Iterator<Item = ObservationIx> + '_ {
        let of = move |&modifier: &ObservationIx| self.observation(modifier).of;
        let start = self.modified.partition_point(|modifier| of(modifier) < Some(ix));
        let rest = self.modified[start..].iter();
        rest.take_while(move |modifier| of(modifier) == Some(ix)).copied()
    }

    /// The other observations of the same entity, indicator and kind, by period.
    pub fn series(&self, ix: ObservationIx) -> impl Iterator<Item = ObservationIx> + '_ {
        let key = |o: &Observation| (o.entity, o.indicator, o.kind);
        let wanted = key(self.observation(ix));
        let start = self.observations().partition_point(|o| key(o) < wanted);
        let end = self.observations().partition_point(|o| key(o) <= wanted);
        (start..end)
            .filter_map(ObservationIx::of)
            .filter(move |&other| other != ix)
    }

    /// Whether more than one document prints the figure.
    #[must_use]
    pub fn is_corroborated(&self, ix: ObservationIx) -> bool {
        let mut sources = self.locators(ix).iter().map(|locator| locator.source);
        let first = sources.next();
        sources.any(|source| Some(source) != first)
    }

    /// Whether the figure covers less than a year of something that adds up over a year. It must never stand for a
    /// year's.
    #[must_use]
    pub fn is_partial(&self, ix: ObservationIx) -> bool {
        let observation = self.observation(ix);
        self.indicator(observation.indicator).nature == Nature::Flow && observation.period.is_partial()
    }

    /// Whether two figures may stand side by side on one scale: the same indicator or the same entity, the same sort
    /// of statement in the same unit, and for what adds up over time the same months of a year.
    #[must_use]
    pub fn comparable(&self, a: ObservationIx, b: ObservationIx) -> bool {
        let (x, y) = (self.observation(a), self.observation(b));
        let (nature, other) = (self.indicator(x.indicator).nature, self.indicator(y.indicator).nature);
        let times = nature != Nature::Flow || x.period.comparable(y.period);
        (x.indicator == y.indicator || x.entity == y.entity)
            && nature == other
            && x.unit == y.unit
            && x.kind == y.kind
            && x.scope == y.scope
            && times
    }
}

/// The observations that modify another one.
fn modifying(rows: &[Observation]) -> Vec<ObservationIx> {
    let mut found = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        if row.of.is_some() {
            found.extend(ObservationIx::of(at));
        }
    }
    found
}
