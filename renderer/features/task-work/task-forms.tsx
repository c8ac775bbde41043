import { Button } from 'antd';
import { useState } from 'react';
import { type SubjectRef, subjectKey } from '../../../shared/domain/subjects/subject.ts';
import { type Task, taskKindSpec } from '../../../shared/domain/tasks/task.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { useDraft } from '../../lib/place/draft.ts';
import type { FormWork } from '../../lib/place/subject-panel.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { MomentField } from '../../ui/forms/moment-field.tsx';
import { NoteInput } from '../../ui/forms/note-input.tsx';
import { useAction } from '../../ui/forms/use-action.ts';

/** A snooze beyond the end of a task: where the end stands, main refuses it. */
function TooLate({ task, untilMs }: { readonly task: Task; readonly untilMs: number | null }) {
  const nowMs = useNow(MINUTE);
  const { expiresAtMs } = task;
  if (untilMs === null || expiresAtMs === null || untilMs < expiresAtMs) return null;
  const end = formatMoment(expiresAtMs, nowMs);
  const isKept = taskKindSpec(task.kind).snooze === 'keeps-end';
  return (
    <p className="form-warning">
      {isKept ? `该待办 ${end} 失效，请选择更早的时间` : `该待办 ${end} 后失效，届时订单可能已关闭`}
    </p>
  );
}

/** To the minute, and with the words why. */
export function SnoozeForm({ task, work }: { readonly task: Task; readonly work: FormWork }) {
  const [note, setNote] = useDraft(`snooze.${task.id}`);
  const [untilMs, setUntilMs] = useState<number | null>(null);
  const nowMs = useNow(MINUTE);
  const snooze = useAction(
    'tasks.snooze',
    () => {
      setNote('');
      work.finish();
    },
    work.comeBack,
  );
  return (
    <form
      aria-label="延后"
      onSubmit={(event) => {
        event.preventDefault();
        if (untilMs === null) return;
        snooze.mutate({ id: task.id, untilMs, note });
      }}
    >
      <MomentField label="延后到" value={untilMs} onChange={setUntilMs} autoFocus />
      <TooLate task={task} untilMs={untilMs} />
      <div className="form-row">
        <NoteInput label="延后说明" placeholder="例如：客户说 20:30 充值" text={note} onText={setNote} />
        <Button type="primary" htmlType="submit" disabled={untilMs === null}>
          {untilMs === null ? '延后' : `延后到 ${formatMoment(untilMs, nowMs)}`}
        </Button>
      </div>
    </form>
  );
}

export function NoteForm({ subject, work }: { readonly subject: SubjectRef; readonly work: FormWork }) {
  const [text, setText] = useDraft(`note.${subjectKey(subject)}`);
  const addNote = useAction('subjects.addNote', () => {
    setText('');
    work.close();
  });
  return (
    <form
      aria-label="备注"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') addNote.mutate({ subject, text });
      }}
    >
      <div className="form-row">
        <NoteInput
          autoFocus
          label="备注内容"
          placeholder="记在本机，不会写回平台"
          text={text}
          onText={setText}
        />
        <Button type="primary" htmlType="submit" disabled={text.trim() === ''}>
          添加备注
        </Button>
      </div>
    </form>
  );
}
