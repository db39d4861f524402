// The code of a widget in each form that a page may need.

const TAGS_WITHOUT_HANDLE = new Set(['zone-table', 'zone-sources']);

/** `form` is one of html, npm, react, iframe, module; `attributes` hold texts, empty for those that are just there. */
export function codeOf(form, element, attributes) {
  return FORMS[form](element, attributes);
}

const FORMS = {
  html: (element, attributes) =>
    `<script type="module" src="zonestat/auto.js"></script>\n\n${tag(element, attributes)}`,
  npm: (element, attributes) => `import 'zonestat/auto';\n\n// ${tag(element, attributes)}\nconst widget = Object.assign(document.createElement('${element}'), ${literal(properties(attributes))});\ndocument.body.append(widget);`,
  react: (element, attributes) =>
    `import 'zonestat/auto';\n\nexport const Figure = () => (\n  <${element}${written(attributes)} />\n);`,
  iframe: (element, attributes) => {
    const show = element.replace('zone-', '');
    const query = new URLSearchParams({ ...(show === 'chart' ? {} : { show }), ...attributes });
    return `<iframe src="https://your.site/zonestat/embed.html?${escaped(String(query))}"\n  title="${element}" width="100%" height="480" loading="lazy"></iframe>`;
  },
  module: (element, attributes) => {
    if (TAGS_WITHOUT_HANDLE.has(element)) return FORMS.npm(element, attributes);
    const spec = { ...attributes };
    delete spec.controls; // a canvas has no row of controls
    const render = element === 'zone-card' ? 'renderCard' : 'renderChart';
    return `import { init, ${render} } from 'zonestat';\n\nawait init();\nconst handle = ${render}(document.querySelector('canvas'), ${literal(spec)});`;
  },
};

function tag(element, attributes) {
  return `<${element}${written(attributes)}></${element}>`;
}

function written(attributes) {
  return Object.entries(attributes)
    .map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escaped(value)}"`))
    .join('');
}

function escaped(text) {
  return text.replace(/[&"<>]/g, (sign) => ({ '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' })[sign]);
}

/** Attributes as properties: a flag is true. */
function properties(attributes) {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, name === 'controls' ? true : value]));
}

/** An object as one writes it in JavaScript. */
function literal(record) {
  const pairs = Object.entries(record).map(([name, value]) => `${name}: ${value === true ? 'true' : quoted(value)}`);
  return pairs.length > 0 ? `{ ${pairs.join(', ')} }` : '{}';
}

function quoted(text) {
  return `'${text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n')}'`;
}
