import * as electron from 'electron';

type Contents = {
  readonly text: string;
  readonly hasPicture: boolean;
  readonly isEmpty: boolean;
  readonly bytes: number;
  putBack(): Promise<void>;
};

/** Before Electron 45 the clipboard answered at once and knew its formats by name. */
type OldClipboard = {
  readText(): string;
  readHTML(): string;
  readImage(): Electron.NativeImage;
  write(data: { text?: string; html?: string; image?: Electron.NativeImage }): void;
};

function isOld(clipboard: object): clipboard is OldClipboard {
  return 'readHTML' in clipboard;
}

const CHARACTER_BYTES = 2;
const PIXEL_BYTES = 4;

function takeOld(clipboard: OldClipboard): Contents {
  const text = clipboard.readText();
  const html = clipboard.readHTML();
  const image = clipboard.readImage();
  const { width, height } = image.getSize();
  const hasPicture = !image.isEmpty();
  return {
    text,
    hasPicture,
    isEmpty: text === '' && html === '' && !hasPicture,
    bytes: (text.length + html.length) * CHARACTER_BYTES + width * height * PIXEL_BYTES,
    async putBack() {
      clipboard.write({
        ...(text === '' ? {} : { text }),
        ...(html === '' ? {} : { html }),
        ...(hasPicture ? { image } : {}),
      });
    },
  };
}

const TEXT = 'text/plain';
const PICTURE = 'image/png';
const FORMATS = [TEXT, 'text/html', PICTURE];

async function formatsOf(item: Electron.ClipboardItem | undefined): Promise<ReadonlyMap<string, Blob>> {
  const types = FORMATS.filter((type) => item?.types.includes(type) ?? false);
  const read = await Promise.all(types.map(async (type) => [type, await item?.getType(type)] as const));
  return new Map(read.filter((format): format is readonly [string, Blob] => format[1] instanceof Blob));
}

async function takeNew(clipboard: Electron.Clipboard): Promise<Contents> {
  const [item] = await clipboard.read();
  const formats = await formatsOf(item);
  const bytes = [...formats.values()].reduce((sum, { size }) => sum + size, 0);
  return {
    text: (await formats.get(TEXT)?.text()) ?? '',
    hasPicture: formats.has(PICTURE),
    isEmpty: bytes === 0,
    bytes,
    putBack: () => clipboard.write([new electron.ClipboardItem(Object.fromEntries(formats))]),
  };
}

/** Everything on the clipboard that any program can read, in memory. */
export async function takeClipboard(): Promise<Contents> {
  const { clipboard } = electron;
  return isOld(clipboard) ? takeOld(clipboard) : takeNew(clipboard);
}
