/** How much of a frame may be used, in milliseconds; the rest is the page's. */
const SHARE = 8;

/** Lets the page go on. No timer: those wait longer than they are asked to, and much longer in a tab that nobody sees. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Lets the page go on whenever a share of a frame is used up; says whether it did. */
export function turns(): () => Promise<boolean> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SHARE) return false;
    await turn();
    since = performance.now();
    return true;
  };
}
