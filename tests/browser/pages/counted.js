// Loaded before everything else: counts frames, requests, and what is asked of canvases.
window.counted = { frames: 0, asked: [], paintings: 0, measured: 0, renditions: 0 };
const { requestAnimationFrame: nextFrame, fetch: ask } = window;
window.requestAnimationFrame = (callback) =>
  nextFrame.call(window, (time) => {
    window.counted.frames += 1;
    callback(time);
  });
window.fetch = (address, ...options) => {
  window.counted.asked.push({ file: new URL(address).pathname, frames: window.counted.frames, made: customElements.get('zone-chart') !== undefined });
  return ask.call(window, address, ...options);
};
for (const [name, count] of [['clearRect', 'paintings'], ['measureText', 'measured']]) {
  const own = CanvasRenderingContext2D.prototype[name];
  CanvasRenderingContext2D.prototype[name] = function (...given) {
    if (this.canvas.width > 1) window.counted[count] += 1; // a single pixel only turns a colour into bytes
    return own.apply(this, given);
  };
}
const { parse } = JSON;
JSON.parse = (text, ...given) => {
  if (text.startsWith('{"width":')) window.counted.renditions += 1;
  return parse.call(JSON, text, ...given);
};
