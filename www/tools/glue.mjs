// The glue as wasm-bindgen writes it, in fewer words. Whatever is not exactly as expected fails the build.

/** Of the glue the skin needs what an instance is made with, and the calls; it loads the module itself. */
export function tightened(glue) {
  const helpers = [
    ['export { initSync, __wbg_init as default };', 'export { __wbg_get_imports as imports, __wbg_finalize_init as adopt };'],
    [/function passStringToWasm0\([^]*?\n}\n/, PASS],
    [/if \(!\('encodeInto' in [^]*?\n}\n/, ''],
    // Only the text of a canvas's error is written through it.
    [/let cachedDataViewMemory0 = null;\nfunction getDataViewMemory0\(\) \{\n[^]*?\n}\n/, VIEW],
    [/\n +cachedDataViewMemory0 = null;/g, ''],
    [/, wasm\.__wbindgen_malloc, wasm\.__wbindgen_realloc\)/g, ')'],
    // Of several texts those are freed that were passed before one that could not be. That is a fault, and a fresh instance.
    [/try \{\n((?: +(?:ptr|len)\d+ = .*\n)+) +\} catch \(e\) \{\n(?: +if .*\n)+ +throw e;\n +\}\n/g, '$1'],
    // A function that may throw stands once in a wrapper instead of in one of its own.
    [/function\(\) \{ return handleError\(function \(/g, 'guarded(function ('],
    [/\}, arguments\); \},/g, '}),'],
  ];
  let text = glue.replace(/export function (\w+)\((.*?)\) \{\n([^]*?)\n\}\n/g, (all, name, params, body) =>
    answersWithText(name, params.split(', '), body) ? `export const ${name} = asking('${name}');\n` : all,
  );
  for (const [found, put] of helpers) {
    const next = text.replaceAll(typeof found === 'string' || found.global ? found : new RegExp(found, 'g'), put);
    if (next === text) throw new Error(`the glue is not as wasm-bindgen wrote it until now: no ${found}`);
    text = next;
  }
  return text + ASKING;
}

/** Through one function for all, as a name and a list. */
const ASKING = `
function asking(name) {
  return (...args) => {
    const given = args.flatMap((arg) => (typeof arg === 'string' ? [passStringToWasm0(arg), WASM_VECTOR_LEN] : [arg]));
    const [ptr, len, error, failed] = wasm[name](...given);
    if (failed) throw takeFromExternrefTable0(error);
    try {
      return getStringFromWasm0(ptr, len);
    } finally {
      wasm.__wbindgen_free(ptr, len, 1);
    }
  };
}

function guarded(work) {
  return (...args) => handleError(work, args);
}
`;

/** Without a way of its own for ASCII: what is passed is short. */
const PASS = `function passStringToWasm0(arg) {
  const buf = cachedTextEncoder.encode(arg);
  const ptr = wasm.__wbindgen_malloc(buf.length, 1) >>> 0;
  getUint8ArrayMemory0().set(buf, ptr);
  WASM_VECTOR_LEN = buf.length;
  return ptr;
}
`;

const VIEW = `function getDataViewMemory0() {
  return new DataView(wasm.memory.buffer);
}
`;

/** The lines of a function that gives text, or throws. */
const LINES = [
  /^let deferred\d+_\d+;$/,
  /^(try|\} finally) \{$/,
  /^(const )?ptr\d+ = passStringToWasm0\(\w+, wasm\.__wbindgen_malloc, wasm\.__wbindgen_realloc\);$/,
  /^(const )?len\d+ = WASM_VECTOR_LEN;$/,
  /^let ptr\d+, len\d+(, ptr\d+, len\d+)*;$/,
  /^\} catch \(e\) \{$/,
  /^if \(ptr\d+\) \{ wasm\.__wbindgen_free\(ptr\d+, len\d+ \* 1, 1\); \}$/,
  /^throw e;$/,
  /^const val\d+ = \+\w+;$/,
  /^const ret = wasm\.\w+\(.*\);$/,
  /^(var )?(ptr|deferred)\d+(_0)? = (ret\[0\]|ptr\d+);$/,
  /^(var )?(len|deferred)\d+(_1)? = (ret\[1\]|len\d+);$/,
  /^if \(ret\[3\]\) \{$/,
  /^ptr\d+ = 0; len\d+ = 0;$/,
  /^throw takeFromExternrefTable0\(ret\[2\]\);$/,
  /^return getStringFromWasm0\((ret\[0\], ret\[1\]|ptr\d+, len\d+)\);$/,
  /^wasm\.__wbindgen_free\(deferred\d+_0, deferred\d+_1, 1\);$/,
  /^\}$/,
];

/** Whether a function of the glue does nothing but hand over its arguments in order, and give or throw what comes back. */
function answersWithText(name, params, body) {
  const lines = body.split('\n').map((line) => line.trim());
  if (!lines.every((line) => LINES.some((known) => known.test(line)))) return false;
  const passed = new Map();
  for (const [, ptr, param] of body.matchAll(/\bptr(\d+) = passStringToWasm0\((\w+),/g)) passed.set(param, `ptr${ptr}, len${ptr}`);
  for (const [, val, param] of body.matchAll(/const val(\d+) = \+(\w+);/g)) passed.set(param, `val${val}`);
  const args = params.map((param) => passed.get(param) ?? param).join(', ');
  return body.includes(`const ret = wasm.${name}(${args});`);
}
