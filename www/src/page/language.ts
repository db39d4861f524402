import type { Lang } from '../wasm/joint.js';

/** `zh`, `zh-CN`, `zh-Hant`, … are Chinese; every other language, and none, is English. */
export function languageOf(tag: string | null | undefined): Lang {
  return /^zh\b/i.test(tag ?? '') ? 'zh' : 'en';
}

/** The parent in the flattened page: out of a shadow tree the way leads to its host. */
export function parentOf(element: Element): Element | null {
  const slot = element.assignedSlot;
  if (slot) return slot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The language that the page gives this element: its own `lang`, else the nearest ancestor's. */
export function languageAt(element: Element): Lang {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const tag = at.getAttribute('lang');
    if (tag !== null) return languageOf(tag);
  }
  return 'en';
}

/** The roots whose ancestors' attributes an element inherits from: its own tree, then each host's, up to the page. */
export function rootsOf(element: Element): Node[] {
  const roots: Node[] = [];
  let root: Node = element.getRootNode();
  roots.push(root);
  while (root instanceof ShadowRoot) {
    root = root.host.getRootNode();
    roots.push(root);
  }
  return roots;
}
