//! The closed types that give a figure its meaning, after SDMX and the sources' own words.

use super::closed::closed;

closed! {
    /// What a figure claims to be (SDMX `OBS_STATUS`, widened by the sources' own words).
    Status {
        /// A result of a period that had ended when it was printed.
        Actual = "actual",
        /// 预计: an estimate of a period that has ended or nearly so.
        Estimated = "estimated",
        /// 目标, 力争, 确保: what an authority aims at.
        Target = "target",
        /// 计划, 拟: what is intended, committed or contracted but not done.
        Planned = "planned",
        /// 达产后: what is expected at full production.
        Projected = "projected",
    }
}

closed! {
    /// How exact the printed figure claims to be.
    Qualifier {
        /// No qualifying word is printed.
        Exact = "exact",
        /// 约: the value lies around the figure.
        About = "about",
        /// 余, 多, 超: the value lies above the figure.
        Over = "over",
        /// 以上: the figure or more.
        AtLeast = "at-least",
        /// 近, 不超过: the figure or less.
        UpTo = "up-to",
    }
}

closed! {
    /// What sort of statement an observation is.
    Kind {
        /// A quantity.
        Level = "level",
        /// A number of things.
        Count = "count",
        /// 同比: growth on the same period of the year before.
        YoyGrowth = "yoy_growth",
        /// Growth on another base, which the note names.
        Growth = "growth",
        /// A change of a rate or share, in percentage points, on a year before.
        PpChange = "pp_change",
        /// A distance from another entity's rate, in percentage points.
        PpGap = "pp_gap",
        /// An absolute change on a year before.
        Change = "change",
        /// A part of a whole, in percent.
        Share = "share",
        /// A multiple of another figure.
        Multiple = "multiple",
        /// A position, among what its scope says.
        Rank = "rank",
        /// The first of its scope to be or do something.
        First = "first",
        /// The only one in its scope.
        Only = "only",
        /// A calendar date.
        Date = "date",
        /// A length of time.
        Duration = "duration",
        /// How much of a plan is done, in percent.
        Completion = "completion",
    }
}

impl Kind {
    /// Whether the figure is a quantity of its own rather than a statement about another one.
    #[must_use]
    pub const fn is_quantity(self) -> bool {
        matches!(self, Self::Level | Self::Count | Self::Duration)
    }

    /// Whether the figure is a rate of change.
    #[must_use]
    pub const fn is_growth(self) -> bool {
        matches!(self, Self::YoyGrowth | Self::Growth)
    }
}

closed! {
    /// What a growth rate is measured in.
    Basis {
        /// The source does not say.
        Unstated = "unstated",
        /// Constant prices.
        ConstantPrices = "constant-prices",
        /// Current prices.
        CurrentPrices = "current-prices",
    }
}

closed! {
    /// Where a period or a date comes from.
    PeriodBasis {
        /// The source prints it.
        Stated = "stated",
        /// It follows from the context.
        Inferred = "inferred",
    }
}

closed! {
    /// How an indicator relates to time: what decides whether part of a year is a part of the value.
    Nature {
        /// Adds up over a period: output, trade, projects signed.
        Flow = "flow",
        /// A state at an instant: area, population.
        Stock = "stock",
        /// A share or a rate.
        Ratio = "ratio",
        /// A property of a thing or plan: total investment, capacity.
        Attribute = "attribute",
    }
}

closed! {
    /// What a value is measured in. Values are kept in base units (yuan, not 亿元).
    Unit {
        /// Chinese yuan, 元.
        Cny = "CNY",
        /// US dollars, 美元.
        Usd = "USD",
        /// Percent.
        Percent = "%",
        /// Percentage points.
        Pp = "pp",
        /// A position in an order; 1 is first.
        Rank = "rank",
        /// So many times another figure.
        Multiple = "multiple",
        /// A number of things; the indicator has the measure word.
        Count = "count",
        /// 人.
        Persons = "persons",
        /// 户.
        Households = "households",
        /// Square kilometres.
        Km2 = "km2",
        /// Square metres.
        M2 = "m2",
        /// Cubic metres.
        M3 = "m3",
        /// 亩, a fifteenth of a hectare.
        Mu = "mu",
        /// Hectares.
        Ha = "ha",
        /// Kilometres.
        Km = "km",
        /// Inches.
        Inch = "inch",
        /// Months.
        Months = "months",
        /// Years.
        Years = "years",
        /// A calendar date; the value is the period itself.
        Date = "date",
        /// Hours.
        Hours = "hours",
    }
}

impl Unit {
    /// Whether values of this unit are money.
    #[must_use]
    pub const fn is_money(self) -> bool {
        matches!(self, Self::Cny | Self::Usd)
    }

    /// Whether values of this unit are areas.
    #[must_use]
    pub const fn is_area(self) -> bool {
        matches!(self, Self::Km2 | Self::M2 | Self::Mu | Self::Ha)
    }

    /// Whether the value relates to another figure, so that every indicator may carry it.
    #[must_use]
    pub const fn is_relative(self) -> bool {
        matches!(self, Self::Percent | Self::Pp | Self::Rank | Self::Multiple)
    }
}
