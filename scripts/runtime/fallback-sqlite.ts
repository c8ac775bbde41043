import { readFileSync } from 'node:fs';
import { copyFile, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runOrThrow } from '../lib/run.ts';
import { makeOnce } from './make-once.ts';

const require = createRequire(import.meta.url);
const sqlitePackage = require.resolve('better-sqlite3/package.json');
const experimentalHeader = join(import.meta.dirname, 'experimental-node-api.h');
/** The value of NAPI_EXPERIMENTAL in Node's own headers. */
const NAPI_VERSION_EXPERIMENTAL = 2 ** 31 - 1;
const redirectFile = join(import.meta.dirname, 'redirect-addon.cjs');

/** Changes whenever the finished folder would be different. */
export const sqliteInputs = [
  readFileSync(sqlitePackage, 'utf8'),
  readFileSync(require.resolve('node-api-headers/package.json'), 'utf8'),
  readFileSync(redirectFile, 'utf8'),
  readFileSync(experimentalHeader, 'utf8'),
  readFileSync(import.meta.filename, 'utf8'),
];

/**
 * Compiles better-sqlite3 for a runtime with Node-API 9. Its published binaries ask for 10; the same source
 * declared as experimental asks for nothing that 9 does not have. Only g++ and npm packages are needed: node-gyp
 * would want Node's full headers, which neither npm nor a bare Debian machine holds in the right version.
 */
export async function makeSqliteAddon(folder: string): Promise<string> {
  return makeOnce(folder, async (temporary) => {
    const source = dirname(sqlitePackage);
    const sqlite = join(source, 'deps', 'sqlite3');
    const defines = await sqliteDefines(join(source, 'deps', 'defines.gypi'));
    const common = ['-c', '-fPIC', '-DNDEBUG', ...defines.map((define) => `-D${define}`)];
    const sqliteObject = join(temporary, 'sqlite3.o');
    const addonObject = join(temporary, 'better_sqlite3.o');
    await Promise.all([
      runOrThrow('gcc', [...common, '-O3', '-std=c99', '-w', join(sqlite, 'sqlite3.c'), '-o', sqliteObject]),
      runOrThrow('g++', [
        ...common,
        '-O2',
        '-std=c++20',
        '-fvisibility=hidden',
        '-fvisibility-inlines-hidden',
        `-DNAPI_VERSION=${NAPI_VERSION_EXPERIMENTAL}`,
        '-include',
        experimentalHeader,
        '-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
        '-DNAPI_DISABLE_CPP_EXCEPTIONS',
        '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
        `-I${join(dirname(require.resolve('node-api-headers/package.json')), 'include')}`,
        `-I${dirname(createRequire(sqlitePackage).resolve('node-addon-api/package.json'))}`,
        `-I${sqlite}`,
        join(source, 'src', 'better_sqlite3.cpp'),
        '-o',
        addonObject,
      ]),
    ]);
    const addon = join(temporary, 'better_sqlite3.node');
    const linking = ['-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-ldl', '-lm', '-lpthread'];
    await runOrThrow('g++', ['-shared', addonObject, sqliteObject, ...linking, '-o', addon]);
    await Promise.all([rm(sqliteObject), rm(addonObject)]);
    await copyFile(redirectFile, join(temporary, 'redirect-addon.cjs'));
  });
}

/** SQLite's build options, from the list that better-sqlite3 itself builds with. */
async function sqliteDefines(file: string): Promise<string[]> {
  const list = /'defines': \[(.*?)\]/s.exec(await readFile(file, 'utf8'))?.[1] ?? '';
  const defines = [...list.matchAll(/'([^']+)'/g)].flatMap((match) => match[1] ?? []);
  if (!defines.includes('SQLITE_ENABLE_FTS5')) throw new Error(`No SQLite build options found in ${file}`);
  return defines;
}
