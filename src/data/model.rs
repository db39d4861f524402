//! What the tables hold once they have been read: the terms are SDMX's where SDMX has one.
//!
//! The build script reads this file too, so it uses nothing of ours but `format`'s values.

use super::text::Text;
use crate::format::{Basis, Decimal, Kind, Nature, Period, PeriodBasis, Qualifier, Status, Unit};

/// Declares a place in one of the tables.
macro_rules! index {
    ($($(#[$meta:meta])* $name:ident($int:ty)),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub $int);

        impl $name {
            /// The place as a number to index with.
            #[must_use]
            pub const fn at(self) -> usize {
                self.0 as usize
            }

            /// The index of this place; `None` beyond what the table can hold.
            #[must_use]
            pub fn of(place: usize) -> Option<Self> {
                <$int>::try_from(place).ok().map(Self)
            }
        }
    )+};
}

index! {
    /// A place in the table of sources.
    SourceIx(u16),
    /// A place in the table of entities.
    EntityIx(u16),
    /// A place in the table of indicators.
    IndicatorIx(u16),
    /// A place in the table of observations.
    ObservationIx(u32),
}

/// A text in both languages of the tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// In Chinese.
    pub zh: Text,
    /// In English.
    pub en: Text,
}

crate::format::closed! {
    /// What sort of thing an entity is.
    EntityKind {
        /// A development zone.
        Zone = "zone",
        /// A prefecture-level city.
        City = "city",
        /// A province.
        Province = "province",
        /// A country.
        Country = "country",
        /// A county, a district or a county-level city.
        County = "county",
        /// A town or a subdistrict.
        Town = "town",
        /// An investment project.
        Project = "project",
        /// An enterprise.
        Enterprise = "enterprise",
        /// An industry, or a chain of industries.
        Industry = "industry",
        /// An industrial park inside a zone.
        Park = "park",
        /// A public institution or an institute.
        Institution = "institution",
        /// A programme, a policy or a fund.
        Programme = "programme",
        /// A class of units, such as all counties of a city: the scope of a rank.
        Class = "class",
    }
}

impl EntityKind {
    /// Whether it is a territory: its figures cover whatever lies in it.
    #[must_use]
    pub const fn is_place(self) -> bool {
        use EntityKind::{City, Country, County, Province, Town, Zone};
        matches!(self, Zone | City | Province | Country | County | Town)
    }
}

crate::format::closed! {
    /// The field that an indicator belongs to.
    Topic {
        /// Output, income, structure.
        Economy = "economy",
        /// Foreign trade in goods and services.
        Trade = "trade",
        /// Money invested or raised, foreign investment included.
        Investment = "investment",
        /// Projects and their progress.
        Projects = "projects",
        /// Industries and production.
        Industry = "industry",
        /// Public money and credit.
        Finance = "finance",
        /// Population.
        People = "people",
        /// Areas and land.
        Land = "land",
        /// Environment and energy.
        Environment = "environment",
        /// Housing, schools and other building.
        Construction = "construction",
        /// Research and technology.
        Innovation = "innovation",
        /// Administration and reform.
        Governance = "governance",
        /// Skilled people.
        Talent = "talent",
        /// Enterprises and their number.
        Enterprises = "enterprises",
        /// Digital infrastructure and industry.
        Digital = "digital",
    }
}

crate::format::closed! {
    /// How two observations relate to each other.
    RelationKind {
        /// Two different statements that support each other.
        Corroborates = "corroborates",
        /// Two figures of what should be the same.
        Differs = "differs",
        /// The first replaces the second.
        Supersedes = "supersedes",
        /// The first is a part of the second.
        PartOf = "part-of",
        /// All the first ones with the same second add up to it.
        SumsTo = "sums-to",
        /// An arithmetical check of the first against the second; the note says how it comes out.
        ChecksAgainst = "checks-against",
        /// Related aims.
        SameProgramme = "same-programme",
    }
}

/// A document that observations were taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The id: ASCII kebab-case.
    pub id: Text,
    /// The entity that the document is about.
    pub about: EntityIx,
    /// The full title.
    pub title: Label,
    /// The title for a source line.
    pub short: Label,
    /// Who published it; says so where that is not known.
    pub publisher: Label,
    /// When it was published: a day, or a span where only that much is known.
    pub date: Period,
    /// Whether the document prints its date.
    pub date_basis: PeriodBasis,
    /// The SHA-256 of the document's bytes, in hexadecimal, by which a copy at hand is recognised.
    pub sha256: Text,
    /// What a reader should know about it.
    pub note: Option<Label>,
}

/// What statistics are about: a zone, a city, a project, an enterprise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The id: ASCII kebab-case.
    pub id: Text,
    /// What sort of thing it is.
    pub kind: EntityKind,
    /// What it belongs to.
    pub parent: Option<EntityIx>,
    /// The full name.
    pub name: Label,
    /// The name for axis labels.
    pub short: Label,
    /// What a reader should know about it.
    pub note: Option<Label>,
}

/// The measure words of an indicator that counts things: what follows the number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// The classifier in Chinese, such as `个` or `家`.
    pub zh: Text,
    /// The noun in English for one.
    pub en_one: Text,
    /// The noun in English for several.
    pub en_other: Text,
}

/// What is measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// The id: ASCII kebab-case.
    pub id: Text,
    /// The field that it belongs to.
    pub topic: Topic,
    /// How it relates to time.
    pub nature: Nature,
    /// The units that its level may have; relative units are always allowed.
    pub units: Vec<Unit>,
    /// The measure words, where it counts things.
    pub measure: Option<Measure>,
    /// The full name.
    pub name: Label,
    /// The name for axes and legends.
    pub short: Label,
    /// What a reader should know about it.
    pub note: Option<Label>,
}

/// One figure with all that gives it its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    /// The id: ASCII kebab-case, stable.
    pub id: Text,
    /// What it is about.
    pub entity: EntityIx,
    /// What is measured.
    pub indicator: IndicatorIx,
    /// The value in base units, at the resolution in which it was printed. For a date, its year: see
    /// [`Observation::value_text`].
    pub value: Decimal,
    /// The power of ten that was printed as a word: 8 for 亿, 4 for 万, 0 for none.
    pub magnitude: u8,
    /// The unit of the value.
    pub unit: Unit,
    /// When it holds.
    pub period: Period,
    /// Whether the source prints the period.
    pub period_basis: PeriodBasis,
    /// What the figure claims to be.
    pub status: Status,
    /// How exact it claims to be.
    pub qualifier: Qualifier,
    /// What sort of statement it is.
    pub kind: Kind,
    /// What a growth rate is measured in; none for anything else.
    pub basis: Option<Basis>,
    /// For a rank: among what. For a share: of what. For a gap: to whom.
    pub scope: Option<EntityIx>,
    /// The scope in words, where the source narrows it.
    pub scope_label: Option<Label>,
    /// The observation that this one modifies.
    pub of: Option<ObservationIx>,
    /// What a reader needs to know to understand it.
    pub note: Option<Label>,
}

impl Observation {
    /// The value as data: a plain decimal in base units, or an ISO 8601 date.
    #[must_use]
    pub fn value_text(&self) -> String {
        match (self.unit, self.period) {
            (Unit::Date, Period::At(date) | Period::Until(date)) => date.to_string(),
            _ => self.value.to_string(),
        }
    }
}

/// Where a figure stands in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locator {
    /// The document.
    pub source: SourceIx,
    /// The place among its non-blank lines, from 1.
    pub paragraph: u16,
    /// The place among equal whole figures of that paragraph, from 1.
    pub occurrence: u16,
    /// The figure exactly as printed.
    pub figure: Text,
}

/// A relation between two observations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// How they relate.
    pub kind: RelationKind,
    /// The first.
    pub from: ObservationIx,
    /// The second.
    pub to: ObservationIx,
    /// What a reader should know about it.
    pub note: Option<Label>,
}

/// All tables of one dataset, checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tables {
    /// The documents.
    pub sources: Vec<Source>,
    /// The entities, in the order of the file: a sensible reading order.
    pub entities: Vec<Entity>,
    /// The indicators, in the order of the file.
    pub indicators: Vec<Indicator>,
    /// The observations by entity, indicator, kind and period.
    pub observations: Vec<Observation>,
    /// The locators of the observation at the same place.
    pub locators: Vec<Vec<Locator>>,
    /// The relations, in the order of the file.
    pub relations: Vec<Relation>,
}
