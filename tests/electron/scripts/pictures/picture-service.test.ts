import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCore } from '../../../../electron/core.ts';
import { createPictureFiles } from '../../../../electron/scripts/pictures/picture-files.ts';
import { createPictureService } from '../../../../electron/scripts/pictures/picture-service.ts';
import { sniffPicture } from '../../../../electron/scripts/pictures/sniff-picture.ts';
import { keepDurably } from '../../../../electron/store/files/durable-files.ts';
import { createScriptPictureStore } from '../../../../electron/store/scripts/script-picture-store.ts';
import type { AgentId, ScriptPictureId } from '../../../../shared/domain/ids.ts';
import { PICTURE_BYTES_AT_MOST } from '../../../../shared/domain/scripts/media/script-picture.ts';
import type { Recorded } from '../../../../shared/ipc/contract/task-contract.ts';
import { DAY } from '../../../../shared/time/durations.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { createMemoryStore, insertAgent } from '../../../support/memory-store.ts';
import { plansOf } from '../../../support/plans-of.ts';
import { aPng } from '../../../support/records/pictures.ts';

const NOW = Date.parse('2026-06-10T10:00:00+08:00');
const AGENT = 'agent-1' as AgentId;
const CHART = aPng({ width: 2, height: 2 });
const OTHER = aPng({ width: 3, height: 2 });

let root = '';
let folder = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'xiaoer-pictures-'));
  folder = join(root, 'pictures');
});
afterEach(() => rmSync(root, { recursive: true }));

function aGallery() {
  const { db } = createMemoryStore();
  insertAgent(db);
  let made = 0;
  const core = createCore({ db, clock: createFakeClock(NOW) });
  const { activities } = core.stores;
  const service = createPictureService({
    pictures: createScriptPictureStore(db),
    files: createPictureFiles({ folder, keepDurably }),
    act: core.act,
    inTransaction: core.inTransaction,
    newId: () => `picture-${++made}`,
  });
  const add = (name: string, bytes: Uint8Array, nowMs = NOW) =>
    service.add({ name, bytes }, { agentId: AGENT, nowMs });
  const actor = { agentId: AGENT, nowMs: NOW };
  const kindsOf = (id: ScriptPictureId) =>
    activities.timeline({ kind: 'picture', id }, { limit: 10 }).map(({ activity }) => activity.kind);
  const undo = ({ activityId }: Recorded) => core.undoActivity(activityId, actor);
  return { service, add, actor, undo, kindsOf };
}

const files = () => readdirSync(folder);
/** As if they had been written the day before yesterday. */
function age(nowMs: number): void {
  for (const name of files()) utimesSync(join(folder, name), nowMs / 1000 - 200_000, nowMs / 1000 - 200_000);
}

describe('R8 pictures of scripts', () => {
  it('lie beside the database, named by their content, and are read back', () => {
    const { add, service, kindsOf } = aGallery();
    const picture = add('尺码表.png', CHART);
    expect(picture).toEqual({ id: 'picture-1', name: '尺码表.png', byteCount: CHART.length, addedAtMs: NOW });
    expect(files()).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.png$/u)]);
    const read = service.read(picture.id);
    expect(read?.extension).toBe('png');
    expect(CHART.equals(read?.bytes ?? new Uint8Array())).toBe(true);
    expect(service.findByName('尺码表.PNG')).toBe(picture.id);
    expect(kindsOf(picture.id)).toEqual(['picture-added']);
  });

  it('are one when name and content are the same, and another name is found for another content', () => {
    const { add, service } = aGallery();
    const first = add('尺码表.png', CHART);
    expect(add('尺码表.png', CHART)).toEqual(first);
    expect(add('尺码表.jpg', OTHER).name).toBe('尺码表 (2).png');
    expect(add('退货地址', CHART).name).toBe('退货地址.png');
    expect(service.list()).toHaveLength(3);
    expect(files()).toHaveLength(2);
  });

  it('get a name that a tag can hold', () => {
    const { add } = aGallery();
    expect(add('..\\..\\{尺码|表}.jpeg', CHART).name).toBe('.. .. 尺码 表.png');
    expect(add('', OTHER).name).toBe('图片.png');
  });

  it('are removed with a way back, which ends when the name is taken', () => {
    const { add, service, actor, undo, kindsOf } = aGallery();
    const { id } = add('尺码表.png', CHART);
    const first = service.remove(id, actor);
    expect([service.list(), service.findByName('尺码表.png')]).toEqual([[], null]);
    undo(first);
    expect(service.findByName('尺码表.png')).toBe(id);
    const second = service.remove(id, actor);
    add('尺码表.png', OTHER);
    expect(() => undo(second)).toThrow('已有另一张名为「尺码表.png」的图片');
    expect(kindsOf(id).toSorted()).toEqual(['picture-added', 'picture-removed', 'picture-removed', 'undone']);
  });

  it.each([
    ['表格.png', new Uint8Array([1, 2, 3]), '「表格.png」不是 png、jpg、gif 或 webp 图片'],
    ['动.png', Buffer.from('GIF89a...'), '「动.png」是 gif 图片，请在编辑话术时粘贴或拖入'],
    ['大.png', Buffer.concat([CHART, Buffer.alloc(PICTURE_BYTES_AT_MOST)]), '「大.png」有 1.0 MB，最大 1 MB'],
  ])('are refused for what they are, whatever they are called: %s', (name, bytes, why) => {
    const { add, service } = aGallery();
    expect(() => add(name, bytes)).toThrow(why);
    expect(service.list()).toEqual([]);
  });

  it('say when their file is gone', () => {
    const { add, service } = aGallery();
    const { id } = add('尺码表.png', CHART);
    rmSync(folder, { recursive: true });
    expect(service.read(id)).toBeNull();
    expect(service.read('gone' as ScriptPictureId)).toBeNull();
  });
});

describe('R8 tidying the folder of pictures', () => {
  it('keeps what can still be brought back, and removes what a crash has left', () => {
    const { add, service, actor } = aGallery();
    add('尺码表.png', CHART);
    const { id } = add('旧.png', OTHER);
    service.remove(id, actor);
    writeFileSync(join(folder, `${'a'.repeat(64)}.png.77.part`), 'half');
    writeFileSync(join(folder, `${'b'.repeat(64)}.png`), 'nobody knows it');
    writeFileSync(join(folder, '我的照片.png'), 'not ours');
    age(NOW);
    service.tidy(NOW);
    expect(files()).toHaveLength(3);
    age(NOW + 31 * DAY);
    service.tidy(NOW + 31 * DAY);
    expect(files()).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.png$/u), '我的照片.png']);
  });

  it('leaves alone what another process is just writing', () => {
    const { service } = aGallery();
    mkdirSync(folder);
    writeFileSync(join(folder, `${'a'.repeat(64)}.png.77.part`), 'half');
    service.tidy(Date.now());
    expect(files()).toHaveLength(1);
  });

  it('is no work where there are no pictures', () => {
    const { service } = aGallery();
    expect(() => service.tidy(NOW)).not.toThrow();
  });
});

describe('R8 bytes of a picture', () => {
  it.each([
    ['png', CHART],
    ['jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
    ['gif', Buffer.from('GIF87a')],
    ['webp', Buffer.from('RIFF\0\0\0\0WEBPVP8 ')],
    [null, Buffer.from('<svg/>')],
    [null, new Uint8Array()],
  ])('say that it is %s', (kind, bytes) => {
    expect(sniffPicture(bytes)).toBe(kind);
  });
});

describe('R8 plans of the picture queries', () => {
  it('find a name by its index', () => {
    expect(plansOf((db) => createScriptPictureStore(db).findByName('a'))).toEqual([
      expect.stringContaining('USING INDEX script_pictures_by_name'),
    ]);
  });
});
