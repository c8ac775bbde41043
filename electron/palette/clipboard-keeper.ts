/** The contents of the clipboard, as far as they can be put back: text, formatted text, picture. */
export type ClipboardContents = {
  readonly text: string;
  readonly hasPicture: boolean;
  /** Nothing, or only what no program but its own can read, such as copied files. */
  readonly isEmpty: boolean;
  /** In memory, about. */
  readonly bytes: number;
  putBack(): Promise<void>;
};

export type ClipboardPort = {
  take(): Promise<ClipboardContents>;
  readText(): Promise<string>;
  writeText(text: string): Promise<void>;
  writePicture(bytes: Uint8Array): Promise<void>;
};

type Ours = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'picture' };

/** A screenshot of two large screens. */
const MOST_BYTES = 64 * 1024 * 1024;

const withoutReturns = (text: string): string => text.replaceAll('\r\n', '\n');

/**
 * Remembers what the clipboard held before the agent copied scripts, so that it can be put back. In memory only, the
 * newest only, and never looked into.
 */
export function createClipboardKeeper(port: ClipboardPort) {
  let kept: ClipboardContents | null = null;
  /** The last thing put there from here: a text, or a picture. */
  let ours: Ours | null = null;

  const isOurText = (text: string): boolean =>
    ours?.kind === 'text' && withoutReturns(text) === withoutReturns(ours.text);

  function isOurs({ text, hasPicture }: ClipboardContents): boolean {
    return ours?.kind === 'picture' ? hasPicture && text === '' : isOurText(text);
  }

  async function keep(): Promise<void> {
    try {
      const contents = await port.take();
      if (isOurs(contents)) return;
      kept = contents.isEmpty || contents.bytes > MOST_BYTES ? null : contents;
    } catch {
      // Another program holds the clipboard. The copy matters more than the contents before it.
      kept = null;
    }
  }

  return {
    /** The text that the agent copied elsewhere; `''` for a script of ours, which names no order of their choice. */
    async readForeignText(): Promise<string> {
      const text = await port.readText();
      return isOurText(text) ? '' : text;
    },
    async writeText(text: string): Promise<void> {
      await keep();
      ours = { kind: 'text', text };
      await port.writeText(text);
    },
    async writePicture(bytes: Uint8Array): Promise<void> {
      await keep();
      ours = { kind: 'picture' };
      await port.writePicture(bytes);
    },
    canRestore: (): boolean => kept !== null,
    async restore(): Promise<boolean> {
      if (kept === null) return false;
      const contents = kept;
      [kept, ours] = [null, null];
      await contents.putBack();
      return true;
    },
    /** The agent has signed out; the next one must not get back what this one had copied. */
    forget(): void {
      [kept, ours] = [null, null];
    },
  };
}

export type ClipboardKeeper = ReturnType<typeof createClipboardKeeper>;
