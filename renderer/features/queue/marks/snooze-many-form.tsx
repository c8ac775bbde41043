import { Button } from 'antd';
import { useState } from 'react';
import type { TaskId } from '../../../../shared/domain/ids.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { formatMoment } from '../../../lib/time/format.ts';
import { useNow } from '../../../lib/time/now.ts';
import { MomentField } from '../../../ui/forms/moment-field.tsx';
import { NoteInput } from '../../../ui/forms/note-input.tsx';
import { useAction } from '../../../ui/forms/use-action.ts';

type Props = { readonly taskIds: readonly TaskId[]; readonly onDone: () => void };

/** All marked cards come back at the same minute. */
export function SnoozeManyForm({ taskIds, onDone }: Props) {
  const [untilMs, setUntilMs] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const nowMs = useNow(MINUTE);
  const snooze = useAction('tasks.snoozeMany', onDone);
  return (
    <form
      className="queue-marked-form"
      aria-label="延后所选"
      onSubmit={(event) => {
        event.preventDefault();
        if (untilMs !== null) snooze.mutate({ ids: [...taskIds], untilMs, note });
      }}
    >
      <MomentField label="延后到" value={untilMs} onChange={setUntilMs} />
      <NoteInput label="延后说明" placeholder="说明" text={note} onText={setNote} />
      <Button type="primary" htmlType="submit" disabled={untilMs === null}>
        {untilMs === null ? '延后' : `延后到 ${formatMoment(untilMs, nowMs)}`}
      </Button>
    </form>
  );
}
