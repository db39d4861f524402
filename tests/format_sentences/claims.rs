//! What a figure says about another one.

use super::*;

/// Claims: what a figure says about another one.
pub(crate) const CLAIMS: &[Case] = &[
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
    ("growth on an unnamed base", |l| {
        claim_sentence(l, &claim(Kind::Growth, "32%"))
    }),
    ("fall on an unnamed base", |l| {
        claim_sentence(l, &claim(Kind::Growth, "-52%"))
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
    ("multiple of a figure that a note names", |l| {
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
