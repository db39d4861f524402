import widget from './widget.css';

let sheet: CSSStyleSheet | undefined;
let text = widget;

/** One constructed sheet for all widgets: no style element, so that a strict content security policy allows it. */
export function adoptStyles(root: ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
  }
  root.adoptedStyleSheets = [sheet];
}

/** Styles of what comes later. */
export function addStyles(further: string): void {
  text += further;
  sheet?.replaceSync(text);
}
