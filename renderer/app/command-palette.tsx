import { useQuery } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { type KeyboardEvent, useId, useState } from 'react';
import { assertNever } from '../../shared/errors.ts';
import { isComposing } from '../lib/keyboard.ts';
import { SCREEN_LABELS, SCREENS, useNavigation } from '../lib/navigation.ts';
import { SHORTCUTS } from '../lib/shortcuts.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Money } from '../ui/money.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { type Found, groupFound } from './find-results.ts';
import { shellQueries } from './queries.ts';

function FoundRow({ found }: { readonly found: Found }) {
  switch (found.kind) {
    case 'screen':
      return (
        <>
          <span className="truncate">{SCREEN_LABELS[found.screen]}</span>
          <Kbd keys={SHORTCUTS[found.screen].label} />
        </>
      );
    case 'order':
      return (
        <>
          <span className="numeric">{found.order.no}</span>
          <span className="truncate">{found.order.customerNick ?? '匿名客户'}</span>
          <Money fen={found.order.payableFen} />
          <StatusTag status={found.order.status} />
        </>
      );
    case 'script':
      return (
        <>
          <span className="truncate">{found.hit.script.title}</span>
          <span className="muted">{found.hit.script.code}</span>
        </>
      );
    default:
      return assertNever(found);
  }
}

function useFound(text: string): readonly Found[] {
  const { data: orders = [] } = useQuery(shellQueries.findOrders(text));
  const { data: scripts = [] } = useQuery(shellQueries.findScripts(text));
  const screens = SCREENS.filter((screen) => SCREEN_LABELS[screen].includes(text));
  if (text === '') return screens.map((screen) => ({ kind: 'screen', screen }));
  return [
    ...orders.slice(0, 8).map((order) => ({ kind: 'order' as const, order })),
    ...scripts.map((hit) => ({ kind: 'script' as const, hit })),
    ...screens.map((screen) => ({ kind: 'screen' as const, screen })),
  ];
}

/** Ctrl+K: orders, customers, scripts and screens from one field. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { openScreen, openOrder, openScript } = useNavigation();
  const [text, setText] = useState('');
  const [cursor, setCursor] = useState(0);
  const listId = useId();
  const found = useFound(text.trim());
  const active = Math.min(cursor, found.length - 1);

  function open(target: Found | undefined): void {
    if (!target) return;
    onClose();
    if (target.kind === 'screen') openScreen(target.screen);
    else if (target.kind === 'order') openOrder(target.order.id);
    else openScript(target.hit.script.code);
  }

  function handleKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    if (step !== 0) setCursor(Math.min(Math.max(active + step, 0), found.length - 1));
    else if (event.key === 'Enter') open(found[active]);
    else return;
    event.preventDefault();
  }

  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      width={600}
      style={{ top: 80 }}
      title={<span className="visually-hidden">查找</span>}
      styles={{ header: { margin: 0 } }}
    >
      <Input
        autoFocus
        size="large"
        placeholder="订单号、快递单号、客户昵称、话术或页面"
        aria-label="查找"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setCursor(0);
        }}
        onKeyDown={handleKey}
      />
      <div className="find-list" role="listbox" id={listId} aria-label="查找结果">
        {groupFound(found).map(({ title, rows }) => (
          <div key={title} role="group" aria-label={title}>
            <div className="find-group" aria-hidden="true">
              {title}
            </div>
            {rows.map(({ target, index }) => (
              <div
                key={index}
                id={`${listId}-${index}`}
                className="find-option"
                role="option"
                aria-selected={index === active}
                tabIndex={-1}
                onClick={() => open(target)}
                onMouseMove={() => setCursor(index)}
                onKeyDown={handleKey}
              >
                <FoundRow found={target} />
              </div>
            ))}
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className="find-group">没有找到「{text}」；订单号、快递单号和昵称请从头输入</p>
      )}
    </Modal>
  );
}
