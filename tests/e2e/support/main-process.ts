import type { RunningApp } from './app.ts';

/** The text on the operating system's clipboard. */
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

type OldClipboard = {
  readonly writeImage: (image: Electron.NativeImage) => void;
  readonly readImage: () => Electron.NativeImage;
};

/** As another program would: a picture, no file. */
export async function fillClipboardWithPicture({ electron }: RunningApp, png: Buffer): Promise<void> {
  await electron.evaluate(async (main, base64) => {
    const bytes = Buffer.from(base64, 'base64');
    // Until Electron 45 the clipboard took images; since then it takes items by type.
    if ('writeImage' in main.clipboard) {
      (main.clipboard as unknown as OldClipboard).writeImage(main.nativeImage.createFromBuffer(bytes));
      return;
    }
    const item = new main.ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) });
    await main.clipboard.write([item]);
  }, png.toString('base64'));
}

/** Width and height of the picture on the clipboard, `0x0` if there is none. */
export function clipboardPicture({ electron }: RunningApp): Promise<string> {
  return electron.evaluate(async (main) => {
    let image = main.nativeImage.createEmpty();
    if ('readImage' in main.clipboard) image = (main.clipboard as unknown as OldClipboard).readImage();
    else {
      for (const item of await main.clipboard.read()) {
        if (!item.types.includes('image/png')) continue;
        const blob = await item.getType('image/png');
        image = main.nativeImage.createFromBuffer(Buffer.from(await blob.arrayBuffer()));
      }
    }
    const { width, height } = image.getSize();
    return `${width}x${height}`;
  });
}
