import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { AgentId } from '../../../shared/domain/ids.ts';
import type { HandoverDetail } from '../../../shared/ipc/contract/shifts/handover-contract.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import type { FormWork, PanelAction } from '../../lib/place/subject-panel.ts';
import { NoteInput } from '../../ui/forms/note-input.tsx';
import { useAction } from '../../ui/forms/use-action.ts';
import { HANDOVER_SHORTCUTS } from './handover-shortcuts.ts';

type FormProps = { readonly detail: HandoverDetail; readonly work: FormWork };

const NEXT_SHIFT = 'next';

type PinProps = { readonly pin: string; readonly onPin: (pin: string) => void; readonly autoFocus: boolean };

function PinInput({ pin, onPin, autoFocus }: PinProps) {
  return (
    <Input.Password
      className="handover-pin"
      aria-label="PIN"
      placeholder="PIN"
      inputMode="numeric"
      autoComplete="off"
      maxLength={8}
      autoFocus={autoFocus}
      value={pin}
      onChange={(event) => onPin(event.target.value)}
    />
  );
}

/** H2: the giver signs. Without a name it is for the next shift: the first of its agents to sign. */
function GiveForm({ detail: { sheet, needsPin }, work }: FormProps) {
  const { agents, currentAgentId } = useAppState();
  const [to, setTo] = useState<AgentId | typeof NEXT_SHIFT>(NEXT_SHIFT);
  const [pin, setPin] = useState('');
  const give = useAction('handovers.give', work.close, work.comeBack);
  const options = [
    { value: NEXT_SHIFT, label: '下一班' },
    ...agents
      .filter(({ isArchived }) => !isArchived)
      .map(({ id, name }) => ({ value: id, label: id === currentAgentId ? '我自己' : name })),
  ];
  return (
    <form
      aria-label="交出"
      onSubmit={(event) => {
        event.preventDefault();
        const receiverId = to === NEXT_SHIFT ? null : to;
        give.mutate({ id: sheet.id, receiverId, pin: needsPin ? pin : null });
      }}
    >
      <div className="form-row">
        <Select autoFocus aria-label="交给" value={to} options={options} onChange={setTo} />
        {needsPin && <PinInput pin={pin} onPin={setPin} autoFocus={false} />}
        <Button type="primary" htmlType="submit" loading={give.isPending} disabled={needsPin && pin === ''}>
          签字交出
        </Button>
      </div>
    </form>
  );
}

function ReceiveForm({ detail: { sheet, needsPin, lines }, work }: FormProps) {
  const [pin, setPin] = useState('');
  const receive = useAction('handovers.receive', work.finish, work.comeBack);
  const count = lines.filter(({ leftOut, result }) => leftOut === null && result === null).length;
  return (
    <form
      aria-label="签收"
      onSubmit={(event) => {
        event.preventDefault();
        receive.mutate({ id: sheet.id, pin: needsPin ? pin : null });
      }}
    >
      <div className="form-row">
        {needsPin && <PinInput pin={pin} onPin={setPin} autoFocus />}
        <Button
          type="primary"
          htmlType="submit"
          autoFocus={!needsPin}
          loading={receive.isPending}
          disabled={needsPin && pin === ''}
        >
          签收，{count} 项归我处理
        </Button>
      </div>
    </form>
  );
}

function NoteForm({ detail: { sheet }, work }: FormProps) {
  const [text, setText] = useState(sheet.note ?? '');
  const note = useAction('handovers.note', work.close, work.comeBack);
  return (
    <form
      aria-label="交接备注"
      onSubmit={(event) => {
        event.preventDefault();
        note.mutate({ id: sheet.id, note: text });
      }}
    >
      <NoteInput
        autoFocus
        label="写给下一班"
        placeholder="账号、活动、特殊客户等，例如「旺旺 2 号掉线，已报修」"
        text={text}
        onText={setText}
      />
      <div className="form-row">
        <Button type="primary" htmlType="submit">
          记下
        </Button>
      </div>
    </form>
  );
}

/** Either it is given, or received, or it is history. */
export function handoverActions(detail: HandoverDetail): readonly PanelAction[] {
  const { sheet, isOwn, mayReceive } = detail;
  const isDraft = sheet.state === 'draft' && isOwn;
  return [
    {
      shortcut: HANDOVER_SHORTCUTS.sign,
      label: isDraft ? '签字交出' : '签收',
      isPossible: isDraft || mayReceive,
      isAnswer: mayReceive,
      form: (work) =>
        isDraft ? <GiveForm detail={detail} work={work} /> : <ReceiveForm detail={detail} work={work} />,
    },
    {
      shortcut: HANDOVER_SHORTCUTS.note,
      label: '备注',
      isPossible: isDraft,
      form: (work) => <NoteForm detail={detail} work={work} />,
    },
  ];
}
