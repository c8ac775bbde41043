// The least that an Electron program can be: what the runtime itself costs.
import { app, BrowserWindow } from 'electron';

function openWindow() {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: { sandbox: true },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL('data:text/html,<main>empty</main>');
}

if (process.env.XIAOER_USER_DATA !== undefined) app.setPath('userData', process.env.XIAOER_USER_DATA);
void app.whenReady().then(openWindow);
