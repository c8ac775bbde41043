import { verify } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';

/** A plain file name beside the release file: what was signed leads nowhere else. */
const FileName = z.string().regex(/^[\w\u4e00-\u9fff][\w\u4e00-\u9fff.-]*$/);

/** The part of electron-builder's description of a release that we rely on. */
export const ReleaseFile = z.looseObject({
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  files: z.array(z.looseObject({ url: FileName, sha512: z.string().min(1) })).min(1),
  releaseDate: z.string().optional(),
  releaseNotes: z.string().nullish(),
});

/**
 * Refuses a release file that was not signed with our key: a person who may write to the share may not run code here.
 */
export function requireOurSignature(text: string, signature: string, publicKey: string): void {
  const isOurs = verify(null, Buffer.from(text), publicKey, Buffer.from(signature.trim(), 'base64'));
  if (!isOurs)
    throw new AppError('invalid-input', '更新来源中的发布文件签名不符，没有使用。请联系 IT 重新发布');
}
