import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asSubject, type SubjectRef } from '../../../../shared/domain/subjects/subject.ts';
import type { CallInput } from '../../../../shared/ipc/contract.ts';
import { HOUR } from '../../../../shared/time/durations.ts';
import { openShopFloor, orderNo, orderOf } from '../../../support/main-side/a-shop-floor.ts';
import { askMain, replyOf } from '../../../support/main-side/ask-main.ts';
import { createMainSide, type MainSide } from '../../../support/main-side/create-main-side.ts';
import { beijing } from '../../../support/records/an-order.ts';
import { aPng } from '../../../support/records/pictures.ts';

const PNG = Uint8Array.from(aPng({ width: 2, height: 2 }));
const NOW = beijing('2026-06-10 14:30');

let folder: string;
let main: MainSide;
let order: SubjectRef;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xiaoer-evidence-'));
  main = createMainSide({ startsAtMs: NOW, folder });
  openShopFloor(main, { orderCount: 1, hasScripts: false });
  order = asSubject('order', orderOf(main, '山间一壶茶').id);
  main.computer.chosen.exportFolder = folder;
});
afterEach(() => {
  main.db.close();
  rmSync(folder, { recursive: true });
});

const add = (piece: Partial<CallInput<'evidence.add'>> = {}) =>
  askMain(main, 'evidence.add', {
    subject: order,
    kind: 'quote',
    text: '收到的是破的\n能退吗',
    source: 'typed',
    saidBy: 'customer',
    ...piece,
  });
const picture = (name: string) => ({
  kind: 'picture' as const,
  text: null,
  source: 'pasted' as const,
  file: { name, bytes: PNG },
});
const exportOf = (subject: SubjectRef) => askMain(main, 'evidence.export', { subject });
const listIn = (path: string) => readFileSync(join(path, '凭证清单.txt'), 'utf8').split('\r\n');

describe('what the page asks about evidence', () => {
  it('adds a piece, marked as what it is, and lists it by who added it', async () => {
    const changed: unknown[] = [];
    main.bridge.subscribe('subjects.changed', (payload) => changed.push(payload));
    await add();
    expect(await askMain(main, 'evidence.list', { subject: order })).toMatchObject([
      { piece: { kind: 'quote', source: 'typed', messageRef: null, sha256: null }, agentName: '小满' },
    ]);
    expect(changed).toContainEqual({ subjects: [order] });
  });

  it('shows the picture of a piece, and nothing that is none', async () => {
    await add(picture('破损.png'));
    await add({
      kind: 'file',
      text: null,
      file: { name: '账单.html', bytes: Uint8Array.from(Buffer.from('<script>')) },
    });
    const [shown, hidden] = main.core.stores.evidence.listOf(order);
    if (!shown || !hidden) throw new Error('Both pieces are there');
    expect(main.core.duties.readEvidence(shown.id)).toMatchObject({ extension: 'png' });
    expect(main.core.duties.readEvidence(hidden.id)).toBeNull();
    writeFileSync(join(folder, 'evidence', shown.sha256 ?? ''), 'another');
    expect(main.core.duties.readEvidence(shown.id)).toBeNull();
  });

  it.each([
    ['in the name of a chat file', { source: 'chat-import' }],
    ['by nobody of those who speak', { saidBy: 'neighbour' }],
    ['of a path instead of a file', { file: { name: 'x', path: '/etc/passwd' } }],
    ['that says and shows nothing', { text: '  ' }],
  ])('refuses a piece %s', async (_name, wrong) => {
    const input = {
      subject: order,
      kind: 'quote',
      text: '原话',
      source: 'typed',
      saidBy: 'customer',
      ...wrong,
    };
    expect(await replyOf(main, 'evidence.add', input)).toMatchObject({ failure: { code: 'invalid-input' } });
    expect(main.core.stores.evidence.listOf(order)).toEqual([]);
  });

  it('refuses a piece of whoever is not signed in', async () => {
    main.core.session.lock();
    await expect(add()).rejects.toThrow('请先登录');
  });
});

describe('evidence as one folder', () => {
  it('is named by the order and holds the files, numbered, with a list of all pieces', async () => {
    await add({ saidAtMs: NOW - HOUR });
    await add(picture('破损:1.png'));
    const exported = await exportOf(order);
    expect(exported).toEqual({ path: join(folder, `${orderNo(0)}_凭证`), pieces: 2, gone: 0 });
    const path = exported?.path ?? '';
    expect(readdirSync(path).toSorted()).toEqual(['02_破损_1.png', '凭证清单.txt']);
    expect(readFileSync(join(path, '02_破损_1.png'))).toEqual(Buffer.from(PNG));
    expect(listIn(path)).toEqual([
      `\uFEFF凭证清单：${orderNo(0)}`,
      '导出时间：2026-06-10 14:30:00，共 2 条',
      '',
      '01  2026-06-10 13:30:00  客户  聊天原话  手工录入',
      '    收到的是破的',
      '    能退吗',
      '    登记：小满，2026-06-10 14:30:00',
      '',
      '02  客户  图片  粘贴',
      '    02_破损_1.png',
      '    登记：小满，2026-06-10 14:30:00',
      '',
    ]);
  });

  it('of a case is that of all that the case is about, under both names', async () => {
    const { id } = await askMain(main, 'cases.open', {
      kind: 'other',
      title: '破损/补发',
      channel: '旺旺',
      links: [order],
    });
    await add();
    await add({ subject: asSubject('case', id), text: '仓库已查', saidBy: 'warehouse' });
    const exported = await exportOf(asSubject('case', id));
    expect(exported).toMatchObject({ path: join(folder, `${orderNo(0)}_破损_补发_凭证`), pieces: 2 });
  });

  it('leaves an earlier one as it is', async () => {
    await add();
    await exportOf(order);
    expect((await exportOf(order))?.path).toBe(join(folder, `${orderNo(0)}_凭证 (2)`));
  });

  it('says which files are gone', async () => {
    await add(picture('破损.png'));
    rmSync(join(folder, 'evidence'), { recursive: true });
    const exported = await exportOf(order);
    expect(exported).toMatchObject({ pieces: 1, gone: 1 });
    expect(listIn(exported?.path ?? '')).toContain('    文件已丢失或被改动：破损.png');
  });

  it('leaves nothing behind where it cannot be written, or there is nothing', async () => {
    await expect(exportOf(order)).rejects.toThrow('还没有凭证，没有导出');
    await add();
    main.computer.chosen.exportFolder = join(folder, 'gone');
    await expect(exportOf(order)).rejects.toThrow('无法写入');
    expect(readdirSync(folder).filter((name) => name.includes('凭证') || name.endsWith('.tmp'))).toEqual([]);
    main.computer.chosen.exportFolder = null;
    expect(await exportOf(order)).toBeNull();
  });

  it('is stopped between two files when the agent cancels, and leaves nothing', async () => {
    await add(picture('1.png'));
    await add(picture('2.png'));
    let looks = 0;
    const watch = { shouldStop: () => ++looks > 1, onProgress: () => undefined };
    expect(() => main.core.duties.exportEvidence(folder, order, watch)).toThrow('已取消');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp') || name.endsWith('凭证'))).toEqual([]);
  });
});
