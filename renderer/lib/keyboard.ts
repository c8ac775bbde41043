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
