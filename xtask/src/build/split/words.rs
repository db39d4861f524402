//! The texts that no usual widget says.
//!
//! The library keeps the texts of a language as one table, each closed by a NUL, between two that are none. Whoever reads
//! a text reads its first byte first, and traps if that says that the text was left out: `src/format/lang.rs`.
use std::ops::Range;

use wasmparser::{
    CompositeInnerType, Data, DataKind, FunctionBody, ImportSectionReader, Operator, TypeRef, TypeSectionReader,
    ValType,
};

use super::Sized;
use super::patch::{Edit, signed, unsigned};
use crate::error::{Error, Result};

/// What a table begins and ends with.
const FIRST: &[u8] = b"\x02words\0";
const LAST: &[u8] = b"\x03\0";
/// What a text is filled with that was left out.
const LEFT_OUT: u8 = 1;

/// The tables, and what it takes to see which of their bytes are read.
#[derive(Default)]
pub(super) struct Words {
    /// Each text, without its NUL, as a place in the file.
    texts: Vec<Range<usize>>,
    /// From the first table to the last one, as a place in the file; and where it begins in memory.
    tables: Range<usize>,
    memory: usize,
    /// Each reading of a byte, and what it adds to the address on the stack.
    loads: Vec<(usize, usize)>,
    /// The type of a function from two `i32` to one, and how many functions are imported.
    note_type: Option<usize>,
    imports: usize,
}

impl Words {
    /// How many bytes the profile of the texts takes.
    pub(super) fn profile(&self) -> usize {
        self.tables.len()
    }

    pub(super) fn find_type(&mut self, types: TypeSectionReader<'_>) -> Result<()> {
        let mut index = 0;
        for group in types {
            for ty in group?.into_types() {
                if let CompositeInnerType::Func(ty) = &ty.composite_type.inner
                    && ty.params() == [ValType::I32; 2]
                    && ty.results() == [ValType::I32]
                {
                    self.note_type = Some(index);
                }
                index += 1;
            }
        }
        Ok(())
    }

    pub(super) fn count_imports(&mut self, imports: ImportSectionReader<'_>) -> Result<()> {
        for import in imports.into_imports() {
            self.imports += usize::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
        }
        Ok(())
    }

    pub(super) fn find_loads(&mut self, body: &FunctionBody<'_>) -> Result<()> {
        for operator in body.get_operators_reader()?.into_iter_with_offsets() {
            if let (Operator::I32Load8U { memarg } | Operator::I32Load8S { memarg }, at) = operator? {
                self.loads
                    .push((at, usize::try_from(memarg.offset).unwrap_or_default()));
            }
        }
        Ok(())
    }

    pub(super) fn find_texts(&mut self, segment: &Data<'_>) {
        let DataKind::Active { offset_expr, .. } = &segment.kind else {
            return;
        };
        let Ok(Operator::I32Const { value }) = offset_expr.get_operators_reader().read() else {
            return;
        };
        let file = segment.range.end - segment.data.len();
        let mut at = 0;
        while let Some(found) = find(&segment.data[at..], FIRST) {
            let start = at + found;
            at = start + FIRST.len();
            while let Some(length) = find(&segment.data[at..], b"\0") {
                let text = at..at + length;
                at = text.end + 1;
                if segment.data[text.start..].starts_with(LAST) {
                    break;
                }
                self.texts.push(file + text.start..file + text.end);
            }
            if self.tables.is_empty() {
                self.tables = file + start..file + start;
                self.memory = usize::try_from(value).unwrap_or_default() + start;
            }
            self.tables.end = file + at;
        }
    }

    /// The edits that note, in the profile at this address, which bytes of the tables are read.
    pub(super) fn notes(&self, profile: usize, functions: &Sized, code: &Sized, bodies: usize) -> Result<Vec<Edit>> {
        if self.texts.is_empty() {
            return Ok(Vec::new());
        }
        let ty = self
            .note_type
            .ok_or_else(|| Error::new("the wasm has no function from two numbers to one"))?;
        let mut edits: Vec<Edit> = self
            .loads
            .iter()
            .map(|&(at, offset)| {
                // i32.const offset, call note
                let mut call = vec![0x41];
                signed(offset, &mut call);
                call.push(0x10);
                unsigned(self.imports + bodies, &mut call);
                Edit {
                    range: at..at,
                    with: call,
                }
            })
            .collect();
        let number = |number| {
            let mut bytes = Vec::new();
            unsigned(number, &mut bytes);
            bytes
        };
        let body = self.note(profile);
        for (section, added) in [(functions, number(ty)), (code, [number(body.len()), body].concat())] {
            let start = section.content.start;
            edits.push(Edit {
                range: start..start + number(bodies).len(),
                with: number(bodies + 1),
            });
            edits.push(Edit {
                range: section.content.end..section.content.end,
                with: added,
            });
        }
        Ok(edits)
    }

    /// The function that notes a reading at an address plus an offset, and gives the address back.
    fn note(&self, profile: usize) -> Vec<u8> {
        // No locals; local.get 0, local.get 1, i32.add, i32.const …
        let mut body = vec![0, 0x20, 0, 0x20, 1, 0x6a, 0x41];
        signed(self.memory, &mut body);
        // i32.sub, local.tee 1, i32.const …
        body.extend([0x6b, 0x22, 1, 0x41]);
        signed(self.tables.len(), &mut body);
        // i32.lt_u, if, local.get 1, i32.const 1, i32.store8 …
        body.extend([0x49, 0x04, 0x40, 0x20, 1, 0x41, 1, 0x3a, 0]);
        unsigned(profile, &mut body);
        // end, local.get 0, end
        body.extend([0x0b, 0x20, 0, 0x0b]);
        body
    }

    /// The edits that leave out what the profile has not seen read.
    pub(super) fn left_out(&self, profile: &[u8]) -> Vec<Edit> {
        let unread = |text: &&Range<usize>| !text.is_empty() && profile[text.start - self.tables.start] == 0;
        let edit = |text: &Range<usize>| Edit {
            range: text.clone(),
            with: vec![LEFT_OUT; text.len()],
        };
        self.texts.iter().filter(unread).map(edit).collect()
    }
}

/// The first place of some bytes.
fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}
