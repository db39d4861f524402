//! Changes to a file, and the patch that takes them back.
use std::ops::Range;

/// Bytes of a file, and what stands there afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) range: Range<usize>,
    pub(crate) with: Vec<u8>,
}

/// In order of their places; no two may overlap.
pub(super) fn sort(edits: &mut [Edit]) {
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
}

/// The file with all edits made. They are sorted.
pub(crate) fn apply(file: &[u8], edits: &[Edit]) -> Vec<u8> {
    let mut out = Vec::with_capacity(file.len());
    let mut at = 0;
    for edit in edits {
        out.extend(&file[at..edit.range.start]);
        out.extend(&edit.with);
        at = edit.range.end;
    }
    out.extend(&file[at..]);
    out
}

/// An empty module with one section of its own, called `rest`. Servers know how to send such a file.
pub(super) const HEAD: &[u8] = b"\0asm\x01\0\0\0\0";
const NAME: &[u8] = b"\x04rest";

/// What gives `file` back, held against the file with `edits` made, as a WebAssembly module that holds: the count of
/// steps; for each step how many bytes to copy, to skip and to insert, as LEB128; then all that is inserted. What is left
/// after the last step is copied.
pub(crate) fn back(file: &[u8], edits: &[Edit]) -> Vec<u8> {
    let mut out = NAME.to_vec();
    unsigned(edits.len(), &mut out);
    // Each kind of number by itself: numbers that are alike compress better side by side.
    let mut at = 0;
    for edit in edits {
        unsigned(edit.range.start - at, &mut out);
        at = edit.range.end;
    }
    for edit in edits {
        unsigned(edit.with.len(), &mut out);
    }
    for edit in edits {
        unsigned(edit.range.len(), &mut out);
    }
    for edit in edits {
        out.extend(&file[edit.range.clone()]);
    }
    let mut module = HEAD.to_vec();
    unsigned(out.len(), &mut module);
    module.append(&mut out);
    module
}

/// A number as unsigned LEB128, as short as can be.
pub(super) fn unsigned(mut number: usize, out: &mut Vec<u8>) {
    loop {
        let low = (number & 0x7f) as u8;
        number >>= 7;
        if number == 0 {
            out.push(low);
            return;
        }
        out.push(low | 0x80);
    }
}

/// A number as signed LEB128.
pub(super) fn signed(number: usize, out: &mut Vec<u8>) {
    unsigned(number, out);
    if let Some(last) = out.last_mut().filter(|last| **last & 0x40 != 0) {
        // The highest bit would read as a sign.
        *last |= 0x80;
        out.push(0);
    }
}
