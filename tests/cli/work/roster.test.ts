import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCliStore } from '../../support/cli.ts';

const NOW = '2026-06-10T09:00:00+08:00';
let store: ReturnType<typeof createCliStore>;
beforeAll(() => {
  store = createCliStore();
});
afterAll(() => store.remove());

describe('H1: the roster on the command line', () => {
  it('is imported from a file, with each cell named that could not be read, and lists a day', async () => {
    const file = join(store.folder, '六月.csv');
    writeFileSync(file, '员工,6月10日,6月11日\n小满,E,休\n路人,A,A\n');
    const { exitCode, stdout, stderr } = await store.run(
      NOW,
      'roster',
      'import',
      file,
      '--agent',
      '小满',
      '--json',
    );
    expect({ exitCode, ...JSON.parse(stdout) }).toEqual({
      exitCode: 0,
      imported: 2,
      unchanged: 0,
      rejected: [{ row: 3, column: '员工', value: '路人', reason: '团队里没有「路人」' }],
    });
    expect(stderr).toContain('第 3 行 员工「路人」：团队里没有「路人」');
    expect(await store.json(NOW, 'roster', '--date', '2026-06-10')).toEqual([
      {
        agent: '小满',
        shift: 'E',
        from: '2026-06-10T17:00:00+08:00',
        to: '2026-06-11T01:00:00+08:00',
        shops: [],
      },
    ]);
  });
});
