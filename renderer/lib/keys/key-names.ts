type KeyPress = {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

const ARROWS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** Keys that say something else on the keyboard than their code. */
const SIGNS: Readonly<Record<string, string>> = {
  ...ARROWS,
  Control: 'Ctrl',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
  Equal: '=',
  Minus: '-',
  Backquote: '`',
};

/** `'Control+BracketLeft'` → `'Ctrl+['` */
export function keysLabel(keys: string): string {
  return keys
    .split('+')
    .map((key) => SIGNS[key] ?? key)
    .join('+');
}

const PLAIN_KEY = /^(?:F(?:[1-9]|1[0-2])|Arrow(?:Up|Down|Left|Right)|Delete|Insert|PageUp|PageDown)$/;

function keyOf(code: string): string | undefined {
  const sign = /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1];
  if (sign !== undefined) return sign;
  return PLAIN_KEY.test(code) || code === 'Enter' || code in SIGNS ? code : undefined;
}

/** The keys that were pressed, as a shortcut is written; `undefined` while only Ctrl and the like are held. */
export function keysOfPress(press: KeyPress): string | undefined {
  const key = keyOf(press.code);
  if (key === undefined) return undefined;
  const modifiers = [
    ...(press.ctrlKey || press.metaKey ? ['Control'] : []),
    ...(press.altKey ? ['Alt'] : []),
    ...(press.shiftKey ? ['Shift'] : []),
  ];
  return [...modifiers, key].join('+');
}

/** Keys that a text field, an input method or the system has, and what they do there. */
const OWNED: Readonly<Record<string, string>> = {
  'Control+A': '全选',
  'Control+C': '复制',
  'Control+V': '粘贴',
  'Control+X': '剪切',
  'Control+Y': '重做输入',
  'Control+Period': '输入法切换中英文标点',
  'Control+Shift': '切换输入法',
  'Alt+F4': '关闭窗口',
  Delete: '删除文字',
  Insert: '改写文字',
};

/** Why the keys cannot be a shortcut of ours; `null`: they can. */
export function whyNot(keys: string): string | null {
  const owner = OWNED[keys];
  if (owner !== undefined) return `${keysLabel(keys)} 用于${owner}`;
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  if (/^F\d/.test(key) || parts.includes('Control')) return null;
  if (parts.includes('Alt')) return key in ARROWS ? null : 'Alt 加字母由菜单和输入法使用，请加 Ctrl';
  return '单个按键由输入法使用，请加 Ctrl，或用 F1–F12';
}

/** Ctrl+K pressed as Shift+Ctrl+K is another key; the order in which it is written is not. */
export function areSameKeys(one: string, other: string): boolean {
  const normal = (keys: string) => keys.toLowerCase().split('+').toSorted().join('+');
  return normal(one) === normal(other);
}
