import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { run, ScriptError } from '../lib/run.ts';
import { dunstConfig, recordScript } from './dunstrc.ts';
import { busConfig } from './session-bus.ts';

export type DesktopSession = {
  /** The environment for programs that shall live on this desktop. */
  readonly env: NodeJS.ProcessEnv;
  close(): Promise<void>;
};

/** A little larger than the largest window that is tested: one of the screen's own size would be made smaller. */
const SCREEN = '2048x1152x24';

/** A private X display, session bus and notification daemon: nothing of the user's own desktop is touched. */
export async function startDesktop(): Promise<DesktopSession> {
  const folder = await mkdtemp(join(tmpdir(), 'xiaoer-desktop-'));
  const processes: ChildProcess[] = [];
  const close = async (): Promise<void> => {
    for (const child of processes.toReversed()) await end(child);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const notifications = join(folder, 'notifications');
    await mkdir(notifications);
    const xvfb = startProcess(
      'Xvfb',
      ['-displayfd', '1', '-screen', '0', SCREEN, '-nolisten', 'tcp'],
      process.env,
    );
    processes.push(xvfb);
    const display = `:${await firstLine(xvfb, 'Xvfb')}`;
    const { WAYLAND_DISPLAY: _wayland, XAUTHORITY: _authority, ...inherited } = process.env;
    const onDisplay = { ...inherited, DISPLAY: display, XDG_RUNTIME_DIR: folder, NO_AT_BRIDGE: '1' };
    const busFile = join(folder, 'session-bus.conf');
    await writeFile(busFile, busConfig(folder));
    const bus = startProcess(
      'dbus-daemon',
      [`--config-file=${busFile}`, '--nofork', '--nopidfile', '--print-address=1'],
      onDisplay,
    );
    processes.push(bus);
    const env = {
      ...onDisplay,
      DBUS_SESSION_BUS_ADDRESS: await firstLine(bus, 'dbus-daemon'),
      XIAOER_NOTIFICATIONS: notifications,
    };
    processes.push(await startDunst(folder, notifications, env));
    return { env, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startDunst(
  folder: string,
  notifications: string,
  env: NodeJS.ProcessEnv,
): Promise<ChildProcess> {
  const script = join(folder, 'record-notification');
  const config = join(folder, 'dunstrc');
  await writeFile(script, recordScript(notifications));
  await chmod(script, 0o755);
  await writeFile(config, dunstConfig(script));
  const dunst = startProcess('dunst', ['-conf', config], env);
  for (let attempt = 0; attempt < 50; attempt++) {
    const answer = await run('dunstctl', ['count'], { env, output: 'keep' });
    if (answer.exitCode === 0 && dunst.exitCode === null) return dunst;
    await delay(100);
  }
  await end(dunst);
  throw new ScriptError('The notification daemon (dunst) did not start on the test desktop.');
}

function startProcess(command: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  // The kernel ends these with us, so that even a killed test run leaves no display behind.
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', command, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
    // Ctrl+C in the terminal must reach the tests first; we take the desktop down after them.
    detached: true,
  });
  child.on('error', () => {}); // The caller, who waits for the first line, reports that none came.
  return child;
}

async function firstLine(child: ChildProcess, name: string): Promise<string> {
  if (child.stdout !== null) {
    for await (const line of createInterface(child.stdout)) return line.trim();
  }
  throw new ScriptError(`${name} did not start; the test desktop needs it.`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  const isEnded = await Promise.race([ended.then(() => true), delay(3000, false, { ref: false })]);
  if (!isEnded) child.kill('SIGKILL');
}
