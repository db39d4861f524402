//! The first part as it is sent: its code in columns, one for each sort of number in it.
//!
//! A server's compression finds more in a thousand numbers of locals side by side than in the same ones between
//! instructions: an eighth of the code's bytes of brotli. The page puts them back into their places before it compiles
//! them: the crate `unfold`.
use std::ops::Range;

use unfold::{
    ACCESS, CLOSE, COLUMNS, EIGHT, INSTRUCTIONS, KINDS, LISTED, LOCALS, NUMBERS, OPEN, PLAIN, SECOND, SPECIAL,
};
use wasmparser::{FunctionBody, Parser, Payload};

use super::patch::{HEAD, unsigned};
use crate::error::{Error, Result};

/// The columns, in the order in which they are sent.
#[derive(Clone, Copy)]
enum Column {
    /// All that is no code.
    Around,
    /// The first byte of every instruction.
    Instructions,
    /// The locals that functions have, and numbers of 64 bits.
    Wide,
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
    /// The rest.
    Others,
}

const _: () = assert!(
    Column::Instructions as usize == INSTRUCTIONS
        && Column::Wide as usize == LOCALS
        && Column::Others as usize + 1 == COLUMNS
);

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

/// A module with nothing but a section called `first`: the columns, and what the crate `unfold` needs to know of them. The
/// module must be one that [`level`] made.
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
                        let (column, ..) = behind(wasm[at]).filter(|_| is_simple(&wasm[at..end])).ok_or_else(|| {
                            Error::new(format!("the page knows no instruction {:x?}", &wasm[at..end]))
                        })?;
                        columns[column as usize].extend(&wasm[from..end]);
                    }
                    Ok(())
                })?;
            }
            _ => {}
        }
    }
    let (before, after) = (&wasm[..start], &wasm[bodies.last().map_or(start, |last| last.end)..]);
    columns[Column::Around as usize] = [before, after].concat();

    let length = NAME.len() + columns.iter().map(Vec::len).sum::<usize>() + 4 * NUMBERS + KINDS;
    let mut file = HEAD.to_vec();
    unsigned(length, &mut file);
    file.extend(NAME);
    let mut numbers = Vec::new();
    for column in &columns {
        numbers.push(file.len());
        file.extend(column);
    }
    numbers.extend([before.len(), bodies.len(), after.len(), 0]);
    for number in numbers {
        let number = u32::try_from(number).map_err(|_| Error::new("the module is too large"))?;
        file.extend(number.to_le_bytes());
    }
    file.extend((0..=u8::MAX).map(kind));
    Ok(file)
}

/// Whether an instruction reads or writes memory at an address.
fn is_access(instruction: u8) -> bool {
    (0x28..=0x3e).contains(&instruction)
}

/// Where what follows the first byte of an instruction belongs, if something does; in which way, and how many numbers it is.
fn behind(instruction: u8) -> Option<(Column, u8, u8)> {
    Some(match instruction {
        0x02..=0x04 => (Column::Others, OPEN, 1), // constructs
        0x0c | 0x0d => (Column::Branches, PLAIN, 1),
        0x0e => (Column::Branches, SPECIAL, LISTED),
        0x10 => (Column::Calls, PLAIN, 1),
        0x11 => (Column::Others, PLAIN, 2), // calls through the table
        0x20..=0x22 => (Column::Locals, PLAIN, 1),
        0x28..=0x3e => (Column::Offsets, SPECIAL, ACCESS),
        0x41 => (Column::Numbers, PLAIN, 1),
        0x42 => (Column::Wide, PLAIN, 1),
        0x44 => (Column::Wide, SPECIAL, EIGHT),
        0x23..=0x26 | 0x3f | 0x40 | 0xd0 | 0xd2 => (Column::Others, PLAIN, 1), // globals, tables, the memory's size, references
        0xfc => (Column::Others, SPECIAL, SECOND),
        _ => return None,
    })
}

/// Whether the page knows the whole instruction, as far as that is not said by its first byte.
fn is_simple(instruction: &[u8]) -> bool {
    instruction[0] != 0xfc || matches!(instruction[1], 0..=7 | 9..=11 | 13 | 15..=17)
}

/// What the page is told of a first byte.
fn kind(instruction: u8) -> u8 {
    match behind(instruction) {
        Some((column, way, count)) => way << 6 | (column as u8) << 2 | count,
        None if instruction == 0x0b => CLOSE << 6,
        None => 0,
    }
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
