// What a reader's hands do, and where that brings them: keys, taps, and the focus inside shadow trees.
import { require } from './engines.mjs';

const { Key } = require('selenium-webdriver');
const { Command, Name } = require('selenium-webdriver/lib/command');

const NAMED = {
  Tab: Key.TAB,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Space: Key.SPACE,
  Home: Key.HOME,
  End: Key.END,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  ArrowUp: Key.ARROW_UP,
  ArrowDown: Key.ARROW_DOWN,
};

/** Presses keys one after another: `press(page, 'Tab', 'Shift+Tab', 't')`. */
export async function press(page, ...keys) {
  const actions = page.driver.actions({ async: true });
  for (const key of keys) {
    const parts = key.split('+');
    const last = parts.pop();
    for (const held of parts) actions.keyDown(Key[held.toUpperCase()]);
    const code = NAMED[last] ?? last;
    actions.keyDown(code).keyUp(code);
    for (const held of parts.reverse()) actions.keyUp(Key[held.toUpperCase()]);
  }
  await actions.perform();
}

/**
 * What has the focus, through every shadow root: its host's id, role, name and what it stands for.
 *
 * @returns {Promise<{ host: string, id: string, tag: string, role: string | null, name: string | null, part: string | null,
 *   observations: string[], item: string | null, legend: string | null, visible: boolean }>}
 */
export function focused(page) {
  return page.run(() => {
    let at = document.activeElement;
    let host = at;
    while (at?.shadowRoot?.activeElement) {
      host = at;
      at = at.shadowRoot.activeElement;
    }
    return {
      host: host.id,
      id: at.id,
      tag: at.localName,
      role: at.getAttribute('role'),
      name: at.getAttribute('aria-label') ?? at.textContent.trim(),
      part: at.getAttribute('part'),
      observations: at.dataset.observations?.split(' ') ?? [],
      item: at.dataset.item ?? null,
      legend: at.dataset.legend ?? null,
      visible: at.matches(':focus-visible'),
    };
  });
}

/**
 * Touches the view with one finger: places in CSS pixels of the page, between which the finger moves.
 * One place is a tap. WebKitGTK's driver presses a mouse where it is asked for a finger (a test of its own says when it no
 * longer does): there the events of a tap are dispatched to what lies at the place.
 */
export async function touch(page, ...places) {
  if (page.engine === 'webkit' && places.length === 1) return page.run(dispatchTap, places[0]);
  const move = ({ x, y }, duration) => ({
    type: 'pointerMove',
    duration,
    x: Math.round(x),
    y: Math.round(y),
    origin: 'viewport',
  });
  const [first, ...rest] = places;
  const steps = [
    move(first, 0),
    { type: 'pointerDown', button: 0 },
    ...(rest.length > 0 ? rest.map((place) => move(place, 60)) : [{ type: 'pause', duration: 30 }]),
    { type: 'pointerUp', button: 0 },
  ];
  const finger = { type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions: steps };
  await page.driver.execute(new Command(Name.ACTIONS).setParameter('actions', [finger]));
}

/** Runs inside a page. */
function dispatchTap({ x, y }) {
  let at = document.elementFromPoint(x, y);
  while (at.shadowRoot?.elementFromPoint(x, y) && at.shadowRoot.elementFromPoint(x, y) !== at) at = at.shadowRoot.elementFromPoint(x, y);
  const event = (type, detail) => new PointerEvent(type, { pointerType: 'touch', isPrimary: true, clientX: x, clientY: y, detail, bubbles: true, composed: true, cancelable: true });
  for (const type of ['pointerover', 'pointerdown', 'pointerup', 'pointerout']) at.dispatchEvent(event(type, 0));
  at.dispatchEvent(event('pointerleave', 0));
  // As an engine does: what cannot have the focus takes it from what has it.
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (!at.closest('button, a, input, select, textarea, [tabindex]')) active?.blur();
  at.dispatchEvent(event('click', 1));
}

/** Moves the mouse to a place of the view, and presses there if asked. */
export async function point(page, { x, y }, { press: pressed = false } = {}) {
  const steps = [
    { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y), origin: 'viewport' },
    ...(pressed ? [{ type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }] : []),
  ];
  const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: steps };
  await page.driver.execute(new Command(Name.ACTIONS).setParameter('actions', [mouse]));
}
