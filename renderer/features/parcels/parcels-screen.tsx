import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ClipboardEvent, useDeferredValue } from 'react';
import { asSubject, type SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { ParcelRow, ParcelsAsked } from '../../../shared/ipc/contract/parcel-contract.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';
import { useChosenShop } from '../../lib/place/chosen-shop.ts';
import { type OpenSubject, useNavigation } from '../../lib/place/navigation.ts';
import { SHORTCUTS } from '../../lib/shortcuts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ExportMenu } from '../../ui/forms/export-menu.tsx';
import { SearchField } from '../../ui/forms/search-field.tsx';
import { ShopSelect } from '../../ui/forms/shop-select.tsx';
import { ColumnsMenu } from '../../ui/lists/columns/columns-menu.tsx';
import { useColumns } from '../../ui/lists/columns/use-columns.ts';
import { ListScreen } from '../../ui/lists/list-screen.tsx';
import { useListWork } from '../../ui/lists/use-list-work.ts';
import { parcelColumns } from './parcel-columns.tsx';
import { useParcelActions } from './parcel-list-actions.tsx';

const listQuery = (asked: ParcelsAsked) =>
  queryOptions({
    queryKey: [...QUERY_ROOTS.parcels, 'list', asked],
    queryFn: () => call('parcels.list', asked),
    placeholderData: keepPreviousData,
  });

function NoParcels({ text, onClear }: { readonly text: string; readonly onClear: () => void }) {
  const { openScreen } = useNavigation();
  if (text !== '') {
    return (
      <EmptyState
        title="没有找到包裹"
        hint="可以查整个单号、至少 4 位尾号、手机尾号、收件人、昵称或订单编号，也可以一次粘贴多个"
        action={<Button onClick={onClear}>清除</Button>}
      />
    );
  }
  return (
    <EmptyState
      title="没有异常或该到未到的包裹"
      hint="没有导入物流文件的包裹只按发货时间判断。导入快递或打单软件的物流、异常件文件后，停滞、派送失败等会显示在这里"
      action={
        <Button type="primary" onClick={() => openScreen('imports')}>
          去导入
        </Button>
      }
    />
  );
}

/** Opened as the parcel itself where anything was said of it, else as the refund or the order that names it. */
function subjectOf({ parcelId, refundId, orderId }: ParcelRow): SubjectRef | null {
  if (refundId !== null) return asSubject('refund', refundId);
  if (parcelId !== null) return asSubject('parcel', parcelId);
  return orderId === null ? null : asSubject('order', orderId);
}

/** Words are looked for in capital letters. */
function without(text: string, word: string): string {
  const at = text.toUpperCase().indexOf(word.toUpperCase());
  return at < 0 ? text : `${text.slice(0, at)}${text.slice(at + word.length)}`.trim();
}

type Props = { readonly onOpen: OpenSubject };

/** O13, A6: parcels of all shops, found by one paste; without a text those that are late or in trouble. */
export function ParcelsScreen({ onOpen }: Props) {
  const [shopId, chooseShop] = useChosenShop();
  const { shops } = useAppState();
  const work = useListWork('parcels');
  const text = useDeferredValue(work.text.trim());
  const asked = { text, shopId: text === '' ? shopId : null };
  const { data, error, refetch } = useQuery(listQuery(asked));
  const rows = data?.rows ?? [];
  const columns = useColumns('parcels', parcelColumns(shops.length < 2));
  const actions = useParcelActions();

  // A field of one line would join the lines of a paste to one word.
  function pasteLines(event: ClipboardEvent): void {
    const pasted = event.clipboardData.getData('text/plain');
    if (!/[\r\n]/u.test(pasted)) return;
    event.preventDefault();
    work.search(pasted.replaceAll(/\s*[\r\n]+\s*/gu, '，').trim());
  }
  return (
    <ListScreen
      label="包裹"
      unit="个"
      bar={
        <header className="list-bar" onPaste={pasteLines}>
          <SearchField
            className="list-search"
            label="查包裹"
            placeholder="粘贴单号、尾号、手机尾号、收件人，可多个"
            shortcut={SHORTCUTS.findParcel}
            mostChars={20_000}
            text={work.text}
            onText={work.search}
            onEnterList={() => work.enter(rows)}
          />
          <ShopSelect shopId={shopId} onShop={chooseShop} />
          <span className="list-bar-end">
            <ColumnsMenu columns={columns} />
            <ExportMenu
              disabled={rows.length === 0}
              onFormat={(format) => void call('parcels.export', { ...asked, format })}
            >
              导出所列
            </ExportMenu>
          </span>
        </header>
      }
      chips={(data?.missing ?? []).map((word) => ({
        key: word,
        label: `没有找到 ${word}`,
        onRemove: () => work.search(without(work.text, word)),
      }))}
      onClear={() => work.search('')}
      empty={data && rows.length === 0 ? <NoParcels text={text} onClear={() => work.search('')} /> : null}
      rows={rows}
      loadUpTo={() => undefined}
      error={error}
      onRetry={() => void refetch()}
      columns={columns}
      sort="asked"
      onSort={() => undefined}
      work={work}
      onOpen={(row) => {
        const subject = subjectOf(row);
        if (subject) onOpen(subject, row.taskId);
      }}
      actions={actions}
      moneyOf={() => null}
      totals={data && `${rows.length.toLocaleString('zh-CN')} 个${text === '' ? '异常或该到未到' : ''}`}
    />
  );
}
