import * as electron from 'electron';

type OldClipboard = { readonly writeImage: (image: Electron.NativeImage) => void };

/** Since Electron 45 the clipboard takes items by type; before, it took images. */
function isOld(clipboard: object): clipboard is OldClipboard {
  return 'writeImage' in clipboard;
}

/** As a picture, not as a file: it can be pasted into any chat. */
export async function writePicture(bytes: Uint8Array): Promise<void> {
  const image = electron.nativeImage.createFromBuffer(Buffer.from(bytes));
  if (isOld(electron.clipboard)) {
    electron.clipboard.writeImage(image);
    return;
  }
  const png = new Blob([new Uint8Array(image.toPNG())], { type: 'image/png' });
  await electron.clipboard.write([new electron.ClipboardItem({ 'image/png': png })]);
}

const SHRINK_STEPS = 8;
const SHRINK_BY = 0.75;
const QUALITY = 85;

/** The same picture with at most so many bytes, or `null` where it cannot be read. */
export function shrinkPicture(bytes: Uint8Array, bytesAtMost: number): Uint8Array | null {
  let image = electron.nativeImage.createFromBuffer(Buffer.from(bytes));
  if (image.isEmpty()) return null;
  // JPEG knows no transparency and would show black in its place.
  const encode = isOpaque(image) ? () => image.toJPEG(QUALITY) : () => image.toPNG();
  for (let step = 0; step < SHRINK_STEPS; step += 1) {
    const smaller = encode();
    if (smaller.length <= bytesAtMost) return new Uint8Array(smaller);
    image = image.resize({ width: Math.round(image.getSize().width * SHRINK_BY), quality: 'best' });
  }
  return null;
}

/** A bitmap is four bytes a pixel, the last its opacity. */
function isOpaque(image: Electron.NativeImage): boolean {
  const pixels = image.toBitmap();
  for (let at = 3; at < pixels.length; at += 4) {
    if (pixels[at] !== 255) return false;
  }
  return true;
}
