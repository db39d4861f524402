//! A small writer of JSON: it cannot write anything else.

/// JSON under construction. Commas place themselves.
#[derive(Debug, Default)]
pub struct Json {
    text: String,
    comma: bool,
}

impl Json {
    /// An empty text.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The finished text.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }

    fn before(&mut self) {
        if self.comma {
            self.text.push(',');
        }
        self.comma = false;
    }

    /// An object; `members` writes what is in it.
    pub fn object(&mut self, members: impl FnOnce(&mut Self)) {
        self.wrap('{', '}', members);
    }

    /// An array; `items` writes what is in it.
    pub fn array(&mut self, items: impl FnOnce(&mut Self)) {
        self.wrap('[', ']', items);
    }

    fn wrap(&mut self, open: char, close: char, inside: impl FnOnce(&mut Self)) {
        self.before();
        self.text.push(open);
        inside(self);
        self.text.push(close);
        self.comma = true;
    }

    /// A member's name; its value is what is written next.
    pub fn key(&mut self, name: &str) -> &mut Self {
        self.string(name);
        self.text.push(':');
        self.comma = false;
        self
    }

    /// A string.
    pub fn string(&mut self, value: &str) {
        self.before();
        self.text.push('"');
        // What needs no escape goes over in one piece.
        let mut from = 0;
        for (at, byte) in value.bytes().enumerate() {
            let short = match byte {
                b'"' | b'\\' => byte,
                b'\n' => b'n',
                b'\r' => b'r',
                b'\t' => b't',
                // The rest of the control characters, and `<`: the text may end up inside a script element.
                ..b' ' | b'<' => b'u',
                _ => continue,
            };
            self.text.push_str(&value[from..at]);
            self.text.push('\\');
            self.text.push(char::from(short));
            if short == b'u' {
                self.text.push_str("00");
                for nibble in [byte >> 4, byte & 15] {
                    self.text.push(char::from(b"0123456789abcdef"[usize::from(nibble)]));
                }
            }
            from = at + 1;
        }
        self.text.push_str(&value[from..]);
        self.text.push('"');
        self.comma = true;
    }

    /// A number that is already written in JSON's form.
    pub fn number(&mut self, value: &impl std::fmt::Display) {
        self.before();
        self.text.push_str(&value.to_string());
        self.comma = true;
    }

    /// `true` or `false`.
    pub fn boolean(&mut self, value: bool) {
        self.number(&value);
    }

    /// `null`.
    pub fn null(&mut self) {
        self.number(&"null");
    }

    /// An array of strings.
    pub fn strings<T: AsRef<str>>(&mut self, values: &[T]) {
        self.array(|json| values.iter().for_each(|value| json.string(value.as_ref())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_and_escapes() {
        let mut json = Json::new();
        json.object(|json| {
            json.key("a").array(|json| {
                json.number(&1);
                json.string("\"\\\n\u{1}</script>");
                json.object(|_| {});
            });
            json.key("b").null();
        });
        assert_eq!(json.finish(), r#"{"a":[1,"\"\\\n\u0001\u003c/script>",{}],"b":null}"#);
    }
}
