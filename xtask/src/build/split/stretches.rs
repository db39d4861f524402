//! The stretches of a function's code that run from their first instruction or not at all.
use std::ops::Range;

use wasmparser::{FunctionBody, Operator};

use crate::error::Result;

/// Code that nothing reaches but by its first instruction, as places in the file. It ends where the construct around it
/// ends, so that a trap in its place keeps every construct whole; inner stretches lie within outer ones.
pub(super) struct Stretch {
    pub(super) code: Range<usize>,
    /// Where the function begins, locals included, if this is all of it.
    pub(super) body: Option<usize>,
}

/// Finds the stretches of a function, in order of their first instructions.
pub(super) fn find(body: &FunctionBody<'_>, found: &mut Vec<Stretch>) -> Result<()> {
    let mut operators = body.get_operators_reader()?;
    // The stretches that end with each of the constructs which are open.
    let mut open: Vec<Vec<usize>> = vec![Vec::new()];
    let mut all = Some(body.range().start);
    // Whether control may get here by another way than to the instruction before.
    let mut forks = true;
    while !operators.eof() {
        let at = operators.original_position();
        let operator = operators.read()?;
        let ends = matches!(operator, Operator::End | Operator::Else);
        if forks && !ends {
            if let Some(construct) = open.last_mut() {
                construct.push(found.len());
            }
            found.push(Stretch {
                code: at..at,
                body: all,
            });
        }
        all = None;
        if ends {
            for stretch in open.pop().into_iter().flatten() {
                found[stretch].code.end = at;
            }
        }
        if matches!(
            operator,
            Operator::Block { .. } | Operator::Loop { .. } | Operator::If { .. } | Operator::Else
        ) {
            open.push(Vec::new());
        }
        forks = ends || matches!(operator, Operator::If { .. } | Operator::BrIf { .. });
    }
    Ok(())
}
