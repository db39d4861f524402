//! What a figure is made of, and how it is written in each language. Every text of the product comes from here.

#![forbid(unsafe_code)]

mod axis;
mod claim;
mod derived;
mod evidence;
mod figure;
mod lang;
mod number;
mod periods;
mod range;
mod refusal;
mod statement;
mod summary;
mod template;
mod units;
mod value;
mod words;

pub use axis::{AxisScale, axis_figure, axis_number, axis_scale, axis_tick, axis_ticks, axis_unit};
pub use claim::{Claim, Scope, claim_core, claim_label, claim_line, claim_phrase, claim_sentence, claim_value};
pub use derived::{Derivation, derivation, derived_value};
pub use evidence::{
    Absence, Printing, Relative, absence, absence_short, citation, comparison, corroboration, document_date, relation,
    source_line, source_place,
};
pub use figure::{Figure, FigureParts, Measure, figure, figure_parts, signed, signed_parts};
pub use lang::{Lang, Msg, interface, join, labelled, list, message, paragraph, parts, sentence, series, word};
pub use number::digits;
pub use periods::{PeriodForm, full_year, period, period_axis, period_axis_of, period_of, period_phrase};
pub use range::{interval, rounding};
pub use refusal::{
    Refusal, bad_attribute, bad_data, bad_unit, bad_value, browser_refused, missing_attribute, nothing_to_draw,
    refusal, unknown_id,
};
pub use statement::{Statement, announcement, period_notes, statement, status_with};
pub use summary::{Extreme, Summary, chart_subtitle, chart_title, inside, names, picture_kind, picture_name, summary};
pub(crate) use value::closed;
pub use value::*;
pub use words::{basis, kind_name, nature, period_basis, qualifier, status, status_short};
