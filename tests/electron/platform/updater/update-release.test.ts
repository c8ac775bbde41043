import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions } from '../../../../electron/platform/updater/compare-versions.ts';
import { copyChecked } from '../../../../electron/platform/updater/copy-checked.ts';
import { ReleaseFile, requireOurSignature } from '../../../../electron/platform/updater/update-release.ts';
import { sourceUrl } from '../../../../electron/platform/updater/update-source.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const signatureOf = (text: string, key = privateKey) => sign(null, Buffer.from(text), key).toString('base64');

describe('X6: a release', () => {
  it('is believed only with our signature over every byte of it', () => {
    const text = 'version: 0.2.0\n';
    expect(() => requireOurSignature(text, `${signatureOf(text)}\n`, pem)).not.toThrow();
    expect(() => requireOurSignature(`${text} `, signatureOf(text), pem)).toThrow('签名不符');
    const { privateKey: foreign } = generateKeyPairSync('ed25519');
    expect(() => requireOurSignature(text, signatureOf(text, foreign), pem)).toThrow('签名不符');
    for (const signature of ['', '没有', signatureOf(text).slice(4)]) {
      expect(() => requireOurSignature(text, signature, pem)).toThrow('签名不符');
    }
  });

  it('names its files by their plain names: nothing leads out of the folder', () => {
    const release = (url: string) => ({ version: '0.2.0', files: [{ url, sha512: 'x' }] });
    expect(ReleaseFile.safeParse(release('xiaoer-0.2.0-win-x64.exe')).success).toBe(true);
    for (const url of [
      '../a.exe',
      'https://example.com/a.exe',
      '\\\\evil\\a.exe',
      'a/b.exe',
      '.hidden',
      '',
    ]) {
      expect(ReleaseFile.safeParse(release(url)).success).toBe(false);
    }
  });

  it('is copied off a share and thrown away unless it is what the release names', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'xiaoer-copy-'));
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    const content = Buffer.alloc(300_000, 7);
    writeFileSync(from, content);
    const sha512 = createHash('sha512').update(content).digest('base64');
    const percents: number[] = [];
    await copyChecked({ from, to, sha512, onPercent: (percent) => percents.push(percent) });
    expect(readFileSync(to).equals(content)).toBe(true);
    expect(percents.at(-1)).toBe(100);
    writeFileSync(from, content.fill(8, 0, 1));
    await expect(copyChecked({ from, to, sha512, onPercent: () => {} })).rejects.toThrow('安装包已损坏');
    rmSync(folder, { recursive: true });
  });

  it('is newer by its numbers, not by its letters', () => {
    expect(compareVersions('0.10.0', '0.9.9')).toBe('newer');
    expect(compareVersions('1.0.0', '1.0.0')).toBe('same');
    expect(compareVersions('0.9.9', '0.10.0')).toBe('older');
    const part = fc.nat(50);
    fc.assert(
      fc.property(fc.tuple(part, part, part), fc.tuple(part, part, part), (a, b) => {
        const forth = compareVersions(a.join('.'), b.join('.'));
        const back = compareVersions(b.join('.'), a.join('.'));
        expect([forth, back].toSorted()).toEqual(forth === 'same' ? ['same', 'same'] : ['newer', 'older']);
      }),
    );
  });
});

describe('X6: where releases lie', () => {
  it('is a whole path or a web address; anything else is refused with an example', () => {
    expect(sourceUrl('/srv/小二 更新').href).toBe('file:///srv/%E5%B0%8F%E4%BA%8C%20%E6%9B%B4%E6%96%B0/');
    expect(sourceUrl('\\\\server\\xiaoer', 'win32').href).toBe('file://server/xiaoer/');
    expect(sourceUrl('D:\\更新', 'win32').href).toBe('file:///D:/%E6%9B%B4%E6%96%B0/');
    expect(sourceUrl('http://files.lan/xiaoer').href).toBe('http://files.lan/xiaoer/');
    for (const source of ['更新', 'xiaoer/updates', 'ftp://files.lan/', 'http://', 'file:///etc/']) {
      expect(() => sourceUrl(source)).toThrow('更新来源须是完整的文件夹路径');
    }
  });
});
