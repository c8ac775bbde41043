import { readFileSync } from 'node:fs';

type Mapping = { readonly file: string | null; rssKib: number; ownKib: number };

const HEADER = /^[0-9a-f]+-[0-9a-f]+ \S+ ([0-9a-f]+) (\S+) (\d+)/;
const SIZE = /^(Rss|Anonymous):\s+(\d+) kB$/;

function mappingsOf(pid: number): Mapping[] {
  const mappings: Mapping[] = [];
  for (const line of readFileSync(`/proc/${pid}/smaps`, 'utf8').split('\n')) {
    const header = HEADER.exec(line);
    if (header) {
      const [, offset, device, inode] = header;
      const file = inode === '0' ? null : `${device} ${inode} ${offset}`;
      mappings.push({ file, rssKib: 0, ownKib: 0 });
    }
    const [, name, size] = SIZE.exec(line) ?? [];
    const last = mappings.at(-1);
    if (last && name === 'Rss') last.rssKib = Number(size);
    if (last && name === 'Anonymous') last.ownKib = Number(size);
  }
  return mappings;
}

/** A process that has ended meanwhile holds nothing. */
function mappingsIfAlive(pid: number): Mapping[] {
  try {
    return mappingsOf(pid);
  } catch {
    return [];
  }
}

/**
 * The memory that the processes of one program take together on Linux: their own pages, and each page of a file once.
 * Unlike the proportional size (PSS), this does not shrink when another program maps the same files.
 */
export function footprintMb(pids: readonly number[]): number {
  const files = new Map<string, number>();
  let ownKib = 0;
  for (const mapping of pids.flatMap(mappingsIfAlive)) {
    ownKib += mapping.ownKib;
    const sharedKib = mapping.rssKib - mapping.ownKib;
    if (mapping.file !== null) files.set(mapping.file, Math.max(files.get(mapping.file) ?? 0, sharedKib));
  }
  return [...files.values()].reduce((sum, kib) => sum + kib, ownKib) / 1024;
}
