type KeyPress = {
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

function keyName(code: string): string | undefined {
  const letterOrDigit = /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1];
  if (letterOrDigit !== undefined) return letterOrDigit;
  if (/^F(?:[1-9]|1\d|2[0-4])$/.test(code)) return code;
  return code === 'Space' ? 'Space' : undefined;
}

function modifiersOf({ ctrlKey, metaKey, altKey, shiftKey }: KeyPress): readonly string[] {
  const names = {
    CommandOrControl: ctrlKey || metaKey,
    Alt: altKey,
    Shift: shiftKey,
  };
  return Object.entries(names)
    .filter(([, isHeld]) => isHeld)
    .map(([name]) => name);
}

/** A pressed combination in the form a global hotkey is registered by; `undefined` while it is none yet. */
export function acceleratorOf(press: KeyPress): string | undefined {
  const key = keyName(press.code);
  if (key === undefined) return undefined;
  const modifiers = modifiersOf(press);
  // A function key may stand alone; a bare letter would be taken from every program on the PC.
  const isEnough = modifiers.some((name) => name !== 'Shift') || /^F\d/.test(key);
  return isEnough ? [...modifiers, key].join('+') : undefined;
}

export function acceleratorKeys(accelerator: string): readonly string[] {
  return accelerator.split('+').map((key) => (key === 'CommandOrControl' ? 'Ctrl' : key));
}
