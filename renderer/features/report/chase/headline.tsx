import type { ReactNode } from 'react';
import { CHASE_REPORT_NOTES } from '../../../../shared/domain/chasing/chase-report-notes.ts';
import { formatFen } from '../../../../shared/domain/money.ts';
import type { ChaseReport } from '../../../../shared/ipc/contract/program/report-contract.ts';
import { formatRate } from '../../../lib/time/format.ts';
import { Tag } from '../../../ui/facts/tag.tsx';
import { isSmallSample, SMALL_SAMPLE } from './report-rows.ts';

const { rate: _formula, ...OTHER_NOTES } = CHASE_REPORT_NOTES;
const NOTES = Object.values(OTHER_NOTES);

const count = (value: number) => value.toLocaleString('zh-CN');

export function SmallSampleTag() {
  return (
    <Tag tone="warning" title={`不足 ${SMALL_SAMPLE} 单，比例波动大，仅供参考`}>
      样本少
    </Tag>
  );
}

function Figure({
  label,
  value,
  meaning,
}: {
  readonly label: string;
  readonly value: ReactNode;
  readonly meaning: string;
}) {
  return (
    <div className="report-figure">
      <dt>{label}</dt>
      <dd className="report-figure-value numeric">{value}</dd>
      <dd className="muted">{meaning}</dd>
    </div>
  );
}

/** Shows for every number what it is made of, so that a lead need not trust it blindly. */
export function Headline({ report }: { readonly report: ChaseReport }) {
  const { chased, recovered, rate, recoveredFen } = report;
  return (
    <section aria-label="催付成效">
      <dl className="report-headline">
        <Figure
          label="催付成功率"
          value={
            <>
              {formatRate(rate)} {isSmallSample(chased) && <SmallSampleTag />}
            </>
          }
          meaning={`${count(recovered)} ÷ ${count(chased)}，基数 ${count(chased)} 单`}
        />
        <Figure label="催付过的订单" value={count(chased)} meaning="期间内至少催付一次，一单计一次" />
        <Figure label="催付后付款的订单" value={count(recovered)} meaning="付款前最后一次催付在期间内" />
        <Figure label="催回金额" value={`¥${formatFen(recoveredFen)}`} meaning="催付后付款订单的实付合计" />
      </dl>
      <details className="report-notes muted">
        <summary>{CHASE_REPORT_NOTES.rate}</summary>
        <ul>
          {NOTES.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}
