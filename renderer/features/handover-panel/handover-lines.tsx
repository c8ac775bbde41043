import { Button, Input } from 'antd';
import { useState } from 'react';
import type { HandoverId, HandoverMark } from '../../../shared/domain/handovers/handover.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import { NOTE_MOST_CHARS } from '../../../shared/ipc/contract/note.ts';
import type { HandoverLine } from '../../../shared/ipc/contract/shifts/handover-contract.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { isComposing } from '../../lib/keyboard.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Tag } from '../../ui/facts/tag.tsx';
import { useAction } from '../../ui/forms/use-action.ts';

type LineProps = {
  readonly id: HandoverId;
  readonly line: HandoverLine;
  readonly number: number;
  readonly isEdited: boolean;
  readonly onOpen: (subject: SubjectRef) => void;
};

const markOf = ({ taskId, toDo, leftOut, isFirst }: HandoverLine): HandoverMark => ({
  taskId,
  toDo,
  leftOut,
  isFirst,
});

type WordsProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly kept: string;
  readonly onKeep: (text: string) => void;
  readonly autoFocus?: boolean;
};

/** Kept when the agent leaves the field, or with Enter. */
function Words({ label, placeholder, kept, onKeep, autoFocus = false }: WordsProps) {
  const [text, setText] = useState(kept);
  const keep = () => text.trim() !== kept && onKeep(text.trim());
  return (
    <Input
      size="small"
      aria-label={label}
      placeholder={placeholder}
      autoFocus={autoFocus}
      maxLength={NOTE_MOST_CHARS}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event)) keep();
      }}
    />
  );
}

/** The giver's words about one item; it is never taken off the sheet, only left out with a reason. */
function Marks({ id, line, number }: Pick<LineProps, 'id' | 'line' | 'number'>) {
  const [isLeaving, setIsLeaving] = useState(false);
  const mark = useAction('handovers.mark', () => setIsLeaving(false));
  const change = (part: Partial<HandoverMark>) => mark.mutate({ id, mark: { ...markOf(line), ...part } });
  if (line.leftOut !== null) {
    return (
      <div className="handover-marks">
        <span className="muted truncate">不用交接：{line.leftOut}</span>
        <Button size="small" onClick={() => change({ leftOut: null })}>
          恢复
        </Button>
      </div>
    );
  }
  return (
    <div className="handover-marks">
      {isLeaving ? (
        <Words
          autoFocus
          label={`第 ${number} 项不用交接的原因`}
          placeholder="为什么不用交接，例如「我明天自己处理」"
          kept=""
          onKeep={(leftOut) => change({ leftOut })}
        />
      ) : (
        <Words
          // The words on record are shown again when they have changed elsewhere.
          key={line.toDo}
          label={`第 ${number} 项要做什么`}
          placeholder="要做什么"
          kept={line.toDo ?? ''}
          onKeep={(toDo) => change({ toDo: toDo === '' ? null : toDo })}
        />
      )}
      <Button
        size="small"
        type={line.isFirst ? 'primary' : 'default'}
        aria-pressed={line.isFirst}
        onClick={() => change({ isFirst: !line.isFirst })}
      >
        先做
      </Button>
      <Button size="small" aria-pressed={isLeaving} onClick={() => setIsLeaving(!isLeaving)}>
        {isLeaving ? '取消' : '不用交'}
      </Button>
    </div>
  );
}

function Head({ line, onOpen }: Pick<LineProps, 'line' | 'onOpen'>) {
  const nowMs = useNow(MINUTE);
  return (
    <div className="handover-head">
      <button type="button" className="handover-subject truncate" onClick={() => onOpen(line.subject)}>
        {line.customer ?? line.title}
      </button>
      {line.isFirst && <Tag tone="accent">先做</Tag>}
      {line.isPromise && <Tag>答应客户</Tag>}
      {line.carried > 0 && <Tag tone="warning">第 {line.carried} 次顺延</Tag>}
      <span className="handover-due numeric">{formatMoment(line.dueAtMs, nowMs)}</span>
    </div>
  );
}

/** The giver's words as the next shift, and the paper, have them. */
const Said = ({ line: { toDo, leftOut } }: Pick<LineProps, 'line'>) => (
  <>
    {toDo !== null && <p className="handover-to-do">要做：{toDo}</p>}
    {leftOut !== null && <p className="muted">不用交接：{leftOut}</p>}
  </>
);

function Line({ id, line, number, isEdited, onOpen }: LineProps) {
  const isOver = line.result !== null || line.leftOut !== null;
  return (
    <li className="handover-line" data-is-over={isOver || undefined}>
      <span className="handover-number numeric muted">{number}</span>
      <div className="handover-words">
        <Head line={line} onOpen={onOpen} />
        <p>
          <span className="muted">{line.kindLabel}　</span>
          {line.reason}
        </p>
        {line.result !== null && <p className="handover-result">✓ {line.result}</p>}
        <div className={isEdited ? 'handover-on-paper' : undefined}>
          <Said line={line} />
        </div>
        {isEdited && <Marks id={id} line={line} number={number} />}
      </div>
    </li>
  );
}

type LinesProps = Pick<LineProps, 'id' | 'isEdited' | 'onOpen'> & {
  readonly lines: readonly HandoverLine[];
};

/** The items of a sheet, in the order in which they are to be done. */
export function HandoverLines({ id, lines, isEdited, onOpen }: LinesProps) {
  if (lines.length === 0) {
    return (
      <EmptyState
        title="没有要交接的事项"
        hint={
          isEdited
            ? '你负责的、和客户约好的待办会自动列在这里；在订单上 Ctrl+N 写下的承诺也会'
            : '上一班没有留下待办'
        }
      />
    );
  }
  return (
    <ol className="handover-lines" aria-label="交接事项">
      {lines.map((line, index) => (
        <Line key={line.taskId} id={id} line={line} number={index + 1} isEdited={isEdited} onOpen={onOpen} />
      ))}
    </ol>
  );
}
