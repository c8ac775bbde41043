/** For a menu that opens over its place: where screen readers look for it, in the main part of the page. */
export const inMain = (place: HTMLElement): HTMLElement => place.closest('main') ?? document.body;
