import { z } from 'zod';
import { ScriptPictureId } from '../../ids.ts';

export const ScriptPicture = z.object({
  id: ScriptPictureId,
  /** The agents' name for it, as it stands in `{图片:名称}`. */
  name: z.string(),
  byteCount: z.int(),
  addedAtMs: z.int(),
});
export type ScriptPicture = z.infer<typeof ScriptPicture>;

/** The clipboard holds bitmaps; these are what it takes on every system. */
export const PICTURE_EXTENSIONS = ['png', 'jpg'] as const;
export type PictureExtension = (typeof PICTURE_EXTENSIONS)[number];

/** As other assistants for agents have it; a chat shows no more of a larger one. */
export const PICTURE_BYTES_AT_MOST = 1024 * 1024;

const FORBIDDEN = /[{}｛｝|｜\\/\n\r\t]+/gu;

/** A name made fit for a tag; its extension says what the bytes are. */
export function pictureNameOf(given: string, extension: PictureExtension): string {
  const base = given
    .replace(FORBIDDEN, ' ')
    .replace(/\.(?:png|jpe?g|gif|webp)$/iu, '')
    .trim();
  return `${(base || '图片').slice(0, 50).trim()}.${extension}`;
}

/** The name, or the first `名称 (2).png` that is free. */
export function freePictureName(wanted: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(wanted)) return wanted;
  const [, base = wanted, extension = ''] = /^(.*?)(?: \(\d+\))?(\.\w+)$/u.exec(wanted) ?? [];
  for (let number = 2; ; number += 1) {
    const name = `${base} (${number})${extension}`;
    if (!isTaken(name)) return name;
  }
}
