import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileSet } from 'electron-builder';
import { repositoryRoot } from '../lib/paths.ts';
import { ScriptError } from '../lib/run.ts';

const PUBLIC_NAME = 'update-key.pem';
const RELEASE_FILE = /^latest(?:-\w+)*\.yml$/;

/** The private half signs releases; it never enters the repository or a package. */
export async function requireUpdateKey(): Promise<string> {
  const path = process.env['XIAOER_UPDATE_KEY'];
  if (path === undefined || path === '') {
    throw new ScriptError(
      'XIAOER_UPDATE_KEY names no file. A release is signed with a key of your own, or installed copies could ' +
        'never be updated.\nMake one once, and keep it as you keep a password:\n' +
        '  openssl genpkey -algorithm ed25519 -out xiaoer-update-key.pem',
    );
  }
  await readPrivateKey(path);
  return path;
}

async function readPrivateKey(path: string): Promise<KeyObject> {
  const pem = await readFile(path).catch(() => {
    throw new ScriptError(`The update key ${path} cannot be read.`);
  });
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new ScriptError(`The update key ${path} is no Ed25519 key.`);
  return key;
}

/** Puts the public half where electron-builder takes it from: the packaged app trusts what it has signed. */
export async function publicKeyFiles(privateKeyPath: string, name: string): Promise<FileSet> {
  const folder = join(repositoryRoot, 'out', `${name}-key`);
  const publicKey = createPublicKey(await readPrivateKey(privateKeyPath));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, PUBLIC_NAME), publicKey.export({ type: 'spki', format: 'pem' }));
  return { from: folder, to: 'resources', filter: [PUBLIC_NAME] };
}

/** Signs what electron-builder says about a release; it names every installer with its checksum. */
export async function signReleases(folder: string, privateKeyPath: string): Promise<string[]> {
  const key = await readPrivateKey(privateKeyPath);
  const releases = (await readdir(folder)).filter((name) => RELEASE_FILE.test(name));
  return Promise.all(
    releases.map(async (name) => {
      const signature = sign(null, await readFile(join(folder, name)), key).toString('base64');
      const file = join(folder, `${name}.sig`);
      await writeFile(file, signature);
      return file;
    }),
  );
}
