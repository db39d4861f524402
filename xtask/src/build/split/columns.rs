//! The first part as it is sent: its code in columns, one for each sort of number in it.
//!
//! A server's compression finds more in a thousand numbers of locals side by side than in the same ones between
//! instructions: an eighth of the code's bytes of brotli. The page puts them back into their places before it compiles
//! them, `www/src/wasm/columns.ts`.
use std::ops::Range;

use wasmparser::{FunctionBody, Parser, Payload};

use super::patch::{HEAD, unsigned};
use crate::error::{Error, Result};

/// The columns, in the order in which they are sent.
#[derive(Clone, Copy)]
enum Column {
    /// The first byte of every instruction.
    Instructions,
    /// The locals that instructions name.
    Locals,
    /// Where memory is read and written, from an address on.
    Offsets,
    /// Numbers of 32 bits.
    Numbers,
    /// The functions that are called.
    Calls,
    /// How far branches go.
    Branches,
    /// The locals that functions have, and numbers of 64 bits.
    Wide,
    /// The rest.
    Others,
}

const COLUMNS: usize = Column::Others as usize + 1;

/// What the section is called.
const NAME: &[u8] = b"\x05first";

/// The module with no claim, at any access to memory, that the address is a round one. It is a hint that engines for
/// today's processors don't use, and it would be one more number for each access.
pub(crate) fn level(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut level = wasm.to_vec();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::CodeSectionEntry(body) = payload? {
            each_instruction(&body, &mut |at, _| {
                if is_access(wasm[at]) {
                    level[at + 1] = 0;
                }
                Ok(())
            })?;
        }
    }
    Ok(level)
}

/// A module with nothing but a section called `first`, that holds: how long the module is, how many functions it has, and
/// how long all that is before them; how long each column is; then the columns, all that is before the functions, and all
/// behind them. The module must be one that [`level`] made.
pub(crate) fn fold(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut columns = [const { Vec::new() }; COLUMNS];
    let mut bodies: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::CodeSectionStart { count, range, .. } => {
                let mut number = Vec::new();
                unsigned(count as usize, &mut number);
                start = range.start + number.len();
            }
            Payload::CodeSectionEntry(body) => {
                let locals = body.range().start..body.get_operators_reader()?.original_position();
                columns[Column::Wide as usize].extend(&wasm[locals]);
                let mut size = Vec::new();
                unsigned(body.range().len(), &mut size);
                if wasm[bodies.last().map_or(start, |last| last.end)..body.range().start] != size {
                    return Err(Error::new("a function's size is written longer than it must be"));
                }
                bodies.push(body.range());
                each_instruction(&body, &mut |at, end| {
                    columns[Column::Instructions as usize].push(wasm[at]);
                    if is_access(wasm[at]) && wasm[at + 1] != 0 {
                        return Err(Error::new("an access to memory claims an alignment"));
                    }
                    let from = if is_access(wasm[at]) { at + 2 } else { at + 1 };
                    if from < end {
                        let column = column(wasm[at])
                            .ok_or_else(|| Error::new(format!("the page knows no instruction {:#x}", wasm[at])))?;
                        columns[column as usize].extend(&wasm[from..end]);
                    }
                    Ok(())
                })?;
            }
            _ => {}
        }
    }
    let mut out = NAME.to_vec();
    for number in [wasm.len(), bodies.len(), start] {
        unsigned(number, &mut out);
    }
    for column in &columns {
        unsigned(column.len(), &mut out);
    }
    out.extend(columns.concat());
    out.extend(&wasm[..start]);
    out.extend(&wasm[bodies.last().map_or(start, |last| last.end)..]);
    let mut module = HEAD.to_vec();
    unsigned(out.len(), &mut module);
    module.append(&mut out);
    Ok(module)
}

/// Whether an instruction reads or writes memory at an address.
fn is_access(instruction: u8) -> bool {
    (0x28..=0x3e).contains(&instruction)
}

/// Where what follows the first byte of an instruction belongs, if something does.
fn column(instruction: u8) -> Option<Column> {
    Some(match instruction {
        0x20..=0x22 => Column::Locals,
        0x28..=0x3e => Column::Offsets,
        0x41 => Column::Numbers,
        0x10 => Column::Calls,
        0x0c..=0x0e => Column::Branches,
        0x42 | 0x44 => Column::Wide,
        // Constructs, calls through the table, globals, tables, the memory's size, references, bulk memory.
        0x02..=0x04 | 0x11 | 0x23..=0x26 | 0x3f | 0x40 | 0xd0 | 0xd2 | 0xfc => Column::Others,
        _ => return None,
    })
}

/// Tells the places of each instruction and of what is behind it.
fn each_instruction(body: &FunctionBody<'_>, tell: &mut dyn FnMut(usize, usize) -> Result<()>) -> Result<()> {
    let mut operators = body.get_operators_reader()?;
    while !operators.eof() {
        let at = operators.original_position();
        operators.read()?;
        tell(at, operators.original_position())?;
    }
    Ok(())
}
