type KeyPress = {
  readonly key: string;
  readonly nativeEvent?: { readonly isComposing: boolean; readonly keyCode: number };
  readonly isComposing?: boolean;
  readonly keyCode?: number;
};

/** True while an input method is choosing characters: its Enter commits a candidate and must do nothing here. */
export function isComposing(event: KeyPress): boolean {
  const native = event.nativeEvent ?? event;
  return native.isComposing === true || native.keyCode === 229;
}

/** Enter that the agent means for us, not for the input method. */
export function isEnter(event: KeyPress): boolean {
  return event.key === 'Enter' && !isComposing(event);
}

const SUBMITS = 'button, input, select, [role="button"], [role="radio"], [role="switch"]';

/**
 * Enter and the space bar, held down, press a button again and again, and send a form as often. By then another order
 * may stand behind the button, so each press counts once; only text goes on.
 */
export function pressButtonsOnce(page: Pick<Window, 'addEventListener'>): void {
  page.addEventListener(
    'keydown',
    (event) => {
      const isText = event.key === ' ' && event.target instanceof HTMLInputElement;
      if (!event.repeat || isText || (event.key !== 'Enter' && event.key !== ' ')) return;
      if (event.target instanceof Element && event.target.matches(SUBMITS)) event.preventDefault();
    },
    { capture: true },
  );
}
