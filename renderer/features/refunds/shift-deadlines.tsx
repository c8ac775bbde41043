import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Input, InputNumber, Modal, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { DEADLINE_KIND_SPECS } from '../../../shared/domain/shared-parts/deadline-kinds/index.ts';
import { beijingDate, dateToMs } from '../../../shared/time/beijing.ts';
import { DAY, HOUR } from '../../../shared/time/durations.ts';
import { useNow } from '../../lib/time/now.ts';
import { useAction } from '../../ui/forms/use-action.ts';
import { refundListQueries } from './queries.ts';

const KINDS = ['refund', 'ship'] as const;
type Kind = (typeof KINDS)[number];
const kindOptions = KINDS.map((kind) => ({ value: kind, label: DEADLINE_KIND_SPECS[kind].label }));

const MOST_HOURS = 30 * 24;
const DATE = 'YYYY-MM-DD';

function Form({ onDone }: { readonly onDone: () => void }) {
  const nowMs = useNow(DAY);
  const [kind, setKind] = useState<Kind>('refund');
  const [untilDate, setUntilDate] = useState(beijingDate(nowMs + 2 * DAY));
  const [hours, setHours] = useState<number | null>(24);
  const [reason, setReason] = useState('');
  const shift = useAction('deadlines.shift', onDone);
  /** The day itself is meant too. */
  const untilMs = (dateToMs(untilDate) ?? nowMs) + DAY - 1;
  const { data } = useQuery(refundListQueries.ending(kind, untilMs));
  const count = data?.count ?? 0;
  const isComplete = hours !== null && reason.trim() !== '' && count > 0;
  return (
    <form
      className="shift-form"
      aria-label="节假日顺延"
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) shift.mutate({ kind, byMs: hours * HOUR, untilMs, reason });
      }}
    >
      <p className="muted">
        平台公告节假日顺延后使用：现在起到所选日期到期的截止时间一起推后，原时间保留；之后的导入文件里的时间优先。
      </p>
      <div className="form-row">
        <span className="shift-label">哪些</span>
        <Segmented<Kind> aria-label="截止时间的种类" options={kindOptions} value={kind} onChange={setKind} />
      </div>
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

/** 节假日顺延: how many first, then all of them in one stroke, which one undo takes back. */
export function ShiftDeadlines() {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>节假日顺延</Button>
      <Modal open={isOpen} title="节假日顺延" footer={null} onCancel={close} destroyOnHidden>
        <Form onDone={close} />
      </Modal>
    </>
  );
}
