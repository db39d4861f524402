//! Colours, as all eyes see them.

use crate::THEMES;
use zonestat::theme::{Ink, Rgb, SERIES};

/// Linear light, each channel 0 to 1.
fn linear(colour: Rgb) -> [f64; 3] {
    [colour.0, colour.1, colour.2].map(|c| {
        let c = f64::from(c) / 255.0;
        if c <= 0.040_45 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    })
}

type Matrix = [[f64; 3]; 3];

fn times(m: &Matrix, v: [f64; 3]) -> [f64; 3] {
    m.map(|row| row.iter().zip(v).map(|(a, b)| a * b).sum::<f64>().clamp(0.0, 1.0))
}

/// What is left of a colour for these eyes: Viénot, Brettel and Mollon 1999 for the red-green deficiencies, Brettel,
/// Viénot and Mollon 1997 with its two half-planes for the blue-yellow one; over linear sRGB.
fn seen_by(eyes: &str, colour: Rgb) -> [f64; 3] {
    const PROTAN: Matrix = [
        [0.112_38, 0.887_62, 0.0],
        [0.112_38, 0.887_62, 0.0],
        [0.004_01, -0.004_01, 1.0],
    ];
    const DEUTAN: Matrix = [
        [0.292_75, 0.707_25, 0.0],
        [0.292_75, 0.707_25, 0.0],
        [-0.022_34, 0.022_34, 1.0],
    ];
    const TRITAN: [Matrix; 2] = [
        [
            [1.012_77, 0.135_48, -0.148_26],
            [-0.012_43, 0.868_12, 0.144_31],
            [0.075_89, 0.805_00, 0.119_11],
        ],
        [
            [0.936_78, 0.189_79, -0.126_57],
            [0.061_54, 0.815_26, 0.123_20],
            [-0.375_62, 1.127_67, 0.247_96],
        ],
    ];
    const SIDE: [f64; 3] = [0.039_01, -0.027_88, -0.011_13];
    let v = linear(colour);
    match eyes {
        "protan" => times(&PROTAN, v),
        "deutan" => times(&DEUTAN, v),
        "tritan" => {
            let side: f64 = SIDE.iter().zip(v).map(|(a, b)| a * b).sum();
            times(&TRITAN[usize::from(side < 0.0)], v)
        }
        _ => v,
    }
}

/// The distance of two colours in Oklab, times a hundred: 2 is just noticed.
fn apart(a: [f64; 3], b: [f64; 3]) -> f64 {
    let lab = |v: [f64; 3]| {
        let cone = |r: f64, g: f64, b: f64| (r * v[0] + g * v[1] + b * v[2]).cbrt();
        let l = cone(0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9);
        let m = cone(0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6);
        let s = cone(0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5);
        [
            0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
            1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
            0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
        ]
    };
    let (a, b) = (lab(a), lab(b));
    100.0 * a.iter().zip(b).map(|(x, y)| (x - y) * (x - y)).sum::<f64>().sqrt()
}

#[test]
fn the_series_are_told_apart_by_all_eyes() {
    let ink = |n: usize| Ink::Series(u8::try_from(n).unwrap());
    let mut wrong = Vec::new();
    for (name, make) in THEMES {
        let theme = make();
        for n in 0..SERIES {
            let ratio = theme.colour(ink(n)).contrast(theme.colour(Ink::Ground));
            if ratio < 3.0 {
                wrong.push(format!("{name}: series {n} has {ratio:.2} on the ground"));
            }
            for eyes in ["all", "protan", "deutan", "tritan"] {
                for m in n + 1..SERIES {
                    let far = apart(seen_by(eyes, theme.colour(ink(n))), seen_by(eyes, theme.colour(ink(m))));
                    // Neighbours touch; the others are also told apart by their place and their names.
                    let due = if m == n + 1 { 9.0 } else { 4.0 };
                    if far < due {
                        wrong.push(format!(
                            "{name}: series {n} and {m} are {far:.1} apart for {eyes} eyes, not {due}"
                        ));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
