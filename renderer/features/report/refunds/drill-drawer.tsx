import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { refundTitle } from '../../../../shared/domain/refunds/refund.ts';
import { asSubject } from '../../../../shared/domain/subjects/subject.ts';
import type { ReportQuery } from '../../../../shared/ipc/contract/program/report-contract.ts';
import type { RefundRow } from '../../../../shared/ipc/contract/refunds/refund-list-contract.ts';
import { useNavigation } from '../../../lib/place/navigation.ts';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { Money } from '../../../ui/facts/money.tsx';
import { DrillList } from '../drill-list.tsx';
import { reportQueries } from '../queries.ts';
import type { Drilled } from './drill.ts';

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
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return (
    <DrillList
      label="报表中的退款"
      unit="笔"
      rows={data?.rows ?? []}
      total={data?.total ?? 0}
      renderRow={(row) => <Row row={row} />}
      onOpen={({ id }) => openSubject(asSubject('refund', id))}
    />
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
