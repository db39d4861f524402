import floating from './floating.css';
import widget from './widget.css';

let sheet: CSSStyleSheet | undefined;

/** One constructed sheet for all widgets: no style element, so that a strict content security policy allows it. */
export function adoptStyles(root: ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(widget + floating);
  }
  root.adoptedStyleSheets = [sheet];
}
