import { Button } from 'antd';
import { type SubjectRef, subjectKey } from '../../../shared/domain/subjects/subject.ts';
import { type Task, taskKindSpec } from '../../../shared/domain/tasks/task.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { useDraft, useMomentDraft } from '../../lib/place/draft.ts';
import { beyondLimit } from '../../lib/place/put-off.ts';
import type { FormWork, PutOffLimit } from '../../lib/place/subject-panel.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { MomentField } from '../../ui/forms/moment-field.tsx';
import { NoteInput } from '../../ui/forms/note-input.tsx';
import { useAction } from '../../ui/forms/use-action.ts';

type LateProps = { readonly task: Task; readonly limit: PutOffLimit | null };

/** A snooze beyond the end of a task: where the end stands, main refuses it, or keeps the time in another way. */
function lateness({ task, limit }: LateProps, untilMs: number | null, nowMs: number): string | null {
  if (limit !== null) return beyondLimit({ limit, untilMs, nowMs })?.says ?? null;
  const { expiresAtMs } = task;
  if (untilMs === null || expiresAtMs === null || untilMs < expiresAtMs) return null;
  const end = formatMoment(expiresAtMs, nowMs);
  return taskKindSpec(task.kind).snooze === 'keeps-end'
    ? `该待办 ${end} 失效，请选择更早的时间`
    : `该待办 ${end} 后失效，届时订单可能已关闭`;
}

/** To the minute, and with the words why. */
export function SnoozeForm({ task, limit, work }: LateProps & { readonly work: FormWork }) {
  const [note, setNote] = useDraft(`snooze.${task.id}`);
  const nowMs = useNow(MINUTE);
  const [untilMs, setUntilMs] = useMomentDraft(`snooze-until.${task.id}`, nowMs);
  const late = lateness({ task, limit }, untilMs, nowMs);
  const snooze = useAction(
    'tasks.snooze',
    () => {
      setNote('');
      setUntilMs(null);
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
      <MomentField
        label="延后到"
        value={untilMs}
        onChange={setUntilMs}
        before={limit?.endsAtMs ?? null}
        autoFocus
      />
      {late !== null && <p className="form-warning">{late}</p>}
      <div className="form-row">
        <NoteInput label="延后说明" placeholder="例如：客户说 20:30 充值" text={note} onText={setNote} />
        <Button type="primary" htmlType="submit" disabled={untilMs === null}>
          {beyondLimit({ limit, untilMs, nowMs })?.does ??
            (untilMs === null ? '延后' : `延后到 ${formatMoment(untilMs, nowMs)}`)}
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
