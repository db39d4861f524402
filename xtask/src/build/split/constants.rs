//! The constants that no usual widget can read.
//!
//! The linker's map says where each constant of the program lies. What neither the code that is left nor a constant that
//! is left refers to can't be read: a program has no way to a constant but from an address of it.
use std::ops::Range;

use wasmparser::{Data, DataKind, FunctionBody, Operator};

use super::patch::Edit;
use crate::error::{Error, Result};

/// Where the linker has put a constant, or a variable with its first value, which stays.
pub(crate) struct Constant {
    memory: Range<usize>,
    fixed: bool,
}

/// The constants of a linker's map, in the order of their places.
pub(crate) fn constants(map: &str) -> Result<Vec<Constant>> {
    // Address, place in the file, size, and the section of an input file, such as `lib.o:(.rodata.name)`.
    let constant = |line: &str| {
        let mut words = line.split_whitespace();
        let mut number = || usize::from_str_radix(words.next()?, 16).ok();
        let (start, _, size) = (number()?, number()?, number()?);
        let (_, section) = words.next()?.rsplit_once(":(")?;
        let fixed = section.starts_with(".rodata");
        (fixed || section.starts_with(".data")).then(|| Constant {
            memory: start..start + size,
            fixed,
        })
    };
    let mut found: Vec<Constant> = map.lines().filter_map(constant).collect();
    found.sort_by_key(|constant| constant.memory.start);
    if found.is_empty() {
        return Err(Error::new("the linker's map names no constants"));
    }
    Ok(found)
}

/// What may be an address in a module, and what lies there.
#[derive(Default)]
pub(super) struct Addresses {
    /// Each number in the code, after its place in the file.
    numbers: Vec<(usize, usize)>,
    segments: Vec<Segment>,
}

struct Segment {
    memory: usize,
    file: Range<usize>,
}

impl Addresses {
    pub(super) fn find_numbers(&mut self, body: &FunctionBody<'_>) -> Result<()> {
        #[allow(clippy::enum_glob_use)]
        use Operator::*;
        for operator in body.get_operators_reader()?.into_iter_with_offsets() {
            let (operator, at) = operator?;
            let numbers = match operator {
                #[allow(clippy::cast_sign_loss)]
                I32Const { value } => [u64::from(value as u32), 0],
                // Perhaps two that are written at once.
                #[allow(clippy::cast_sign_loss)]
                I64Const { value } => [value as u64 & 0xffff_ffff, value as u64 >> 32],
                I32Load { memarg }
                | I64Load { memarg }
                | F32Load { memarg }
                | F64Load { memarg }
                | I32Load8S { memarg }
                | I32Load8U { memarg }
                | I32Load16S { memarg }
                | I32Load16U { memarg }
                | I64Load8S { memarg }
                | I64Load8U { memarg }
                | I64Load16S { memarg }
                | I64Load16U { memarg }
                | I64Load32S { memarg }
                | I64Load32U { memarg }
                | I32Store { memarg }
                | I64Store { memarg }
                | F32Store { memarg }
                | F64Store { memarg }
                | I32Store8 { memarg }
                | I32Store16 { memarg }
                | I64Store8 { memarg }
                | I64Store16 { memarg }
                | I64Store32 { memarg } => [memarg.offset, 0],
                _ => continue,
            };
            let numbers = numbers.map(|number| usize::try_from(number).unwrap_or_default());
            self.numbers.extend(numbers.map(|number| (at, number)));
        }
        Ok(())
    }

    pub(super) fn find_segment(&mut self, segment: &Data<'_>) {
        if let DataKind::Active { offset_expr, .. } = &segment.kind
            && let Ok(Operator::I32Const { value }) = offset_expr.get_operators_reader().read()
        {
            self.segments.push(Segment {
                memory: usize::try_from(value).unwrap_or_default(),
                file: segment.range.end - segment.data.len()..segment.range.end,
            });
        }
    }

    /// The edits that leave out, of a module from which these edits take code away, each constant that it can't reach.
    pub(super) fn left_out(&self, wasm: &[u8], code: &[Edit], constants: &[Constant]) -> Vec<Edit> {
        let mut reached: Vec<bool> = constants.iter().map(|constant| !constant.fixed).collect();
        let mut next: Vec<usize> = (0..constants.len()).filter(|&at| reached[at]).collect();
        let mut reach = |address: usize, next: &mut Vec<usize>| {
            // The address behind the last byte belongs to a constant, too; it may be that of the next one.
            let first = constants.partition_point(|constant| constant.memory.end < address);
            for (at, constant) in constants.iter().enumerate().skip(first) {
                if constant.memory.start > address {
                    break;
                }
                if !std::mem::replace(&mut reached[at], true) {
                    next.push(at);
                }
            }
        };
        for &(at, number) in &self.numbers {
            let before = code.partition_point(|edit| edit.range.start <= at);
            if before == 0 || code[before - 1].range.end <= at {
                reach(number, &mut next);
            }
        }
        while let Some(at) = next.pop() {
            let memory = &constants[at].memory;
            for address in (memory.start.next_multiple_of(4)..memory.end.saturating_sub(3)).step_by(4) {
                reach(self.word(wasm, address), &mut next);
            }
        }
        let mut edits: Vec<Edit> = Vec::new();
        for (constant, _) in constants.iter().zip(reached).filter(|(_, reached)| !reached) {
            for range in self.places(&constant.memory) {
                let with = vec![0; range.len()];
                match edits.last_mut().filter(|last| last.range.end == range.start) {
                    Some(last) => {
                        last.range.end = range.end;
                        last.with.extend(with);
                    }
                    None => edits.push(Edit { range, with }),
                }
            }
        }
        edits
    }

    /// The number that lies at an address; where no segment has it, zero.
    fn word(&self, wasm: &[u8], address: usize) -> usize {
        (0..4)
            .filter_map(|byte| Some((byte, self.places(&(address + byte..address + byte + 1)).next()?.start)))
            .fold(0, |number, (byte, at)| number | usize::from(wasm[at]) << (8 * byte))
    }

    /// The parts of the file that hold these bytes of memory: zeros need not be in any.
    fn places(&self, memory: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let Range { start, end } = memory.clone();
        // Segments stand in the order of their addresses.
        let first = self
            .segments
            .partition_point(|segment| segment.memory + segment.file.len() <= start);
        self.segments[first..]
            .iter()
            .take_while(move |segment| segment.memory < end)
            .map(move |segment| {
                let from = start.max(segment.memory) - segment.memory;
                let to = end.min(segment.memory + segment.file.len()) - segment.memory;
                segment.file.start + from..segment.file.start + to
            })
    }
}
