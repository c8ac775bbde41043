import { pinyinInitialsOf } from '../../../../shared/domain/pinyin-initials.ts';
import { allShortcuts, heldShortcuts, SHORTCUTS, type Shortcut } from '../../../lib/shortcuts.ts';

/** A key of a list or a field; it cannot be changed. */
type Line = Pick<Shortcut, 'label' | 'effect'>;

export type KeyGroup = {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly shortcuts: readonly Shortcut[];
  /** Its keys do something now; those of other screens do not. */
  readonly isHere: boolean;
};

/** Keys of a list or a field; they hold where the shortcut beside them does. */
const BESIDE: readonly { readonly shortcut: Shortcut; readonly lines: readonly Line[] }[] = [
  {
    shortcut: SHORTCUTS.queue,
    lines: [
      { label: '↑ ↓', effect: '选择待办' },
      { label: 'Enter', effect: '打开，光标到推荐话术' },
      { label: 'Shift+↑ ↓', effect: '多选' },
    ],
  },
  {
    shortcut: SHORTCUTS.scriptPage,
    lines: [
      { label: '↑ ↓', effect: '选择话术' },
      { label: 'Enter', effect: '复制，多条时复制下一条' },
      { label: 'Esc', effect: '清空搜索，再按回到队列' },
    ],
  },
];

/** The palette comes up over any program, and so over any screen. */
const PALETTE: KeyGroup = {
  title: '话术小窗',
  lines: [
    { label: 'Enter', effect: '复制，回到原来的程序' },
    { label: 'Shift+Enter', effect: '复制下一条，不收起小窗' },
    { label: 'Ctrl+Enter', effect: '叠加' },
    { label: 'Backspace', effect: '移出叠加的最后一条' },
    { label: 'Ctrl+Z', effect: '恢复剪贴板原来的内容' },
    { label: 'Ctrl+Backspace', effect: '不用此单' },
  ],
  shortcuts: [],
  isHere: true,
};

const EVERYWHERE = SHORTCUTS.find.group;

/** All keys: those of what is on the screen first, then those that hold everywhere, then those of other screens. */
export function keyGroups(): readonly KeyGroup[] {
  const held = new Set(heldShortcuts());
  const groups = [...Map.groupBy(allShortcuts(), ({ group }) => group)].map(
    ([title, shortcuts]): KeyGroup => ({
      title,
      lines: BESIDE.filter(({ shortcut }) => shortcuts.includes(shortcut)).flatMap(({ lines }) => lines),
      shortcuts,
      isHere: shortcuts.some((shortcut) => held.has(shortcut)),
    }),
  );
  const rank = ({ title, isHere }: KeyGroup): number => {
    if (!isHere) return 2;
    return title === EVERYWHERE || title === PALETTE.title ? 1 : 0;
  };
  return [...groups, PALETTE].toSorted((one, other) => rank(one) - rank(other));
}

function holds({ label, effect }: Line, title: string, wanted: string): boolean {
  const words = `${title} ${effect} ${label}`.toLowerCase();
  return words.includes(wanted) || pinyinInitialsOf(`${effect} ${title}`).includes(wanted);
}

/** The part of the groups that is left when looking for a word, its pinyin initials, or a key such as `ctrl+e`. */
export function findKeys(groups: readonly KeyGroup[], text: string): readonly KeyGroup[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return groups;
  return groups
    .map(({ title, lines, shortcuts, isHere }) => ({
      title,
      isHere,
      lines: lines.filter((line) => holds(line, title, wanted)),
      shortcuts: shortcuts.filter((shortcut) => holds(shortcut, title, wanted)),
    }))
    .filter(({ lines, shortcuts }) => lines.length + shortcuts.length > 0);
}
