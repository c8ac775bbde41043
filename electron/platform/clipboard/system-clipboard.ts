import { clipboard } from 'electron';
import { takeClipboard } from './clipboard-contents.ts';
import { writePicture } from './picture-clipboard.ts';

/** The operating system's clipboard; on older runtimes it answers at once. */
export const systemClipboard = {
  readText: async (): Promise<string> => clipboard.readText(),
  writeText: async (text: string): Promise<void> => clipboard.writeText(text),
  writePicture,
  take: takeClipboard,
};
