// A widget whose attributes are a form. The address holds the choice; the code to take away follows from it.
import { codeOf } from './takeaway.js';

const form = document.querySelector('.choices');
const stage = document.querySelector('#stage');
const verdict = document.querySelector('.verdict');
const code = document.querySelector('#takeaway-code');
const takeaway = document.querySelector('#takeaway');
const words = document.querySelector('#spoken');

/** What each element understands, in the order in which the code says it. */
const SELECTION = ['indicator', 'entity', 'from', 'to', 'status'];
const ATTRIBUTES = {
  'zone-chart': ['kind', ...SELECTION],
  'zone-card': ['variant', 'observation', 'indicator', 'entity', 'period'],
  'zone-table': SELECTION,
  'zone-sources': SELECTION,
};
const COMMON = ['lang', 'theme', 'controls'];
const FIRST = { element: 'zone-chart', kind: 'bar', indicator: 'trade', controls: '' };

let widget;
/** What ids are suggested from, once it is there. */
let dataset;

// As wide as there is room, to begin with.
form.elements.width.defaultValue = Math.min(720, Math.floor(stage.clientWidth / 10) * 10);
fromAddress();
addEventListener('hashchange', fromAddress);
form.addEventListener('input', (event) => {
  if (event.target.name === 'element') fit();
  show();
  toAddress();
});
form.addEventListener('submit', (event) => event.preventDefault());
takeaway.addEventListener('submit', (event) => event.preventDefault());
document.querySelector('.kinds').addEventListener('change', showCode);
void load();

/** A page from disk loads no modules, and has no suggestions. */
async function load() {
  if (location.protocol === 'file:') return;
  const zonestat = await import('./pkg/auto.js');
  await zonestat.init();
  ({ dataset } = zonestat);
  suggest();
}

/** What the address asks for, or the first example, goes into the form. */
function fromAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const wanted = asked.size > 0 ? Object.fromEntries(asked) : FIRST;
  const element = ATTRIBUTES[wanted.element] ? wanted.element : 'zone-chart';
  form.reset();
  form.elements.element.value = element;
  for (const name of [...ATTRIBUTES[element], ...COMMON]) {
    if (wanted[name] !== undefined) put(name, wanted[name]);
  }
  fit();
  show();
}

function put(name, value) {
  const field = form.elements[name];
  if (name === 'controls') field.checked = true;
  else if (name === 'status') for (const box of field) box.checked = value.split(/\s+/).includes(box.value);
  else field.value = value;
}

function valueOf(name) {
  const field = form.elements[name];
  if (name === 'controls') return field.checked ? '' : undefined;
  const value = name === 'status' ? [...field].filter(({ checked }) => checked).map(({ value }) => value).join(' ') : field.value.trim();
  return value || undefined;
}

/** The attributes that are set, by name. */
function chosen() {
  const names = [...ATTRIBUTES[form.elements.element.value], ...COMMON];
  return Object.fromEntries(names.map((name) => [name, valueOf(name)]).filter(([, value]) => value !== undefined));
}

function toAddress() {
  const hash = new URLSearchParams({ element: form.elements.element.value, ...chosen() });
  history.replaceState(null, '', `#${hash}`);
}

/** Only the fields that the element understands. */
function fit() {
  const element = form.elements.element.value;
  for (const part of form.querySelectorAll('[data-for]')) part.hidden = !part.dataset.for.split(' ').includes(element);
}

function show() {
  const { value: element } = form.elements.element;
  const attributes = chosen();
  if (widget?.localName !== element) {
    widget = document.createElement(element);
    widget.addEventListener('zone-ready', drawn);
    widget.addEventListener('zone-error', refused);
    set(attributes);
    stage.replaceChildren(widget);
  } else set(attributes);
  const { value: width } = form.elements.width;
  widget.style.inlineSize = `${width}px`;
  document.querySelector('#wide').value = `${width} px`;
  showCode();
  suggest();
}

function set(attributes) {
  for (const name of [...Object.values(ATTRIBUTES).flat(), ...COMMON]) {
    if (attributes[name] === undefined) widget.removeAttribute(name);
    else if (widget.getAttribute(name) !== attributes[name]) widget.setAttribute(name, attributes[name]);
  }
}

async function drawn({ target, detail }) {
  if (target !== widget) return;
  verdict.textContent = verdict.dataset.drawn.replace('%', detail.observations.length);
  verdict.dataset.code = '';
  words.textContent = await target.describe();
}

function refused({ target, detail }) {
  if (target !== widget) return;
  verdict.textContent = detail.code;
  verdict.dataset.code = detail.code;
  words.textContent = detail.message;
}

function showCode() {
  code.textContent = codeOf(new FormData(takeaway).get('form'), widget.localName, chosen());
}

/** Ids that go together with what is chosen already. */
function suggest() {
  if (!dataset) return; // not loaded yet: it is called again then
  const all = dataset().observations();
  const lang = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
  const ids = (name) => valueOf(name)?.split(/\s+/) ?? [];
  const entities = ids('entity');
  const indicators = ids('indicator');
  const entityFits = ({ entity }) => entities.length === 0 || entities.includes(entity);
  const indicatorFits = ({ indicator }) => indicators.length === 0 || indicators.includes(indicator);
  const both = all.filter((one) => entityFits(one) && indicatorFits(one));
  const named = (rows, column, fits) => {
    const there = new Set(all.filter(fits).map((one) => one[column]));
    return rows.filter(({ id }) => there.has(id)).map(({ id, name }) => [id, name[lang]]);
  };
  fill('indicators', 'indicator', named(dataset().indicators(), 'indicator', entityFits));
  fill('entities', 'entity', named(dataset().entities(), 'entity', indicatorFits));
  fill('periods', '', [...new Set(both.map(({ period }) => period).filter(Boolean))].sort().map((period) => [period, '']));
  fill('observations', 'observation', both.map(({ id, sources }) => [id, sources[0]?.figure ?? '']));
}

/** Behind ids that stand in the field already, each suggestion is one more. */
function fill(list, field, rows) {
  const before = field ? (/^(.*\s)?/.exec(form.elements[field].value)[1] ?? '') : '';
  const options = rows.map(([value, label]) => {
    const option = document.createElement('option');
    option.value = before + value;
    option.label = label ? `${label} · ${value}` : value;
    return option;
  });
  document.querySelector(`#${list}`).replaceChildren(...options);
}
