import { dirname, relative, resolve, sep } from 'node:path';

const TOPS = new Set(['electron', 'renderer', 'shared', 'cli', 'tests']);
/** The files of `electron/` that put the parts together; `electron/joins` is where several domains meet. */
const ROOT = 'electron';

/**
 * The imports that each part may have: `values` of these parts, and `types` of those as well. A part is the longest of
 * the names below that a file's folder begins with; `own` is the part itself.
 */
const BORDERS = [
  {
    parts: ['shared'],
    values: ['own'],
    packages: { refused: [/^node:/, /^electron$/, /^better-sqlite3$/, /^react/] },
    advice: 'shared/ is pure and imports only itself: take the value as a parameter.',
  },
  {
    parts: ['electron/rules'],
    // A rule knows no other rule; the lists that name them all are checked apart, below.
    values: ['shared'],
    packages: { refused: [/./] },
    advice: 'A rule imports only shared/: it gets its subject, the settings and the time as parameters.',
  },
  {
    parts: ['electron/store'],
    values: ['own', 'shared'],
    packages: { refused: [/^electron$/] },
    advice: 'The store is reached into, and reaches nowhere: a pure function moves to shared/.',
  },
  {
    parts: ['electron/ipc', 'electron/platform'],
    values: ['own', 'shared'],
    packages: { refused: [/^better-sqlite3$/] },
    advice: 'This part knows nothing of the product: program.ts passes the value in.',
  },
  {
    parts: ['electron/kernel'],
    values: ['own', 'shared'],
    types: ['electron/store', 'electron/ipc', 'electron/platform'],
    packages: { refused: [/^electron$/, /^better-sqlite3$/] },
    advice: 'The kernel serves every domain and knows none: the domain hands in what is its own.',
  },
  {
    parts: ['electron/*'],
    values: ['own', 'shared', 'electron/kernel'],
    types: ['electron'],
    packages: { refused: [/^electron$/, /^better-sqlite3$/] },
    advice:
      'A domain reaches into the kernel only: core.ts passes the rest in, or a pure function moves to shared/.',
  },
  {
    parts: [ROOT, 'electron/joins'],
    values: ['electron', 'shared'],
    packages: { refused: [/^better-sqlite3$/] },
    advice: 'The composition roots join the parts of electron/; only electron/store talks to SQLite.',
  },
  {
    parts: ['renderer/features/*'],
    values: ['own', 'renderer/ui', 'renderer/lib', 'shared'],
    packages: { refused: [/^node:/, /^electron$/, /^better-sqlite3$/] },
    advice:
      'A feature knows neither the app nor another feature: move it to shared/ or renderer/ui, or let app/ join them.',
  },
  {
    parts: ['renderer/ui', 'renderer/lib'],
    values: ['renderer/ui', 'renderer/lib', 'shared'],
    packages: { refused: [/^node:/, /^electron$/, /^better-sqlite3$/] },
    advice: 'ui/ and lib/ know no feature: take the words and values as props.',
  },
  {
    parts: ['renderer/app'],
    values: ['renderer', 'shared'],
    packages: { refused: [/^node:/, /^electron$/, /^better-sqlite3$/] },
    advice: 'The page reaches the main process only through renderer/lib’s `call`.',
  },
  {
    parts: ['cli'],
    values: ['own', 'electron', 'shared'],
    packages: { refused: [/^electron$/, /^better-sqlite3$/] },
    advice: 'The command line is a root of its own on plain Node: it uses the parts that know no Electron.',
  },
];

/** Imports that are refused whatever the table says: from the files that match to the files that match. */
const NEVER = [
  {
    from: /^(?!tests\/)/,
    to: /^tests\//,
    advice: 'Nothing imports tests: move what the product needs out of tests/.',
  },
  {
    from: /^(electron\/((core|base|modules|subject-domains|jobs|joins\/(importing|scripts\/script-library|duties|sample|subjects\/[a-z-]+))\.ts)|cli\/)/,
    to: /^electron\/(ipc\/|main\.ts|program\.ts|preload\.ts)/,
    advice: 'The core knows no page and no Electron: the command line runs it too.',
  },
];

/** Files that a border does not hold for. */
const ALL_OF_ELECTRON = { values: ['electron', 'shared'], refused: [/^electron$/, /^better-sqlite3$/] };

function contains(outer, inner) {
  return inner === outer || inner.startsWith(`${outer}/`);
}

/** `electron/*` stands for each folder that no other line names. */
function matches(pattern, folder) {
  if (!pattern.endsWith('/*')) return contains(pattern, folder);
  return folder.startsWith(pattern.slice(0, -1));
}

function borderOf(path) {
  const folder = dirname(path);
  const fitting = BORDERS.flatMap((border) =>
    border.parts.filter((part) => matches(part, folder)).map((part) => ({ border, part })),
  );
  const rank = ({ part }) => (part.endsWith('/*') ? part.length - 2 + 0.5 : part.length);
  const [best] = fitting.toSorted((a, b) => rank(b) - rank(a));
  if (!best) return undefined;
  const { border, part } = best;
  // `renderer/features/queue/…` belongs to `renderer/features/queue`.
  const own = part.endsWith('/*') ? folder.split('/').slice(0, part.split('/').length).join('/') : part;
  return { ...border, own };
}

/** The path from the repository's root; a copy of the tree in another folder has the same. */
export function pathOf(file, cwd) {
  const parts = relative(cwd, file).split(sep);
  const top = parts.findIndex((part) => TOPS.has(part));
  return top === -1 ? undefined : parts.slice(top).join('/');
}

const isWorker = (path) => path.endsWith('-worker.ts');
const isRuleList = (path) => /^electron\/rules\/([a-z-]+\/)?index\.ts$/.test(path);
const knowsElectron = (path) =>
  /^electron\/(main|program|preload|joins\/reminding|[a-z-]*handlers)\.ts$/.test(path);

function isPackageRefused({ path, source }, border) {
  const refused = isWorker(path) ? ALL_OF_ELECTRON.refused : border.packages.refused;
  const isElectronInCore =
    (border.own === ROOT || border.own === 'electron/joins') && source === 'electron' && !knowsElectron(path);
  return isElectronInCore || refused.some((pattern) => pattern.test(source));
}

function isTargetAllowed({ path, target, isType }, border) {
  const values = isWorker(path) || isRuleList(path) ? ALL_OF_ELECTRON.values : border.values;
  const parts = isType ? [...values, ...(border.types ?? [])] : values;
  return parts.some((part) => contains(part === 'own' ? border.own : part, target));
}

/** The message about this import, or `undefined`. */
function problemOf(found) {
  const { path, target } = found;
  const never = target && NEVER.find(({ from, to }) => from.test(path) && to.test(target));
  if (never) return never.advice;
  const border = borderOf(path);
  if (!border) return undefined;
  const isWrong = target === undefined ? isPackageRefused(found, border) : !isTargetAllowed(found, border);
  return isWrong ? border.advice : undefined;
}

function isTypeOnly({ importKind, exportKind, specifiers = [] }) {
  if (importKind === 'type' || exportKind === 'type') return true;
  return (
    specifiers.length > 0 && specifiers.every((one) => one.importKind === 'type' || one.exportKind === 'type')
  );
}

/** Which folder may import which: one table for the whole repository, because every part has the same question. */
export const borders = {
  create(context) {
    const path = pathOf(context.filename, context.cwd);
    if (path === undefined || path.startsWith('tests/')) return {};
    function check(node, source) {
      if (typeof source !== 'string') return;
      const target = source.startsWith('.')
        ? pathOf(resolve(dirname(context.filename), source), context.cwd)
        : undefined;
      if (source.startsWith('.') && target === undefined) return;
      const problem = problemOf({ path, target, source, isType: isTypeOnly(node) });
      if (problem) context.report({ node, message: problem });
    }
    return {
      ImportDeclaration: (node) => check(node, node.source.value),
      ExportNamedDeclaration: (node) => node.source && check(node, node.source.value),
      ExportAllDeclaration: (node) => check(node, node.source.value),
      ImportExpression: (node) => check(node, node.source.value),
    };
  },
};
