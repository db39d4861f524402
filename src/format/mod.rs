//! What a figure is made of, and how it is written in each language. Every text of the product comes from here.

#![forbid(unsafe_code)]

mod axis;
mod figure;
mod lang;
mod number;
mod periods;
mod value;
mod words;

pub use axis::{AxisScale, axis_figure, axis_number, axis_scale, axis_tick, axis_ticks, axis_unit};
pub use figure::{Figure, FigureParts, Measure, figure, figure_parts, interval, signed, signed_parts};
pub use lang::{Lang, Msg, join, list, message, paragraph, word};
pub use number::digits;
pub use periods::{PeriodForm, full_year, period, period_axis, period_of};
#[allow(unused_imports, reason = "for the closed vocabularies of other parts")]
pub(crate) use value::closed;
pub use value::*;
pub use words::{basis, kind_name, nature, period_basis, qualifier, status, status_short};
