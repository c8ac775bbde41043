import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStoreThreads } from '../../../electron/platform/store-threads.ts';
import { createScriptFileJobs } from '../../../electron/script-exchange/script-file-jobs.ts';
import { USUAL_CHOICES } from '../../../shared/domain/script-file.ts';
import { aLibrary, type Library, QIANNIU } from './a-script-library.ts';

const WORKER = pathToFileURL(
  join(import.meta.dirname, '../../../electron/script-exchange/script-file-worker.ts'),
);

describe('A script file is worked on in a thread of its own', () => {
  let library: Library;
  const bugs: unknown[] = [];
  beforeEach(() => {
    library = aLibrary();
    bugs.length = 0;
  });
  afterEach(() => library.remove());

  const jobsOf = ({ folder }: Library) =>
    createScriptFileJobs(
      createStoreThreads({
        what: 'script file',
        workerUrl: WORKER,
        databasePath: join(folder, 'xiaoer.db'),
        reportBug: (_what, error) => bugs.push(error),
      }),
    );

  it('that previews, imports, exports and takes back', async () => {
    const { run } = jobsOf(library);
    const who = { agentId: library.lead.id, isApprovalRequired: false };
    const request = {
      path: library.write(QIANNIU),
      format: null,
      columns: null,
      hasHeader: null,
      target: null,
      choices: USUAL_CHOICES,
    };
    const shown = await run({ kind: 'preview', request, who });
    if (shown.kind !== 'previewed') throw new Error(shown.kind);
    expect(shown.preview.writeCount).toBe(2);
    const { sha256 } = shown.preview;
    const done = await run({ kind: 'import', request, sha256, who });
    expect(done).toMatchObject({ kind: 'imported', writtenCount: 2 });
    const path = join(library.folder, 'out.xlsx');
    expect(await run({ kind: 'export', request: { path, format: 'xlsx', ids: null }, who })).toMatchObject({
      kind: 'exported',
      count: 2,
    });
    if (done.kind !== 'imported' || done.importId === null) throw new Error('Nothing was imported');
    expect(await run({ kind: 'undo', importId: done.importId, agentId: library.lead.id })).toEqual({
      kind: 'undone',
      undoneCount: 2,
      keptCount: 0,
    });
    expect(bugs).toEqual([]);
  });

  it('that says in words what went wrong', async () => {
    const { run } = jobsOf(library);
    const request = { path: join(library.folder, 'no/out.csv'), format: 'csv', ids: null } as const;
    const who = { agentId: library.lead.id, isApprovalRequired: false };
    await expect(run({ kind: 'export', request, who })).rejects.toThrow('无法写入');
    expect(bugs).toEqual([]);
  });
});
