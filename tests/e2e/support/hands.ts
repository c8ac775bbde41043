import type { Locator, Page } from '@playwright/test';
import type { RunningApp } from './app.ts';
import { pressKeys } from './desktop.ts';

/** The cost of a job. Typed signs are counted apart: they are the agent's words, not the program's. */
export type Count = {
  readonly keys: number;
  readonly clicks: number;
  readonly typed: number;
  /** How often the hand goes to another window. */
  readonly switches: number;
};

/** Every key and every click goes through here, and is counted on its way. */
export function createHands() {
  const count = { keys: 0, clicks: 0, typed: 0, switches: 0 };
  let at: Page | undefined;

  async function goTo(window: Page): Promise<void> {
    if (at === window) return;
    if (at !== undefined) count.switches += 1;
    at = window;
    await window.bringToFront();
  }

  return {
    /** Keys in a window, one press each, whatever is held with it. */
    async press(window: Page, ...pressed: readonly string[]): Promise<void> {
      await goTo(window);
      for (const key of pressed) {
        count.keys += 1;
        await window.keyboard.press(key);
      }
    },
    async type(window: Page, text: string): Promise<void> {
      await goTo(window);
      for (const sign of text) {
        count.typed += 1;
        await window.keyboard.type(sign);
      }
    },
    async click(target: Locator): Promise<void> {
      await goTo(target.page());
      count.clicks += 1;
      await target.click();
    },
    /** A hotkey that holds over every program: no window changes. */
    async hotkey(combination: string): Promise<void> {
      count.keys += 1;
      await pressKeys(combination);
    },
    /** A dialog of the system, which the test has answered beforehand: there it takes one Enter. */
    confirmDialog(): void {
      count.keys += 1;
    },
    /** The program itself has brought this window to the front, or given the focus back to it. */
    isLedTo(window: Page): void {
      at = window;
    },
    counted: (): Count => ({ ...count }),
  };
}
export type Hands = ReturnType<typeof createHands>;

const CHAT_PAGE = `<!doctype html><title>聊天</title>
<input aria-label="查找联系人"><textarea aria-label="回复" autofocus></textarea><ol></ol><script>
  const [search] = document.querySelectorAll('input');
  const [field] = document.querySelectorAll('textarea');
  const onEnter = (element, run) => element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    run();
  });
  onEnter(search, () => {
    document.title = search.value;
    field.focus();
  });
  onEnter(field, () => {
    const sent = document.createElement('li');
    sent.textContent = field.value;
    document.querySelector('ol').append(sent);
    field.value = '';
  });
  addEventListener('keydown', (event) => {
    if (!event.ctrlKey || event.key.toLowerCase() !== 'f') return;
    event.preventDefault();
    search.focus();
  });
</script>`;

/** A chat client beside the program: Ctrl+F finds a customer, what is pasted and sent with Enter becomes a line. */
export async function openChat({ electron }: RunningApp): Promise<Page> {
  const opening = electron.waitForEvent('window');
  await electron.evaluate(({ BrowserWindow }, html) => {
    const chat = new BrowserWindow({ x: 0, y: 0, width: 700, height: 700 });
    void chat.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`);
  }, CHAT_PAGE);
  const chat = await opening;
  await chat.locator('textarea').waitFor();
  return chat;
}

export const sentInChat = (chat: Page): Promise<string[]> => chat.locator('li').allTextContents();
