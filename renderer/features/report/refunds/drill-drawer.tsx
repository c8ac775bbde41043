import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { refundTitle } from '../../../../shared/domain/refunds/refund.ts';
import { asSubject } from '../../../../shared/domain/subjects/subject.ts';
import type { ReportQuery } from '../../../../shared/ipc/contract/program/report-contract.ts';
import type { RefundRow } from '../../../../shared/ipc/contract/refund-list-contract.ts';
import { useNavigation } from '../../../lib/place/navigation.ts';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { Money } from '../../../ui/facts/money.tsx';
import { VirtualList } from '../../../ui/lists/virtual-list.tsx';
import { reportQueries } from '../queries.ts';
import type { Drilled } from './drill.ts';

const ROW_HEIGHT = 34;

function Row({ row }: { readonly row: RefundRow }) {
  return (
    <div className="report-drill-row">
      <Money fen={row.refundFen} isStrong />
      <span className="truncate">{row.stateText}</span>
      <span className="truncate">{row.customerNick ?? '—'}</span>
      <span className="truncate muted" title={row.reason ?? undefined}>
        {row.reason ?? '—'}
      </span>
      <span className="truncate muted" title={row.itemTitle ?? undefined}>
        {row.itemTitle ?? '—'}
      </span>
      <span className="numeric truncate muted">{refundTitle(row)}</span>
    </div>
  );
}

function Rows({ query, drilled: { drill } }: { readonly query: ReportQuery; readonly drilled: Drilled }) {
  const { openSubject } = useNavigation();
  const { data, error, refetch } = useQuery(reportQueries.refundRows({ ...query, drill }));
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const rows = data?.rows ?? [];
  const first = rows[0]?.id ?? null;
  useEffect(() => {
    if (first !== null) list.current?.focus();
  }, [first]);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <p className="muted numeric">
        {data && data.total > rows.length
          ? `金额最高的 ${rows.length} 笔，共 ${data.total.toLocaleString('zh-CN')} 笔`
          : `${rows.length} 笔，按金额从高到低；Enter 打开`}
      </p>
      <div className="report-drill-list">
        <VirtualList
          label="报表中的退款"
          listRef={list}
          count={rows.length}
          rowHeight={ROW_HEIGHT}
          rowKey={(index) => rows[index]?.id}
          selectedKey={chosen ?? first}
          onSelect={setChosen}
          onOpen={(key) => {
            const row = rows.find(({ id }) => id === key);
            if (row) openSubject(asSubject('refund', row.id));
          }}
          renderRow={(index) => {
            const row = rows[index];
            return row && <Row row={row} />;
          }}
        />
      </div>
    </>
  );
}

type Props = {
  readonly query: ReportQuery;
  readonly drilled: Drilled | null;
  readonly onClose: () => void;
};

/** The refunds behind a number; Enter opens one on the workbench. */
export function DrillDrawer({ query, drilled, onClose }: Props) {
  return (
    <Drawer open={drilled !== null} title={drilled?.title} size={860} onClose={onClose} destroyOnHidden>
      {drilled && <Rows query={query} drilled={drilled} />}
    </Drawer>
  );
}
