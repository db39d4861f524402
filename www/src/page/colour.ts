/** A colour as four bytes. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

let pixel: CanvasRenderingContext2D | null | undefined;

/** The bytes of any computed CSS colour, wide gamuts included; undefined for what is no colour. */
export function bytesOf(colour: string): Rgba | undefined {
  const legacy = /^rgba?\(([^)]+)\)$/.exec(colour);
  if (legacy?.[1]) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = legacy[1].split(/[\s,/]+/).map(Number);
    return [red, green, blue, Math.round(alpha * 255)];
  }
  // oklch(), color(display-p3 …): only painting one pixel turns them into bytes in every engine.
  pixel ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!pixel || !CSS.supports('color', colour)) return undefined;
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha];
}

/** As the core reads colours. */
export function rgbText([red, green, blue, alpha]: Rgba): string {
  return alpha === 255
    ? `rgb(${red}, ${green}, ${blue})`
    : `rgba(${red}, ${green}, ${blue}, ${(alpha / 255).toFixed(3)})`;
}

/** Whether dark text reads better on it than light text does. */
export function isLight([red, green, blue]: Rgba): boolean {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((byte) => {
    const share = byte / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  // Above this luminance black has more contrast than white (WCAG's formula solved for equality).
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179;
}
