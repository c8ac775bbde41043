import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { APP_ID } from '../../electron/platform/app-identity.ts';
import { icnsFile, icoFile } from '../../scripts/packaging/icon-files.ts';
import { packageConfig } from '../../scripts/packaging/package-config.ts';

const root = resolve(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, string>;
const config = packageConfig();

describe('the package', () => {
  it('registers the application id under which the app shows its notifications', () => {
    expect(config.appId).toBe(APP_ID);
    expect(config.productName).toBe(manifest['productName']);
  });

  it('lets nobody run code of their own in it', () => {
    expect(config.asar).toBe(true);
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('is installed in Chinese, without an administrator, and leaves the data when it goes', () => {
    expect(config.nsis).toMatchObject({
      perMachine: false,
      language: '2052',
      installerLanguages: ['zh_CN'],
      deleteAppDataOnUninstall: false,
    });
    expect(config.electronLanguages).toEqual(['zh-CN', 'en-US']);
  });

  it('is made for every system that the shops use', () => {
    const targets = [config.win, config.linux, config.mac].flatMap((system) =>
      [system?.target ?? []].flat().map((target) => (typeof target === 'string' ? target : target.target)),
    );
    expect(targets).toEqual(['nsis', 'portable', 'deb', 'AppImage', 'dmg']);
    for (const icon of [config.win?.icon, config.linux?.icon, config.mac?.icon]) {
      expect(existsSync(join(root, String(icon)))).toBe(true);
    }
  });

  it('goes nowhere by itself: no address of a release server is built in', () => {
    expect(config.publish).toMatchObject({ provider: 'generic', url: expect.stringMatching(/\.invalid\/$/) });
  });
});

describe('icon files', () => {
  const pictures = [16, 256].map((size) => ({ size, png: Buffer.alloc(size, size % 251) }));

  it('say where each picture of a Windows icon lies', () => {
    const ico = icoFile(pictures);
    expect(ico.readUInt16LE(4)).toBe(2);
    for (const [index, { size, png }] of pictures.entries()) {
      const entry = 6 + 16 * index;
      expect(ico.readUInt8(entry)).toBe(size % 256);
      const offset = ico.readUInt32LE(entry + 12);
      expect(ico.subarray(offset, offset + ico.readUInt32LE(entry + 8)).equals(png)).toBe(true);
    }
  });

  it('hold for macOS every size that there is, under its type', () => {
    const icns = icnsFile(pictures);
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const types: string[] = [];
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
      types.push(icns.toString('latin1', at, at + 4));
    expect(types).toEqual(['icp4', 'ic08', 'ic13']);
  });
});
