//! Build time only: reads `src/format/messages/*.txt` and writes the tables of `lang.rs`.
//!
//! One file is one language; adding a file adds a language. What is wrong is reported with file, line and key.
//!
//! ```text
//! @code = en                      the language subtag that chooses it
//! @name = English                 its own name of itself
//! @numbers = thousand             the system of its number words: thousand or myriad
//! @scale 6 = million              a power of ten that has a word
//! @point = .                      decimal point and digit grouping
//! @group = ,
//! @plural one = i = 1 and v = 0   plural forms in order, each with its rule (CLDR: n i v); the last form has none
//! @ordinal one = i % 10 = 1 and i % 100 != 11
//! key = text with {argument}      `~` is a no-break space; an indented line goes on; "…" keeps outer spaces
//! ```
//! In a text: `{a}` the argument; `{^a}` with a capital first letter; `{!a}` not used in this language (said, not
//! forgotten); `{a?text}` the text if the argument is not empty; `{a|form|form}` by plural; `{a#form|form}` by ordinal.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The beginnings of the keys of words that the page itself fills: nothing but `{name}` may stand in them.
const INTERFACE: &[&str] = &["ui-", "error-bad-attribute"];

/// One language file, read and checked for itself.
#[derive(Default)]
struct Language {
    file: String,
    code: String,
    name: String,
    point: String,
    group: String,
    numbers: String,
    scales: Vec<(u8, String)>,
    plural: Vec<String>,
    ordinal: Vec<String>,
    /// Key, text, line.
    messages: Vec<(String, String, usize)>,
}

/// Compiles the messages into `OUT_DIR`, or fails the build with one line an error.
pub(crate) fn main() {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
    println!("cargo::rerun-if-changed=src/format/messages");
    println!("cargo::rerun-if-changed=src/format/compile_messages.rs");
    let result = compile(&root.join("src/format/messages")).and_then(|source| {
        std::fs::write(out.join("messages.rs"), source).map_err(|error| vec![format!("messages.rs: {error}")])
    });
    if let Err(errors) = result {
        for error in errors {
            println!("cargo::error={error}");
        }
        std::process::exit(1);
    }
}

/// Reads every `*.txt` of a folder and gives the source of the tables, or all that is wrong.
pub(crate) fn compile(folder: &Path) -> Result<String, Vec<String>> {
    let read = |path: &Path| std::fs::read_to_string(path).map_err(|e| vec![format!("{}: {e}", path.display())]);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .map_err(|e| vec![format!("{}: {e}", folder.display())])?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    paths.sort();
    let mut errors = Vec::new();
    let mut languages = Vec::new();
    for path in &paths {
        let file = path
            .file_name()
            .map(|n| n.to_string_lossy().into_owned())
            .unwrap_or_default();
        languages.push(parse(&file, &read(path)?, &mut errors));
    }
    compare(&languages, &mut errors);
    for language in &languages {
        // A text's place is kept in two bytes.
        if language
            .messages
            .iter()
            .map(|(_, text, _)| text.len() + 2)
            .sum::<usize>()
            > usize::from(u16::MAX) - 16
        {
            errors.push(format!("{}: the texts are longer than 65,000 bytes", language.file));
        }
    }
    if errors.is_empty() {
        Ok(generate(&languages))
    } else {
        Err(errors)
    }
}

/// Reads one file.
fn parse(file: &str, text: &str, errors: &mut Vec<String>) -> Language {
    let mut language = Language {
        file: file.to_owned(),
        ..Language::default()
    };
    for (index, line) in text.lines().enumerate() {
        let number = index + 1;
        if line.starts_with([' ', '\t']) && !line.trim().is_empty() {
            match language.messages.last_mut() {
                Some((_, text, _)) => {
                    text.push(' ');
                    text.push_str(line.trim());
                }
                None => errors.push(format!("{file}:{number}: a line goes on, but nothing was begun")),
            }
            continue;
        }
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let Some((key, value)) = line.split_once('=') else {
            errors.push(format!("{file}:{number}: `{}` is no `key = text`", line.trim()));
            continue;
        };
        let (key, value) = (key.trim(), value.trim());
        let quoted = value.strip_prefix('"').and_then(|v| v.strip_suffix('"'));
        let value = quoted.unwrap_or(value);
        if let Some(header) = key.strip_prefix('@') {
            if let Err(error) = language.header(header, value) {
                errors.push(format!("{file}:{number}: @{header}: {error}"));
            }
        } else if !key
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            || key.is_empty()
        {
            errors.push(format!("{file}:{number}: {key}: a key is written in kebab-case"));
        } else if language.messages.iter().any(|(other, ..)| other == key) {
            errors.push(format!("{file}:{number}: {key}: is there twice"));
        } else {
            language.messages.push((key.to_owned(), value.to_owned(), number));
        }
    }
    for (what, value) in [
        ("code", &language.code),
        ("name", &language.name),
        ("numbers", &language.numbers),
        ("point", &language.point),
    ] {
        if value.is_empty() {
            errors.push(format!("{file}: @{what} is missing"));
        }
    }
    language.messages.sort();
    language
}

impl Language {
    /// Reads one header entry.
    fn header(&mut self, key: &str, value: &str) -> Result<(), String> {
        match key.split_once(' ').unwrap_or((key, "")) {
            ("code", "") if value.bytes().all(|b| b.is_ascii_lowercase()) => self.code = value.to_owned(),
            ("code", "") => return Err("a code is a lower-case language subtag".into()),
            ("name", "") => self.name = value.to_owned(),
            ("point", "") => self.point = value.to_owned(),
            ("group", "") => self.group = value.replace('~', "\u{a0}"),
            ("numbers", "") if matches!(value, "thousand" | "myriad") => self.numbers = value.to_owned(),
            ("numbers", "") => return Err("is `thousand` or `myriad`".into()),
            ("scale", power) => {
                let step = if self.numbers == "myriad" { 4 } else { 3 };
                let power: u8 = power.parse().map_err(|_| "a scale is a power of ten".to_owned())?;
                if self.numbers.is_empty()
                    || !power.is_multiple_of(step)
                    || self.scales.last().is_some_and(|s| s.0 >= power)
                {
                    return Err("scales rise in steps of @numbers, which stands before them".into());
                }
                self.scales.push((power, value.to_owned()));
            }
            ("plural", name) if !name.is_empty() => self.plural.push(rule(value)?),
            ("ordinal", name) if !name.is_empty() => self.ordinal.push(rule(value)?),
            _ => return Err("is no header entry".into()),
        }
        Ok(())
    }
}

/// Turns a CLDR plural rule (`i % 10 = 2..4 and v = 0 or n = 1`) into a Rust condition over `i` and `v`.
fn rule(text: &str) -> Result<String, String> {
    let mut out = String::new();
    for (index, alternative) in text.split(" or ").enumerate() {
        out.push_str(if index > 0 { " || " } else { "" });
        for (index, relation) in alternative.split(" and ").enumerate() {
            out.push_str(if index > 0 { " && " } else { "" });
            let bad = || format!("`{relation}` is no relation such as `i % 10 = 2..4`");
            let (left, right, negated) = match relation.split_once("!=") {
                Some((left, right)) => (left, right, true),
                None => relation.split_once('=').map(|(l, r)| (l, r, false)).ok_or_else(bad)?,
            };
            let (operand, modulus) = left.split_once('%').map_or((left, None), |(o, m)| (o, Some(m)));
            let number = |text: &str| text.trim().parse::<u32>().map_err(|_| bad());
            let operand = match operand.trim() {
                "i" => "i",
                "v" => "v",
                "n" => "n",
                _ => return Err(bad()),
            };
            let mut ranges = Vec::new();
            for part in right.split(',') {
                match part.split_once("..") {
                    Some((low, high)) => ranges.push(format!("{}..={}", number(low)?, number(high)?)),
                    None => ranges.push(number(part)?.to_string()),
                }
            }
            let value = match modulus {
                Some(modulus) => format!("{operand} % {}", number(modulus)?),
                None => operand.to_owned(),
            };
            let not = if negated { "!" } else { "" };
            // `n` is the value with its decimals: it equals a whole number only where none are written.
            let whole = if operand == "n" { "v == 0 && " } else { "" };
            let value = value.replacen('n', "i", usize::from(operand == "n"));
            let _ = write!(out, "{whole}{not}matches!({value}, {})", ranges.join(" | "));
        }
    }
    Ok(out)
}

/// Collects the arguments of a text and checks its syntax.
fn arguments(language: &Language, text: &str, out: &mut Vec<String>) -> Result<(), String> {
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        if rest[at..].starts_with('}') {
            return Err("a `}` closes nothing".into());
        }
        let inner_start = at + 1;
        let mut depth = 1;
        let end = rest[inner_start..]
            .char_indices()
            .find_map(|(i, c)| {
                depth += i32::from(c == '{') - i32::from(c == '}');
                (depth == 0).then_some(inner_start + i)
            })
            .ok_or("a `{` is never closed")?;
        let inner = &rest[inner_start..end];
        rest = &rest[end + 1..];
        let name_end = inner.find(['?', '|', '#']).unwrap_or(inner.len());
        let (name, body) = inner.split_at(name_end);
        let name = name.trim_start_matches(['^', '!']);
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') {
            return Err(format!("`{{{inner}}}` names no argument"));
        }
        out.push(name.to_owned());
        let (kind, body) = if body.is_empty() { continue } else { body.split_at(1) };
        let forms = split_forms(body);
        let expected = match kind {
            "|" => language.plural.len() + 1,
            "#" => language.ordinal.len() + 1,
            _ => 1,
        };
        if kind != "?" && forms.len() != expected {
            return Err(format!(
                "`{{{inner}}}` has {} forms, the language {expected}",
                forms.len()
            ));
        }
        arguments(language, body, out)?;
    }
    Ok(())
}

/// Splits at the bars outside of braces.
fn split_forms(text: &str) -> Vec<&str> {
    let (mut depth, mut start, mut forms) = (0, 0, Vec::new());
    for (index, char) in text.char_indices() {
        depth += i32::from(char == '{') - i32::from(char == '}');
        if char == '|' && depth == 0 {
            forms.push(&text[start..index]);
            start = index + 1;
        }
    }
    forms.push(&text[start..]);
    forms
}

/// The sorted arguments of each message; errors are noted.
fn signature(language: &Language, errors: &mut Vec<String>) -> Vec<(String, Vec<String>, usize)> {
    let mut all = Vec::new();
    for (key, text, line) in &language.messages {
        let mut names = Vec::new();
        if let Err(error) = arguments(language, text, &mut names) {
            errors.push(format!("{}:{line}: {key}: {error}", language.file));
        }
        let mut places = text.split('{').skip(1).filter_map(|rest| rest.split('}').next());
        if INTERFACE.iter().any(|start| key.starts_with(start))
            && places.any(|place| place.contains(['|', '#', '?', '^', '!']))
        {
            errors.push(format!(
                "{}:{line}: {key}: an interface word has plain `{{places}}` only",
                language.file
            ));
        }
        names.sort();
        names.dedup();
        all.push((key.clone(), names, *line));
    }
    all
}

/// Holds every language against the first one (`en`, where it is there).
fn compare(languages: &[Language], errors: &mut Vec<String>) {
    let Some(reference) = languages.iter().find(|l| l.code == "en").or(languages.first()) else {
        errors.push("there is no language".into());
        return;
    };
    let wanted = signature(reference, errors);
    for (index, language) in languages.iter().enumerate() {
        if languages[..index].iter().any(|other| other.code == language.code) {
            errors.push(format!("{}: @code {} is there twice", language.file, language.code));
        }
        if std::ptr::eq(language, reference) {
            continue;
        }
        let found = signature(language, errors);
        for (key, names, _) in &wanted {
            match found.iter().find(|(other, ..)| other == key) {
                None => errors.push(format!("{}: {key}: is missing", language.file)),
                Some((_, others, line)) if others != names => errors.push(format!(
                    "{}:{line}: {key}: has the arguments {others:?}, {} has {names:?}",
                    language.file, reference.file
                )),
                Some(_) => {}
            }
        }
        for (key, _, line) in &found {
            if !wanted.iter().any(|(other, ..)| other == key) {
                errors.push(format!(
                    "{}:{line}: {key}: {} does not have it",
                    language.file, reference.file
                ));
            }
        }
    }
}

/// `status-actual` as the name of an enum's member.
fn variant(key: &str) -> String {
    key.split('-')
        .map(|word| word[..1].to_ascii_uppercase() + &word[1..])
        .collect()
}

/// Writes the tables.
fn generate(languages: &[Language]) -> String {
    let mut out = String::from("// Written by compile_messages.rs from src/format/messages.\n");
    let first = &languages[0];
    out.push_str("/// The texts of the product; each has a text in every language.\n");
    out.push_str(
        "#[derive(Clone, Copy, Debug, PartialEq, Eq)]\n#[repr(u16)]\n#[allow(missing_docs)]\npub enum Msg {\n",
    );
    for (key, ..) in &first.messages {
        let _ = writeln!(out, "    /// `{key}`\n    {},", variant(key));
    }
    out.push_str("}\n\nimpl Msg {\n    /// Every message with its key and its arguments, in order.\n");
    out.push_str("    pub const ALL: &'static [(Self, &'static str, &'static [&'static str])] = &[\n");
    for (key, names, _) in signature(first, &mut Vec::new()) {
        let _ = writeln!(out, "        (Self::{}, {key:?}, &{names:?}),", variant(&key));
    }
    out.push_str("    ];\n}\n\nimpl Lang {\n");
    for (index, language) in languages.iter().enumerate() {
        let _ = writeln!(
            out,
            "    /// {}\n    pub const {}: Self = Self({index});",
            language.name,
            language.code.to_uppercase()
        );
    }
    let all: Vec<String> = (0..languages.len()).map(|i| format!("Self({i})")).collect();
    let _ = writeln!(
        out,
        "    /// Every language.\n    pub const ALL: &'static [Self] = &[{}];\n}}\n",
        all.join(", ")
    );
    out.push_str("/// The words of the interface, by key.\nstatic INTERFACE: &[(&str, Msg)] = &[\n");
    for (key, ..) in first
        .messages
        .iter()
        .filter(|(key, ..)| INTERFACE.iter().any(|start| key.starts_with(start)))
    {
        let _ = writeln!(out, "    ({key:?}, Msg::{}),", variant(key));
    }
    out.push_str("];\n\nstatic TABLES: &[Table] = &[\n");
    for language in languages {
        // Each text is closed by a NUL; the build of the package knows the table by the first and the last one.
        let texts = language.messages.iter().map(|(_, text, _)| text.replace('~', "\u{a0}"));
        let blob: String = std::iter::once("\u{2}words".to_owned())
            .chain(texts)
            .chain(["\u{3}".to_owned()])
            .flat_map(|text| [text, "\0".to_owned()])
            .collect();
        let _ = writeln!(
            out,
            "    Table {{\n        code: {:?}, name: {:?}, point: {:?}, group: {:?},\n        scales: &{:?},\n        \
             plural: |i, v| {},\n        ordinal: |i, v| {},\n        text: {:?},\n    }},",
            language.code,
            language.name,
            language.point,
            language.group,
            language.scales,
            choose(&language.plural),
            choose(&language.ordinal),
            blob,
        );
    }
    out.push_str("];\n");
    out
}

/// The chain of conditions that gives the index of a form.
fn choose(rules: &[String]) -> String {
    let mut out = String::from("{ let _ = (i, v); ");
    for (index, rule) in rules.iter().enumerate() {
        let _ = write!(out, "if {rule} {{ return {index}; }}\n            ");
    }
    let _ = write!(out, "{} }}", rules.len());
    out
}
