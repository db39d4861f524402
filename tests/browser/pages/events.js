// Loaded before everything else: remembers what widgets fire and what goes wrong, for the tests to ask.
window.zoneEvents = [];
window.pageErrors = [];
for (const type of ['zone-ready', 'zone-error', 'zone-focus', 'zone-select', 'zone-state']) {
  addEventListener(type, (event) => {
    window.zoneEvents.push({ type, detail: event.detail, target: event.composedPath()[0] });
  }, true);
}
addEventListener('error', (event) => {
  window.pageErrors.push(event.message || `could not load ${event.target?.src ?? event.target?.href}`);
}, true);
addEventListener('unhandledrejection', (event) => {
  window.pageErrors.push(`unhandled rejection: ${event.reason}`);
});
addEventListener('securitypolicyviolation', (event) => {
  window.pageErrors.push(`content security policy: ${event.violatedDirective} ${event.blockedURI}`);
});
const logged = console.error;
console.error = (...words) => {
  window.pageErrors.push(words.map(String).join(' '));
  logged.apply(console, words);
};
