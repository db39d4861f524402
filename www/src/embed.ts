/**
 * The script of `embed.html`, a page for frames: `embed.html?kind=bar&indicator=trade`. The address names one widget by
 * `show` (`chart`, which is the default, `card`, `table` or `sources`) and gives its attributes. Whoever holds the frame
 * is told its height, to make room for it: `{ type: 'zone-height', height }`, in CSS pixels.
 */
const asked = new URLSearchParams(location.search);
const lang = asked.get('lang');
if (lang) document.documentElement.lang = lang;

const shows = ['chart', 'card', 'table', 'sources'];
const name = `zone-${shows.find((show) => show === asked.get('show')) ?? 'chart'}`;
const { observedAttributes } = (await customElements.whenDefined(name)) as unknown as { observedAttributes: string[] };
const widget = document.createElement(name);
for (const attribute of observedAttributes) {
  const value = asked.get(attribute);
  if (value !== null) widget.setAttribute(attribute, value);
}
document.documentElement.style.colorScheme = asked.get('theme') ?? '';
Object.assign(document.body.style, { margin: '0', fontFamily: 'system-ui, sans-serif' });
document.body.append(widget);

if (parent !== window) {
  // To anybody: the one who frames the page can see its height anyway.
  const tell = (): void => {
    // A statement: as the value of the function it would be a tail call, after which Safari takes the parent for the sender.
    parent.postMessage({ type: 'zone-height', height: Math.ceil(widget.getBoundingClientRect().height) }, '*');
  };
  new ResizeObserver(tell).observe(widget);
}

export {};
