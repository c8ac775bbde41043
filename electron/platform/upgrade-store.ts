import { Worker } from 'node:worker_threads';
import { BrowserWindow } from 'electron';
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { Growing } from '../../shared/growing.ts';

export const UpgradeMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), share: z.number() }),
  /** Until the next message. */
  z.object({ kind: z.literal('growing'), growing: Growing }),
  z.object({ kind: z.literal('done') }),
  z.object({ kind: z.literal('refused'), reason: z.string() }),
]);
export type UpgradeMessage = z.infer<typeof UpgradeMessage>;

/** A small store is brought up before an agent would wonder. */
const SHOWN_AFTER_MS = 1000;

const PAGE = `data:text/html;charset=utf-8,${encodeURIComponent(`<!doctype html><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>body { font: 15px sans-serif; margin: 28px; color: #1f1f1f; background: #fff } p { color: #666; font-size: 13px }</style>
正在升级数据，请不要关闭电脑。<p>升级前的数据已另存一份。完成后自动打开。</p>`)}`;

function showUpgrade(icon: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 420,
    height: 150,
    useContentSize: true,
    resizable: false,
    minimizable: true,
    maximizable: false,
    closable: false,
    title: '正在升级数据',
    icon,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  });
  window.removeMenu();
  // The title of the page would replace the one that counts.
  window.on('page-title-updated', (event) => event.preventDefault());
  void window.loadURL(PAGE);
  return window;
}

type Upgrade = {
  readonly databasePath: string;
  readonly workerUrl: URL;
  readonly icon: string;
  /** Tells how far a file has grown, until it is stopped. */
  readonly followGrowth: (growing: Growing, tell: (share: number) => void) => () => void;
};

/** Brings a store of an older build up in a thread, with its progress in the title and the task bar. */
export async function upgradeStore({ databasePath, workerUrl, icon, followGrowth }: Upgrade): Promise<void> {
  let window: BrowserWindow | undefined;
  let share = 0;
  const show = () => {
    window?.setTitle(`正在升级数据 ${Math.floor(share * 100)} %`);
    window?.setProgressBar(share);
  };
  const timer = setTimeout(() => {
    window = showUpgrade(icon);
    show();
  }, SHOWN_AFTER_MS);
  try {
    await runUpgrade(new Worker(workerUrl, { workerData: databasePath }), {
      followGrowth,
      onShare(done) {
        share = done;
        show();
      },
    });
  } finally {
    clearTimeout(timer);
    window?.destroy();
  }
}

type Following = Pick<Upgrade, 'followGrowth'> & { readonly onShare: (share: number) => void };

function runUpgrade(worker: Worker, { followGrowth, onShare }: Following): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let stopFollowing = () => {};

  function hear(message: UpgradeMessage): void {
    stopFollowing();
    if (message.kind === 'growing') stopFollowing = followGrowth(message.growing, onShare);
    else if (message.kind === 'progress') onShare(message.share);
    else if (message.kind === 'refused') reject(new AppError('conflict', message.reason));
    else resolve();
  }

  worker.on('message', (raw: unknown) => hear(UpgradeMessage.parse(raw)));
  worker.on('error', reject);
  worker.on('exit', (code) => {
    stopFollowing();
    reject(new Error(`The upgrade ended with ${code}`));
  });
  return promise;
}
