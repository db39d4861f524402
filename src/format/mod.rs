//! What a figure is made of, and how it is written in each language. Every text of the product comes from here.

#![forbid(unsafe_code)]

mod value;

pub use value::*;
