import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { below, type Random } from '../../bench/support/random.ts';
import type { SystemCall } from './system-call.ts';

/** A part of a file that was written and not synced: it may be on the disk, or not, or the first sectors of it. */
type Pending = { readonly at: number; readonly data: Buffer } | { readonly size: number };
type File = { synced: Buffer; pending: Pending[] };
type Name = readonly [path: string, file: File | null];
/** Names that were given or taken away in one step; they are on the disk for certain once their folder was synced. */
type Naming = { readonly folder: string; readonly changes: readonly Name[] };

/** How much a cut takes of everything that was not synced. */
export type Loss = 'all' | 'nothing' | 'some';

const SECTOR = 512;

function applied(content: Buffer, change: Pending): Buffer {
  if ('size' in change) {
    if (change.size <= content.length) return content.subarray(0, change.size);
    return Buffer.concat([content, Buffer.alloc(change.size - content.length)]);
  }
  const end = change.at + change.data.length;
  const grown =
    end > content.length
      ? Buffer.concat([content, Buffer.alloc(end - content.length)])
      : Buffer.from(content);
  change.data.copy(grown, change.at);
  return grown;
}

const whole = ({ synced, pending }: File): Buffer => pending.reduce(applied, synced);

/** A write that the cut has caught in the middle. */
function torn(change: Pending, random: Random): Pending {
  if ('size' in change || change.data.length <= SECTOR) return change;
  const sectors = below(random, Math.floor(change.data.length / SECTOR) + 1);
  return { at: change.at, data: change.data.subarray(0, sectors * SECTOR) };
}

function leftOf(file: File, loss: Loss, random: Random): Buffer {
  if (loss === 'all') return file.synced;
  if (loss === 'nothing') return whole(file);
  const kept = file.pending.flatMap((change) => {
    const chance = random();
    if (chance < 0.4) return [];
    return [chance < 0.6 ? torn(change, random) : change];
  });
  return kept.reduce(applied, file.synced);
}

function settle(names: Map<string, File>, [path, file]: Name): void {
  if (file === null) names.delete(path);
  else names.set(path, file);
}

/**
 * A folder on a disk that keeps its promises and no more: what was synced is there after a cut, whatever else was
 * written may be there in any part, and a name that was given is there once its folder was synced. It begins as the
 * folder `before`, and is known to the program as `root`.
 */
export function createDisk(before: string, root: string) {
  const names = new Map<string, File>();
  /** The names as they are on the disk for certain. */
  const syncedNames = new Map<string, File>();
  let namings: Naming[] = [];
  const open = new Map<number, { readonly path: string; readonly file: File | null; at: number }>();

  for (const found of filesBelow(before)) {
    const file: File = { synced: readFileSync(found), pending: [] };
    const path = join(root, relative(before, found));
    names.set(path, file);
    syncedNames.set(path, file);
  }

  const isOurs = (path: string) => path.startsWith(`${root}/`);

  function rename(...changes: readonly [Name, ...Name[]]): void {
    for (const change of changes) settle(names, change);
    namings.push({ folder: dirname(changes[0][0]), changes });
  }

  function openFile(fd: number, path: string, isEmptied: boolean): void {
    if (path !== root && !isOurs(path)) {
      open.delete(fd);
      return;
    }
    const known = names.get(path);
    const isFolder = !known && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
    if (isFolder) open.set(fd, { path, file: null, at: 0 });
    else {
      const file = known ?? { synced: Buffer.alloc(0), pending: [] };
      if (!known) rename([path, file]);
      else if (isEmptied) file.pending.push({ size: 0 });
      open.set(fd, { path, file, at: 0 });
    }
  }

  function write(fd: number, data: Buffer, at: number | null): void {
    const handle = open.get(fd);
    if (!handle?.file) return;
    const from = at ?? handle.at;
    handle.file.pending.push({ at: from, data });
    if (at === null) handle.at += data.length;
  }

  function truncate(fd: number, size: number): void {
    open.get(fd)?.file?.pending.push({ size });
  }

  function sync(fd: number): void {
    const handle = open.get(fd);
    if (!handle) return;
    if (handle.file) {
      handle.file.synced = whole(handle.file);
      handle.file.pending = [];
      return;
    }
    for (const { folder, changes } of namings)
      if (folder === handle.path) for (const change of changes) settle(syncedNames, change);
    namings = namings.filter(({ folder }) => folder !== handle.path);
  }

  function move(from: string, to: string): void {
    const file = names.get(from);
    if (file && isOurs(to)) rename([to, file], [from, null]);
  }

  function remove(path: string): void {
    if (names.has(path)) rename([path, null]);
  }

  function link(from: string, to: string): void {
    const file = names.get(from);
    if (file && isOurs(to)) rename([to, file]);
  }

  function take(call: SystemCall): void {
    switch (call.kind) {
      case 'open':
        return openFile(call.fd, call.path, call.isEmptied);
      case 'close':
        return void open.delete(call.fd);
      case 'write':
        return write(call.fd, call.data, call.at);
      case 'truncate':
        return truncate(call.fd, call.size);
      case 'sync':
        return sync(call.fd);
      case 'rename':
        return move(call.from, call.to);
      case 'link':
        return link(call.from, call.to);
      case 'remove':
        return remove(call.path);
    }
  }

  return {
    take,

    /** Writes what a power cut now would leave, to another folder. */
    leave(target: string, loss: Loss, random: Random): void {
      const left = new Map(syncedNames);
      // A journal of names is kept in order, so the cut is at one place of it.
      const kept =
        loss === 'all' ? 0 : loss === 'nothing' ? namings.length : below(random, namings.length + 1);
      for (const { changes } of namings.slice(0, kept)) for (const change of changes) settle(left, change);
      for (const [path, file] of left) {
        if (path.endsWith('-shm')) continue;
        const place = join(target, relative(root, path));
        mkdirSync(dirname(place), { recursive: true });
        writeFileSync(place, leftOf(file, loss, random));
      }
    },
  };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
