import { Button, Select } from 'antd';
import { useState } from 'react';
import type { AgentId } from '../../../shared/domain/ids.ts';
import { SHIFT_REQUEST_KIND_LABELS, type ShiftRequest } from '../../../shared/domain/roster/shift-request.ts';
import { leads } from '../../../shared/domain/team/agent.ts';
import { useAppState, useCurrentAgent } from '../../lib/main-process/app-state.ts';
import { NoteInput } from '../../ui/forms/note-input.tsx';
import { useAction } from '../../ui/forms/use-action.ts';

function useNames() {
  const { agents } = useAppState();
  return (id: AgentId | null) => agents.find((agent) => agent.id === id)?.name ?? '同事';
}

function requestText(
  { kind, agentId, date, withAgentId, withDate, reason, state }: ShiftRequest,
  nameOf: ReturnType<typeof useNames>,
): string {
  const day = date.slice(5);
  const asked =
    kind === 'leave'
      ? `${nameOf(agentId)} ${day} ${SHIFT_REQUEST_KIND_LABELS.leave}`
      : `${nameOf(agentId)} ${day} 与 ${nameOf(withAgentId)} ${withDate === date ? '' : `${withDate?.slice(5)} `}换班`;
  const waits = kind === 'swap' && state === 'asked' ? '，等对方同意' : '，等主管批准';
  return `${asked}${reason === null ? '' : `（${reason}）`}${waits}`;
}

const ANSWER_LABELS = { approve: '批准', agree: '同意', refuse: '不同意', withdraw: '撤回' } as const;
type Answer = keyof typeof ANSWER_LABELS;

/** The answers that the agent can give; main holds them to the same. */
function answersFor(request: ShiftRequest, agentId: AgentId | null, isLead: boolean): Answer[] {
  const answers: Answer[] = [];
  const waitsForColleague = request.kind === 'swap' && request.state === 'asked';
  if (isLead && !waitsForColleague) answers.push('approve');
  if (request.withAgentId === agentId && waitsForColleague) answers.push('agree');
  if (isLead || request.withAgentId === agentId) answers.push('refuse');
  if (request.agentId === agentId) answers.push('withdraw');
  return answers;
}

/** 换班, 请假 that wait: who asks, and the answers that the agent can give. */
export function RosterRequests({ requests }: { readonly requests: readonly ShiftRequest[] }) {
  const nameOf = useNames();
  const agent = useCurrentAgent();
  const { agents } = useAppState();
  const answer = useAction('roster.answer');
  if (requests.length === 0) return null;
  const isLead = leads(agent?.role) || !agents.some(({ role, isArchived }) => leads(role) && !isArchived);
  return (
    <ul className="roster-requests" aria-label="换班与请假申请">
      {requests.map((request) => (
        <li key={request.id}>
          <span>{requestText(request, nameOf)}</span>
          {answersFor(request, agent?.id ?? null, isLead).map((one) => (
            <Button
              key={one}
              size="small"
              type={one === 'approve' || one === 'agree' ? 'primary' : 'default'}
              onClick={() => answer.mutate({ id: request.id, answer: one })}
            >
              {ANSWER_LABELS[one]}
            </Button>
          ))}
        </li>
      ))}
    </ul>
  );
}

type AskProps = { readonly date: string; readonly colleagues: readonly { id: AgentId; name: string }[] };

const LEAVE = 'leave';

/** The agent asks for a day of their own to be changed. */
export function AskForm({ date, colleagues }: AskProps) {
  const [withId, setWithId] = useState<AgentId | typeof LEAVE>(LEAVE);
  const [text, setText] = useState('');
  const ask = useAction('roster.ask', () => setText(''));
  const options = [
    { value: LEAVE, label: '请假' },
    ...colleagues.map(({ id, name }) => ({ value: id, label: `与 ${name} 换班` })),
  ];
  return (
    <form
      className="roster-ask"
      aria-label="申请换班或请假"
      onSubmit={(event) => {
        event.preventDefault();
        const reason = text;
        if (withId === LEAVE) ask.mutate({ kind: 'leave', date, reason });
        else ask.mutate({ kind: 'swap', date, withAgentId: withId, withDate: date, reason });
      }}
    >
      <span>我的 {date.slice(5)}：</span>
      <Select aria-label="申请" value={withId} options={options} onChange={setWithId} />
      <NoteInput label="申请原因" placeholder="原因，可不填" text={text} onText={setText} />
      <Button htmlType="submit" loading={ask.isPending}>
        提交申请
      </Button>
    </form>
  );
}
