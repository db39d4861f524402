//! What a figure is made of: exact decimals, periods and closed vocabularies. It depends on nothing, so that the
//! build script reads the data with the very same types.

mod closed;
mod decimal;
mod period;
mod printed;
mod printed_words;
mod vocabulary;

pub(crate) use closed::closed;
pub use decimal::Decimal;
pub use period::{Date, Part, Period, Point};
pub use printed::{Printed, parse_figure};
pub use vocabulary::{Basis, Kind, Nature, PeriodBasis, Qualifier, Status, Unit};
