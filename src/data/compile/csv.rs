//! Reads comma-separated values after RFC 4180: quoted cells, doubled quotes, CRLF or LF, a byte order mark.

use super::problem::Problem;
use super::sheet::Sheet;

impl Sheet {
    /// Reads a file of comma-separated values; the first record is the header.
    ///
    /// # Errors
    /// A quote that is never closed, or that closes before the cell ends.
    pub fn parse(file: &str, text: &str) -> Result<Self, Problem> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut rest = text;
        let mut rows: Vec<Vec<String>> = Vec::new();
        while !rest.is_empty() {
            let mut row = Vec::new();
            loop {
                let (cell, after) = cell(rest).ok_or_else(|| Problem {
                    file: file.to_owned(),
                    row: rows.len() + 1,
                    column: "",
                    message: "a quoted cell does not end in a quote before a comma or the line's end; inside, \
                              a quote is written twice"
                        .to_owned(),
                })?;
                row.push(cell);
                let line = after.strip_prefix("\r\n").or_else(|| after.strip_prefix('\n'));
                if let Some(after) = after.strip_prefix(',') {
                    rest = after;
                } else {
                    rest = line.unwrap_or("");
                    break;
                }
            }
            rows.push(row);
        }
        let header = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
        Ok(Self {
            file: file.to_owned(),
            header,
            rows,
        })
    }
}

/// Takes a cell off the front: its text, and what follows from its comma or line end on.
fn cell(text: &str) -> Option<(String, &str)> {
    let Some(mut rest) = text.strip_prefix('"') else {
        let end = text.find([',', '\n']).unwrap_or(text.len());
        let line = text[end..].starts_with('\n') && text[..end].ends_with('\r');
        let end = if line { end - 1 } else { end };
        return Some((text[..end].to_owned(), &text[end..]));
    };
    let mut out = String::new();
    loop {
        let (before, after) = rest.split_once('"')?;
        out.push_str(before);
        rest = after;
        if let Some(after) = rest.strip_prefix('"') {
            out.push('"');
            rest = after;
        } else {
            let ends = rest.is_empty() || [",", "\n", "\r\n"].iter().any(|end| rest.starts_with(end));
            return ends.then_some((out, rest));
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
        assert_eq!(sheet.rows, [["x, \"y\"", ""], ["", ""], ["1\n2", "3"]]);
        assert_eq!(Sheet::parse("t.csv", "").unwrap_or_default().rows.len(), 0);
    }

    #[test]
    fn says_where_a_quote_is_not_closed() {
        for text in ["a\n\"b", "a\n\"b\"c", "a\n\"b\"\rc"] {
            let problem = Sheet::parse("t.csv", text).err();
            assert_eq!(problem.map(|problem| problem.row), Some(2), "{text}");
        }
    }
}
