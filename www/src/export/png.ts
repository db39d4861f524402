/** PNG metadata: one `iTXt` chunk a keyword, put before the picture's data. */
export async function withText(png: Blob, texts: Record<string, string>): Promise<Blob> {
  const bytes = new Uint8Array(await png.arrayBuffer());
  const chunks = Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text));
  return new Blob([bytes.slice(0, AFTER_HEADER), ...chunks, bytes.slice(AFTER_HEADER)], { type: 'image/png' });
}

/** The signature (8 bytes) and the header chunk (25), which always comes first. */
const AFTER_HEADER = 33;

function textChunk(keyword: string, text: string): Uint8Array<ArrayBuffer> {
  // keyword, end, not compressed, no method, no language, no translated keyword, text in UTF-8
  const data = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${text}`);
  const chunk = new Uint8Array(data.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length - 4);
  chunk.set(data, 4);
  view.setUint32(data.length + 4, crc32(data));
  return chunk;
}

/** As the PNG specification defines it. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

export function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('The canvas is too large to be encoded.'));
    }, 'image/png');
  });
}

/** A picture on a ground of some colour, with a margin in device pixels. */
export function mounted(picture: HTMLCanvasElement, colour: string, margin: number): HTMLCanvasElement {
  const mount = document.createElement('canvas');
  mount.width = picture.width + 2 * margin;
  mount.height = picture.height + 2 * margin;
  const context = mount.getContext('2d');
  if (!context) return picture;
  context.fillStyle = colour;
  context.fillRect(0, 0, mount.width, mount.height);
  context.drawImage(picture, margin, margin);
  return mount;
}
