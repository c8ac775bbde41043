import { constants, crc32, deflateRawSync } from 'node:zlib';
import { AppError } from '../../../shared/errors.ts';

/** Takes the next bytes of a file. */
export type Append = (bytes: Uint8Array) => void;

/** One file in the archive, written piece by piece. */
export type ZipEntry = {
  write(text: string): void;
  close(): void;
  /** Before they were compressed. */
  bytes(): number;
};

type Closed = {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
};

/** Text is compressed in pieces of about this length, each on its own, so that no more than one is in memory. */
const PIECE_LENGTH = 128 * 1024;
/** Twice as fast as the usual 6, and a tenth larger. */
const LEVEL = 3;
/** The format counts in 32 bits; no workbook of a shop comes near, and a longer one would be broken. */
const MAX_BYTES = 0xffff_ffff;

const VERSION = 20;
/** Sizes and checksum stand behind the data, because nothing is known of them when it begins. */
const SIZES_BEHIND = 0x0008;
const DEFLATED = 8;
/** 1980-01-01, the first day of the format: the same table makes the same file. */
const DATE = 0x0021;

/** Writes a ZIP archive from front to back. Close an entry before the next one is begun. */
export function createZipFile(appendTo: Append) {
  const closed: Closed[] = [];
  let offset = 0;

  function append(bytes: Uint8Array): void {
    appendTo(bytes);
    offset += bytes.length;
    if (offset > MAX_BYTES)
      throw new AppError('invalid-input', '内容过多，一个 Excel 文件放不下：请按店铺分开导出，或导出为 CSV');
  }

  function begin(name: string): ZipEntry {
    const nameBytes = Buffer.from(name);
    const startsAt = offset;
    let [crc, size, packedSize, waiting] = [0, 0, 0, ''];
    append(
      Buffer.concat([
        numbers('4 2 2 2 2 2 4 4 4 2 2', [0x04034b50, ...commonFields(), 0, 0, 0, nameBytes.length, 0]),
        nameBytes,
      ]),
    );

    function pack(finishFlush: number): void {
      const bytes = Buffer.from(waiting);
      waiting = '';
      crc = crc32(bytes, crc);
      size += bytes.length;
      // A flushed piece ends at a whole byte and refers to nothing before it: one behind the other they are one stream.
      const packed = deflateRawSync(bytes, { level: LEVEL, finishFlush });
      packedSize += packed.length;
      append(packed);
    }

    return {
      write(text) {
        waiting += text;
        if (waiting.length >= PIECE_LENGTH) pack(constants.Z_SYNC_FLUSH);
      },
      close() {
        pack(constants.Z_FINISH);
        append(numbers('4 4 4 4', [0x08074b50, crc, packedSize, size]));
        closed.push({ name: nameBytes, offset: startsAt, crc, size, packedSize });
      },
      bytes: () => size,
    };
  }

  return {
    begin,
    add(name: string, text: string): void {
      const entry = begin(name);
      entry.write(text);
      entry.close();
    },
    /** Writes the directory, without which the archive cannot be read. */
    finish(): void {
      const startsAt = offset;
      for (const entry of closed) append(directoryEntry(entry));
      const count = closed.length;
      append(numbers('4 2 2 2 2 4 4 2', [0x06054b50, 0, 0, count, count, offset - startsAt, startsAt, 0]));
    },
  };
}

const commonFields = () => [VERSION, SIZES_BEHIND, DEFLATED, 0, DATE];

function directoryEntry({ name, offset, crc, size, packedSize }: Closed): Buffer {
  const sizes = [crc, packedSize, size, name.length, 0, 0, 0, 0, 0, offset];
  return Buffer.concat([
    numbers('4 2 2 2 2 2 2 4 4 4 2 2 2 2 2 4 4', [0x02014b50, VERSION, ...commonFields(), ...sizes]),
    name,
  ]);
}

/** Whole numbers, little end first, each as wide as the layout says. */
function numbers(layout: string, values: readonly number[]): Buffer {
  const widths = layout.split(' ').map(Number);
  const buffer = Buffer.alloc(widths.reduce((sum, width) => sum + width, 0));
  let at = 0;
  for (const [index, width] of widths.entries()) at = buffer.writeUIntLE(values[index] ?? 0, at, width);
  return buffer;
}
