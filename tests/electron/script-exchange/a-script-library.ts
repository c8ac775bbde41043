import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import iconv from 'iconv-lite';
import { createCore } from '../../../electron/core.ts';
import type { Who } from '../../../electron/script-exchange/script-exchange.ts';
import type { ScriptImportId } from '../../../shared/domain/ids.ts';
import { FOR_ALL, type ScriptDraft } from '../../../shared/domain/scripts/script.ts';
import { type ScriptExportFormat, USUAL_CHOICES } from '../../../shared/domain/scripts/script-file.ts';
import type { ScriptFileRequest } from '../../../shared/ipc/contract/scripts/script-file-contract.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createStoreFile, insertAgent, insertShop } from '../../support/memory-store.ts';
import { NO_FIT } from '../../support/records/a-script.ts';
import { beijing } from '../../support/records/an-order.ts';

export const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(64, 7)]);
export const OTHER_PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(64, 9)]);

export type Library = ReturnType<typeof aLibrary>;

/** The core on a store in a folder of its own, with one shop and one lead. */
export function aLibrary() {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-exchange-'));
  const db = createStoreFile(join(folder, 'xiaoer.db'));
  const clock = createFakeClock(beijing('2026-06-10 08:00'));
  const shop = insertShop(db, { name: '示例旗舰店' });
  const lead = insertAgent(db, { role: 'lead', name: '小满' });
  const core = createCore({ db, clock });
  const { scriptExchange } = core;
  const who = { agentId: lead.id };
  let files = 0;

  function write(text: string, name = `${(files += 1)}.csv`): string {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, iconv.encode(text, 'gb18030'));
    return path;
  }
  const wish = (path: string, wishes: Partial<ScriptFileRequest> = {}): ScriptFileRequest => ({
    path,
    format: null,
    columns: null,
    hasHeader: null,
    target: null,
    choices: USUAL_CHOICES,
    ...wishes,
  });
  function preview(path: string, wishes: Partial<ScriptFileRequest> = {}, by: Who = who) {
    const shown = scriptExchange.preview(wish(path, wishes), by, {});
    if (shown.kind === 'unreadable') throw new Error(shown.reason);
    return shown;
  }
  function importFile(path: string, wishes: Partial<ScriptFileRequest> = {}) {
    const { sha256 } = preview(path, wishes);
    clock.advanceBy(1000);
    const done = scriptExchange.import({ request: wish(path, wishes), sha256 }, who, {});
    if (done.kind === 'unreadable') throw new Error(done.reason);
    return done;
  }

  return {
    folder,
    clock,
    core,
    shop,
    lead,
    db,
    write,
    preview,
    importFile,
    verdicts: (path: string, wishes: Partial<ScriptFileRequest> = {}) =>
      preview(path, wishes).rows.map(({ row, verdict, reason }) => [row, verdict, reason]),
    undo: (id: ScriptImportId | null) => scriptExchange.undo(id as ScriptImportId, lead.id),
    create(draft: Partial<ScriptDraft> & { code: string }) {
      const whole = {
        scope: FOR_ALL,
        groupId: null,
        title: '问好',
        parts: ['您好'],
        keywords: '',
        tags: [],
        fit: NO_FIT,
      };
      const change = core.scripts.service.create({ ...whole, ...draft }, clock.now());
      core.scripts.recordChanges([change], { agentId: lead.id, nowMs: clock.now() });
      return change.after;
    },
    active: () =>
      core.stores.scripts
        .list()
        .filter(({ archivedAtMs }) => archivedAtMs === null)
        .map(({ code, parts }) => [code].concat(parts))
        .toSorted((one, other) => (one[0] ?? '').localeCompare(other[0] ?? '')),
    groups: () => core.stores.scriptGroups.list().map(({ name }) => name),
    async export(format: ScriptExportFormat, name: string) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      return scriptExchange.export({ path, format, ids: null }, who);
    },
    remove() {
      db.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export const QIANNIU =
  '快捷短语编码,快捷短语,快捷短语分组\r\n01,您好，请问有什么可以帮您？,问候\r\nfh,48小时内发货,发货=>现货\r\n';
