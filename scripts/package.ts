import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'electron-builder';
import { buildApp } from './lib/build-app.ts';
import { repositoryRoot } from './lib/paths.ts';
import { runScript } from './lib/run.ts';
import { filesBySize, megabytes } from './packaging/folder-size.ts';
import { packageConfig } from './packaging/package-config.ts';
import { stageApp } from './packaging/stage-app.ts';
import { publicKeyFiles, requireUpdateKey, signReleases } from './packaging/update-key.ts';

// Usage: XIAOER_UPDATE_KEY=KEY.pem npm run package
// The installers for the system that this runs on, with the official Electron: docs/packaging.md.
await runScript(async () => {
  const updateKey = await requireUpdateKey();
  await buildApp();
  const app = join(repositoryRoot, 'out', 'package-stage');
  const output = join(repositoryRoot, 'out', 'package');
  await stageApp(app);
  const config = packageConfig();
  const files = await build({
    publish: 'never',
    config: {
      ...config,
      electronVersion: await pinnedElectron(),
      directories: { ...config.directories, app, output },
      files: [...[config.files ?? []].flat(), await publicKeyFiles(updateKey, 'package')],
    },
  });
  const signatures = await signReleases(output, updateKey);
  const sizes = await filesBySize(output);
  for (const path of [...files, ...signatures]) {
    console.log(`${megabytes(sizes.filter((file) => file.path === path)).padStart(9)}  ${basename(path)}`);
  }
  return 0;
});

async function pinnedElectron(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(repositoryRoot, 'package.json'), 'utf8')) as {
    readonly devDependencies: { readonly electron: string };
  };
  return manifest.devDependencies.electron;
}
