import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Lockfile, missingOptionalPackages } from '../../scripts/lib/lockfile.ts';

const file = join(resolve(import.meta.dirname, '../..'), 'package-lock.json');

describe('the lock file', () => {
  it('holds the packages of every platform, or `npm ci` refuses it: node scripts/complete-lockfile.ts', async () => {
    const lockfile = JSON.parse(await readFile(file, 'utf8')) as Lockfile;
    expect([...missingOptionalPackages(lockfile).keys()]).toEqual([]);
  });

  it('gets a missing package with the platform that its name says', () => {
    const packages = {
      'node_modules/tool': { dev: true, optionalDependencies: { '@tool/linux-x64-musl': '1.2.3' } },
    };
    expect([...missingOptionalPackages({ packages })]).toEqual([
      [
        'node_modules/@tool/linux-x64-musl',
        { version: '1.2.3', dev: true, optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
      ],
    ]);
  });
});
