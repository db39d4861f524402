//! Reads comma-separated values after RFC 4180: quoted cells, doubled quotes, CRLF or LF, a byte order mark.

use super::pace::Pace;
use super::problem::Problem;
use super::sheet::Sheet;

impl Sheet {
    /// Reads a file of comma-separated values; the first record is the header.
    ///
    /// # Errors
    /// A quote that is never closed, or that closes before the cell ends.
    pub fn parse(file: &str, text: &str) -> Result<Self, Problem> {
        let pace = Pace::default();
        pace.all(Self::read(file, text, &pace))
    }

    /// As [`Sheet::parse`], pausing between rows.
    pub(crate) async fn read(file: &str, text: &str, pace: &Pace) -> Result<Self, Problem> {
        let mut out = Self::new(file, Vec::new());
        let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
        out.reserve(rest.len());
        let mut first = true;
        while !rest.is_empty() {
            let before = rest.len();
            loop {
                let after = cell(rest, &mut out).ok_or_else(|| Problem {
                    file: file.to_owned(),
                    row: if first { 1 } else { out.len() + 2 },
                    column: "",
                    message: "a quoted cell does not end in a quote before a comma or the line's end; inside, \
                              a quote is written twice"
                        .to_owned(),
                })?;
                let line = after.strip_prefix("\r\n").or_else(|| after.strip_prefix('\n'));
                if let Some(after) = after.strip_prefix(',') {
                    rest = after;
                } else {
                    rest = line.unwrap_or("");
                    break;
                }
            }
            out.end_row();
            if std::mem::take(&mut first) {
                out.header = out.take_row();
            }
            pace.row(before - rest.len()).await;
        }
        Ok(out)
    }
}

/// Takes a cell off the front and adds it to a row: what follows from its comma or line end on.
fn cell<'a>(text: &'a str, row: &mut Sheet) -> Option<&'a str> {
    let Some(mut rest) = text.strip_prefix('"') else {
        let ends = |&byte: &u8| byte == b',' || byte == b'\n';
        let end = text.as_bytes().iter().position(ends).unwrap_or(text.len());
        let line = text[end..].starts_with('\n') && text[..end].ends_with('\r');
        let end = if line { end - 1 } else { end };
        row.add(&text[..end]);
        row.end_cell();
        return Some(&text[end..]);
    };
    loop {
        let (before, after) = rest.split_once('"')?;
        row.add(before);
        rest = after;
        if let Some(after) = rest.strip_prefix('"') {
            row.add("\"");
            rest = after;
        } else {
            row.end_cell();
            let ends = rest.is_empty() || [",", "\n", "\r\n"].iter().any(|end| rest.starts_with(end));
            return ends.then_some(rest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_quotes_and_line_ends() {
        let sheet = Sheet::parse("t.csv", "\u{feff}a,b\r\n\"x, \"\"y\"\"\",\n,\"\"\n\"1\n2\",3");
        let sheet = sheet.unwrap_or_default();
        assert_eq!(sheet.header, ["a", "b"]);
        assert_eq!(
            sheet.rows().collect::<Vec<_>>(),
            [["x, \"y\"", ""], ["", ""], ["1\n2", "3"]]
        );
        assert_eq!(Sheet::parse("t.csv", "").unwrap_or_default().len(), 0);
    }

    #[test]
    fn says_where_a_quote_is_not_closed() {
        for text in ["a\n\"b", "a\n\"b\"c", "a\n\"b\"\rc"] {
            let problem = Sheet::parse("t.csv", text).err();
            assert_eq!(problem.map(|problem| problem.row), Some(2), "{text}");
        }
    }
}
