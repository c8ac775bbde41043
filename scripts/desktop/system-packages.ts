import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, runOrThrow, ScriptError } from '../lib/run.ts';

/** How to see that a package is there. Asking for the thing itself works on every distribution. */
type Probe = { readonly library: string } | { readonly command: string } | { readonly fontFor: string };

const PACKAGES = {
  app: {
    'libgtk-3-0': { library: 'libgtk-3.so.0' },
    libnss3: { library: 'libnss3.so' },
    libasound2: { library: 'libasound.so.2' },
    libgbm1: { library: 'libgbm.so.1' },
    libxss1: { library: 'libXss.so.1' },
    libnotify4: { library: 'libnotify.so.4' },
    fontconfig: { command: 'fc-list' },
    'fonts-noto-cjk': { fontFor: 'zh-cn' },
    // fontconfig's word for emoji.
    'fonts-noto-color-emoji': { fontFor: 'und-zsye' },
  },
  desktop: {
    xvfb: { command: 'Xvfb' },
    xauth: { command: 'xauth' },
    'dbus-x11': { command: 'dbus-launch' },
    'dbus-daemon': { command: 'dbus-daemon' },
    dunst: { command: 'dunst' },
    xdotool: { command: 'xdotool' },
  },
  compiler: {
    gcc: { command: 'gcc' },
    'g++': { command: 'g++' },
  },
} as const satisfies Record<string, Record<string, Probe>>;

export type PackageGroup = keyof typeof PACKAGES;

async function missingPackages(groups: readonly PackageGroup[]): Promise<string[]> {
  const libraries = await textOf('/sbin/ldconfig', ['-p']);
  const missing: string[] = [];
  for (const [name, probe] of groups.flatMap((group): [string, Probe][] => Object.entries(PACKAGES[group]))) {
    if (!(await isThere(probe, libraries))) missing.push(name);
  }
  return missing;
}

async function isThere(probe: Probe, libraries: string): Promise<boolean> {
  if ('library' in probe) return libraries.includes(`\t${probe.library} `);
  if ('command' in probe) return isCommand(probe.command);
  return (await textOf('fc-list', [`:lang=${probe.fontFor}`, 'family'])).trim() !== '';
}

function isCommand(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}

async function textOf(command: string, args: readonly string[]): Promise<string> {
  const finished = await run(command, args, { output: 'keep' }).catch(() => undefined);
  return finished?.exitCode === 0 ? finished.output : '';
}

/** Installs what is missing where that needs no question; otherwise says the command to run and stops. */
export async function requirePackages(groups: readonly PackageGroup[]): Promise<void> {
  if (process.platform !== 'linux') return;
  const missing = await missingPackages(groups);
  if (missing.length === 0) return;
  const install = ['install', '-y', '--no-install-recommends', ...missing];
  if (process.getuid?.() !== 0 || !isCommand('apt-get')) {
    throw new ScriptError(
      `System packages are missing: ${missing.join(' ')}\n` +
        `Run this once, then try again (names are Debian's):\n  sudo apt-get update && sudo apt-get ${install.join(' ')}`,
    );
  }
  console.log(`Installing system packages: ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runOrThrow('apt-get', ['update', '-q'], { env });
  await runOrThrow('apt-get', install, { env });
  const stillMissing = await missingPackages(groups);
  if (stillMissing.length > 0) throw new ScriptError(`Still missing: ${stillMissing.join(' ')}`);
}
