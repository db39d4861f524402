//! Titles, summaries, refusals and errors.

use super::*;

/// Pictures and messages.
pub(crate) const PICTURES: &[Case] = &[
    ("title", |l| {
        chart_title(l, &[t(l, "出口额", "Exports"), t(l, "进口额", "Imports")])
    }),
    ("subtitle", |l| {
        chart_subtitle(
            l,
            &[zone(l)],
            t(l, "2017–2022年", "2017–2022"),
            t(l, "亿元", "CN¥ billion"),
        )
    }),
    ("subtitle without a unit", |l| {
        chart_subtitle(l, &[zone(l), city(l)], "", "")
    }),
    ("name", |l| {
        picture_name(
            l,
            t(l, "进出口额", "Imports and exports"),
            t(l, "德州经开区 · 亿元", "Dezhou ETDZ · CN¥ billion"),
        )
    }),
    ("list of three", |l| {
        list(
            l,
            &[
                t(l, "产值", "output"),
                t(l, "利税", "profit and tax"),
                t(l, "就业", "jobs"),
            ],
        )
    }),
    ("summary", |l| {
        let periods = [t(l, "2017年1–8月", "Jan–Aug 2017"), t(l, "2022年", "2022")];
        let best = Extreme {
            figure: t(l, "112亿元", "CN¥11.2 billion"),
            period: t(l, "2021年", "2021"),
        };
        let least = Extreme {
            figure: t(l, "34.4亿元", "CN¥3.44 billion"),
            period: periods[0],
        };
        summary(
            l,
            &Summary {
                kind: "bar",
                title: t(l, TRADE.0, TRADE.1),
                entity: zone(l),
                count: 4,
                span: Some((periods[0], periods[1])),
                extremes: Some((best, least)),
                latest: Some(best),
                statuses: &[(Status::Actual, 2), (Status::Estimated, 1), (Status::Target, 1)],
                partial: 2,
                derived: 1,
            },
        )
    }),
    ("summary of one", |l| {
        summary(
            l,
            &Summary {
                kind: "card",
                title: t(l, GDP.0, GDP.1),
                entity: zone(l),
                count: 1,
                span: Some(("2021", "2021")),
                partial: 1,
                ..Summary::default()
            },
        )
    }),
    ("summary without a span", |l| {
        summary(
            l,
            &Summary {
                kind: "unheard-of",
                title: t(l, GDP.0, GDP.1),
                entity: city(l),
                count: 3,
                statuses: &[(Status::Planned, 2)],
                derived: 2,
                ..Summary::default()
            },
        )
    }),
    ("refusal: currencies", |l| {
        refusal(l, &Refusal::Currencies(t(l, "人民币", "CN¥"), t(l, "美元", "US$")))
    }),
    ("refusal: units", |l| {
        refusal(l, &Refusal::Units(t(l, "亩", "mu"), t(l, "户", "households")))
    }),
    ("refusal: points", |l| refusal(l, &Refusal::PercentAndPoints)),
    ("refusal: part and whole", |l| {
        refusal(l, &Refusal::PartAndWhole(zone(l), city(l)))
    }),
    ("refusal: definitions", |l| {
        refusal(
            l,
            &Refusal::Definitions(
                t(l, "合同投资额", "Contracted investment"),
                t(l, "到位资金", "Funds in place"),
            ),
        )
    }),
    ("refusal: break", |l| {
        refusal(
            l,
            &Refusal::Break(t(l, "进出口额", "Imports and exports"), t(l, "2021年", "2021")),
        )
    }),
    ("refusal: periods", |l| {
        refusal(
            l,
            &Refusal::Periods(
                t(l, "2017年1–8月", "Jan–Aug 2017"),
                t(l, "2020年1–10月", "Jan–Oct 2020"),
            ),
        )
    }),
    ("refusal: statuses", |l| {
        refusal(
            l,
            &Refusal::Statuses(status(l, Status::Actual), status(l, Status::Target)),
        )
    }),
    ("refusal: no parts", |l| refusal(l, &Refusal::NotParts("donut"))),
    ("refusal: too few", |l| refusal(l, &Refusal::TooFew("line", 2, 1))),
    ("refusal: no target", |l| refusal(l, &Refusal::NoTarget("bullet"))),
    ("error: attribute", |l| {
        bad_attribute(l, "kind", "pie", &["auto", "bar", "line"])
    }),
    ("error: missing", |l| {
        missing_attribute(l, "indicator", &["gdp", "trade"])
    }),
    ("error: id", |l| unknown_id(l, "indicator", "gpd", &[])),
    ("error: id, near", |l| unknown_id(l, "indicator", "gpd", &["gdp"])),
    ("error: id, several near", |l| {
        unknown_id(l, "indicator", "trad", &["trade", "cbec-trade", "services-trade"])
    }),
    ("error: value", |l| bad_value(l, "1e9")),
    ("error: unit", |l| bad_unit(l, "EUR", &["CNY", "USD"])),
    ("error: nothing", |l| nothing_to_draw(l, None)),
    ("error: nothing in a span", |l| {
        nothing_to_draw(l, Some((t(l, "2010年", "2010"), t(l, "2012年", "2012"))))
    }),
];
