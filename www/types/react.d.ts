/** For JSX in React 19: `import type {} from 'zonestat/react'`, once in a project. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ZoneJsxElements } from './attributes.js';
import type {} from './element/define.js';

type Props<Name extends keyof ZoneJsxElements> = Omit<
  DetailedHTMLProps<HTMLAttributes<HTMLElementTagNameMap[Name]>, HTMLElementTagNameMap[Name]>,
  keyof ZoneJsxElements[Name]
> &
  ZoneJsxElements[Name];

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'zone-chart': Props<'zone-chart'>;
      'zone-card': Props<'zone-card'>;
      'zone-table': Props<'zone-table'>;
      'zone-sources': Props<'zone-sources'>;
    }
  }
}
