import './handover.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { HANDOVER_STATE_LABELS, type HandoverId } from '../../../shared/domain/handovers/handover.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import type { HandoverDetail, HandoverRow } from '../../../shared/ipc/contract/shifts/handover-contract.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { call } from '../../lib/main-process/ipc.ts';
import type { SubjectFrame, SubjectPanelProps } from '../../lib/place/subject-panel.ts';
import { useShortcut } from '../../lib/shortcuts.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { useCopyText } from '../../ui/copy-button.tsx';
import { Kbd } from '../../ui/facts/kbd.tsx';
import { Money } from '../../ui/facts/money.tsx';
import { Tag } from '../../ui/facts/tag.tsx';
import { useFeedback } from '../../ui/feedback.tsx';
import { Asked } from '../../ui/forms/asked.tsx';
import { ExportMenu } from '../../ui/forms/export-menu.tsx';
import { handoverActions } from './handover-actions.tsx';
import { HandoverLines } from './handover-lines.tsx';
import { HANDOVER_SHORTCUTS } from './handover-shortcuts.ts';
import { handoverQueries } from './queries.ts';

type PanelProps = SubjectPanelProps & { readonly handoverId: HandoverId; readonly Frame: SubjectFrame };
type DetailProps = { readonly detail: HandoverDetail };

const IDLE: Readonly<Record<HandoverDetail['sheet']['state'], string>> = {
  draft: '还没有交出，核对后签字',
  given: '等待接班的人签收',
  received: '已签收，事项归接班的人',
};

function signed(detail: HandoverDetail, nowMs: number): string {
  const { sheet, giverName, receiverName, receivedByName } = detail;
  if (sheet.givenAtMs === null) return '待办有变化时，这里自动更新';
  const given = `${giverName} ${formatMoment(sheet.givenAtMs, nowMs)} 交给${receiverName}`;
  return sheet.receivedAtMs === null
    ? `${given}，等待签收`
    : `${given}，${receivedByName ?? receiverName} ${formatMoment(sheet.receivedAtMs, nowMs)} 签收`;
}

function Header({ detail }: DetailProps) {
  const nowMs = useNow(MINUTE);
  return (
    <header className="subject-header">
      <div className="subject-header-line">
        <h2 className="subject-title truncate">{detail.giverName}的交接单</h2>
        <Tag {...(detail.mayReceive ? { tone: 'accent' as const } : {})}>
          {HANDOVER_STATE_LABELS[detail.sheet.state]}
        </Tag>
      </div>
      <div className="subject-header-line muted">
        <span>{signed(detail, nowMs)}</span>
      </div>
    </header>
  );
}

/** The sheet leaves as text, as a file and on paper. */
function Ways({ detail }: DetailProps) {
  const copy = useCopyText();
  const feedback = useFeedback();
  const { id } = detail.sheet;
  const save = useMutation({
    mutationFn: (format: 'csv' | 'xlsx') => call('handovers.export', { id, format }),
    onSuccess: (path) => feedback.saved(path),
    onError: (error) => feedback.fail(error),
  });
  const copyText = () => copy(detail.text, '交接单');
  const print = () => window.print();
  useShortcut(HANDOVER_SHORTCUTS.copy, copyText);
  useShortcut(HANDOVER_SHORTCUTS.print, print);
  return (
    <div className="handover-ways">
      <Button size="small" onClick={copyText}>
        复制成文字 <Kbd keys={HANDOVER_SHORTCUTS.copy.label} />
      </Button>
      <ExportMenu size="small" onFormat={(format) => save.mutate(format)}>
        导出
      </ExportMenu>
      <Button size="small" onClick={print}>
        打印 <Kbd keys={HANDOVER_SHORTCUTS.print.label} />
      </Button>
    </div>
  );
}

function Sheet({ detail, onOpen }: DetailProps & { readonly onOpen: PanelProps['openSubject'] }) {
  const { sheet, lines, queue, isOwn } = detail;
  return (
    <div className="handover-sheet">
      <HandoverLines
        id={sheet.id}
        lines={lines}
        isEdited={isOwn && sheet.state === 'draft'}
        onOpen={(subject) => onOpen(subject)}
      />
      {sheet.note !== null && <p className="handover-note">备注：{sheet.note}</p>}
      <p className="muted numeric">
        全部待办 {queue.count} 项，涉及 <Money fen={queue.amountFen} />
      </p>
      <Ways detail={detail} />
    </div>
  );
}

function rowText({ giverName, receiverName, count, openCount, state }: HandoverRow): string {
  const done = state === 'given' ? '待签收' : openCount === 0 ? '全部完成' : `还剩 ${openCount} 项`;
  return `${giverName} → ${receiverName}，${count} 项，${done}`;
}

function LastSheets({ onOpen }: { readonly onOpen: (id: HandoverId) => void }) {
  const nowMs = useNow(MINUTE);
  const { data: rows } = useQuery(handoverQueries.list());
  if (rows === undefined) return null;
  if (rows.length === 0) return <p className="muted handover-none">还没有交出过交接单</p>;
  return (
    <ul className="handover-past">
      {rows.map((row) => (
        <li key={row.id}>
          <button type="button" className="handover-subject" onClick={() => onOpen(row.id)}>
            <span className="numeric">{formatMoment(row.givenAtMs, nowMs)}</span> {rowText(row)}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Loaded({ detail, handoverId, Frame, ...rest }: PanelProps & DetailProps) {
  return (
    <Frame
      {...rest}
      subject={asSubject('handover', handoverId)}
      tasks={detail.tasks}
      idle={IDLE[detail.sheet.state]}
      nowMs={detail.nowMs}
      header={<Header detail={detail} />}
      endsAtMs={null}
      facts={<Sheet detail={detail} onOpen={rest.openSubject} />}
      aside={{
        label: '最近的交接单',
        content: <LastSheets onOpen={(id) => rest.openSubject(asSubject('handover', id))} />,
      }}
      actionsBefore={handoverActions(detail)}
    />
  );
}

/** H2: the sheet of a shift, written by the one that leaves, signed by the one that comes. */
export function HandoverPanel(props: PanelProps) {
  const query = useQuery(handoverQueries.detail(props.handoverId));
  return (
    <Asked query={query} onGone={props.onGone}>
      {/* A key ends what was begun for the last one. */}
      {(detail) => <Loaded key={detail.sheet.id} {...props} detail={detail} />}
    </Asked>
  );
}
