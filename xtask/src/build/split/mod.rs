//! Two files from one module: what common widgets run, which works by itself, and the rest of it.
//!
//! Not a linker's split but a leaving out. A stretch of code that a profile never saw run is replaced by a trap; what is
//! left is a module like any other, with the same exports, memory and table. A page that runs into a trap fetches the
//! rest, puts the left out bytes back into their places, and has the whole module to the byte. So nothing depends on the
//! profile but how many pages need the rest. Constants that nothing is left to read are left out as well, and texts that
//! the profile never saw read: the library traps where it meets one.
mod columns;
mod constants;
mod imports;
mod patch;
mod stretches;
mod words;

use std::ops::Range;

use wasmparser::{Parser, Payload};

use crate::error::{Error, Result};
pub(crate) use columns::{fold, level};
use constants::Addresses;
pub(crate) use constants::{Constant, constants};
pub(crate) use imports::shorten;
pub(crate) use patch::{Edit, apply, back};
use stretches::Stretch;
use words::Words;

/// A stretch that is shorter stays: to name its place takes as much.
const SHORTEST: usize = 4;
/// WebAssembly's pages, in bytes.
const PAGE: usize = 0x1_0000;
/// The number of the code section, whose parts come one by one.
const CODE: u8 = 10;

/// What `wasmparser` says of a module that is none.
impl From<wasmparser::BinaryReaderError> for Error {
    fn from(error: wasmparser::BinaryReaderError) -> Self {
        Self::new(format!("the wasm can't be read: {error}"))
    }
}

/// A module taken to pieces.
pub(crate) struct Module<'a> {
    wasm: &'a [u8],
    code: Sized,
    bodies: Vec<Sized>,
    functions: Sized,
    memory: Sized,
    /// How many pages the memory has.
    pages: usize,
    stretches: Vec<Stretch>,
    words: Words,
    addresses: Addresses,
}

/// A part of the file, and the number before it that says how long it is.
#[derive(Clone, Default)]
struct Sized {
    size: Range<usize>,
    content: Range<usize>,
    section: bool,
}

impl<'a> Module<'a> {
    /// Reads a module that has code and one memory.
    pub(crate) fn read(wasm: &'a [u8]) -> Result<Self> {
        let mut module = Self {
            wasm,
            code: Sized::default(),
            bodies: Vec::new(),
            functions: Sized::default(),
            memory: Sized::default(),
            pages: 0,
            stretches: Vec::new(),
            words: Words::default(),
            addresses: Addresses::default(),
        };
        // Where the part before ended. A section's size comes after one byte that says which it is.
        let mut end = 0;
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload?;
            match &payload {
                Payload::Version { range, .. } => end = range.end,
                Payload::MemorySection(memories) => {
                    module.memory = Sized {
                        size: end + 1..memories.range().start,
                        content: memories.range(),
                        section: true,
                    };
                    for memory in memories.clone() {
                        module.pages = usize::try_from(memory?.initial).unwrap_or_default();
                    }
                }
                Payload::CodeSectionStart { count, range, .. } => {
                    module.code = Sized {
                        size: end + 1..range.start,
                        content: range.clone(),
                        section: true,
                    };
                    let mut number = Vec::new();
                    patch::unsigned(*count as usize, &mut number);
                    end = range.start + number.len();
                }
                Payload::CodeSectionEntry(body) => {
                    module.bodies.push(Sized {
                        size: end..body.range().start,
                        content: body.range(),
                        section: false,
                    });
                    end = body.range().end;
                    stretches::find(body, &mut module.stretches)?;
                    module.words.find_loads(body)?;
                    module.addresses.find_numbers(body)?;
                }
                Payload::DataSection(segments) => {
                    for segment in segments.clone() {
                        let segment = segment?;
                        module.words.find_texts(&segment);
                        module.addresses.find_segment(&segment);
                    }
                }
                Payload::ImportSection(imports) => module.words.count_imports(imports.clone())?,
                Payload::TypeSection(types) => module.words.find_type(types.clone())?,
                Payload::FunctionSection(functions) => {
                    module.functions = Sized {
                        size: end + 1..functions.range().start,
                        content: functions.range(),
                        section: true,
                    };
                }
                _ => {}
            }
            if let Some((_, range)) = payload.as_section().filter(|(id, _)| *id != CODE) {
                end = range.end;
            }
        }
        if module.bodies.is_empty() || module.pages == 0 {
            return Err(Error::new("the wasm has no code or no memory of its own"));
        }
        Ok(module)
    }

    /// Where the profile of [`Self::instrumented`] is in its memory: a byte for each stretch, 1 if it ran, then one for
    /// each byte of the tables of texts, 1 if it was read.
    pub(crate) fn profile(&self) -> Range<usize> {
        let start = self.pages * PAGE;
        start..start + self.stretches.len() + self.words.profile()
    }

    /// The part of it that is about texts. It must be cleared once the library has found where its texts end.
    pub(crate) fn texts(&self) -> Range<usize> {
        let Range { start, end } = self.profile();
        start + self.stretches.len()..end
    }

    /// The module with a note at the head of every stretch, and at every reading of a byte. The profile lies behind all
    /// memory that the program knows of; what it asks for later comes behind that.
    pub(crate) fn instrumented(&self) -> Result<Vec<u8>> {
        let profile = self.profile();
        let mut memory = vec![1, 0];
        patch::unsigned(profile.end.div_ceil(PAGE), &mut memory);
        let mut edits = vec![Edit {
            range: self.memory.content.clone(),
            with: memory,
        }];
        for (stretch, address) in self.stretches.iter().zip(profile) {
            // i32.const address, i32.const 1, i32.store8
            let mut note = vec![0x41];
            patch::signed(address, &mut note);
            note.extend([0x41, 1, 0x3a, 0, 0]);
            edits.push(Edit {
                range: stretch.code.start..stretch.code.start,
                with: note,
            });
        }
        edits.extend(
            self.words
                .notes(self.texts().start, &self.functions, &self.code, self.bodies.len())?,
        );
        Ok(patch::apply(self.wasm, &self.resized(edits)))
    }

    /// What to change so that everything outside the profile traps, and that of the `constants` those are left out that
    /// nothing reads any more.
    pub(crate) fn trimmed(&self, profile: &[u8], constants: &[Constant]) -> Result<Vec<Edit>> {
        if profile.len() != self.profile().len() {
            return Err(Error::new("the profile is that of another module"));
        }
        let (ran, read) = profile.split_at(self.stretches.len());
        let mut edits: Vec<Edit> = Vec::new();
        for (stretch, ran) in self.stretches.iter().zip(ran) {
            let inside = edits.last().is_some_and(|edit| stretch.code.start < edit.range.end);
            if *ran != 0 || inside || stretch.code.len() < SHORTEST {
                continue;
            }
            edits.push(match &stretch.body {
                // No locals; unreachable.
                Some(start) => Edit {
                    range: *start..stretch.code.end,
                    with: vec![0, 0],
                },
                None => Edit {
                    range: stretch.code.clone(),
                    with: vec![0],
                },
            });
        }
        let constants = self.addresses.left_out(self.wasm, &edits, constants);
        let words = self.words.left_out(read);
        edits.extend(constants);
        edits.extend(words);
        Ok(self.resized(edits))
    }

    /// The edits with those of the sizes that they change: of bodies, then of sections.
    fn resized(&self, mut edits: Vec<Edit>) -> Vec<Edit> {
        patch::sort(&mut edits);
        let sections = [self.functions.clone(), self.memory.clone(), self.code.clone()];
        for parts in [self.bodies.as_slice(), &sections] {
            let sizes: Vec<Edit> = parts.iter().filter_map(|part| part.resized(&edits)).collect();
            edits.extend(sizes);
            patch::sort(&mut edits);
        }
        edits
    }
}

impl Sized {
    /// The edit of the size that `edits`, which are sorted, make necessary.
    fn resized(&self, edits: &[Edit]) -> Option<Edit> {
        let first = edits.partition_point(|edit| edit.range.start < self.content.start);
        // What is put behind the last byte is a function more, not more of the last function.
        let end = self.content.end + usize::from(self.section);
        let last = edits.partition_point(|edit| edit.range.start < end);
        let grown = edits[first..last].iter().fold(self.content.len(), |length, edit| {
            length + edit.with.len() - edit.range.len()
        });
        let mut with = Vec::new();
        patch::unsigned(grown, &mut with);
        (grown != self.content.len()).then(|| Edit {
            range: self.size.clone(),
            with,
        })
    }
}

#[cfg(test)]
mod tests;
