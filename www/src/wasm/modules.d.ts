/** Put in by the package script. */
declare module 'wasm:deflated-base64' {
  const base64: string;
  export default base64;
}
declare module 'wasm:unfold-base64' {
  const base64: string;
  export default base64;
}

/** Style sheets arrive minified, as text for a constructable sheet. */
declare module '*.css' {
  const text: string;
  export default text;
}

/** The version of the package, from Cargo.toml. */
declare const ZONESTAT_VERSION: string;
