//! What a page loads for `zonestat/auto`, part by part, and how much that may be.
use xshell::cmd;

use super::sizes::grouped;
use crate::error::{Error, Result};
use crate::workshop::Workshop;

/// What a page should come to load, in bytes of brotli. Above it the build says how much is left to do.
const AIM: u64 = 85_000;
/// What a page may come to load. Above it the build fails; it is only ever lowered.
const LIMIT: u64 = 110_000;

/// Prints each part's bytes and bytes of brotli. The wasm's parts are compressed one by one, so that their sum is not
/// quite that of the file. `split::fold` says how they lie in it.
const SCRIPT: &str = r#"
const { readFileSync } = require('node:fs');
const { brotliCompressSync } = require('node:zlib');
const files = process.argv.slice(1).map((file) => readFileSync(file));
const [script, first, more, rest, whole] = files;
const print = (name, bytes) => console.log(`${bytes.length} ${brotliCompressSync(bytes).length} ${name}`);
print('auto.js', script);
print('zonestat_first.wasm', first);
const table = first.length - 256 - 4 * 13;
const number = (place) => first.readUInt32LE(table + 4 * place);
const [around, code] = [number(0), number(1)];
const data = around + number(9);
print('  code', first.subarray(code, table));
print('  dataset, words, tables', first.subarray(data, code));
print('  the rest', first.subarray(around, data));
print('then, for what is rare, and when a reader comes:', Buffer.alloc(0));
print('  more.js', more);
print('  zonestat_rest.wasm', rest);
print('for init(), in place of both:', Buffer.alloc(0));
print('  zonestat_bg.wasm', whole);
"#;

/// The files in the order that [`SCRIPT`] wants them.
const FILES: [&str; 5] = [
    "auto.js",
    "zonestat_first.wasm",
    "more.js",
    "zonestat_rest.wasm",
    "zonestat_bg.wasm",
];

/// Prints the parts of `zonestat/auto`; fails where what a usual page loads is above [`LIMIT`].
pub(crate) fn check(shop: &Workshop) -> Result<()> {
    let files = FILES.map(|name| shop.project.package().join(name));
    let shell = shop.shell();
    let lines = shop.read(cmd!(shell, "node -e {SCRIPT} -- {files...}").quiet())?;
    println!("    a page with zonestat/auto loads:      bytes      brotli");
    let mut sum = [0; 2];
    for line in lines.lines() {
        let mut words = line.splitn(3, ' ');
        let mut number = || {
            words
                .next()
                .and_then(|word| word.parse::<u64>().ok())
                .unwrap_or_default()
        };
        let sizes = [number(), number()];
        let name = words.next().unwrap_or_default();
        if let Some(heading) = name.strip_suffix(':') {
            if heading.starts_with("then") {
                row("sum", sum);
            }
            println!("    {heading}");
            continue;
        }
        row(name, sizes);
        if !name.starts_with(' ') {
            sum = [sum[0] + sizes[0], sum[1] + sizes[1]];
        }
    }
    verdict(sum[1])
}

fn row(name: &str, sizes: [u64; 2]) {
    let [raw, brotli] = sizes.map(grouped);
    println!("    {name:30}  {raw:>10}  {brotli:>10}");
}

/// What the sum says.
fn verdict(sum: u64) -> Result<()> {
    if sum > LIMIT {
        return Err(Error::new(format!(
            "a page with zonestat/auto loads {} bytes of brotli; the limit is {}",
            grouped(sum),
            grouped(LIMIT)
        ))
        .remedy("ARCHITECTURE.md says under \"Size\" what makes it small, and how to see what takes the room"));
    }
    if sum > AIM {
        println!(
            "    {} bytes of brotli above the aim of {}",
            grouped(sum - AIM),
            grouped(AIM)
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{LIMIT, verdict};

    #[test]
    fn the_build_fails_above_the_limit() {
        assert!(verdict(LIMIT).is_ok());
        assert!(verdict(LIMIT + 1).is_err());
    }
}
