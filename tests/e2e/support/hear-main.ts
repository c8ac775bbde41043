import type { ElectronApplication } from '@playwright/test';

/** Collections in a row that all hit an answer: beyond any chance. */
const MAX_ATTEMPTS = 10;
const LOST = 'Resulting promise was garbage collected';

/**
 * Asks main again when it lost the answer: the inspector of V8 before 2026-07 holds what it awaits so weakly that a
 * collection at that moment takes it away (2 % of the calls while main collects all the time). The function ran
 * nevertheless, so whatever is given to `evaluate` must be safe to run twice.
 */
export function hearMain(electron: ElectronApplication): void {
  repeatWhenLost(electron);
  const browserWindow = electron.browserWindow.bind(electron);
  electron.browserWindow = async (page) => {
    const handle = await untilHeard(() => browserWindow(page));
    repeatWhenLost(handle);
    return handle;
  };
}

// oxlint-disable-next-line typescript/no-explicit-any -- Stands for every overload of Playwright's own type.
type Asking = { evaluate: (...given: any[]) => Promise<any> };

function repeatWhenLost(target: Asking): void {
  const ask = target.evaluate.bind(target);
  target.evaluate = (...given) => untilHeard(() => ask(...given));
}

async function untilHeard<Answer>(ask: () => Promise<Answer>, attempt = 1): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (attempt === MAX_ATTEMPTS || !String(error).includes(LOST)) throw error;
    return untilHeard(ask, attempt + 1);
  }
}
