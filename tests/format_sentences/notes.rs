//! Notes, derivations and evidence.

use super::*;

/// Notes, derivations and evidence.
pub(crate) const NOTES: &[Case] = &[
    ("part of a year", |l| period_notes(l, true, PeriodBasis::Stated)),
    ("part of a year, inferred", |l| {
        period_notes(l, true, PeriodBasis::Inferred)
    }),
    ("whole, stated", |l| period_notes(l, false, PeriodBasis::Stated)),
    ("status of a part", |l| status_with(l, Status::Estimated, true)),
    ("status of a whole", |l| status_with(l, Status::Target, false)),
    ("interval", |l| {
        interval(
            l,
            d("18430000000"),
            d("18480000000"),
            &Figure::natural(d("18450000000"), Unit::Cny),
        )
    }),
    ("interval across zeros", |l| {
        interval(
            l,
            d("9000000000"),
            d("10500000000"),
            &Figure::natural(d("9000000000"), Unit::Cny),
        )
    }),
    ("interval of percent", |l| {
        interval(l, d("7.9"), d("8.15"), &Figure::new(d("8"), Unit::Percent))
    }),
    ("interval that is none", |l| {
        interval(l, d("8.0"), d("8"), &Figure::new(d("8"), Unit::Percent))
    }),
    ("interval below zero", |l| {
        interval(l, d("-3"), d("-2"), &Figure::new(d("2"), Unit::Percent))
    }),
    ("rounding", |l| {
        rounding(l, &fig("185亿元"), Some(d("18450000000")), Some(d("18550000000")))
    }),
    ("rounding, open above", |l| {
        rounding(l, &fig("200亿元以上"), Some(d("20000000000")), None)
    }),
    ("rounding, open below", |l| {
        rounding(l, &fig("近400人"), None, Some(d("400")))
    }),
    ("rounding, open", |l| rounding(l, &fig("约40亿元"), None, None)),
    ("derived value", |l| {
        derived_value(l, t(l, "约94.0亿元", "about CN¥9.40 billion"))
    }),
    ("derived base", |l| {
        derivation(
            l,
            t(l, "约93.9–94.0亿元", "about CN¥9.39–9.40 billion"),
            &Derivation::Base {
                level: t(l, "2021年的112亿元", "CN¥11.2 billion in 2021"),
                growth: "19.2%",
                period: p("2020"),
            },
        )
    }),
    ("derived mean", |l| {
        derivation(
            l,
            t(l, "约3.84亿元", "about CN¥384 million"),
            &Derivation::Mean {
                total: t(l, "192亿元", "CN¥19.2 billion"),
                count: t(l, "50个项目", "50 projects"),
                measure: PROJECTS,
            },
        )
    }),
    ("derived share", |l| {
        derivation(
            l,
            "63.4%",
            &Derivation::Share {
                part: t(l, "21.8亿元", "CN¥2.18 billion"),
                whole: t(l, "34.4亿元", "CN¥3.44 billion"),
            },
        )
    }),
    ("derived whole", |l| {
        derivation(
            l,
            t(l, "约162亿元", "about CN¥16.2 billion"),
            &Derivation::Whole {
                part: t(l, "34.4亿元", "CN¥3.44 billion"),
                share: "21.2%",
            },
        )
    }),
    ("derived gap", |l| {
        derivation(
            l,
            t(l, "0.6亿元", "CN¥60 million"),
            &Derivation::Gap {
                left: t(l, "35亿元", "CN¥3.5 billion"),
                right: t(l, "34.4亿元", "CN¥3.44 billion"),
            },
        )
    }),
    ("derived multiple", |l| {
        derivation(
            l,
            t(l, "约2.5倍", "about 2.5 times"),
            &Derivation::Multiple {
                left: t(l, "2,136万美元", "US$21.36 million"),
                right: t(l, "848万美元", "US$8.48 million"),
            },
        )
    }),
    ("derived sum", |l| {
        derivation(
            l,
            t(l, "34.4亿元", "CN¥3.44 billion"),
            &Derivation::Sum {
                parts: &list(
                    l,
                    &[t(l, "21.8亿元", "CN¥2.18 billion"), t(l, "12.6亿元", "CN¥1.26 billion")],
                ),
            },
        )
    }),
    ("two sources", |l| corroboration(l, &sources(l)[..2])),
    ("three sources", |l| corroboration(l, &sources(l))),
    ("one source", |l| corroboration(l, &sources(l)[..1])),
    ("conflict", |l| {
        comparison(
            l,
            Printing {
                source: sources(l)[0],
                figure: t(l, "210亿元", "CN¥21 billion"),
            },
            Printing {
                source: sources(l)[1],
                figure: t(l, "200亿元", "CN¥20 billion"),
            },
            false,
        )
    }),
    ("agreement", |l| {
        comparison(
            l,
            Printing {
                source: sources(l)[0],
                figure: t(l, "31.7亿元", "CN¥3.17 billion"),
            },
            Printing {
                source: sources(l)[1],
                figure: t(l, "31.72亿元", "CN¥3.172 billion"),
            },
            true,
        )
    }),
    ("source line", |l| source_line(l, &sources(l))),
    ("no source line", |l| source_line(l, &[])),
    ("source place", |l| source_place(l, sources(l)[0], 2)),
    ("document date", |l| {
        document_date(l, p("2023-12-30"), PeriodBasis::Stated)
    }),
    ("document date, inferred", |l| {
        document_date(l, p("2022-05"), PeriodBasis::Inferred)
    }),
    ("citation", |l| {
        citation(
            l,
            t(l, "大众网", "Dazhong Net"),
            t(
                l,
                "连续3年入选全国双百强",
                "Three years running among the national top hundred",
            ),
            p("2023-12-30"),
            PeriodBasis::Stated,
            Some(5),
        )
    }),
    ("citation of a document", |l| {
        citation(
            l,
            t(l, "齐鲁网", "Qilu Net"),
            t(l, "聚焦主责主业", "Core business"),
            p("2020-11-29"),
            PeriodBasis::Stated,
            None,
        )
    }),
    ("citation, undated", |l| {
        citation(
            l,
            t(l, "未注明", "Publisher not stated"),
            t(l, "开发区概况", "Profile of the zone"),
            p("2017-10"),
            PeriodBasis::Inferred,
            Some(2),
        )
    }),
];
