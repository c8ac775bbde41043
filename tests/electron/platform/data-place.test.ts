import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataPlace } from '../../../electron/platform/data-place.ts';

let home: string;
let appData: string;
let localAppData: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'xiaoer-profile-'));
  appData = join(home, 'Roaming');
  localAppData = join(home, 'Local');
});
afterEach(() => rmSync(home, { recursive: true }));

const onWindows = () => dataPlace({ platform: 'win32', appData, localAppData });

function keepIn(folder: string, text: string): void {
  mkdirSync(join(folder, 'xiaoer'), { recursive: true });
  writeFileSync(join(folder, 'xiaoer', 'xiaoer.db'), text);
}

describe('F16: the data of a Windows PC do not roam', () => {
  it('begin on this PC', () => {
    expect(onWindows()).toBe(join(localAppData, 'xiaoer'));
  });

  it('are moved from where an older build kept them, once', () => {
    keepIn(appData, 'store');
    expect(onWindows()).toBe(join(localAppData, 'xiaoer'));
    expect(readFileSync(join(localAppData, 'xiaoer', 'xiaoer.db'), 'utf8')).toBe('store');
    expect(existsSync(join(appData, 'xiaoer'))).toBe(false);
    keepIn(appData, 'an older build, started once more');
    expect(onWindows()).toBe(join(localAppData, 'xiaoer'));
    expect(readFileSync(join(localAppData, 'xiaoer', 'xiaoer.db'), 'utf8')).toBe('store');
  });

  it('stay where they are when they cannot be moved', () => {
    keepIn(appData, 'store');
    // A file stands where the folder would be made.
    writeFileSync(localAppData, '');
    expect(onWindows()).toBe(join(appData, 'xiaoer'));
    expect(readFileSync(join(appData, 'xiaoer', 'xiaoer.db'), 'utf8')).toBe('store');
  });

  it.each(['linux', 'darwin'] as const)('have one place on %s', (platform) => {
    expect(dataPlace({ platform, appData, localAppData })).toBe(join(appData, 'xiaoer'));
  });
});
