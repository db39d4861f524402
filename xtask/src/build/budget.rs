//! What a page loads for `zonestat/auto`, part by part, and how much that may be.
use xshell::cmd;

use super::sizes::grouped;
use crate::error::{Error, Result};
use crate::workshop::Workshop;

/// What a page may come to load, in bytes of brotli. This is the aim; above it the build warns.
const AIM: u64 = 110_000;
/// What it loaded when it was last made smaller, plus 3 %. Above it the build fails; it is only ever lowered.
const LIMIT: u64 = 220_500;

/// Prints each part's bytes and bytes of brotli. The wasm's sections are compressed one by one, so that their sum is not
/// quite that of the file.
const SCRIPT: &str = r#"
const { readFileSync } = require('node:fs');
const { brotliCompressSync } = require('node:zlib');
const [script, wasm] = process.argv.slice(1).map((file) => readFileSync(file));
const print = (name, bytes) => console.log(`${bytes.length} ${brotliCompressSync(bytes).length} ${name}`);
print('auto.js', script);
print('zonestat_bg.wasm', wasm);
const sections = { 10: [], 11: [], other: [] };
for (let at = 8; at < wasm.length; ) {
  const start = at;
  const id = wasm[at++];
  let length = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = wasm[at++];
    length += (byte & 127) * 2 ** shift;
    if (byte < 128) break;
  }
  at += length;
  (sections[id] ?? sections.other).push(wasm.subarray(start, at));
}
print('  code', Buffer.concat(sections[10]));
print('  dataset, words, tables', Buffer.concat(sections[11]));
print('  the rest', Buffer.concat(sections.other));
"#;

/// Prints the parts of `zonestat/auto`; fails where their sum is above [`LIMIT`].
pub(crate) fn check(shop: &Workshop) -> Result<()> {
    let (script, wasm) = (
        shop.project.package().join("auto.js"),
        shop.project.package().join("zonestat_bg.wasm"),
    );
    let shell = shop.shell();
    let lines = shop.read(cmd!(shell, "node -e {SCRIPT} -- {script} {wasm}").quiet())?;
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
        row(name, sizes);
        if !name.starts_with(' ') {
            sum = [sum[0] + sizes[0], sum[1] + sizes[1]];
        }
    }
    row("sum", sum);
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
            "warning: {} bytes of brotli above the aim of {}",
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
