/** More than any drawing is high. */
const TALL = '10000px';

/**
 * The height that the page gives a host, or 0 when the height comes from the content. `ruler` is an empty child with
 * `height: 100%`, which has a height only where the host's is definite. A stretched flex or grid item counts as
 * definite although its content may be what stretches it: so the content is made tall for a moment, and a height that
 * follows is none that the page wants. Nothing is painted in between.
 */
export function givenHeight(ruler: HTMLElement, content: HTMLElement): number {
  const height = ruler.clientHeight;
  if (height === 0) return 0;
  content.style.blockSize = TALL;
  const follows = ruler.clientHeight !== height;
  content.style.blockSize = '';
  return follows ? 0 : height;
}
