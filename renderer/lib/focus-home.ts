/** Has the focus only because the one before it went. */
let given: HTMLElement | null = null;

/** The next key would go to the page as a whole. */
export function hasNoFocus(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body;
}

export function giveFocus(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  given = element;
}

/** The agent has pressed a key or clicked, so the focus is wanted where it is. */
export function keepFocus(): void {
  given = null;
}

/** No agent has put the focus where it is: something better may take it. */
export const isFocusFree = (): boolean => hasNoFocus() || document.activeElement === given;
