//! Figures, periods and words in both languages, line by line.
#![allow(clippy::unwrap_used)] // a test may say what it expects
use zonestat::format::*;
#[test]
fn look() {
    for t in [
        "317.19亿元",
        "26.8亿元",
        "9999.5万元",
        "0.5亿元",
        "14.10%",
        "120亿元",
        "848万美元",
        "约30万人",
        "1000余人",
        "200亿元以上",
        "20余家",
        "第2位",
        "首位",
        "1.79个百分点",
        "1.6倍",
        "62504户",
        "229万平方米",
        "超过247亿元",
        "1.1万个",
        "18个月",
        "约3000万美元",
    ] {
        let Some(p) = parse_figure(t) else {
            println!("{t} -> NONE");
            continue;
        };
        let f = Figure {
            value: p.value,
            magnitude: p.magnitude,
            unit: p.unit_hint.unwrap_or(Unit::Count),
            kind: Kind::Level,
            qualifier: p.qualifier,
            measure: Some(Measure {
                classifier: "个",
                one: "project",
                other: "projects",
            }),
        };
        println!(
            "{t} {} | {} {:?}",
            figure(Lang::ZH, &f),
            figure(Lang::EN, &f),
            figure_parts(Lang::EN, &f)
        );
    }
    for p in [
        "2021",
        "2017-01/2017-08",
        "2017-Q1/2017-Q3",
        "2022-Q1",
        "2020-11",
        "2020-11-29",
        "../2017-10",
        "2016/..",
        "P1Y",
        "2016/2020",
    ] {
        let p = Period::parse(p).unwrap();
        for n in [Nature::Flow, Nature::Stock] {
            for f in [PeriodForm::Long, PeriodForm::Short] {
                print!("{} | {} ‖ ", period(Lang::ZH, p, f, n), period(Lang::EN, p, f, n));
            }
        }
        println!(
            "{:?} {:?}",
            period_axis(Lang::ZH, p, Nature::Flow),
            period_axis(Lang::EN, p, Nature::Flow)
        );
    }
}
