import { useQueries } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { type KeyboardEvent, useId, useState } from 'react';
import { asSubject } from '../../../../shared/domain/subjects/subject.ts';
import type { PromiseText } from '../../../../shared/domain/tasks/promise-text.ts';
import type { FoundRow } from '../../../lib/finder.tsx';
import { isComposing } from '../../../lib/keyboard.ts';
import { useAppState } from '../../../lib/main-process/app-state.ts';
import { useNavigation } from '../../../lib/place/navigation.ts';
import { useAction } from '../../../ui/forms/use-action.ts';
import { FINDERS } from '../../finders.ts';
import { useOpenBulletins } from '../opening/use-open-bulletins.ts';
import { useOpenHandover } from '../opening/use-open-handover.ts';
import { useOpenSettings } from '../opening/use-open-settings.ts';

type Group = { readonly title: string; readonly rows: readonly FoundRow[] };

function useFound(text: string): readonly Group[] {
  const { recentSubjects } = useNavigation();
  const [recent] = useState(recentSubjects);
  const answers = useQueries({ queries: FINDERS.map((finder) => finder.query(text, recent)) });
  return FINDERS.map(({ title, atFirst, rowsOf }, index) => ({
    title,
    rows: text === '' ? [...atFirst, ...rowsOf(answers[index]?.data)] : rowsOf(answers[index]?.data),
  })).filter(({ rows }) => rows.length > 0);
}

/** A promise that is about no order: it stands in the agent's own list. */
function usePromise(): (promise: PromiseText) => void {
  const { currentAgentId } = useAppState();
  const create = useAction('tasks.create');
  return ({ toDo, dueAtMs }) => {
    if (currentAgentId === null) return;
    const subject = asSubject('agent', currentAgentId);
    create.mutate({ subject, text: toDo, dueAtMs, ownerId: currentAgentId });
  };
}

type Props = {
  readonly onClose: () => void;
  readonly onHelp: () => void;
  readonly onRoster: () => void;
};

/** Ctrl+K: all that the finders look for, from one field. */
export function CommandPalette({ onClose, onHelp, onRoster }: Props) {
  const navigation = useNavigation();
  const openSettings = useOpenSettings();
  const openHandover = useOpenHandover();
  const bulletins = useOpenBulletins();
  const makePromise = usePromise();
  const [text, setText] = useState('');
  const [cursor, setCursor] = useState(0);
  const listId = useId();
  const groups = useFound(text.trim());
  // The arrows walk through all groups.
  const found = groups.flatMap(({ rows }) => rows);
  const active = Math.min(cursor, found.length - 1);

  function open(row: FoundRow | undefined): void {
    if (!row) return;
    onClose();
    row.open({
      ...navigation,
      openHelp: onHelp,
      openRoster: onRoster,
      openSettings,
      openHandover,
      ...bulletins,
      makePromise,
    });
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
      width={720}
      style={{ top: 80 }}
      title={<span className="visually-hidden">查找</span>}
      styles={{ header: { margin: 0 } }}
    >
      <Input
        autoFocus
        size="large"
        placeholder="尾号、手机、运单、收货人、昵称、商品、金额、话术或页面"
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
        {groups.map(({ title, rows }) => (
          <div key={title} role="group" aria-label={title}>
            <div className="find-group" aria-hidden="true">
              {title}
            </div>
            {rows.map((row) => {
              const index = found.indexOf(row);
              return (
                <div
                  key={row.key}
                  id={`${listId}-${index}`}
                  className="find-option"
                  role="option"
                  aria-selected={index === active}
                  tabIndex={-1}
                  onClick={() => open(row)}
                  onMouseMove={() => setCursor(index)}
                  onKeyDown={handleKey}
                >
                  {row.row}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className="find-group">没有找到「{text}」；尾号至少 4 位，商品只找最近的 4000 单</p>
      )}
    </Modal>
  );
}
