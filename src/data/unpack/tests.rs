//! Tables are packed and unpacked, and the packed ones damaged.

use super::super::Dataset;
use super::super::compile::pack;
use super::super::model::Tables;
use super::unpack;
use crate::format::Decimal;

/// The bundled tables, packed again; what unpacking needs for good is kept for good.
fn packed() -> (Vec<u8>, &'static str) {
    let (numbers, texts) = pack(Dataset::bundled().tables());
    (numbers, texts.leak())
}

#[test]
fn what_was_packed_is_unpacked() {
    let (numbers, texts) = packed();
    assert!(unpack(&numbers, texts).as_ref() == Some(Dataset::bundled().tables()));
    let (numbers, texts) = pack(&Tables::default());
    assert_eq!(unpack(&numbers, texts.leak()), Some(Tables::default()));
}

/// Extremes that no curated figure has: all digits that fit, figures without digits, ids with a status.
#[test]
fn any_value_is_unpacked() {
    let mut tables = Dataset::bundled().tables().clone();
    let values = [i64::MAX, i64::MIN, -1, 0, 999_999_999_999_999_999, 1 << 32, -(1 << 31)];
    for (at, value) in values.into_iter().enumerate() {
        let o = &mut tables.observations[at];
        let exponent = at as i8 * 3 - 9;
        o.value = Decimal::new(value, exponent).unwrap_or(Decimal::ZERO);
        o.magnitude = 0;
        tables.locators[at][0].figure = format!("~{}%", o.value).into();
        let mut bare = tables.locators[at][0].clone();
        bare.figure = "no digits".into();
        tables.locators[at].push(bare);
    }
    let (numbers, texts) = pack(&tables);
    assert!(unpack(&numbers, texts.leak()) == Some(tables));
}

#[test]
fn damaged_bytes_give_nothing_or_nonsense() {
    let (whole, texts) = packed();
    let (mut state, mut nothing, mut nonsense) = (7u64, 0, 0);
    let mut random = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    for case in 0..1000 {
        let (mut numbers, mut texts) = (whole.clone(), texts);
        match case % 4 {
            0 => numbers.truncate(random(whole.len())),
            1 => {
                let at = (0..=random(texts.len())).rev().find(|&at| texts.is_char_boundary(at));
                texts = &texts[..at.unwrap_or(0)];
            }
            // The head says how long everything is.
            2 => numbers[random(24)] = random(256) as u8,
            _ => numbers[random(whole.len())] ^= 1 << random(7),
        }
        match unpack(&numbers, texts) {
            None => nothing += 1,
            Some(tables) if tables != *Dataset::bundled().tables() => nonsense += 1,
            Some(_) => {}
        }
    }
    assert!(
        nothing > 100 && nonsense > 100,
        "{nothing} and {nonsense} of 1000 cases"
    );
    assert_eq!(unpack(&[], ""), None);
    assert_eq!(unpack(&[0xff; 4096], ""), None);
    assert_eq!(unpack(&[0x7f; 4096], texts), None);
}
