import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createScriptFileDesk } from '../../../electron/script-exchange/script-file-desk.ts';
import { USUAL_CHOICES } from '../../../shared/domain/scripts/script-file.ts';
import { startJobs } from '../../support/start-jobs.ts';
import { aLibrary, type Library, QIANNIU } from './a-script-library.ts';

describe('A script file is worked on in a thread of its own', () => {
  let library: Library;
  const bugs: unknown[] = [];
  beforeEach(() => {
    library = aLibrary();
    bugs.length = 0;
  });
  afterEach(() => library.remove());

  const deskOf = ({ folder }: Library) =>
    createScriptFileDesk(
      startJobs({
        databasePath: join(folder, 'xiaoer.db'),
        reportBug: (_what, error) => bugs.push(error),
      }).start,
    );

  it('that previews, imports, exports and takes back', async () => {
    const desk = deskOf(library);
    const who = { agentId: library.lead.id, isApprovalRequired: false };
    const request = {
      path: library.write(QIANNIU),
      format: null,
      columns: null,
      hasHeader: null,
      target: null,
      choices: USUAL_CHOICES,
    };
    const shown = await desk.preview(request, who);
    if (shown.kind !== 'preview') throw new Error(shown.kind);
    expect(shown.writeCount).toBe(2);
    const done = await desk.import(request, shown.sha256, who);
    expect(done).toMatchObject({ kind: 'imported', writtenCount: 2 });
    const path = join(library.folder, 'out.xlsx');
    expect(await desk.export({ path, format: 'xlsx', ids: null }, who)).toMatchObject({
      kind: 'exported',
      count: 2,
    });
    if (done.kind !== 'imported' || done.importId === null) throw new Error('Nothing was imported');
    expect(await desk.undo(done.importId, library.lead.id)).toEqual({
      undoneCount: 2,
      keptCount: 0,
    });
    expect(bugs).toEqual([]);
  });

  it('that says in words what went wrong', async () => {
    const desk = deskOf(library);
    const request = { path: join(library.folder, 'no/out.csv'), format: 'csv', ids: null } as const;
    const who = { agentId: library.lead.id, isApprovalRequired: false };
    await expect(desk.export(request, who)).rejects.toThrow('无法写入');
    expect(bugs).toEqual([]);
  });
});
