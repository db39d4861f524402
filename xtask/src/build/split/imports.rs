//! Short names for what the module imports: wasm-bindgen's end in sixteen digits that don't compress.
use wasmparser::{Parser, Payload};

use super::Sized;
use super::patch::{self, Edit, unsigned};
use crate::error::{Error, Result};

/// The module and its glue with every import of the glue renamed to `a`, `b`, ….
pub(crate) fn shorten(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let (mut edits, mut glue) = (Vec::new(), glue.to_owned());
    let mut section = Sized::default();
    let mut end = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        if let Payload::Version { range, .. } = &payload {
            end = range.end;
        }
        if let Payload::ImportSection(imports) = &payload {
            section = Sized {
                size: end + 1..imports.range().start,
                content: imports.range(),
                section: true,
            };
            for import in imports.clone().into_imports_with_offsets() {
                let (at, import) = import?;
                let short = name(edits.len());
                let (long, quoted) = (format!(" {}: function", import.name), format!("\"{}\"", import.module));
                if !glue.contains(&long) {
                    return Err(Error::new(format!("the glue has no `{}`", import.name)));
                }
                glue = glue
                    .replace(&long, &format!(" {short}: function"))
                    .replace(&quoted, "\"z\"");
                edits.push(Edit {
                    range: at..at + texts(import.module, import.name).len(),
                    with: texts("z", &short),
                });
            }
        }
        if let Some((_, range)) = payload.as_section() {
            end = range.end;
        }
    }
    edits.extend(section.resized(&edits));
    patch::sort(&mut edits);
    Ok((patch::apply(wasm, &edits), glue))
}

/// `a` to `z`, `aa`, `ab`, ….
fn name(mut number: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.insert(0, char::from(b'a' + (number % 26) as u8));
        if number < 26 {
            return letters.into_iter().collect();
        }
        number = number / 26 - 1;
    }
}

/// Two texts, each after its length.
fn texts(first: &str, second: &str) -> Vec<u8> {
    let mut out = Vec::new();
    for text in [first, second] {
        unsigned(text.len(), &mut out);
        out.extend(text.bytes());
    }
    out
}
