import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Findings, packDiagnostics } from '../../../electron/diagnostics/pack-diagnostics.ts';
import { migrations } from '../../../electron/store/migrations/index.ts';
import { readStoreFacts } from '../../../electron/store/store-facts.ts';
import { defaultSettings } from '../../../shared/domain/settings/settings-of.ts';
import { createMemoryStore, insertShop } from '../../support/memory-store.ts';
import { anAgent, aShop } from '../../support/records/a-shop.ts';

const NOW = Date.parse('2026-06-10T10:00:00+08:00');

const findings = (change: Partial<Findings> = {}): Findings => ({
  nowMs: NOW,
  program: { version: '0.1.0', system: { type: 'Windows_NT' } },
  settings: { ...defaultSettings('app'), imports: { watchedFolder: 'C:\\Users\\小满\\Downloads' } },
  updateSource: '\\\\server\\小满的电脑',
  shops: [aShop({ name: '山间旗舰店' })],
  agents: [anAgent({ name: '小满' })],
  store: { ok: true, facts: { rowsByTable: { orders: 2 } } },
  logs: [{ name: 'main.log', text: 'started 0.1.0\n' }],
  ...change,
});

function unpacked(zip: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe('X6: diagnostics', () => {
  it('are text that anybody can look through, with a page that says what is in them', () => {
    const files = unpacked(packDiagnostics(findings()));
    expect(Object.keys(files)).toEqual(['说明.txt', '程序.json', '设置.json', '数据.json', '日志/main.log']);
    expect(files['说明.txt']).toContain('版本 0.1.0，2026-06-10 10:00');
    expect(files['日志/main.log']).toBe('started 0.1.0\n');
    expect(JSON.parse(files['设置.json'] ?? '')).toMatchObject({
      watchesFolder: true,
      updatesFrom: 'folder',
      shopsByPlatform: { [aShop({}).platform]: 1 },
      agentsByRole: { [anAgent({}).role]: 1 },
    });
  });

  it('name no shop, no agent and no folder', () => {
    const text = Object.values(unpacked(packDiagnostics(findings()))).join('\n');
    expect(text).not.toMatch(/小满|山间|Downloads|server/);
  });

  it('are made for a damaged store as well, and say what is wrong with it', () => {
    const store = { ok: false, reason: 'SqliteError · SQLITE_CORRUPT' } as const;
    expect(unpacked(packDiagnostics(findings({ store })))['数据.json']).toContain('SQLITE_CORRUPT');
  });

  it('count the rows of every table, and tell nothing of what stands in them', () => {
    const { db } = createMemoryStore();
    insertShop(db);
    const facts = readStoreFacts(db, NOW);
    db.close();
    expect(facts).toMatchObject({
      schemaVersion: migrations.length,
      integrity: 'ok',
      problems: [],
      rowsByTable: { shops: 1, orders: 0, activities: 0 },
    });
  });
});
