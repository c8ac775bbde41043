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

/** A pressed combination in the form a global hotkey is registered by; `undefined` while it is none yet. */
export function acceleratorOf(press: KeyPress): string | undefined {
  const key = keyName(press.code);
  const hasModifier = press.ctrlKey || press.metaKey || press.altKey;
  // A function key may stand alone; a bare letter would be taken from every program on the PC.
  if (key === undefined || (!hasModifier && !key.startsWith('F'))) return undefined;
  if (!hasModifier && key.length === 1) return undefined;
  const modifiers = [
    press.ctrlKey || press.metaKey ? 'CommandOrControl' : '',
    press.altKey ? 'Alt' : '',
    press.shiftKey ? 'Shift' : '',
  ].filter((name) => name !== '');
  return [...modifiers, key].join('+');
}

export function acceleratorKeys(accelerator: string): readonly string[] {
  return accelerator.split('+').map((key) => (key === 'CommandOrControl' ? 'Ctrl' : key));
}
