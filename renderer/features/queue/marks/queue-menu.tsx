import { Dropdown } from 'antd';
import type { ReactElement } from 'react';
import { Kbd } from '../../../ui/facts/kbd.tsx';
import { inMain } from '../../../ui/in-main.ts';
import type { MarkedForm, QueueAct, QueueActs } from './queue-acts.ts';

type Props = {
  readonly acts: QueueActs;
  readonly onForm: (form: MarkedForm) => void;
  readonly children: ReactElement;
};

/** The same as the bar of the marked cards, where the mouse is. */
export function QueueMenu({ acts, onForm, children }: Props) {
  const possible = Object.entries<QueueAct>(acts).filter(([, { isPossible }]) => isPossible);
  const items = possible.map(([key, act]) => ({
    key,
    label: (
      <span className="menu-line">
        {act.label}
        {'form' in act && '…'} {act.shortcut && <Kbd keys={act.shortcut.label} />}
      </span>
    ),
  }));
  function choose(key: string): void {
    const act = new Map(possible).get(key);
    if (!act) return;
    if ('form' in act) onForm(act.form);
    else act.run();
  }
  return (
    <Dropdown
      trigger={['contextMenu']}
      getPopupContainer={inMain}
      menu={{ items, onClick: ({ key }) => choose(key) }}
    >
      {children}
    </Dropdown>
  );
}
