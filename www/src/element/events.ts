/** Details of `zone-ready`, `zone-focus` and `zone-select`. */
export interface ZoneDetail {
  /** Ids of the observations: all that are drawn, those of the mark in focus (none when it left), those selected. */
  observations: string[];
}

/** Details of `zone-state`. */
export interface ZoneStateDetail {
  /** The state as the property `state` takes it. */
  state: string;
  /** Ids of the observations that are selected. */
  observations: string[];
}

/** Details of `zone-error`. */
export interface ZoneErrorDetail {
  /** Stable, for programs; as in {@link ZoneError}. */
  code: string;
  /** For people, in the widget's language; it is shown inside the element too. */
  message: string;
}

/** Details of `zone-progress`. */
export interface ZoneProgressDetail {
  /** How much of the dataset is loaded, from 0 to 1. */
  done: number;
}

/** Fired when a widget has drawn what its attributes ask for. Bubbles and is composed, as all of these do. */
export type ZoneReadyEvent = CustomEvent<ZoneDetail>;
/** Fired when the pointer or the keyboard comes to another mark, or leaves. */
export type ZoneFocusEvent = CustomEvent<ZoneDetail>;
/** Fired when a mark is selected. Cancelling it keeps the source panel closed. */
export type ZoneSelectEvent = CustomEvent<ZoneDetail>;
/** Fired when a widget's state has changed: kind, language, selection, focus, what is hidden, how the table is sorted. */
export type ZoneStateEvent = CustomEvent<ZoneStateDetail>;
/** Fired when a widget cannot draw what its attributes ask for. */
export type ZoneErrorEvent = CustomEvent<ZoneErrorDetail>;

/** Fired while a dataset that a widget waits for is loading, if that takes long enough to be seen. */
export type ZoneProgressEvent = CustomEvent<ZoneProgressDetail>;

/** The events of every widget by name. */
export interface ZoneEventMap {
  'zone-ready': ZoneReadyEvent;
  'zone-focus': ZoneFocusEvent;
  'zone-select': ZoneSelectEvent;
  'zone-state': ZoneStateEvent;
  'zone-error': ZoneErrorEvent;
  'zone-progress': ZoneProgressEvent;
}

declare global {
  // They bubble, so that any element may listen, and the page.
  interface HTMLElementEventMap extends ZoneEventMap {}
  interface DocumentEventMap extends ZoneEventMap {}
  interface WindowEventMap extends ZoneEventMap {}
}

/** Dispatches; false when a listener cancelled it. */
export function announce<Name extends keyof ZoneEventMap>(
  host: EventTarget,
  name: Name,
  detail: ZoneEventMap[Name]['detail'],
): boolean {
  const event = new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: name === 'zone-select' });
  return host.dispatchEvent(event);
}
