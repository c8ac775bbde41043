import { Modal } from 'antd';
import { heldShortcuts, SHORTCUTS, type Shortcut } from '../../lib/shortcuts.ts';

type Line = Pick<Shortcut, 'label' | 'effect'>;
type Group = { readonly title: string; readonly lines: readonly Line[] };

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
const PALETTE: Group = {
  title: '话术小窗',
  lines: [
    { label: 'Enter', effect: '复制，回到原来的程序' },
    { label: 'Shift+Enter', effect: '复制下一条，不收起小窗' },
    { label: 'Ctrl+Enter', effect: '叠加' },
    { label: 'Backspace', effect: '移出叠加的最后一条' },
    { label: 'Ctrl+Z', effect: '恢复剪贴板原来的内容' },
    { label: 'Ctrl+Backspace', effect: '不用此单' },
  ],
};

/** The keys of the screen come first, those that hold everywhere last. */
function groupsNow(): readonly Group[] {
  const listed = Object.values<Shortcut>(SHORTCUTS);
  const place = (shortcut: Shortcut) => listed.indexOf(shortcut) + 1 || listed.length + 1;
  const held = heldShortcuts().toSorted((one, other) => place(one) - place(other));
  const groups = [...Map.groupBy(held, ({ group }) => group)].map(([title, shortcuts]) => ({
    title,
    lines: [
      ...BESIDE.filter(({ shortcut }) => shortcuts.includes(shortcut)).flatMap(({ lines }) => lines),
      ...shortcuts,
    ],
  }));
  const [everywhere, ...own] = groups;
  return [...own, PALETTE, ...(everywhere ? [everywhere] : [])];
}

export function ShortcutsDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  return (
    <Modal title="快捷键" open={isOpen} onCancel={onClose} footer={null} width={720} destroyOnHidden>
      <div className="shortcuts">
        {groupsNow().map(({ title, lines }) => (
          <div key={title} className="shortcuts-group">
            <h3>{title}</h3>
            <dl>
              {lines.map(({ label, effect }) => (
                <div key={effect}>
                  <dt>{effect}</dt>
                  <dd>
                    <kbd className="kbd">{label}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </div>
    </Modal>
  );
}
