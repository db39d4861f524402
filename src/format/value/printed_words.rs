//! The words that printed figures are made of, in Chinese and English. Longer words stand before their beginnings.

use super::{Qualifier, Unit};

/// Qualifiers before a figure. A word that ends like another stands before it: 不超过 is no 超过.
pub(super) const BEFORE: &[(&str, Qualifier)] = &[
    ("不超过", Qualifier::UpTo),
    ("约", Qualifier::About),
    ("超过", Qualifier::Over),
    ("突破", Qualifier::Over),
    ("超", Qualifier::Over),
    ("过", Qualifier::Over),
    ("逾", Qualifier::Over),
    ("至少", Qualifier::AtLeast),
    ("近", Qualifier::UpTo),
    ("不足", Qualifier::UpTo),
    ("不到", Qualifier::UpTo),
    ("最多", Qualifier::UpTo),
    ("about", Qualifier::About),
    ("over", Qualifier::Over),
    ("more than", Qualifier::Over),
    ("at least", Qualifier::AtLeast),
    ("up to", Qualifier::UpTo),
    ("nearly", Qualifier::UpTo),
];

/// Qualifiers behind a figure, and whether they are so behind money only: 300亿级 is an order of magnitude, 四星级 is not.
pub(super) const BEHIND: &[(&str, Qualifier, bool)] = &[
    ("以上", Qualifier::AtLeast, false),
    ("左右", Qualifier::About, false),
    ("级", Qualifier::About, true),
];

/// What says "and some more" between the digits and their unit.
pub(super) const INSIDE: &[&str] = &["余", "多"];

/// Words for powers of ten.
pub(super) const SCALES: &[(&str, u8)] = &[
    ("万亿", 12),
    ("千亿", 11),
    ("百亿", 10),
    ("亿", 8),
    ("千万", 7),
    ("百万", 6),
    ("万", 4),
    ("trillion", 12),
    ("billion", 9),
    ("million", 6),
];

/// Numerals of one character.
pub(super) const NUMERALS: &[(&str, i64)] = &[
    ("一", 1),
    ("二", 2),
    ("两", 2),
    ("双", 2),
    ("三", 3),
    ("四", 4),
    ("五", 5),
    ("六", 6),
    ("七", 7),
    ("八", 8),
    ("九", 9),
    ("十", 10),
];

/// Units by the whole of what stands behind the number. What is not here is a measure word.
pub(super) const UNITS: &[(&str, Unit)] = &[
    ("元", Unit::Cny),
    ("美元", Unit::Usd),
    ("%", Unit::Percent),
    ("％", Unit::Percent),
    ("个百分点", Unit::Pp),
    ("百分点", Unit::Pp),
    ("倍", Unit::Multiple),
    ("人", Unit::Persons),
    ("名", Unit::Persons),
    ("户", Unit::Households),
    ("平方公里", Unit::Km2),
    ("平方米", Unit::M2),
    ("平", Unit::M2),
    ("立方米", Unit::M3),
    ("方", Unit::M3),
    ("亩", Unit::Mu),
    ("公顷", Unit::Ha),
    ("公里", Unit::Km),
    ("英寸", Unit::Inch),
    ("个月", Unit::Months),
    ("年", Unit::Years),
    ("小时", Unit::Hours),
    ("percentage point", Unit::Pp),
    ("percentage points", Unit::Pp),
    ("times", Unit::Multiple),
    ("person", Unit::Persons),
    ("persons", Unit::Persons),
    ("household", Unit::Households),
    ("households", Unit::Households),
    ("km²", Unit::Km2),
    ("m²", Unit::M2),
    ("m³", Unit::M3),
    ("mu", Unit::Mu),
    ("hectare", Unit::Ha),
    ("hectares", Unit::Ha),
    ("km", Unit::Km),
    ("inch", Unit::Inch),
    ("inches", Unit::Inch),
    ("month", Unit::Months),
    ("months", Unit::Months),
    ("year", Unit::Years),
    ("years", Unit::Years),
    ("hour", Unit::Hours),
    ("hours", Unit::Hours),
];
