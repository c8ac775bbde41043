import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Lockfile, missingOptionalPackages } from './lib/lockfile.ts';
import { repositoryRoot } from './lib/paths.ts';
import { runScript } from './lib/run.ts';

// Usage, after every change of dependencies: node scripts/complete-lockfile.ts
// A registry that holds only some platforms' packages leaves the others out of the lock file, and then `npm ci`
// refuses the whole file, on every machine.
await runScript(async () => {
  const file = join(repositoryRoot, 'package-lock.json');
  const lockfile = JSON.parse(await readFile(file, 'utf8')) as Lockfile; // npm writes it in this shape.
  const missing = missingOptionalPackages(lockfile);
  const packages = Object.fromEntries(
    Object.entries({ ...lockfile.packages, ...Object.fromEntries(missing) }).toSorted(([a], [b]) =>
      a.localeCompare(b, 'en'),
    ),
  );
  await writeFile(file, `${JSON.stringify({ ...lockfile, packages }, null, 2)}\n`);
  console.log(`${missing.size} packages for other platforms added to package-lock.json`);
  return 0;
});
