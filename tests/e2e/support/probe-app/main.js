import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { app, BrowserWindow, globalShortcut, Notification } from 'electron';

// The smallest app that asks of the runtime everything that the product asks of it.
const inMain = new Database(':memory:').prepare('SELECT sqlite_version() AS version').get().version;
const probe = {
  inMain,
  inWorker: undefined,
  clicked: 0,
  hotkeys: 0,
  openedAt: process.env.XIAOER_NOW,
  notify,
};
globalThis.probe = probe;

// Not awaited here: Electron becomes ready only after the entry module has been evaluated.
void app.whenReady().then(open);

async function open() {
  [probe.inWorker] = await once(new Worker(new URL('./database-worker.js', import.meta.url)), 'message');
  globalShortcut.register('Control+Shift+Space', () => {
    probe.hotkeys += 1;
  });
  const window = new BrowserWindow({
    width: 900,
    height: 600,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  await window.loadFile(join(import.meta.dirname, 'index.html'));
}

function notify(title, body) {
  const notification = new Notification({ title, body });
  notification.on('click', () => {
    probe.clicked += 1;
  });
  notification.show();
  probe.shown = notification; // Kept: a notification that is garbage-collected hears no click.
}
