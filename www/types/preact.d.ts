/** For JSX in Preact: `import type {} from 'zonestat/preact'`, once in a project. */
import type { HTMLAttributes } from 'preact';
import type { ZoneJsxElements } from './attributes.js';
import type {} from './element/define.js';

type Props<Name extends keyof ZoneJsxElements> = Omit<
  HTMLAttributes<HTMLElementTagNameMap[Name]>,
  keyof ZoneJsxElements[Name]
> &
  ZoneJsxElements[Name];

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'zone-chart': Props<'zone-chart'>;
      'zone-card': Props<'zone-card'>;
      'zone-table': Props<'zone-table'>;
      'zone-sources': Props<'zone-sources'>;
    }
  }
}
