//! Sentences in both languages, as they were read line by line.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic)] // a test says what it expects

mod common;

use common::hold;
use zonestat::format::*;

const SENTENCES: &str = include_str!("golden/sentences.tsv");

const PROJECTS: Measure<'static> = Measure {
    classifier: "个",
    one: "project",
    other: "projects",
};
const FIRMS: Measure<'static> = Measure {
    classifier: "家",
    one: "enterprise",
    other: "enterprises",
};
const LINES: Measure<'static> = Measure {
    classifier: "条",
    one: "production line",
    other: "production lines",
};

/// A text in the language of the case.
fn t(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    if lang == Lang::ZH { zh } else { en }
}

fn fig(text: &str) -> Figure<'static> {
    let p = parse_figure(text).unwrap_or_else(|| panic!("{text}"));
    let measure = match text.chars().last() {
        Some('家') => FIRMS,
        Some('条') => LINES,
        _ => PROJECTS,
    };
    let unit = p.unit_hint.unwrap_or(Unit::Cny);
    Figure {
        magnitude: p.magnitude,
        measure: Some(measure),
        ..Figure::new(p.value, unit)
    }
    .qualified(p.qualifier)
}

fn claim(kind: Kind, text: &str) -> Claim<'static> {
    Claim::new(fig(text).of_kind(kind))
}

fn visits(text: &str) -> Claim<'static> {
    let words = Measure {
        classifier: "次",
        one: "visit",
        other: "visits",
    };
    Claim::new(fig(text).of_kind(Kind::Count).counting(words))
}

fn zone(lang: Lang) -> &'static str {
    t(
        lang,
        "德州经济技术开发区",
        "Dezhou Economic and Technological Development Zone",
    )
}

fn city(lang: Lang) -> &'static str {
    t(lang, "德州市", "Dezhou")
}

fn p(text: &str) -> Period {
    Period::parse(text).unwrap()
}

/// A statement about the zone.
fn say(
    lang: Lang,
    names: (&'static str, &'static str),
    nature: Nature,
    period: &str,
    status: Status,
    claim: Claim,
) -> String {
    let indicator = t(lang, names.0, names.1);
    statement(
        lang,
        &Statement {
            entity: zone(lang),
            indicator,
            nature,
            period: p(period),
            status,
            claim,
        },
    )
}

const GDP: (&str, &str) = ("地区生产总值", "Gross domestic product");
const TRADE: (&str, &str) = ("货物进出口额", "Imports and exports of goods");
const SIGNED: (&str, &str) = ("签约项目", "Projects signed");

type Case = (&'static str, fn(Lang) -> String);

/// Statements: what, of whom, how much, when.
const STATEMENTS: &[Case] = &[
    ("flow, actual", |l| {
        say(
            l,
            GDP,
            Nature::Flow,
            "2021",
            Status::Actual,
            claim(Kind::Level, "317.19亿元"),
        )
    }),
    ("flow, part of a year", |l| {
        say(
            l,
            TRADE,
            Nature::Flow,
            "2017-01/2017-08",
            Status::Actual,
            claim(Kind::Level, "34.4亿元"),
        )
    }),
    ("flow, estimated", |l| {
        say(
            l,
            TRADE,
            Nature::Flow,
            "2020-01/2020-10",
            Status::Estimated,
            claim(Kind::Level, "68.6亿元"),
        )
    }),
    ("flow, target", |l| {
        say(
            l,
            TRADE,
            Nature::Flow,
            "2022",
            Status::Target,
            claim(Kind::Level, "121亿元"),
        )
    }),
    ("count, actual", |l| {
        say(
            l,
            SIGNED,
            Nature::Flow,
            "2017-Q1/2017-Q3",
            Status::Actual,
            claim(Kind::Count, "50个"),
        )
    }),
    ("count, over", |l| {
        say(
            l,
            ("产业链开展调研", "Fact-finding visits made by industry chains"),
            Nature::Flow,
            "2023-01-01/2023-12-30",
            Status::Actual,
            visits("380余次"),
        )
    }),
    ("stock, about", |l| {
        say(
            l,
            ("常住人口", "Resident population"),
            Nature::Stock,
            "2017-10",
            Status::Actual,
            claim(Kind::Level, "约30万人"),
        )
    }),
    ("stock, count", |l| {
        say(
            l,
            (
                "有进出口实绩的外贸企业",
                "Foreign-trade enterprises with actual imports or exports",
            ),
            Nature::Stock,
            "2020-11",
            Status::Actual,
            claim(Kind::Count, "150家"),
        )
    }),
    ("stock, estimated", |l| {
        say(
            l,
            ("建成区面积", "Built-up area"),
            Nature::Stock,
            "2020-11-29",
            Status::Estimated,
            claim(Kind::Level, "60平方公里"),
        )
    }),
    ("stock, target", |l| {
        say(
            l,
            ("医养健康产业规模", "Size of the health and care industry"),
            Nature::Stock,
            "2025",
            Status::Target,
            claim(Kind::Level, "200亿元"),
        )
    }),
    ("ratio", |l| {
        say(
            l,
            ("重点场所5G网络通达率", "5G network coverage of key venues"),
            Nature::Ratio,
            "2023-12-30",
            Status::Actual,
            claim(Kind::Level, "100%"),
        )
    }),
    ("attribute, planned", |l| {
        say(
            l,
            ("项目总投资", "Total investment"),
            Nature::Attribute,
            "2020-11",
            Status::Planned,
            claim(Kind::Level, "65亿元"),
        )
    }),
    ("flow, planned by a deadline", |l| {
        say(
            l,
            ("专项资金", "Earmarked fund"),
            Nature::Flow,
            "../2017-12",
            Status::Planned,
            claim(Kind::Level, "5000万元"),
        )
    }),
    ("projected at full production", |l| {
        say(
            l,
            ("产值", "Output value"),
            Nature::Attribute,
            "P1Y",
            Status::Projected,
            claim(Kind::Level, "11亿元"),
        )
    }),
    ("projected jobs", |l| {
        say(
            l,
            ("就业", "Jobs"),
            Nature::Attribute,
            "P1Y",
            Status::Projected,
            claim(Kind::Level, "1000余人"),
        )
    }),
    ("planned each year", |l| {
        say(
            l,
            ("财政专项资金", "Earmarked fiscal funds"),
            Nature::Flow,
            "P1Y",
            Status::Planned,
            claim(Kind::Level, "5000万元"),
        )
    }),
    ("duration", |l| {
        say(
            l,
            ("从立项到投产用时", "Time from approval to production"),
            Nature::Attribute,
            "2020-11-29",
            Status::Actual,
            claim(Kind::Duration, "18个月"),
        )
    }),
    ("date", |l| {
        say(
            l,
            ("启动建设", "Start of development"),
            Nature::Flow,
            "1998",
            Status::Actual,
            claim(Kind::Date, "1998年"),
        )
    }),
    ("date, target", |l| {
        say(
            l,
            ("竣工", "Completion"),
            Nature::Flow,
            "../2018-06",
            Status::Target,
            claim(Kind::Date, "2018年"),
        )
    }),
    ("growth on its own", |l| {
        say(
            l,
            ("规模以上工业增加值", "Value added of industry above designated size"),
            Nature::Flow,
            "2022-Q1",
            Status::Actual,
            claim(Kind::YoyGrowth, "7.2%").on(Basis::Unstated),
        )
    }),
    ("rank on its own", |l| {
        say(
            l,
            TRADE,
            Nature::Flow,
            "2021",
            Status::Actual,
            claim(Kind::Rank, "第2位").among(Scope::Place(city(l))),
        )
    }),
    ("rank, target", |l| {
        say(
            l,
            ("项目审批速度", "Speed of project approval"),
            Nature::Attribute,
            "2022",
            Status::Target,
            claim(Kind::Rank, "第1位").among(Scope::Place(city(l))),
        )
    }),
    ("completion, estimated", |l| {
        say(
            l,
            ("新增间接融资", "New indirect financing"),
            Nature::Flow,
            "2017-Q1/2017-Q3",
            Status::Estimated,
            claim(Kind::Completion, "81%").among(Scope::Class(t(l, "年度任务", "the task for the year"))),
        )
    }),
];

/// What is said of a mark.
const SPEECH: &[Case] = &[
    ("announcement", |l| {
        let (indicator, period) = (t(l, TRADE.0, TRADE.1), p("2017-01/2017-08"));
        let claims = [
            claim(Kind::YoyGrowth, "72.1%").on(Basis::Unstated),
            claim(Kind::Rank, "首位").among(Scope::Place(city(l))),
            claim(Kind::Share, "21.2%").among(Scope::Place(city(l))),
        ];
        let level = claim(Kind::Level, "34.4亿元");
        let of = Statement {
            entity: zone(l),
            indicator,
            nature: Nature::Flow,
            period,
            status: Status::Actual,
            claim: level,
        };
        announcement(l, &of, true, &claims)
    }),
    ("announcement of a date", |l| {
        let of = Statement {
            entity: zone(l),
            indicator: t(l, "晋升国家级", "Upgrade to national level"),
            nature: Nature::Attribute,
            period: p("2012"),
            status: Status::Actual,
            claim: claim(Kind::Date, "2012年"),
        };
        announcement(l, &of, false, &[])
    }),
    ("projected, as of a day", |l| {
        let names = ("撬动社会资本", "Private capital leveraged");
        say(
            l,
            names,
            Nature::Attribute,
            "2020-11-29",
            Status::Projected,
            claim(Kind::Level, "200亿元以上"),
        )
    }),
];

/// Claims: what a figure says about another one.
const CLAIMS: &[Case] = &[
    ("growth, basis unstated", |l| {
        claim_sentence(l, &claim(Kind::YoyGrowth, "8.6%").on(Basis::Unstated))
    }),
    ("growth, constant prices", |l| {
        claim_sentence(l, &claim(Kind::YoyGrowth, "8.6%").on(Basis::ConstantPrices))
    }),
    ("growth, current prices", |l| {
        claim_sentence(l, &claim(Kind::YoyGrowth, "14.09%").on(Basis::CurrentPrices))
    }),
    ("growth of a count", |l| {
        claim_sentence(l, &claim(Kind::YoyGrowth, "38.8%"))
    }),
    ("fall", |l| {
        claim_sentence(l, &claim(Kind::YoyGrowth, "-2.1%").on(Basis::Unstated))
    }),
    ("no growth", |l| claim_sentence(l, &claim(Kind::YoyGrowth, "0%"))),
    ("growth, in a row", |l| claim_line(l, &claim(Kind::YoyGrowth, "19.2%"))),
    ("fall, in a row", |l| claim_line(l, &claim(Kind::YoyGrowth, "-2.1%"))),
    ("growth on a named base", |l| {
        claim_sentence(
            l,
            &claim(Kind::Growth, "32%").against(t(l, "改革前", "before the reform")),
        )
    }),
    ("growth on an unnamed base", |l| {
        claim_sentence(l, &claim(Kind::Growth, "32%"))
    }),
    ("fall on a named base", |l| {
        claim_sentence(
            l,
            &claim(Kind::Growth, "-52%").against(t(l, "改革前", "before the reform")),
        )
    }),
    ("none on a named base", |l| {
        claim_sentence(l, &claim(Kind::Growth, "0%").against(t(l, "2016年", "2016")))
    }),
    ("none on an unnamed base", |l| {
        claim_sentence(l, &claim(Kind::Growth, "0%"))
    }),
    ("more than a year ago", |l| {
        claim_sentence(l, &claim(Kind::Change, "11家"))
    }),
    ("fewer than a year ago", |l| {
        claim_sentence(l, &claim(Kind::Change, "-3家"))
    }),
    ("as many as a year ago", |l| {
        claim_sentence(l, &claim(Kind::Change, "0家"))
    }),
    ("more, in a row", |l| claim_line(l, &claim(Kind::Change, "11家"))),
    ("points up", |l| {
        claim_sentence(l, &claim(Kind::PpChange, "1.98个百分点"))
    }),
    ("points down", |l| {
        claim_sentence(l, &claim(Kind::PpChange, "-0.6个百分点"))
    }),
    ("points unchanged", |l| {
        claim_sentence(l, &claim(Kind::PpChange, "0个百分点"))
    }),
    ("points of a growth rate", |l| {
        claim_sentence(l, &claim(Kind::PpChange, "0.6个百分点").about(Kind::YoyGrowth))
    }),
    ("points of a share", |l| {
        claim_sentence(l, &claim(Kind::PpChange, "1.98个百分点").about(Kind::Share))
    }),
    ("capacity, noun not in the name", |l| {
        let sets = Measure {
            classifier: "套",
            one: "set",
            other: "sets",
        };
        let claim = Claim::new(fig("10000套").of_kind(Kind::Level).counting(sets));
        say(
            l,
            ("年生产能力", "Annual production capacity"),
            Nature::Attribute,
            "P1Y",
            Status::Projected,
            claim,
        )
    }),
    ("households", |l| {
        let names = ("居民户数", "Urban and rural households");
        say(
            l,
            names,
            Nature::Stock,
            "2017-10",
            Status::Actual,
            claim(Kind::Level, "62504户"),
        )
    }),
    ("points above", |l| {
        claim_sentence(
            l,
            &claim(Kind::PpGap, "1.79个百分点").among(Scope::Class(t(
                l,
                "全市平均增速",
                "the average growth rate of the city",
            ))),
        )
    }),
    ("points below", |l| {
        claim_sentence(l, &claim(Kind::PpGap, "-1个百分点").among(Scope::Place(city(l))))
    }),
    ("points level", |l| {
        claim_sentence(l, &claim(Kind::PpGap, "0个百分点").among(Scope::Place(city(l))))
    }),
    ("points, nobody named", |l| {
        claim_sentence(l, &claim(Kind::PpGap, "1.7个百分点"))
    }),
    ("share of a place", |l| {
        claim_sentence(l, &claim(Kind::Share, "21.2%").among(Scope::Place(city(l))))
    }),
    ("share of a class", |l| {
        claim_sentence(
            l,
            &claim(Kind::Share, "33.7%").among(Scope::Class(t(l, "总产值", "total output value"))),
        )
    }),
    ("share, whole unnamed", |l| {
        claim_sentence(l, &claim(Kind::Share, "60.6%"))
    }),
    ("share, in a row", |l| {
        claim_line(l, &claim(Kind::Share, "21.2%").among(Scope::Place(city(l))))
    }),
    ("rank in a place", |l| {
        claim_sentence(l, &claim(Kind::Rank, "第2位").among(Scope::Place(city(l))))
    }),
    ("rank in a class", |l| {
        claim_sentence(
            l,
            &claim(Kind::Rank, "第62位").among(Scope::Class(t(
                l,
                "中国先进制造业百强市",
                "China’s Top 100 Advanced Manufacturing Cities",
            ))),
        )
    }),
    ("rank, scope unstated", |l| {
        claim_sentence(l, &claim(Kind::Rank, "首位"))
    }),
    ("rank, in a row", |l| {
        claim_line(l, &claim(Kind::Rank, "第2位").among(Scope::Place(city(l))))
    }),
    ("first in a place", |l| {
        claim_sentence(l, &claim(Kind::First, "1家").among(Scope::Place(city(l))))
    }),
    ("first in a class", |l| {
        claim_sentence(
            l,
            &claim(Kind::First, "1条").among(Scope::Class(t(
                l,
                "山东集成电路用8英寸硅片生产线",
                "production lines for 8-inch integrated-circuit wafers in Shandong",
            ))),
        )
    }),
    ("first, scope unstated", |l| {
        claim_sentence(l, &claim(Kind::First, "1家"))
    }),
    ("only in a place", |l| {
        claim_sentence(l, &claim(Kind::Only, "1个").among(Scope::Place(t(l, "全国", "China"))))
    }),
    ("only in a class", |l| {
        claim_sentence(
            l,
            &claim(Kind::Only, "1个").among(Scope::Class(t(
                l,
                "2021年全市获批的省重点实验室",
                "provincial key laboratories approved in the city in 2021",
            ))),
        )
    }),
    ("only, scope unstated", |l| claim_sentence(l, &claim(Kind::Only, "1个"))),
    ("multiple of a named figure", |l| {
        claim_sentence(
            l,
            &claim(Kind::Multiple, "1.6倍").against(t(l, "2016年全年", "the whole of 2016")),
        )
    }),
    ("multiple of an unnamed figure", |l| {
        claim_sentence(l, &claim(Kind::Multiple, "1.84倍"))
    }),
    ("plan completed", |l| {
        claim_sentence(
            l,
            &claim(Kind::Completion, "80%").among(Scope::Class(t(
                l,
                "年度投资计划",
                "the investment plan for the year",
            ))),
        )
    }),
    ("plan completed, unnamed", |l| {
        claim_sentence(l, &claim(Kind::Completion, "113%"))
    }),
    ("first, as a figure", |l| figure(l, &fig("1家").of_kind(Kind::First))),
    ("only, as a figure", |l| figure(l, &fig("1个").of_kind(Kind::Only))),
];

/// Notes, derivations and evidence.
const NOTES: &[Case] = &[
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

/// Pictures and messages.
const PICTURES: &[Case] = &[
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
    ("error: value", |l| bad_value(l, "1e9")),
    ("error: unit", |l| bad_unit(l, "EUR", &["CNY", "USD"])),
    ("error: nothing", |l| nothing_to_draw(l, None)),
    ("error: nothing in a span", |l| {
        nothing_to_draw(l, Some((t(l, "2010年", "2010"), t(l, "2012年", "2012"))))
    }),
];

fn d(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

fn sources(lang: Lang) -> [&'static str; 3] {
    [
        t(lang, "开发区专题报道（2020年）", "Feature on the zone (2020)"),
        t(lang, "齐鲁网报道（2020年）", "Qilu Net (2020)"),
        t(lang, "大众网报道（2023年）", "Dazhong Net (2023)"),
    ]
}

/// Every observation of the bundled dataset reads as one sentence, in both languages.
#[test]
fn every_observation_reads() {
    use zonestat::data::{Dataset, ObservationIx};
    let ds = Dataset::bundled();
    for ix in (0..ds.observations().len()).filter_map(ObservationIx::of) {
        for (lang, stop) in [(Lang::ZH, '。'), (Lang::EN, '.')] {
            let said = zonestat::reading::Reading::new(ds, ix, lang).sentence();
            assert!(said.ends_with(stop) && !said.contains(['{', '}']), "{said}");
            assert!(
                !said.contains("  ") && !said.contains("。。") && !said.contains("为约"),
                "{said}"
            );
        }
    }
}

#[test]
fn sentences() {
    let mut written = String::new();
    for (name, say) in [STATEMENTS, SPEECH, CLAIMS, NOTES, PICTURES].concat() {
        written += &[name, &say(Lang::ZH), &say(Lang::EN)].join("\t");
        written.push('\n');
    }
    for relative in Relative::ALL {
        let texts =
            [Lang::ZH, Lang::EN].map(|l| relation(l, *relative, t(l, "2021年进出口额", "Imports and exports, 2021")));
        written += &[&["relation: ", relative.as_str()].concat(), &texts[0], &texts[1]]
            .map(String::as_str)
            .join("\t");
        written.push('\n');
    }
    for why in Absence::ALL {
        let texts = [Lang::ZH, Lang::EN].map(|l| labelled(l, absence_short(l, *why), absence(l, *why)));
        written += &[&["absence: ", why.as_str()].concat(), &texts[0], &texts[1]]
            .map(String::as_str)
            .join("\t");
        written.push('\n');
    }
    hold("sentences.tsv", SENTENCES, &written);
}
