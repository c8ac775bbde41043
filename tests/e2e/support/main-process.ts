import type { RunningApp } from './app.ts';

/** What the operating system's clipboard holds. */
export function clipboardText({ electron }: RunningApp): Promise<string> {
  return electron.evaluate(({ clipboard }) => clipboard.readText());
}

export async function fillClipboard({ electron }: RunningApp, text: string): Promise<void> {
  await electron.evaluate(({ clipboard }, value) => clipboard.writeText(value), text);
}

/** The next file or folder dialogs are answered so, without a mouse. */
export async function answerOpenDialog({ electron }: RunningApp, paths: readonly string[]): Promise<void> {
  await electron.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
    },
    [...paths],
  );
}

export async function answerSaveDialog({ electron }: RunningApp, path: string): Promise<void> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
}

export type WindowState = { readonly isVisible: boolean; readonly isFocused: boolean };

export async function windowState({ electron, window }: RunningApp): Promise<WindowState> {
  const handle = await electron.browserWindow(window);
  return handle.evaluate((browserWindow) => ({
    isVisible: browserWindow.isVisible(),
    isFocused: browserWindow.isFocused(),
  }));
}

/** Clicks the window's own close button. */
export async function closeWindow({ electron, window }: RunningApp): Promise<void> {
  const handle = await electron.browserWindow(window);
  await handle.evaluate((browserWindow) => browserWindow.close());
}
