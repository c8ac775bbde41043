import { relative, sep } from 'node:path';
import { buildAppIfStale } from './lib/build-app.ts';
import { repositoryRoot } from './lib/paths.ts';
import { runScript } from './lib/run.ts';
import { filesBySize, megabytes } from './packaging/folder-size.ts';
import { packageFolder } from './packaging/package-folder.ts';

const LISTED = 8;

// Usage: npm run package:dir
// The unpacked app from the runtime at hand, for a look at it and for tests; releases come from `npm run package`.
await runScript(async () => {
  await buildAppIfStale();
  const folder = await packageFolder({ name: 'package-dir' });
  const files = await filesBySize(folder);
  console.log(`\n${relative(repositoryRoot, folder)}: ${megabytes(files)} in ${files.length} files, of it`);
  for (const file of files.slice(0, LISTED)) {
    console.log(`  ${megabytes([file]).padStart(9)}  ${relative(folder, file.path)}`);
  }
  const ours = files.filter(({ path }) => path.includes(`${sep}resources${sep}`));
  console.log(`  ${megabytes(ours).padStart(9)}  everything that is not Electron`);
  return 0;
});
