//! What an observation says of itself.

use super::*;

/// Statements: what, of whom, how much, when.
pub(crate) const STATEMENTS: &[Case] = &[
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
pub(crate) const SPEECH: &[Case] = &[
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
