import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { AgentId } from '../../../shared/domain/ids.ts';
import { type SubjectRef, subjectKey } from '../../../shared/domain/subjects/subject.ts';
import { readPromise } from '../../../shared/domain/tasks/promise-text.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { useDraft } from '../../lib/place/draft.ts';
import type { FormWork } from '../../lib/place/subject-panel.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { MomentField } from '../../ui/forms/moment-field.tsx';
import { useAction } from '../../ui/forms/use-action.ts';

const NOBODY = 'nobody';

type OwnerProps = { readonly ownerId: AgentId | null; readonly onOwner: (ownerId: AgentId | null) => void };

function Owner({ ownerId, onOwner }: OwnerProps) {
  const { agents, currentAgentId } = useAppState();
  const options = [
    ...agents
      .filter(({ isArchived }) => !isArchived)
      .map(({ id, name }) => ({ value: id as string, label: id === currentAgentId ? '我' : name })),
    { value: NOBODY, label: '不指定' },
  ];
  return (
    <Select
      aria-label="负责人"
      popupMatchSelectWidth={false}
      value={ownerId ?? NOBODY}
      options={options}
      onChange={(value) => onOwner(agents.find(({ id }) => id === value)?.id ?? null)}
    />
  );
}

/** A promise that no rule knows of: what, until when, and whose it is. */
export function MakeTaskForm({ subject, work }: { readonly subject: SubjectRef; readonly work: FormWork }) {
  const { currentAgentId } = useAppState();
  const [text, setText] = useDraft(`task.${subjectKey(subject)}`);
  const [chosenAtMs, setChosenAtMs] = useState<number | null>(null);
  const [ownerId, setOwnerId] = useState(currentAgentId);
  const nowMs = useNow(MINUTE);
  // A time that was chosen stands above the one that the words name, and then they stay as they are.
  const promise = chosenAtMs === null ? readPromise(text, nowMs) : undefined;
  const dueAtMs = chosenAtMs ?? promise?.dueAtMs ?? null;
  const toDo = promise?.toDo ?? text.trim();
  const create = useAction('tasks.create', () => {
    setText('');
    work.close();
  });
  const isComplete = toDo !== '' && dueAtMs !== null;
  return (
    <form
      aria-label="新建待办"
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) create.mutate({ subject, text: toDo, dueAtMs, ownerId });
      }}
    >
      <Input
        autoFocus
        aria-label="待办内容"
        placeholder="例如：周五前回复尺码"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <MomentField label="提醒时间" value={dueAtMs} onChange={setChosenAtMs} />
      <div className="form-row">
        <Owner ownerId={ownerId} onOwner={setOwnerId} />
        <Button type="primary" htmlType="submit" disabled={!isComplete}>
          {dueAtMs === null
            ? '新建待办'
            : `${formatMoment(dueAtMs, nowMs)} 提醒${promise ? `：${toDo}` : ''}`}
        </Button>
      </div>
    </form>
  );
}
