import { Checkbox } from 'antd';
import { useState } from 'react';
import type { UnpaidReason } from '../../../shared/domain/orders/unpaid-reason.ts';
import type { Task } from '../../../shared/domain/tasks/task.ts';
import type { WarningChecks } from '../../../shared/ipc/contract/task-contract.ts';
import type { Completing } from '../../lib/place/subject-panel.ts';

const NO_CHECKS: WarningChecks = { inStock: false, notCancelled: false, reminderSent: false };

const CHECK_LABELS = {
  inStock: '商品有货，不是缺货',
  notCancelled: '客户没有要求取消',
  reminderSent: '3 天提醒已发出',
} as const satisfies Record<keyof WarningChecks, string>;
const CHECKS = ['inStock', 'notCancelled', 'reminderSent'] as const;

type ChecksProps = { readonly checks: WarningChecks; readonly onChecks: (checks: WarningChecks) => void };

function Checks({ checks, onChecks }: ChecksProps) {
  return (
    <fieldset className="checks">
      <legend>发出警告前核对</legend>
      {CHECKS.map((name) => (
        <Checkbox
          key={name}
          checked={checks[name]}
          onChange={(event) => onChecks({ ...checks, [name]: event.target.checked })}
        >
          {CHECK_LABELS[name]}
        </Checkbox>
      ))}
    </fieldset>
  );
}

/** P6: no warning goes out before all three are looked at. */
export function useWarningChecks(reason: UnpaidReason | null): (task: Task) => Completing {
  const [checks, setChecks] = useState(NO_CHECKS);
  return (task) => {
    if (task.kind !== 'chase' || task.step !== 'warn') return { reason, isReady: true, before: null };
    return {
      reason,
      checks,
      isReady: CHECKS.every((name) => checks[name]),
      before: <Checks checks={checks} onChecks={setChecks} />,
    };
  };
}
