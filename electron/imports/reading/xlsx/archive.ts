import { AppError } from '../../../../shared/errors.ts';
import type { Progress, ReadingLimits } from '../raw-row.ts';
import { xmlText } from '../xml/xml-text.ts';
import { inflateEntry } from './inflate-entry.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** A part of the workbook, by its whole name in lower case. */
export type Part = { readonly name: string; readonly entry: ZipEntry };

type PartOptions = Progress & { readonly maxBytes: number };

export type Archive = {
  has(name: string): boolean;
  find(name: string): Part | undefined;
  /** The text of a part in pieces, up to its end. */
  read(part: Part, options: PartOptions): Generator<string>;
};

const TOO_MUCH = '文件太复杂，未作识别；如果它是导出的报表，请在导入页选择它';

/** The parts of a zipped document. With limits, all that is unpacked of it counts towards them. */
export function openArchive(path: string, limits?: ReadingLimits): Archive {
  const entries = readZipDirectory(path);
  let left = limits?.bytes ?? Number.POSITIVE_INFINITY;
  const onInflated = (bytes: number) => {
    left -= bytes;
    if (left < 0) throw new AppError('invalid-input', TOO_MUCH);
  };
  return {
    has: (name) => entries.has(name),
    find(name) {
      const entry = entries.get(name);
      return entry && { name, entry };
    },
    read: ({ entry }, options) => xmlText(inflateEntry(path, entry, { ...options, onInflated })),
  };
}
