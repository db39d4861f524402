//! Languages are data: a file more is a language more, and a wrong file is refused with file, line and key.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic)] // a test says what it expects

#[path = "../src/format/compile_messages.rs"]
#[allow(dead_code)] // the build's own entry is not called here
mod compile_messages;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use compile_messages::compile;

/// A new folder of its own for one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

const HEAD: &str = "@code = en\n@name = English\n@numbers = thousand\n@scale 6 = million\n@point = .\n\
                    @plural one = i = 1 and v = 0\n";

/// What the compiler says of these files.
fn errors(name: &str, files: &[(&str, &str)]) -> Vec<String> {
    let folder = folder(name);
    for (file, text) in files {
        fs::write(folder.join(file), text).unwrap();
    }
    compile(&folder).err().unwrap_or_default()
}

/// What it says of one English file with this text in line 7.
fn refused(text: &str) -> String {
    let name = format!("refused-{}", text.bytes().map(u32::from).sum::<u32>());
    errors(&name, &[("en.txt", &[HEAD, text].concat())]).join("\n")
}

#[test]
fn names_file_line_and_key_of_what_is_wrong() {
    for (text, expected) in [
        ("a = {b", "en.txt:7: a: a `{` is never closed"),
        ("a = b}", "en.txt:7: a: a `}` closes nothing"),
        ("a = {}", "en.txt:7: a: `{}` names no argument"),
        ("a = {B}", "en.txt:7: a: `{B}` names no argument"),
        ("a = {b|x}", "en.txt:7: a: `{b|x}` has 1 forms, the language 2"),
        ("a = {b|x|{c|y}}", "en.txt:7: a: `{c|y}` has 1 forms, the language 2"),
        ("a = {b#x|y}", "en.txt:7: a: `{b#x|y}` has 2 forms, the language 1"),
        ("a = x\na = y", "en.txt:8: a: is there twice"),
        ("A = x", "en.txt:7: A: a key is written in kebab-case"),
        ("nothing", "en.txt:7: `nothing` is no `key = text`"),
        ("@colour = red", "en.txt:7: @colour: is no header entry"),
        (
            "@scale 7 = x",
            "en.txt:7: @scale 7: scales rise in steps of @numbers, which stands before them",
        ),
        (
            "@scale 3 = x",
            "en.txt:7: @scale 3: scales rise in steps of @numbers, which stands before them",
        ),
        (
            "@plural few = i ~ 2",
            "en.txt:7: @plural few: `i ~ 2` is no relation such as `i % 10 = 2..4`",
        ),
        (
            "@plural few = x = 2",
            "en.txt:7: @plural few: `x = 2` is no relation such as `i % 10 = 2..4`",
        ),
        ("@numbers = dozen", "en.txt:7: @numbers: is `thousand` or `myriad`"),
        ("@code = EN", "en.txt:7: @code: a code is a lower-case language subtag"),
        (
            "ui-a = {b?c}",
            "en.txt:7: ui-a: an interface word has plain `{places}` only",
        ),
        (
            "ui-a = {^b}",
            "en.txt:7: ui-a: an interface word has plain `{places}` only",
        ),
    ] {
        assert_eq!(refused(text), expected, "{text}");
    }
    assert_eq!(
        errors("indent", &[("en.txt", " x\n")])[0],
        "en.txt:1: a line goes on, but nothing was begun"
    );
    assert_eq!(errors("nobody", &[]), ["there is no language"]);
    let without = errors("without", &[("en.txt", "a = b\n")]);
    assert_eq!(without.len(), 4, "code, name, numbers and point: {without:?}");
}

#[test]
fn holds_every_language_against_english() {
    let en = [HEAD, "a = {x} and {y}\nb = b\nc = c\n"].concat();
    let zh = HEAD.replace("= en", "= zh") + "a = {x}\nc = {z}\nd = d\n";
    assert_eq!(
        errors("differ", &[("en.txt", &en), ("zh.txt", &zh)]),
        [
            "zh.txt:7: a: has the arguments [\"x\"], en.txt has [\"x\", \"y\"]",
            "zh.txt: b: is missing",
            "zh.txt:8: c: has the arguments [\"z\"], en.txt has []",
            "zh.txt:9: d: en.txt does not have it",
        ]
    );
    let said = HEAD.replace("= en", "= zh") + "a = {x}{!y}\nb = b\nc = c\n";
    assert_eq!(
        errors("said", &[("en.txt", &en), ("zh.txt", &said)]),
        [""; 0],
        "what is dropped is said"
    );
    let twice = errors("twice", &[("en.txt", &en), ("us.txt", &en)]);
    assert_eq!(twice, ["us.txt: @code en is there twice"]);
}

/// Russian in a dozen lines of its own, the rest from English: other plurals, other punctuation, nothing but a file.
const RUSSIAN: &[(&str, &str)] = &[
    ("figure-persons", "{number}~{number|человек|человека|человек|человека}"),
    ("figure-months", "{number}~{number|месяц|месяца|месяцев|месяца}"),
    ("figure-cny", "{number}~юаней"),
    ("figure-rank", "{number}-е~место"),
    ("qualified-about", "около {figure}"),
    ("status-estimated", "оценка"),
];

#[test]
fn a_third_language_is_a_file() {
    let folder = folder("third");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut english = String::new();
    for file in ["en.txt", "zh.txt"] {
        let text = fs::read_to_string(root.join("src/format/messages").join(file)).unwrap();
        if file == "en.txt" {
            english.clone_from(&text);
        }
        fs::write(folder.join(file), text).unwrap();
    }
    let mut russian = String::from(
        "@code = ru\n@name = Русский\n@numbers = thousand\n@scale 6 = млн\n@scale 9 = млрд\n@scale 12 = трлн\n\
         @point = ,\n@group = ~\n\
         @plural one = v = 0 and i % 10 = 1 and i % 100 != 11\n\
         @plural few = v = 0 and i % 10 = 2..4 and i % 100 != 12..14\n\
         @plural many = v = 0 and i % 10 = 0 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 11..14\n",
    );
    for line in english
        .lines()
        .filter(|line| !line.starts_with(['#', '@']) && line.contains(" = "))
    {
        let (key, text) = line.split_once(" = ").unwrap();
        let own = RUSSIAN
            .iter()
            .find(|(other, _)| *other == key)
            .map(|(_, text)| (*text).to_owned());
        russian += &[key, " = ", &own.unwrap_or_else(|| borrowed(text)), "\n"].concat();
    }
    fs::write(folder.join("ru.txt"), russian).unwrap();
    fs::write(
        folder.join("messages.rs"),
        compile(&folder).unwrap_or_else(|e| panic!("{}", e.join("\n"))),
    )
    .unwrap();

    // The part stands on nothing but itself, so that it can be compiled alone, with the third table in it.
    let main = folder.join("main.rs");
    let part = root.join("src/format/mod.rs");
    fs::write(
        &main,
        format!(
            "#![allow(dead_code, unused_imports, unused_macros, unreachable_pub)]\n#[path = {part:?}]\nmod format;\n\
             use format::*;\nfn main() {{\n    let ru = Lang::of_tag(\"ru-RU\");\n    assert_eq!(Lang::ALL.len(), 3);\n    \
             for text in [\"317.19亿元\", \"1人\", \"22人\", \"11人\", \"1.5人\", \"约30万人\", \"18个月\", \"第2位\"] {{\n        \
             let p = parse_figure(text).unwrap();\n        \
             let f = Figure::new(p.value, p.unit_hint.unwrap()).at(p.magnitude).qualified(p.qualifier);\n        \
             println!(\"{{}}\", figure(ru, &f));\n    }}\n    \
             println!(\"{{}} {{}}\", ru.name(), status(ru, Status::Estimated));\n}}\n"
        ),
    )
    .unwrap();
    let program = folder.join("main");
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let built = Command::new(rustc)
        .args(["--edition", "2024", "-o"])
        .args([&program, &main])
        .env("OUT_DIR", &folder)
        .output()
        .unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let said = String::from_utf8(Command::new(&program).output().unwrap().stdout).unwrap();
    assert_eq!(
        said.replace('\u{a0}', "~").lines().collect::<Vec<_>>(),
        [
            "31,719~млрд~юаней",
            "1~человек",
            "22~человека",
            "11~человек",
            "1,5~человека",
            "около 300~000~человек",
            "18~месяцев",
            "2-е~место",
            "Русский оценка",
        ]
    );
}

/// An English text for a language with other numbers of forms: each choice is cut down to its places.
fn borrowed(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let mut depth = 1;
        let end = after
            .find(|c: char| {
                depth += i32::from(c == '{') - i32::from(c == '}');
                depth == 0
            })
            .unwrap();
        let inner = &after[..end];
        out += before;
        match inner.find(['|', '#']) {
            None => out += &["{", inner, "}"].concat(),
            Some(bar) => {
                out += &["{!", &inner[..bar], "}"].concat();
                let places = inner[bar..].split('{').skip(1).filter_map(|rest| rest.split_once('}'));
                places.for_each(|(place, _)| out += &["{", place, "}"].concat());
            }
        }
        rest = &after[end + 1..];
    }
    out + rest
}
