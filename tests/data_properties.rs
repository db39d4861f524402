//! What holds for every input: no table and no number makes the data part of the library panic or lie.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, missing_docs)]

use proptest::prelude::*;
use zonestat::data::compile::{FILES, Sheet};
use zonestat::data::{Dataset, Interval};
use zonestat::format::{Decimal, Qualifier};

/// The curated tables as texts.
fn curated() -> Vec<String> {
    let path = |file: &&str| std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(file);
    FILES
        .iter()
        .map(|file| std::fs::read_to_string(path(file)).unwrap())
        .collect()
}

fn parse(tables: &[String]) -> Result<Dataset, usize> {
    let files: Vec<_> = FILES.into_iter().zip(tables.iter().map(String::as_str)).collect();
    Dataset::parse(&files).map_err(|problems| problems.len())
}

/// A character boundary at or before this place.
fn boundary(text: &str, place: usize) -> usize {
    (0..=place % (text.len() + 1))
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Curated tables with a stretch replaced are either read, and then answer, or refused.
    #[test]
    fn damaged_tables_are_read_or_refused(
        file in 0..6usize,
        place in any::<usize>(),
        length in 0..40usize,
        put in prop_oneof![Just(String::new()), "[ -~]{0,12}", "[,\"\n]{1,4}", "[0-9\\-/Q.]{1,12}", "\\PC{0,8}"],
    ) {
        let mut tables = curated();
        let text = &mut tables[file];
        let start = boundary(text, place);
        let end = boundary(text, start + length).max(start);
        text.replace_range(start..end, &put);
        match parse(&tables) {
            Ok(ds) => {
                for derived in ds.derived() {
                    prop_assert!(derived.low.compare(derived.high).is_le(), "{}", derived.id);
                }
            }
            Err(problems) => prop_assert!(problems > 0),
        }
    }

    /// Rows in another order give the same observations in the same order.
    #[test]
    fn the_order_of_rows_does_not_matter(seed in any::<u64>()) {
        let mut tables = curated();
        let (header, rows) = tables[3].split_once('\n').unwrap();
        let mut rows: Vec<&str> = rows.lines().collect();
        let mut state = seed;
        for at in (1..rows.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            rows.swap(at, (state >> 33) as usize % (at + 1));
        }
        tables[3] = [header, &rows.join("\n"), ""].join("\n");
        let ds = parse(&tables).unwrap();
        prop_assert!(ds.tables().observations == Dataset::bundled().tables().observations);
    }

    /// Our reader of CSV reads what another writer writes.
    #[test]
    fn any_cells_are_read_back(rows in prop::collection::vec(prop::collection::vec("\\PC*|[,\"\r\n]*", 3), 1..8)) {
        let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
        writer.write_record(["a", "b", "c"]).unwrap();
        rows.iter().for_each(|row| writer.write_record(row).unwrap());
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        prop_assert!(Sheet::parse("t.csv", &text).unwrap().rows().eq(rows));
    }

    /// No text at all makes the reader of CSV panic.
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC*|[a,\"\r\n]*") {
        let _ = Sheet::parse("t.csv", &text);
    }

    /// The range of a figure holds the figure, and meets itself.
    #[test]
    fn a_range_holds_its_figure(
        mantissa in -999_999_999_999_999_999i64..=999_999_999_999_999_999,
        exponent in -18i8..=18,
        qualifier in prop::sample::select(Qualifier::ALL),
        things in any::<bool>(),
    ) {
        let value = Decimal::new(mantissa, exponent).unwrap();
        let range = Interval::printed(value, qualifier, things);
        prop_assert!(range.low.is_none_or(|low| low.compare(value).is_le()));
        prop_assert!(range.high.is_none_or(|high| high.compare(value).is_ge()));
        prop_assert!(range.meets(range) && range.plus(range).meets(range.plus(range)));
    }
}
