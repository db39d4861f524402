//! Two periods never read alike, and every period reads.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)] // a test says what it expects

use std::collections::BTreeMap;

use zonestat::format::{Lang, Nature, Period, PeriodForm, Status, period_axis_of, period_of, period_phrase};

/// Every sort of period of three years: points, ranges, open ends.
fn periods() -> Vec<Period> {
    let mut sorts: [Vec<String>; 4] = Default::default();
    for year in 2019..=2021 {
        sorts[0].push(year.to_string());
        sorts[1].extend((1..=4).map(|q| format!("{year}-Q{q}")));
        for month in 1..=12 {
            sorts[2].push(format!("{year}-{month:02}"));
            sorts[3].extend([1, 15, 28].map(|day| format!("{year}-{month:02}-{day:02}")));
        }
    }
    let mut all = vec!["P1Y".to_owned()];
    for points in &sorts {
        for (n, start) in points.iter().enumerate() {
            all.extend([start.clone(), format!("{start}/.."), format!("../{start}")]);
            all.extend(points[n + 1..].iter().map(|end| format!("{start}/{end}")));
        }
    }
    all.iter().map(|text| Period::parse(text).unwrap()).collect()
}

#[test]
fn no_two_periods_read_alike() {
    let periods = periods();
    assert!(periods.len() > 6_000);
    for lang in Lang::ALL {
        for (nature, status) in [
            (Nature::Flow, Status::Actual),
            (Nature::Flow, Status::Target),
            (Nature::Stock, Status::Target),
            (Nature::Attribute, Status::Projected),
        ] {
            for form in [PeriodForm::Long, PeriodForm::Short] {
                let mut seen: BTreeMap<String, Period> = BTreeMap::new();
                for period in &periods {
                    let text = period_of(*lang, *period, form, nature, status);
                    assert!(!text.is_empty() && !text.contains(['{', '}']), "{period}: {text}");
                    if let Some(other) = seen.insert(text.clone(), *period) {
                        // An aim for a day is an aim until that day.
                        assert_eq!(other.last_day(), period.last_day(), "{text}");
                        assert!(
                            status == Status::Target && text.starts_with(if *lang == Lang::EN { "by " } else { "到" }),
                            "{text}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn phrases_and_axis_labels_read_alike_for_no_two_either() {
    let mut seen: BTreeMap<(String, String), Period> = BTreeMap::new();
    for lang in Lang::ALL {
        for period in periods() {
            let phrase = period_phrase(*lang, period, Nature::Flow, Status::Actual);
            let (year, part) = period_axis_of(*lang, period, Nature::Flow, Status::Actual);
            assert!(!phrase.is_empty() && !year.is_empty(), "{period}");
            if let Some(other) = seen.insert((year, [lang.code(), part.as_str()].concat()), period) {
                assert_eq!(other, period);
            }
        }
    }
}
