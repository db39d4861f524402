//! Figures are read as they are printed, and read back as they were written.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic)] // a test says what it expects

use proptest::prelude::*;
use zonestat::format::{
    Decimal, Figure, Kind, Lang, Measure, Msg, Printed, Qualifier, Unit, axis_figure, axis_number, axis_scale,
    axis_tick, figure, figure_parts, interval, message, parse_figure, rounding, signed, signed_parts,
};

/// Every kind of figure that the documents print, with the value that a person gave it.
const PRINTED: &str = include_str!("golden/printed.tsv");

#[test]
fn reads_every_printed_figure_as_a_person_did() {
    let mut count = 0;
    for line in PRINTED.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [figure, value, unit, qualifier] = fields[..] else {
            panic!("{line}")
        };
        let printed = parse_figure(figure).unwrap_or_else(|| panic!("{figure} is not read"));
        assert_eq!(printed.value.to_string(), value, "{figure}");
        assert_eq!(printed.qualifier.as_str(), qualifier, "{figure}");
        // What the words behind the number cannot say, the indicator does: 2.4 is a percentage in "2.4:60.6:37".
        if let Some(hint) = printed.unit_hint {
            assert_eq!(hint, Unit::parse(unit).unwrap(), "{figure}");
        }
        count += 1;
    }
    assert!(count > 200, "{count}");
}

/// Measure words whose noun is no unit.
const PROJECTS: Measure<'static> = Measure {
    classifier: "个",
    one: "project",
    other: "projects",
};

/// A value as a document could print it: so many digits, so many decimals at its power of ten.
fn printable(magnitudes: &'static [u8]) -> impl Strategy<Value = (Decimal, u8)> {
    (
        0i64..1_000_000_000_000,
        0i8..=6,
        prop::sample::select(magnitudes),
        any::<bool>(),
    )
        .prop_map(|(mantissa, decimals, magnitude, negative)| {
            let mantissa = if negative { -mantissa } else { mantissa };
            (
                Decimal::new(mantissa, i8::try_from(magnitude).unwrap() - decimals).unwrap(),
                magnitude,
            )
        })
}

fn qualifier() -> impl Strategy<Value = Qualifier> {
    prop::sample::select(Qualifier::ALL)
}

/// Units whose words a reader can tell: a bare year looks like any number in English. Ranks have a test of their own.
fn unit() -> impl Strategy<Value = Unit> {
    let units: Vec<Unit> = Unit::ALL
        .iter()
        .copied()
        .filter(|unit| !matches!(unit, Unit::Date | Unit::Rank))
        .collect();
    prop::sample::select(units)
}

fn of((value, magnitude): (Decimal, u8), unit: Unit, qualifier: Qualifier) -> Figure<'static> {
    Figure::new(value, unit)
        .at(magnitude)
        .qualified(qualifier)
        .counting(PROJECTS)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn chinese_is_read_back_digit_for_digit(value in printable(&[0, 4, 8, 12]), unit in unit(), q in qualifier()) {
        let written = figure(Lang::ZH, &of(value, unit, q));
        let read = parse_figure(&written);
        let expected = Printed { value: value.0, magnitude: value.1, unit_hint: Some(unit), qualifier: q };
        prop_assert_eq!(read, Some(expected), "{}", written);
    }

    #[test]
    fn english_is_read_back_digit_for_digit(value in printable(&[0, 6, 9, 12]), unit in unit(), q in qualifier()) {
        let written = figure(Lang::EN, &of(value, unit, q));
        let read = parse_figure(&written);
        let expected = Printed { value: value.0, magnitude: value.1, unit_hint: Some(unit), qualifier: q };
        prop_assert_eq!(read, Some(expected), "{}", written);
    }

    #[test]
    fn no_digit_is_lost_or_made_up_between_the_systems(value in printable(&[4, 6, 8, 9, 12]), unit in unit()) {
        for lang in Lang::ALL {
            let written = figure(*lang, &of(value, unit, Qualifier::Exact));
            let read = parse_figure(&written).unwrap();
            prop_assert!(read.value.same_value(value.0), "{} is not {}", written, value.0);
            prop_assert_eq!(read.unit_hint, Some(unit));
            // Printed decimals are digits like any other: 14.10亿 is 1.410 billion.
            let significant = |d: Decimal| d.mantissa().unsigned_abs().to_string().len();
            if value.0.exponent() < i8::try_from(value.1).unwrap() && value.0.mantissa() != 0 && read.magnitude > 0 {
                prop_assert_eq!(significant(read.value), significant(value.0), "{}", written);
            }
        }
    }

    #[test]
    fn signed_figures_are_read_back(value in printable(&[0]), unit in unit()) {
        for lang in Lang::ALL {
            let written = signed(*lang, &of(value, unit, Qualifier::Exact));
            prop_assert_eq!(parse_figure(&written).map(|p| p.value), Some(value.0), "{}", written);
        }
    }

    #[test]
    fn ranks_are_read_back(rank in 1i64..100_000) {
        for lang in Lang::ALL {
            let written = figure(*lang, &Figure::new(Decimal::whole(rank), Unit::Rank));
            let read = parse_figure(&written).map(|p| (p.value, p.unit_hint));
            prop_assert_eq!(read, Some((Decimal::whole(rank), Some(Unit::Rank))), "{}", written);
        }
    }

    #[test]
    fn the_parts_are_the_whole(value in printable(&[0, 4, 6, 8, 9, 12]), unit in unit(), q in qualifier()) {
        for lang in Lang::ALL {
            let of = of(value, unit, q);
            let p = figure_parts(*lang, &of);
            prop_assert_eq!([p.before, p.number, p.unit, p.after].concat(), figure(*lang, &of));
            let p = signed_parts(*lang, &of);
            prop_assert_eq!([p.before, p.number, p.unit, p.after].concat(), signed(*lang, &of));
        }
    }

    #[test]
    fn natural_figures_keep_their_value(value in printable(&[0, 4, 8]), unit in unit()) {
        let natural = Figure::natural(value.0, unit);
        prop_assert!(natural.value.same_value(value.0));
        prop_assert!(parse_figure(&figure(Lang::ZH, &natural)).unwrap().value.same_value(value.0));
    }

    #[test]
    fn nothing_makes_it_fail(
        text in "\\PC*",
        mantissa in any::<i64>(),
        exponent in -36i8..=36,
        other in any::<i64>(),
        magnitude in any::<u8>(),
        unit in prop::sample::select(Unit::ALL),
        kind in prop::sample::select(Kind::ALL),
        q in qualifier(),
    ) {
        let _ = parse_figure(&text);
        let _ = Lang::of_tag(&text);
        let value = Decimal::new(mantissa, exponent).unwrap();
        let of = Figure { kind, ..of((value, magnitude), unit, q) };
        for lang in Lang::ALL {
            let _ = (figure(*lang, &of), signed(*lang, &of), figure_parts(*lang, &of));
            let _ = interval(*lang, value, Decimal::whole(other), &of);
            let _ = rounding(*lang, &of, Some(value), None);
            let scale = axis_scale(*lang, unit, None, value);
            let _ = (axis_number(*lang, value, &scale), axis_figure(*lang, &of, &scale), axis_tick(*lang, value, &scale));
            let _ = message(*lang, Msg::RefusalTooFew, &[("count", &text), ("kind", &text)]);
        }
    }
}
