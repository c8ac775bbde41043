import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathOf } from './borders.js';

/**
 * Parts that serve every kind of subject and of task. A kind that is named here would have to be named here again for
 * the next one, and nothing would say so if it was not.
 */
const SHARED_PARTS = [
  /^electron\/kernel\//,
  /^electron\/(reminders|exports|reports|palette|diagnostics)\//,
  /^electron\/store\/(tasks|activities)\//,
  /^electron\/store\/(verify\/)?[a-z-]+\.ts$/,
  /^electron\/(tasks|reminding)\.ts$/,
  /^renderer\/features\/(queue|task-work|reminders)\//,
  /^renderer\/(ui|lib)\//,
];
/** Files that name a kind on purpose, with the reason. */
const ALLOWED = [
  // The activity that an import does not write is read from the orders.
  { path: /^electron\/store\/activities\/subject-sources\.ts$/ },
  // Ids are made here, from the names of what they stand for.
  { path: /^electron\/store\/identity\.ts$/ },
  // Statements about tables of their own.
  { path: /^electron\/store\/(verify\/verify-(store|shared-records)|store-facts|stores)\.ts$/ },
  // The two scopes of settings.
  { path: /^electron\/kernel\/settings\.ts$/ },
  { path: /^renderer\/lib\/main-process\/query-roots\.ts$/ },
  // Everyday words here: a picture on the clipboard, a table of orders.
  {
    path: /^electron\/(exports|reports|palette)\//,
    kinds: new Set(['order', 'customer', 'shop', 'agent', 'script', 'picture']),
  },
];

/** The keys of an object literal that is exported under this name. */
function keysOf(file, name) {
  const text = readFileSync(file, 'utf8');
  const body = new RegExp(`export const ${name} = \\{([^]*?)\\n\\}`).exec(text)?.[1] ?? '';
  const keys = [...body.matchAll(/^ {2}'?([a-z][a-z-]*)'?\s*[:,]/gm)].map(([, key]) => key);
  if (keys.length === 0) throw new Error(`No kinds found as ${name} in ${file}`);
  return keys;
}

let kinds;
function kindsIn(root) {
  kinds ??= new Set([
    ...keysOf(join(root, 'shared/domain/subjects/subject-kinds.ts'), 'SUBJECT_KIND_SPECS'),
    ...keysOf(join(root, 'shared/domain/tasks/task-kinds/index.ts'), 'TASK_KIND_SPECS'),
  ]);
  return kinds;
}

function exempts(path, kind) {
  return ALLOWED.some((one) => one.path.test(path) && (one.kinds === undefined || one.kinds.has(kind)));
}

/** A shared part knows no kind of subject or task by name: what is special about one stands with the kind. */
export const noKindByName = {
  create(context) {
    const path = pathOf(context.filename, context.cwd) ?? '';
    if (!SHARED_PARTS.some((part) => part.test(path))) return {};
    const known = kindsIn(context.cwd);
    const report = (node, kind) => {
      if (exempts(path, kind)) return;
      context.report({
        node,
        message: `This part serves every kind and names '${kind}': what is special about it stands in its module or its spec.`,
      });
    };
    return {
      Literal(node) {
        if (typeof node.value === 'string' && known.has(node.value)) report(node, node.value);
      },
      TemplateElement(node) {
        for (const [, kind] of node.value.raw.matchAll(/kind\s*(?:=|<>|IN \()\s*'([a-z-]+)'/g)) {
          if (known.has(kind)) report(node, kind);
        }
      },
    };
  },
};
