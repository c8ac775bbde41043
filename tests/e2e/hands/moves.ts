import type { Page } from '@playwright/test';
import { expect } from '../support/app.ts';
import type { Hands } from '../support/hands.ts';
import { clipboardText, fillClipboard } from '../support/main-process.ts';
import { callPalette, expectPaletteHidden } from '../support/palette.ts';
import type { Stage } from './stage.ts';

export const seesCopied = ({ app }: Stage, words: string): Promise<void> =>
  expect.poll(() => clipboardText(app)).toContain(words);

/** The clipboard holds something else than what is to come. */
export const emptied = ({ app }: Stage): Promise<void> => fillClipboard(app, '—');

/** The hotkey brings the palette up, and the next keys go there. */
export async function callByHotkey({ app }: Stage, hands: Hands): Promise<Page> {
  const palette = await callPalette(app, hands.hotkey);
  hands.isLedTo(palette);
  return palette;
}

/** The palette has gone, and the chat has the keys again. */
export async function isBackInChat(stage: Stage, hands: Hands, palette: Page): Promise<void> {
  await expectPaletteHidden(stage.app, palette);
  hands.isLedTo(stage.chat);
}

/** The words on the clipboard go to the customer. */
export const sendOn = ({ chat }: Stage, hands: Hands): Promise<void> =>
  hands.press(chat, 'Control+V', 'Enter');
