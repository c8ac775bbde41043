import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../../shared/errors.ts';

type Copy = {
  readonly from: string;
  readonly to: string;
  /** base64 */
  readonly sha512: string;
  readonly onPercent: (percent: number) => void;
};

/** Copies an installer off a share and makes sure that it is the one that the release names. */
export async function copyChecked({ from, to, sha512, onPercent }: Copy): Promise<void> {
  const { size } = await stat(from);
  const hash = createHash('sha512');
  let copied = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      copied += chunk.length;
      onPercent(Math.floor((copied / size) * 100));
      done(null, chunk);
    },
  });
  await pipeline(createReadStream(from), count, createWriteStream(to));
  if (hash.digest('base64') !== sha512) throw corrupt();
}

export function corrupt(): AppError {
  return new AppError('invalid-input', '安装包已损坏或不完整，没有使用。请联系 IT 重新发布');
}
