import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const repositoryRoot = resolve(import.meta.dirname, '../..');
const IMPORTS = 'own(borders)';
const GLOBALS = 'eslint(no-restricted-globals)';
const PROPERTIES = 'eslint(no-restricted-properties)';
const KIND = 'own(no-kind-by-name)';
const NEW_DATE = 'own(no-new-date-without-argument)';
const RIDDLES = 'own(no-riddles)';

/** One line of code in one file, and the rule that must catch it. */
const VIOLATIONS: readonly (readonly [file: string, code: string, rule: string])[] = [
  ['electron/rules/chase-order.ts', `import './warn-presale.ts';`, IMPORTS],
  ['electron/rules/chase-order.ts', `import 'node:fs';`, IMPORTS],
  ['electron/rules/chase-order.ts', `import 'electron';`, IMPORTS],
  ['electron/rules/chase-order.ts', `import 'better-sqlite3';`, IMPORTS],
  ['electron/rules/chase-order.ts', `import '../store/task-store.ts';`, IMPORTS],
  ['electron/rules/chase-order.ts', `import '../../cli/main.ts';`, IMPORTS],
  ['electron/rules/chase-order.ts', `import type { A } from '../store/task-store.ts';`, IMPORTS],
  ['electron/store/task-store.ts', `import 'electron';`, IMPORTS],
  ['electron/store/task-store.ts', `import '../tasks/reconcile.ts';`, IMPORTS],
  ['electron/store/migrations/0001-begin.ts', `import '../../tasks/reconcile.ts';`, IMPORTS],
  ['electron/store/task-store.ts', `import '../../renderer/lib/call.ts';`, IMPORTS],
  ['electron/store/task-store.ts', `import '../support/records/a-task.ts';`, IMPORTS],
  ['electron/ipc/answer-calls.ts', `import 'better-sqlite3';`, IMPORTS],
  ['electron/ipc/answer-calls.ts', `import '../orders/find.ts';`, IMPORTS],
  ['electron/platform/windows/tray.ts', `import 'better-sqlite3';`, IMPORTS],
  ['electron/platform/windows/tray.ts', `import '../../orders/find.ts';`, IMPORTS],
  ['electron/platform/windows/tray.ts', `import '../../../renderer/lib/call.ts';`, IMPORTS],
  ['electron/orders/find.ts', `import 'electron';`, IMPORTS],
  ['electron/orders/find.ts', `import 'better-sqlite3';`, IMPORTS],
  ['electron/orders/find.ts', `import '../shops/list.ts';`, IMPORTS],
  ['electron/orders/find.ts', `import '../../renderer/lib/call.ts';`, IMPORTS],
  ['electron/imports/reading/read-csv.ts', `import '../../store/task-store.ts';`, IMPORTS],
  ['electron/imports/reading/read-csv.ts', `import '../../shops/list.ts';`, IMPORTS],
  ['electron/orders/find.ts', `import '../support/records/a-task.ts';`, IMPORTS],
  ['electron/main.ts', `import 'better-sqlite3';`, IMPORTS],
  ['electron/main.ts', `import '../renderer/lib/call.ts';`, IMPORTS],
  ['electron/program.ts', `import 'better-sqlite3';`, IMPORTS],
  ['electron/program.ts', `import '../renderer/lib/call.ts';`, IMPORTS],
  ['electron/preload.ts', `import '../tests/support/a-task.ts';`, IMPORTS],
  ['electron/job-worker.ts', `import 'electron';`, IMPORTS],
  ['electron/job-worker.ts', `import 'better-sqlite3';`, IMPORTS],
  ['electron/store/backup-worker.ts', `import 'electron';`, IMPORTS],
  ['electron/kernel/tasks/complete-task.ts', `import '../../store/tasks/task-store.ts';`, IMPORTS],
  ['electron/kernel/tasks/complete-task.ts', `import '../../orders/find.ts';`, IMPORTS],
  ['electron/kernel/tasks/complete-task.ts', `import type { A } from '../../orders/find.ts';`, IMPORTS],
  ['electron/core.ts', `import './ipc/answer-calls.ts';`, IMPORTS],
  ['electron/joins/scripts/script-library.ts', `import '../../ipc/answer-calls.ts';`, IMPORTS],
  ['electron/joins/subjects/order.ts', `import '../../ipc/answer-calls.ts';`, IMPORTS],
  ['electron/base.ts', `import './main.ts';`, IMPORTS],
  ['electron/base.ts', `import 'electron';`, IMPORTS],
  ['electron/jobs.ts', `import 'electron';`, IMPORTS],
  ['electron/joins/sample.ts', `import 'electron';`, IMPORTS],
  ['electron/core.ts', `import 'electron';`, IMPORTS],
  ['renderer/features/library/list/row.tsx', `import '../../queue/list.tsx';`, IMPORTS],
  ['renderer/features/queue/list.tsx', `import '../orders/panel.tsx';`, IMPORTS],
  ['renderer/features/queue/list.tsx', `import '../../app/routes.tsx';`, IMPORTS],
  ['renderer/features/queue/list.tsx', `import '../../../electron/orders/find.ts';`, IMPORTS],
  ['renderer/features/queue/list.tsx', `import type { A } from '../../../electron/orders/find.ts';`, IMPORTS],
  ['renderer/features/queue/list.tsx', `import 'electron';`, IMPORTS],
  ['renderer/features/queue/list.tsx', `import 'node:fs';`, IMPORTS],
  ['renderer/app/routes.tsx', `import '../../electron/orders/find.ts';`, IMPORTS],
  ['renderer/app/routes.tsx', `import 'better-sqlite3';`, IMPORTS],
  ['renderer/ui/button.tsx', `import '../features/queue/list.tsx';`, IMPORTS],
  ['renderer/lib/call.ts', `import '../app/routes.tsx';`, IMPORTS],
  ['renderer/lib/call.ts', `import 'electron';`, IMPORTS],
  ['shared/domain/tasks/task.ts', `import 'node:fs';`, IMPORTS],
  ['shared/domain/tasks/task.ts', `import 'react';`, IMPORTS],
  ['shared/domain/tasks/task.ts', `import '../../../electron/orders/find.ts';`, IMPORTS],
  ['shared/domain/tasks/task.ts', `import '../../../renderer/lib/call.ts';`, IMPORTS],
  ['shared/domain/tasks/task.ts', `import '../../../cli/main.ts';`, IMPORTS],
  ['shared/domain/tasks/task.ts', `import '../../../tests/support/records/a-task.ts';`, IMPORTS],
  ['cli/main.ts', `import 'electron';`, IMPORTS],
  ['cli/main.ts', `import 'better-sqlite3';`, IMPORTS],
  ['cli/main.ts', `import '../electron/ipc/answer-calls.ts';`, IMPORTS],
  ['cli/main.ts', `import '../electron/main.ts';`, IMPORTS],
  ['cli/main.ts', `import '../renderer/lib/call.ts';`, IMPORTS],
  ['electron/orders/find.ts', 'setTimeout(() => {}, 1);', GLOBALS],
  ['shared/time/clock.ts', 'setInterval(() => {}, 1);', GLOBALS],
  ['renderer/features/queue/list.tsx', 'window.setTimeout(() => {}, 1);', PROPERTIES],
  ['electron/orders/find.ts', 'export const now = Date.now();', PROPERTIES],
  ['renderer/ui/button.tsx', 'export const chance = Math.random();', PROPERTIES],
  ['shared/domain/tasks/task.ts', 'export const today = new Date();', NEW_DATE],
  ['cli/report.ts', 'export const today = new Date();', NEW_DATE],
  ['electron/kernel/tasks/queue.ts', `export const kind = 'order';`, KIND],
  ['electron/kernel/tasks/queue.ts', `export const kind = 'chase';`, KIND],
  ['electron/store/tasks/task-queue.ts', "export const sql = `subject_kind = 'order'`;", KIND],
  ['renderer/features/queue/list.tsx', `export const kind = 'follow-up';`, KIND],
  ['electron/orders/find.ts', '/** What an agent looks for. */', RIDDLES],
  ['electron/orders/find.ts', '// Nobody waits for it.', RIDDLES],
  ['electron/orders/find.ts', '/** X4: whose claims were refuted. */', RIDDLES],
  ['renderer/ui/button.tsx', '/**\n * Waits for the agent,\n * or whoever works now.\n */', RIDDLES],
];

const ALLOWED: readonly (readonly [file: string, code: string])[] = [
  ['electron/rules/chase-order.ts', `import '../../shared/domain/tasks/task.ts';`],
  ['electron/rules/index.ts', `import './chase-order.ts';`],
  ['electron/store/orders/order-store.ts', `import '../activities/activity-row.ts';`],
  ['electron/orders/find.ts', `import '../kernel/tasks/complete-task.ts';`],
  ['electron/kernel/tasks/complete-task.ts', `import type { A } from '../../store/tasks/task-store.ts';`],
  ['renderer/features/library/list/row.tsx', `import '../editor/editor.tsx';`],
  ['electron/store/task-store.ts', `import 'better-sqlite3';`],
  ['electron/store/migrations/0001-begin.ts', `import '../database.ts';`],
  ['electron/ipc/answer-calls.ts', `import 'electron';`],
  ['electron/orders/find.ts', `import type { A } from '../store/task-store.ts';`],
  ['electron/imports/reading/read-csv.ts', `import '../../../shared/domain/task.ts';`],
  ['electron/job-worker.ts', `import './store/database.ts';`],
  ['electron/jobs.ts', `import './exports/export-jobs.ts';`],
  ['electron/main.ts', `import './store/database.ts';`],
  ['electron/program.ts', `import './store/database.ts';`],
  ['electron/program.ts', `import 'electron';`],
  ['electron/main.ts', 'export const now = Date.now();'],
  ['electron/platform/clock.ts', 'setTimeout(() => {}, 1);'],
  ['renderer/features/queue/list.tsx', `import '../../ui/button.tsx';`],
  ['renderer/app/routes.tsx', `import '../features/queue/list.tsx';`],
  ['renderer/lib/time/now.ts', 'export const now = new Date();'],
  ['shared/time/clock.ts', 'export const birth = new Date(0);'],
  ['cli/main.ts', `import '../electron/store/database.ts';`],
  ['electron/orders/order-subject.ts', `export const kind = 'order';`],
  ['electron/orders/find.ts', '/** Finds what the agent looks for; nobody else is asked. */'],
  ['electron/orders/find.ts', `export const hint = 'Who looks for it?';`],
];

// A folder for each case, so that one run of the linter sees them all and none sees another.
const violations = VIOLATIONS.map(([file, code, rule], index) => ({
  file,
  code,
  rule,
  folder: `violation-${index}`,
}));
const allowed = ALLOWED.map(([file, code], index) => ({ file, code, folder: `allowed-${index}` }));
const BORDERS: ReadonlySet<string> = new Set([IMPORTS, GLOBALS, PROPERTIES, NEW_DATE, KIND, RIDDLES]);

describe('the borders between folders, and our own rules', () => {
  let folder = '';
  const found = new Map<string, readonly string[]>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xiaoer-borders-'));
    const configFile = await readFile(join(repositoryRoot, '.oxlintrc.json'), 'utf8');
    const config = JSON.parse(configFile) as { readonly overrides: readonly Override[] };
    const rules = await readFile(join(repositoryRoot, 'scripts/lint/own-rules.js'), 'utf8');
    await write(join(folder, 'scripts/lint/own-rules.js'), rules);
    const needed = [
      'scripts/lint/borders.js',
      'scripts/lint/comments.js',
      'scripts/lint/kinds.js',
      'shared/domain/subjects/subject-kinds.ts',
      'shared/domain/tasks/task-kinds/index.ts',
    ];
    for (const file of needed)
      await write(join(folder, file), await readFile(join(repositoryRoot, file), 'utf8'));
    for (const one of [...violations, ...allowed])
      await write(join(folder, one.folder, one.file), `${one.code}\n`);
    // Types are not needed for borders, and looking for them takes most of the linter's time.
    const overrides = config.overrides.map(inAnyCase);
    await write(join(folder, '.oxlintrc.json'), JSON.stringify({ ...config, options: {}, overrides }));
    for (const { file, rule } of await lint(folder)) {
      const name = file.split('/')[0] ?? '';
      found.set(name, [...(found.get(name) ?? []), rule]);
    }
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it.each(violations)('$file: $code is caught by $rule', ({ folder: where, rule }) => {
    expect(found.get(where) ?? []).toContain(rule);
  });

  it.each(allowed)('$file: $code is allowed', ({ folder: where }) => {
    expect((found.get(where) ?? []).filter((rule) => BORDERS.has(rule))).toEqual([]);
  });
});

type Override = { readonly files: readonly string[]; readonly excludeFiles?: readonly string[] };

/** The same override for the folders of all cases. */
function inAnyCase({ files, excludeFiles = [], ...rest }: Override): Override {
  const deeper = (patterns: readonly string[]): string[] =>
    patterns.map((pattern) => (pattern.startsWith('*') ? pattern : `*/${pattern}`));
  return { ...rest, files: deeper(files), excludeFiles: deeper(excludeFiles) };
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

function lint(folder: string): Promise<{ readonly file: string; readonly rule: string }[]> {
  return new Promise((done, fail) => {
    const tool = join(repositoryRoot, 'node_modules/oxlint/bin/oxlint');
    const args = [tool, '--format=json', '--threads=1'];
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1e8 }, (_error, output) => {
      try {
        const { diagnostics } = JSON.parse(output) as { diagnostics: { code: string; filename: string }[] };
        done(diagnostics.map(({ code, filename }) => ({ file: filename, rule: code })));
      } catch (error) {
        fail(new Error(`The linter's answer cannot be read: ${output.slice(0, 500)}`, { cause: error }));
      }
    });
  });
}
