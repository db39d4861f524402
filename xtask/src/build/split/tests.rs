//! Small modules, taken apart, run, and put together again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use wasmi::{Engine, Instance, Linker, Store};

use super::{Module, fold, level, patch};

/// Every construct that control can go through, and calls both ways.
const MODULE: &str = r#"(module
  (memory (export "memory") 1)
  (table 2 funcref)
  (elem (i32.const 0) $twice $factorial)
  (type $unary (func (param i32) (result i32)))
  (global $calls (mut i32) (i32.const 0))
  (func (export "calls") (result i32) (global.get $calls))
  (func $twice (param i32) (result i32)
    (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
    (i32.add (local.get 0) (local.get 0)))
  (func $factorial (param i32) (result i32) (local $spare i64)
    (if (result i32) (i32.lt_u (local.get 0) (i32.const 2))
      (then (i32.const 1))
      (else (i32.mul (local.get 0) (call $factorial (i32.sub (local.get 0) (i32.const 1)))))))
  (func (export "apply") (param $which i32) (param $to i32) (result i32)
    (call_indirect (type $unary) (local.get $to) (local.get $which)))
  (func (export "sum") (param $n i32) (result i32) (local $sum i32)
    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $n)))
        (local.set $sum (i32.add (local.get $sum) (local.get $n)))
        (local.set $n (i32.sub (local.get $n) (i32.const 1)))
        (br $next)))
    (local.get $sum))
  (func (export "pair") (param $swap i32) (result i32 i64)
    (block $other (result i32 i64)
      (br_if $other (i32.const 1) (i64.const 2) (local.get $swap))
      (drop) (drop)
      (i32.const 30) (i64.const 40)))
  (func (export "choose") (param i32) (result i32)
    (block $b (block $a (br_table $a $b (local.get 0)))
      (return (call $twice (i32.const 50))))
    (call $factorial (i32.const 5)))
)"#;

/// What each export answers, with all that it can be asked.
const QUESTIONS: [(&str, &[i32]); 9] = [
    ("apply", &[0, 21]),
    ("apply", &[1, 6]),
    ("apply", &[1, 1]),
    ("sum", &[100]),
    ("sum", &[0]),
    ("pair", &[0]),
    ("pair", &[1]),
    ("choose", &[0]),
    ("choose", &[1]),
];

struct Running {
    store: Store<()>,
    instance: Instance,
}

impl Running {
    fn new(wasm: &[u8]) -> Self {
        let engine = Engine::default();
        let module = wasmi::Module::new(&engine, wasm).expect("a valid module");
        let mut store = Store::new(&engine, ());
        let instance = Linker::new(&engine)
            .instantiate_and_start(&mut store, &module)
            .expect("an instance");
        Self { store, instance }
    }

    /// The answer, or `None` for a trap.
    fn ask(&mut self, (name, arguments): (&str, &[i32])) -> Option<String> {
        let function = self.instance.get_func(&self.store, name).expect(name);
        let arguments: Vec<wasmi::Val> = arguments.iter().copied().map(wasmi::Val::I32).collect();
        let mut results = vec![wasmi::Val::I32(0); function.ty(&self.store).results().len()];
        let answered = function.call(&mut self.store, &arguments, &mut results);
        answered.is_ok().then(|| format!("{results:?}"))
    }

    fn profile(&self, module: &Module<'_>) -> Vec<u8> {
        let memory = self.instance.get_memory(&self.store, "memory").expect("a memory");
        memory.data(&self.store)[module.profile()].to_vec()
    }
}

/// The module that only answers what is in `usual`.
fn split(wasm: &[u8], usual: &[(&str, &[i32])]) -> (Vec<u8>, Vec<u8>) {
    let module = Module::read(wasm).unwrap();
    let mut instrumented = Running::new(&module.instrumented().unwrap());
    for question in usual {
        assert!(instrumented.ask(*question).is_some());
    }
    let edits = module.trimmed(&instrumented.profile(&module), &[]).unwrap();
    (patch::apply(wasm, &edits), patch::back(wasm, &edits))
}

/// Undoes a split as the page does.
fn joined(first: &[u8], rest: &[u8]) -> Vec<u8> {
    let mut at = 9;
    assert_eq!(number(rest, &mut at) + at, rest.len());
    at += 5;
    let steps = number(rest, &mut at);
    let [copy, skip, insert] = [(); 3].map(|()| (0..steps).map(|_| number(rest, &mut at)).collect::<Vec<_>>());
    let (mut out, mut from) = (Vec::new(), 0);
    for step in 0..steps {
        out.extend(&first[from..from + copy[step]]);
        from += copy[step] + skip[step];
        out.extend(&rest[at..at + insert[step]]);
        at += insert[step];
    }
    out.extend(&first[from..]);
    out
}

/// Undoes a folding as the page does.
fn unfolded(folded: &[u8]) -> Vec<u8> {
    let mut memory = folded.to_vec();
    memory.resize(3 * folded.len(), 0);
    // SAFETY: it was just folded, and there is room.
    let length = unsafe { unfold::unfold(memory.as_mut_ptr(), folded.len()) };
    memory[folded.len()..][..length].to_vec()
}

/// The LEB128 at this place, which is moved behind it.
fn number(bytes: &[u8], at: &mut usize) -> usize {
    let mut number = 0;
    for shift in (0..).step_by(7) {
        let byte = bytes[*at];
        *at += 1;
        number |= usize::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            break;
        }
    }
    number
}

#[test]
fn an_instrumented_module_answers_as_before() {
    let wasm = wat::parse_str(MODULE).unwrap();
    let module = Module::read(&wasm).unwrap();
    let (mut before, mut after) = (Running::new(&wasm), Running::new(&module.instrumented().unwrap()));
    for question in QUESTIONS {
        let answer = before.ask(question);
        assert!(answer.is_some());
        assert_eq!(answer, after.ask(question), "{question:?}");
    }
    assert_eq!(before.ask(("calls", &[])), after.ask(("calls", &[])));
}

#[test]
fn what_a_profile_has_seen_is_answered_and_the_rest_traps() {
    let wasm = wat::parse_str(MODULE).unwrap();
    for usual in QUESTIONS {
        let (first, _) = split(&wasm, &[usual]);
        assert!(first.len() < wasm.len());
        let answer = Running::new(&wasm).ask(usual);
        assert_eq!(Running::new(&first).ask(usual), answer, "{usual:?}");
        // Whatever is answered at all is answered truly.
        let mut trapped = 0;
        for question in QUESTIONS {
            match Running::new(&first).ask(question) {
                None => trapped += 1,
                answer => assert_eq!(
                    answer,
                    Running::new(&wasm).ask(question),
                    "{question:?} after {usual:?}"
                ),
            }
        }
        assert!(trapped > 3, "{usual:?} leaves no more than {trapped} out");
    }
}

#[test]
fn nothing_is_left_out_that_every_question_needs() {
    let wasm = wat::parse_str(MODULE).unwrap();
    let (first, _) = split(&wasm, &QUESTIONS);
    let mut running = Running::new(&first);
    for question in QUESTIONS {
        assert_eq!(running.ask(question), Running::new(&wasm).ask(question));
    }
    // Nobody asked for the count of calls: it is too short to be worth leaving out.
    assert!(running.ask(("calls", &[])).is_some());
}

#[test]
fn first_part_and_rest_are_the_whole_to_the_byte() {
    let wasm = wat::parse_str(MODULE).unwrap();
    for count in 0..QUESTIONS.len() {
        let (first, rest) = split(&wasm, &QUESTIONS[..count]);
        assert_eq!(joined(&first, &rest), wasm);
        assert!(
            wasmi::Module::new(&Engine::default(), &rest).is_ok(),
            "it is what its name says"
        );
    }
}

#[test]
fn what_is_folded_is_what_it_was_to_the_byte() {
    let memory = r#"(module (memory (export "memory") 1)
      (func (export "f") (param i32) (result i32) (local i64)
        (i64.store offset=200 align=4 (local.get 0) (i64.const -12345678901))
        (drop (memory.grow (i32.const 0)))
        (i32.load8_u offset=203 (i32.const 1))))"#;
    let rare = r#"(module (memory 1) (table 1 externref)
      (func (param f64) (result i32)
        (memory.copy (i32.const 1) (i32.const 2) (i32.const 300))
        (memory.fill (i32.const 1) (i32.const 2) (i32.const 300))
        (drop (table.grow (ref.null extern) (i32.const 1)))
        (drop (table.size 0))
        (table.set 0 (i32.const 0) (ref.null extern))
        (i32.add (i32.trunc_sat_f64_s (f64.mul (local.get 0) (f64.const -0.1))) (memory.size))))"#;
    for text in [MODULE, memory, rare] {
        let wasm = wat::parse_str(text).unwrap();
        let flat = level(&wasm).unwrap();
        let folded = fold(&flat).unwrap();
        assert_eq!(unfolded(&folded), flat);
        assert!(
            wasmi::Module::new(&Engine::default(), &folded).is_ok(),
            "it is what its name says"
        );
    }
    let wasm = wat::parse_str(memory).unwrap();
    let flat = level(&wasm).unwrap();
    assert_ne!(flat, wasm);
    assert!(fold(&wasm).is_err(), "alignments would be lost");
    assert_eq!(
        Running::new(&flat).ask(("f", &[1])),
        Running::new(&wasm).ask(("f", &[1]))
    );
    for count in 0..QUESTIONS.len() {
        let (first, _) = split(&level(&wat::parse_str(MODULE).unwrap()).unwrap(), &QUESTIONS[..count]);
        assert_eq!(unfolded(&fold(&first).unwrap()), first);
    }
}

#[test]
fn an_instruction_that_the_page_does_not_know_is_refused() {
    let wasm = wat::parse_str("(module (memory 1) (func (drop (f32.const 1))))").unwrap();
    let error = fold(&wasm).unwrap_err();
    assert!(error.to_string().contains("[43, 0, 0, 80, 3f]"), "{error}");
}

#[test]
fn sizes_of_more_digits_are_met() {
    // A body of more than 127 bytes, and of less when it is trimmed; a profile beyond 64 pages has a sign bit to mind.
    let much = "(drop (i32.const 1000000))".repeat(60);
    let text = format!(
        r#"(module (memory (export "memory") 127)
          (func (export "f") (param i32) (result i32)
            (if (local.get 0) (then {much})) (i32.const 7)))"#
    );
    let wasm = wat::parse_str(text).unwrap();
    let (first, rest) = split(&wasm, &[("f", &[0])]);
    assert!(first.len() < 100 && wasm.len() > 300);
    assert_eq!(
        Running::new(&first).ask(("f", &[0])),
        Running::new(&wasm).ask(("f", &[0]))
    );
    assert_eq!(Running::new(&first).ask(("f", &[1])), None);
    assert_eq!(joined(&first, &rest), wasm);
}

#[test]
fn what_is_no_module_is_refused() {
    assert!(Module::read(b"\0asm").is_err());
    let empty = wat::parse_str("(module)").unwrap();
    assert!(Module::read(&empty).is_err());
    let wasm = wat::parse_str(MODULE).unwrap();
    assert!(Module::read(&wasm).unwrap().trimmed(&[1], &[]).is_err());
}

/// A table of four texts, of which the second one is empty, and a reader of them that traps on one that was left out.
const TEXTS: &str = r#"(module
  (memory (export "memory") 1)
  (data (i32.const 1024) "other\00\02words\00one\00\00three\00four\00\03\00other\00")
  (func $first (param $at i32) (param $beyond i32) (result i32) (local $byte i32)
    (local.set $byte (i32.load8_u offset=1000 (i32.add (local.get $at) (local.get $beyond))))
    (if (i32.eq (local.get $byte) (i32.const 1)) (then unreachable))
    (local.get $byte))
  (func (export "read") (param $at i32) (result i32)
    (call $first (local.get $at) (i32.const 24)))
)"#;

#[test]
fn texts_that_are_not_read_are_left_out() {
    let wasm = wat::parse_str(TEXTS).unwrap();
    let (one, three, four, other) = (13, 18, 24, 31);
    let letters = |wasm: &[u8]| [one, three, four, other].map(|at| Running::new(wasm).ask(("read", &[at])));
    assert_eq!(
        letters(&wasm),
        ["o", "t", "f", "o"].map(|letter| Some(format!("[I32({})]", letter.as_bytes()[0])))
    );
    for read in [one, three, four] {
        let (first, rest) = split(&wasm, &[("read", &[read])]);
        assert_eq!(joined(&first, &rest), wasm);
        for (place, answer) in [one, three, four, other].into_iter().zip(letters(&first)) {
            assert_eq!(
                answer.is_some(),
                place == read || place == other,
                "{place} after {read}"
            );
        }
    }
}

/// Three constants one behind the other, and a variable: code has the address of the first one, which has that of the
/// second one; rare code has that of the third one, from its middle on.
const CONSTANTS: &str = r#"(module
  (memory (export "memory") 1)
  (data (i32.const 1024) "\04\04\00\00second..")
  (data (i32.const 1036) "\00\00\00\00third!!!")
  (data (i32.const 1048) "\00\00\00\00variable")
  (func (export "usual") (param $at i32) (result i32)
    (i32.load8_u (i32.add (local.get $at) (i32.load (i32.const 1024)))))
  (func (export "rare") (param $at i32) (result i32)
    (i32.load8_u offset=1042 (local.get $at)))
)"#;
const MAP: &str = "    Addr      Off     Size Out     In      Symbol
       -        8       10 TYPE
     400       80       24 .rodata
     400       80        4         lib.o:(.rodata..Lanon.1)
     400       80        4                 .Lanon.1
     404       84        8         lib.o:(.rodata..Lanon.2)
     410       90        8         lib.o:(.rodata..Lanon.3)
     418       98        c         lib.o:(.data.VARIABLE)";

#[test]
fn constants_that_no_code_can_reach_are_left_out() {
    let wasm = wat::parse_str(CONSTANTS).unwrap();
    let module = Module::read(&wasm).unwrap();
    let constants = super::constants(MAP).unwrap();
    let parts = |usual: &str| {
        let mut instrumented = Running::new(&module.instrumented().unwrap());
        assert!(instrumented.ask((usual, &[0])).is_some());
        let edits = module.trimmed(&instrumented.profile(&module), &constants).unwrap();
        (patch::apply(&wasm, &edits), patch::back(&wasm, &edits))
    };
    for (usual, rare, kept, left_out) in [
        ("usual", "rare", "second..", "third!!!"),
        ("rare", "usual", "third!!!", "second.."),
    ] {
        let (first, rest) = parts(usual);
        let has = |text: &str| first.windows(text.len()).any(|bytes| bytes == text.as_bytes());
        assert!(has(kept) && has("variable") && !has(left_out), "{usual}");
        assert_eq!(joined(&first, &rest), wasm);
        let mut running = Running::new(&first);
        assert_eq!(running.ask((usual, &[3])), Running::new(&wasm).ask((usual, &[3])));
        assert_eq!(running.ask((rare, &[3])), None);
    }
    assert!(super::constants("nothing of the kind").is_err());
}

#[test]
fn imports_get_short_names_on_both_sides() {
    let imports: String = (0..30)
        .map(|n| format!(r#"(import "./glue.js" "__wbg_{n}_0123456789abcdef" (func $f{n} (result i32)))"#))
        .collect();
    let text = format!(r#"(module {imports} (memory 1) (func (export "f") (result i32) (call $f28)))"#);
    let functions: String = (0..30)
        .map(|n| format!("  __wbg_{n}_0123456789abcdef: function() {{}},\n"))
        .collect();
    let glue = format!("const import0 = {{\n{functions}}};\nreturn {{ \"./glue.js\": import0 }};");
    let wasm = wat::parse_str(text).unwrap();
    let (short, glue) = super::shorten(&wasm, &glue).unwrap();
    assert!(glue.contains("  a: function() {},\n  b: function() {},\n"));
    assert!(glue.contains("  z: function() {},\n  aa: function() {},\n"));
    assert!(glue.ends_with("return { \"z\": import0 };"));
    let engine = Engine::default();
    let module = wasmi::Module::new(&engine, &short).expect("a valid module");
    let names: Vec<_> = module.imports().map(|import| import.name().to_owned()).collect();
    assert_eq!(
        (&*names[0], &*names[25], &*names[28], &*names[29]),
        ("a", "z", "ac", "ad")
    );
    let mut store = Store::new(&engine, ());
    let mut linker = Linker::new(&engine);
    for (number, name) in (0..30).zip(&names) {
        linker.func_wrap("z", name, move || -> i32 { number }).unwrap();
    }
    let instance = linker.instantiate_and_start(&mut store, &module).unwrap();
    let mut answer = [wasmi::Val::I32(0)];
    instance
        .get_func(&store, "f")
        .unwrap()
        .call(&mut store, &[], &mut answer)
        .unwrap();
    assert_eq!(format!("{answer:?}"), "[I32(28)]");
    assert!(super::shorten(&wasm, "").is_err());
}
