//! How many bytes the data takes, raw and as a server sends it.

use std::io::{Read, Write};

/// The sizes of some bytes.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// As they are.
    pub raw: usize,
    /// After gzip at its best.
    pub gzip: usize,
    /// After brotli at its best.
    pub brotli: usize,
}

/// Measures some bytes.
#[must_use]
pub fn sizes(bytes: &[u8]) -> Sizes {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let gzip = gzip
        .write_all(bytes)
        .and_then(|()| gzip.finish())
        .map_or(0, |out| out.len());
    let mut out = Vec::new();
    let window = 22;
    let brotli = brotli::CompressorReader::new(bytes, 1 << 16, 11, window)
        .read_to_end(&mut out)
        .unwrap_or(0);
    Sizes {
        raw: bytes.len(),
        gzip,
        brotli,
    }
}
