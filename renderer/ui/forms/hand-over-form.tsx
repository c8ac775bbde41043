import { Button, Select } from 'antd';
import { useState } from 'react';
import type { AgentId, TaskId } from '../../../shared/domain/ids.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { NoteInput } from './note-input.tsx';
import { useAction } from './use-action.ts';

type Props = {
  readonly taskIds: readonly TaskId[];
  readonly onDone: () => void;
  readonly onUndone?: () => void;
};

const NOBODY = 'nobody';

/** H6: gives tasks to another agent, or back to all, so that an agent who is free takes them. */
export function HandOverForm({ taskIds, onDone, onUndone }: Props) {
  const { agents, currentAgentId } = useAppState();
  const others = agents.filter(({ id, isArchived }) => !isArchived && id !== currentAgentId);
  const [to, setTo] = useState<AgentId | typeof NOBODY>(others[0]?.id ?? NOBODY);
  const [note, setNote] = useState('');
  const handOver = useAction('tasks.handOver', onDone, onUndone);
  const options = [
    ...others.map(({ id, name }) => ({ value: id, label: name })),
    { value: NOBODY, label: '不指定' },
  ];
  return (
    <form
      className="hand-over-form"
      onSubmit={(event) => {
        event.preventDefault();
        const agentId = to === NOBODY ? null : to;
        handOver.mutate({ ids: [...taskIds], agentId, note });
      }}
    >
      <Select autoFocus aria-label="转交给" value={to} options={options} onChange={setTo} />
      <NoteInput label="转交说明" placeholder="说明，例如「等他回复尺码」" text={note} onText={setNote} />
      <Button type="primary" htmlType="submit">
        转交 {taskIds.length > 1 ? `${taskIds.length} 项` : ''}
      </Button>
    </form>
  );
}
