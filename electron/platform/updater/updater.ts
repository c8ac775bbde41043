import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app } from 'electron';
import type * as ElectronUpdater from 'electron-updater';
import type { AppUpdater, ResolvedUpdateFileInfo, UpdateInfo } from 'electron-updater';
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider.js';
import { AppError } from '../../../shared/errors.ts';
import { compareVersions } from './compare-versions.ts';
import { copyChecked, corrupt } from './copy-checked.ts';
import { ReleaseFile, requireOurSignature } from './update-release.ts';
import { sourceUrl } from './update-source.ts';

type Library = typeof ElectronUpdater;
/** The part of electron-updater's downloader that a folder needs; its own knows only the web. */
type Downloader = {
  download(url: URL, destination: string, options: { readonly sha512?: string | null }): Promise<string>;
};

const CHECKSUM_MISMATCH = 'ERR_CHECKSUM_MISMATCH';

/** Updates by electron-updater, from a folder as well as from the web, and only what our own key has signed. */
export function createUpdateEngine() {
  const publicKey = readPublicKey();
  let updater: AppUpdater | undefined;
  let onPercent: (percent: number) => void = () => {};

  /** Loaded when somebody asks for an update: most starts do not. */
  async function updaterFor(source: string, key: string): Promise<AppUpdater> {
    const { default: library } = (await import('electron-updater')) as unknown as {
      readonly default: Library;
    };
    updater ??= prepare(library.autoUpdater, (percent) => onPercent(percent));
    updater.setFeedURL({
      provider: 'custom',
      updateProvider: signedProvider(library, sourceUrl(source), key),
    });
    return updater;
  }

  return {
    unsupportedReason: unsupportedReason(publicKey !== undefined),

    async check(source: string) {
      if (publicKey === undefined) throw new AppError('conflict', '此版本不带更新公钥');
      const result = await (await updaterFor(source, publicKey)).checkForUpdates();
      if (!result) throw new AppError('conflict', '此安装方式不支持自动更新，请用安装包升级');
      const { version, releaseNotes, releaseDate } = result.updateInfo;
      const releasedAtMs = Date.parse(releaseDate);
      return {
        version,
        age: compareVersions(version, app.getVersion()),
        notes: typeof releaseNotes === 'string' ? releaseNotes : '',
        releasedAtMs: Number.isNaN(releasedAtMs) ? null : releasedAtMs,
      };
    },

    async fetch(report: (percent: number) => void): Promise<void> {
      onPercent = report;
      try {
        await updater?.downloadUpdate();
      } catch (error) {
        throw error instanceof Error && 'code' in error && error.code === CHECKSUM_MISMATCH
          ? corrupt()
          : error;
      }
    },

    install: ({ opensAgain }: { readonly opensAgain: boolean }) => updater?.quitAndInstall(true, opensAgain),
  };
}

/**
 * The library does nothing by itself: no download without a yes, no older version, nothing in the log that names a
 * folder.
 */
function prepare(updater: AppUpdater, report: (percent: number) => void): AppUpdater {
  updater.logger = null;
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  updater.allowPrerelease = false;
  updater.disableWebInstaller = true;
  updater.disableDifferentialDownload = true;
  updater.on('download-progress', ({ percent }) => report(Math.floor(percent)));
  // The error comes as a rejected promise as well.
  updater.on('error', () => {});
  // The types leave the downloader out; it is a public property of every updater.
  const { httpExecutor } = updater as unknown as { readonly httpExecutor: Downloader };
  const fromWeb = httpExecutor.download.bind(httpExecutor);
  httpExecutor.download = async (url, destination, options) => {
    if (url.protocol !== 'file:') return fromWeb(url, destination, options);
    const { sha512 } = options;
    if (!sha512) throw corrupt();
    await copyChecked({ from: fileURLToPath(url), to: destination, sha512, onPercent: report });
    return destination;
  };
  return updater;
}

/** Reads `latest….yml` and its signature, from a folder or from the web. */
function signedProvider(library: Library, base: URL, publicKey: string) {
  return class extends library.Provider<UpdateInfo> {
    constructor(_options: unknown, _updater: unknown, runtime: ProviderRuntimeOptions) {
      super(runtime);
    }

    async getLatestVersion(): Promise<UpdateInfo> {
      const name = `${this.getDefaultChannelName()}.yml`;
      const [text, signature] = await Promise.all([this.read(name), this.read(`${name}.sig`)]);
      requireOurSignature(text, signature, publicKey);
      const { parseUpdateInfo } = await import('electron-updater/out/providers/Provider.js');
      const info = parseUpdateInfo(text, name, new URL(name, base));
      if (!ReleaseFile.safeParse(info).success) {
        throw new AppError('invalid-input', '更新来源中的发布文件无法识别。请联系 IT 重新发布');
      }
      return info;
    }

    resolveFiles({ files }: UpdateInfo): ResolvedUpdateFileInfo[] {
      return files.map((info) => ({ url: new URL(info.url, base), info }));
    }

    private async read(name: string): Promise<string> {
      const url = new URL(name, base);
      const text = url.protocol === 'file:' ? await readFile(url, 'utf8') : await this.httpRequest(url);
      return text ?? '';
    }
  };
}

/** The public half of the key that releases are signed with; only packages carry it. */
function readPublicKey(): string | undefined {
  const file = join(app.getAppPath(), 'resources', 'update-key.pem');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function unsupportedReason(hasKey: boolean): string | null {
  if (!app.isPackaged || !hasKey) return '开发版本不能自动更新';
  if (process.platform === 'darwin') return 'macOS 版请下载新的安装包，拖入「应用程序」替换';
  if (process.env['PORTABLE_EXECUTABLE_FILE'] !== undefined)
    return '便携版请用新的文件替换旧的，数据不受影响';
  const isInstalled =
    process.platform === 'win32' ||
    process.env['APPIMAGE'] !== undefined ||
    existsSync(join(process.resourcesPath, 'package-type'));
  return isInstalled ? null : '此安装方式不支持自动更新，请用安装包升级';
}
