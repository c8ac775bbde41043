export type Picture = { readonly size: number; readonly png: Buffer };

const PNG_ENTRY = { planes: 1, bitsPerPixel: 32 } as const;

/** A Windows icon file that holds its pictures as PNG, as Windows reads them since Vista. */
export function icoFile(pictures: readonly Picture[]): Buffer {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2); // an icon
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * index;
    const side = size === 256 ? 0 : size; // one byte each; 0 stands for 256
    header.writeUInt8(side, at);
    header.writeUInt8(side, at + 1);
    header.writeUInt16LE(PNG_ENTRY.planes, at + 4);
    header.writeUInt16LE(PNG_ENTRY.bitsPerPixel, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

/** The type codes under which macOS looks for a size; one picture serves as a size and as the half of it on Retina. */
const ICNS_TYPES: readonly (readonly [string, number])[] = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
];

export function icnsFile(pictures: readonly Picture[]): Buffer {
  const parts = ICNS_TYPES.flatMap(([type, wanted]) => {
    const picture = pictures.find(({ size }) => size === wanted);
    return picture === undefined ? [] : [chunk(type, picture.png)];
  });
  return chunk('icns', Buffer.concat(parts));
}

function chunk(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}
