import { AppError } from '../../../../../shared/errors.ts';

/** Larger ones are not read at all; main makes smaller what a chat would not show anyway. */
const BYTES_AT_MOST = 20 * 1024 * 1024;
/** A browser calls every picture so that comes from the clipboard. */
const NAMELESS = /^image\.\w+$/u;

export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

export type ReadPicture = {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The clipboard holds bitmaps: of a gif, its first picture. */
  readonly isConverted: boolean;
};

export const picturesIn = (transfer: DataTransfer | null): readonly File[] =>
  [...(transfer?.files ?? [])].filter(({ type }) => type.startsWith('image/'));

/** The bytes of a file, as png or jpg. */
export async function readPicture(file: File): Promise<ReadPicture> {
  const name = NAMELESS.test(file.name) ? '粘贴的图片' : file.name;
  if (file.size > BYTES_AT_MOST) throw new AppError('invalid-input', `「${name}」超过 20 MB`);
  if (!PICTURE_TYPES.includes(file.type)) {
    throw new AppError('invalid-input', `「${name}」不是 png、jpg、gif 或 webp 图片`);
  }
  const isConverted = file.type === 'image/gif' || file.type === 'image/webp';
  const blob = isConverted ? await toPng(file, name) : file;
  return { name, bytes: new Uint8Array(await blob.arrayBuffer()), isConverted };
}

async function toPng(file: File, name: string): Promise<Blob> {
  try {
    const bitmap = await createImageBitmap(file);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    bitmap.close();
    return await canvas.convertToBlob({ type: 'image/png' });
  } catch (error) {
    throw new AppError('invalid-input', `「${name}」无法读取，文件可能已损坏`, { cause: error });
  }
}
