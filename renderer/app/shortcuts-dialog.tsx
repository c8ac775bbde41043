import { Modal } from 'antd';
import { SHORTCUTS } from '../lib/shortcuts.ts';

const GROUPS = ['队列', '订单', '话术', '话术小窗', '全局'] as const;

/** Keys that belong to a list or a field, not to the screen. */
const MORE = {
  队列: [
    { label: '↑ ↓', effect: '选择待办' },
    { label: 'Enter', effect: '打开，光标到推荐话术' },
    { label: 'Shift+↑ ↓', effect: '多选' },
  ],
  订单: [],
  话术: [
    { label: '↑ ↓', effect: '选择话术' },
    { label: 'Enter', effect: '复制，多条时复制下一条' },
    { label: 'Esc', effect: '清空搜索，再按回到队列' },
  ],
  话术小窗: [
    { label: 'Enter', effect: '复制，回到原来的程序' },
    { label: 'Shift+Enter', effect: '复制下一条，不收起小窗' },
    { label: 'Ctrl+Enter', effect: '叠加' },
    { label: 'Backspace', effect: '移出叠加的最后一条' },
    { label: 'Ctrl+Z', effect: '恢复剪贴板原来的内容' },
    { label: 'Ctrl+Backspace', effect: '不用此单' },
  ],
  全局: [],
} as const satisfies Record<(typeof GROUPS)[number], readonly { label: string; effect: string }[]>;

function keysOf(group: (typeof GROUPS)[number]) {
  return [...MORE[group], ...Object.values(SHORTCUTS).filter((shortcut) => shortcut.group === group)];
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
        {GROUPS.map((group) => (
          <div key={group} className="shortcuts-group">
            <h3>{group}</h3>
            <dl>
              {keysOf(group).map(({ label, effect }) => (
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
