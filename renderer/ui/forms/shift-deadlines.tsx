import './shift-deadlines.css';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Input, InputNumber, Modal, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { DeadlineKind } from '../../../shared/domain/shared-parts/deadline.ts';
import { DEADLINE_KIND_SPECS } from '../../../shared/domain/shared-parts/deadline-kinds/index.ts';
import { beijingDate, dateToMs } from '../../../shared/time/beijing.ts';
import { DAY, HOUR } from '../../../shared/time/durations.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { QUERY_ROOTS, type QueryRoot } from '../../lib/main-process/query-roots.ts';
import { useNow } from '../../lib/time/now.ts';
import { useAction } from './use-action.ts';

type Kinds = readonly [DeadlineKind, ...DeadlineKind[]];

/** How many ends a shift would put off; it is stale whenever the lists are. */
const endingQuery = (root: QueryRoot, kind: DeadlineKind, untilMs: number) =>
  queryOptions({
    queryKey: [...QUERY_ROOTS[root], 'ending', kind, untilMs],
    queryFn: () => call('deadlines.countEnding', { kind, untilMs }),
  });

const MOST_HOURS = 30 * 24;
const DATE = 'YYYY-MM-DD';

type Props = {
  readonly label: string;
  readonly kinds: Kinds;
  /** The lists beside which it stands. */
  readonly root: QueryRoot;
};
type FormProps = Props & { readonly onDone: () => void };

function Form({ label, kinds, root, onDone }: FormProps) {
  const nowMs = useNow(DAY);
  const [kind, setKind] = useState<DeadlineKind>(kinds[0]);
  const [untilDate, setUntilDate] = useState(beijingDate(nowMs + 2 * DAY));
  const [hours, setHours] = useState<number | null>(24);
  const [reason, setReason] = useState('');
  const shift = useAction('deadlines.shift', onDone);
  /** The day itself is meant too. */
  const untilMs = (dateToMs(untilDate) ?? nowMs) + DAY - 1;
  const { data } = useQuery(endingQuery(root, kind, untilMs));
  const count = data?.count ?? 0;
  const isComplete = hours !== null && reason.trim() !== '' && count > 0;
  return (
    <form
      className="shift-form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) shift.mutate({ kind, byMs: hours * HOUR, untilMs, reason });
      }}
    >
      <p className="muted">
        平台公告节假日或大促顺延后使用：现在起到所选日期到期的截止时间一起推后，原时间保留；之后的导入文件里的时间优先。
      </p>
      {kinds.length > 1 && (
        <div className="form-row">
          <span className="shift-label">哪些</span>
          <Segmented<DeadlineKind>
            aria-label="截止时间的种类"
            options={kinds.map((value) => ({ value, label: DEADLINE_KIND_SPECS[value].label }))}
            value={kind}
            onChange={setKind}
          />
        </div>
      )}
      <div className="form-row">
        <span className="shift-label">到期于</span>
        <DatePicker
          aria-label="到期于此日或之前"
          allowClear={false}
          value={dayjs(untilDate)}
          onChange={(day) => day && setUntilDate(day.format(DATE))}
        />
        <span className="muted">及之前</span>
      </div>
      <div className="form-row">
        <span className="shift-label">推后</span>
        <InputNumber<number>
          aria-label="推后小时数"
          min={1}
          max={MOST_HOURS}
          precision={0}
          suffix="小时"
          value={hours}
          onChange={setHours}
        />
      </div>
      <div className="form-row">
        <span className="shift-label">原因</span>
        <Input
          autoFocus
          aria-label="顺延原因"
          placeholder="例如：国庆放假，平台公告顺延"
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <div className="form-row shift-last">
        <span className="numeric" aria-live="polite">
          {data === undefined
            ? ''
            : count === 0
              ? '没有到期的截止时间'
              : `将推后 ${count.toLocaleString('zh-CN')} 个截止时间`}
        </span>
        <Button type="primary" htmlType="submit" disabled={!isComplete} loading={shift.isPending}>
          顺延
        </Button>
      </div>
    </form>
  );
}

/** Big sale or holiday: how many first, then all of them in one stroke, which one undo takes back. */
export function ShiftDeadlines(props: Props) {
  const { label } = props;
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{label}</Button>
      <Modal open={isOpen} title={label} footer={null} onCancel={close} destroyOnHidden>
        <Form {...props} onDone={close} />
      </Modal>
    </>
  );
}
