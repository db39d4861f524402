//! What the package's files weigh, as they are and as a server sends them.
use std::path::Path;

use xshell::cmd;

use super::leaks::files;
use crate::error::Result;
use crate::workshop::Workshop;

/// Compresses as well as a careful server does; Node.js has both methods on board.
const SCRIPT: &str = r#"
const { readFileSync } = require('node:fs');
const { gzipSync, brotliCompressSync } = require('node:zlib');
for (const file of process.argv.slice(1)) {
  const bytes = readFileSync(file);
  console.log(bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length);
}
"#;

/// Prints a table of all files below `package`.
pub(crate) fn print(shop: &Workshop, package: &Path) -> Result<()> {
    let files = files(package)?;
    let shell = shop.shell();
    let arguments = &files;
    let lines = shop.read(cmd!(shell, "node -e {SCRIPT} -- {arguments...}").quiet())?;
    let width = files
        .iter()
        .map(|file| name(package, file).len())
        .max()
        .unwrap_or(0)
        .max(5);
    println!(
        "    {:width$}  {:>10}  {:>10}  {:>10}",
        "file", "bytes", "gzip", "brotli"
    );
    let mut total = [0_u64; 3];
    for (file, line) in files.iter().zip(lines.lines()) {
        let mut sizes = [0_u64; 3];
        for (size, text) in sizes.iter_mut().zip(line.split(' ')) {
            *size = text.parse().unwrap_or_default();
        }
        for (sum, size) in total.iter_mut().zip(sizes) {
            *sum += size;
        }
        row(&name(package, file), sizes, width);
    }
    row("total", total, width);
    Ok(())
}

fn row(name: &str, sizes: [u64; 3], width: usize) {
    let [raw, gzip, brotli] = sizes.map(grouped);
    println!("    {name:width$}  {raw:>10}  {gzip:>10}  {brotli:>10}");
}

fn name(package: &Path, file: &Path) -> String {
    file.strip_prefix(package).unwrap_or(file).display().to_string()
}

/// `1234567` as `1,234,567`.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn digits_are_grouped_by_three() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(124_000), "124,000");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }
}
