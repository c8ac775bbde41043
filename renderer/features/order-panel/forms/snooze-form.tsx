import { Button, Input } from 'antd';
import { useState } from 'react';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { useDraft } from '../../../lib/draft.ts';
import { formatMoment } from '../../../lib/format.ts';
import { useNow } from '../../../lib/now.ts';
import { MomentField } from '../../../ui/moment-field.tsx';
import { useAction } from '../../../ui/use-action.ts';
import type { OrderWork } from '../use-order-work.ts';

/** To the minute, and with the words why. */
export function SnoozeForm({ work }: { readonly work: OrderWork }) {
  const task = work.task;
  const [note, setNote] = useDraft(`snooze.${task?.id ?? ''}`);
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
  if (!task) return null;
  const expiresAtMs = task.expiresAtMs;
  const isTooLate = untilMs !== null && expiresAtMs !== null && untilMs >= expiresAtMs;
  return (
    <form
      aria-label="延后"
      onSubmit={(event) => {
        event.preventDefault();
        if (untilMs === null) return;
        snooze.mutate({ id: task.id, untilMs, note: note.trim() === '' ? null : note.trim() });
      }}
    >
      <MomentField label="延后到" value={untilMs} onChange={setUntilMs} autoFocus />
      {isTooLate && (
        <p className="form-warning">该待办 {formatMoment(expiresAtMs, nowMs)} 后失效，届时订单可能已关闭</p>
      )}
      <div className="form-row">
        <Input
          aria-label="延后说明"
          placeholder="例如：客户说 20:30 充值"
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <Button type="primary" htmlType="submit" disabled={untilMs === null}>
          {untilMs === null ? '延后' : `延后到 ${formatMoment(untilMs, nowMs)}`}
        </Button>
      </div>
    </form>
  );
}
