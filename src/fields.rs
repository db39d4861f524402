//! What the skin asks with: names and values in turn, each ended by U+0000, in one text that crosses at once.
//! `www/src/wasm/fields.ts` writes it.
#![forbid(unsafe_code)]

/// Ends a name and a value; no text of a page holds it.
const END: u8 = 0;

/// Named texts. What is absent has no name here.
#[derive(Clone, Copy)]
pub struct Fields<'a>(pub &'a str);

impl<'a> Fields<'a> {
    /// All names with their values; a name without a value is none.
    pub fn pairs(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let mut rest = self;
        std::iter::from_fn(move || Some((rest.next()?, rest.next()?)))
    }

    /// The value of a name, the first if there are several.
    #[must_use]
    #[inline(never)]
    pub fn get(mut self, name: &str) -> Option<&'a str> {
        while self.next()? != name {
            self.next()?;
        }
        self.next()
    }

    /// The next text, and what is behind it is left. By bytes, as no searcher is worth its size here.
    #[inline(never)]
    fn next(&mut self) -> Option<&'a str> {
        let end = self.0.bytes().position(|byte| byte == END)?;
        let (text, rest) = (self.0.get(..end)?, self.0.get(end + 1..)?);
        self.0 = rest;
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_by_their_names_alone() {
        let fields = Fields("kind\0bar\0indicator\0gdp kind\0from\0\0kind\0line\0");
        assert_eq!(fields.get("kind"), Some("bar"));
        assert_eq!(fields.get("indicator"), Some("gdp kind"));
        assert_eq!(fields.get("from"), Some(""));
        assert_eq!(
            (fields.get("bar"), fields.get("to"), fields.get("")),
            (None, None, None)
        );
        assert_eq!(fields.pairs().count(), 4);
    }

    #[test]
    fn what_is_cut_off_is_left_out() {
        for text in ["", "kind", "kind\0", "kind\0bar"] {
            assert_eq!(Fields(text).pairs().count(), 0, "{text:?}");
        }
        assert_eq!(Fields("kind\0bar\0lang\0e").get("lang"), None);
    }
}
