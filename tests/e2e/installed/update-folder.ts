import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signReleases } from '../../../scripts/packaging/update-key.ts';

type Published = {
  readonly version: string;
  readonly notes?: string;
  /** The contents of the installer; the release names the checksum of what it should hold. */
  readonly installer: string;
  readonly promised?: string;
  readonly keyFile: string;
};

/** Fills a folder as `npm run package` would: the installer, the release file, and its signature. */
export async function publish(folder: string, release: Published): Promise<void> {
  const { version, notes, installer, promised, keyFile } = release;
  const name = `xiaoer-${version}-linux-x86_64.AppImage`;
  const sha512 = createHash('sha512')
    .update(promised ?? installer)
    .digest('base64');
  const text = [
    `version: ${version}`,
    'files:',
    `  - url: ${name}`,
    `    sha512: ${sha512}`,
    `    size: ${Buffer.byteLength(installer)}`,
    `path: ${name}`,
    `sha512: ${sha512}`,
    ...(notes === undefined ? [] : [`releaseNotes: ${notes}`]),
    `releaseDate: '2026-06-10T02:00:00.000Z'`,
    '',
  ].join('\n');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), installer);
  writeFileSync(join(folder, 'latest-linux.yml'), text);
  await signReleases(folder, keyFile);
}
