import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { ORDER_FILE_LABELS } from '../../../shared/domain/orders/order-list.ts';
import { type ListedOrder, MOST_CHOSEN } from '../../../shared/ipc/contract/order-contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';
import { SHORTCUTS } from '../../lib/shortcuts.ts';
import { useCopyText } from '../../ui/copy-button.tsx';
import { HandOverForm } from '../../ui/forms/hand-over-form.tsx';
import { MomentField } from '../../ui/forms/moment-field.tsx';
import { ShipContactForm } from '../../ui/forms/ship-contact-form.tsx';
import { useAction } from '../../ui/forms/use-action.ts';
import { ExportForm } from '../../ui/lists/export-form.tsx';
import type { ListAction } from '../../ui/lists/list-actions.tsx';
import { useOrderColumns } from './use-order-columns.ts';

type FormProps = { readonly chosen: readonly ListedOrder[]; readonly onDone: () => void };

const idsOf = (orders: readonly ListedOrder[]) => orders.slice(0, MOST_CHOSEN).map(({ id }) => id);

/** One promise about each of the orders, such as 周五前回复尺码. */
function FollowUpForm({ chosen, onDone }: FormProps) {
  const [text, setText] = useState('');
  const [dueAtMs, setDueAtMs] = useState<number | null>(null);
  const followUp = useAction('orders.followUp', onDone);
  const isComplete = text.trim() !== '' && dueAtMs !== null;
  return (
    <form
      className="orders-follow-up"
      aria-label="加跟进"
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) followUp.mutate({ orderIds: idsOf(chosen), text, dueAtMs });
      }}
    >
      <Input
        autoFocus
        aria-label="要做的事"
        placeholder="要做的事，例如「回复尺码」"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <MomentField label="提醒时间" value={dueAtMs} onChange={setDueAtMs} />
      <Button type="primary" htmlType="submit" disabled={!isComplete} loading={followUp.isPending}>
        加跟进{chosen.length > 1 ? ` ${chosen.length} 单` : ''}
      </Button>
    </form>
  );
}

/** Open tasks are handed over; an order without any has nothing to hand over. */
function HandOverOrders({ chosen, onDone }: FormProps) {
  const orderIds = idsOf(chosen);
  const { data: taskIds } = useQuery({
    queryKey: [...QUERY_ROOTS.orders, 'tasks', orderIds],
    queryFn: () => call('orders.tasks', { orderIds }),
  });
  if (taskIds === undefined) return null;
  if (taskIds.length === 0) return <p className="muted">所选订单没有待办，可先「加跟进」</p>;
  return <HandOverForm taskIds={taskIds} onDone={onDone} />;
}

function ExportChosen({ chosen, onDone }: FormProps) {
  const { ticked } = useOrderColumns();
  return (
    <ExportForm
      label="导出所选"
      scopes={[{ key: 'chosen', label: `导出 ${idsOf(chosen).length} 单` }]}
      columns={ORDER_FILE_LABELS}
      shown={ticked.flatMap(({ inFile }) => inFile)}
      save={({ format, columns }) =>
        call('orders.export', { filter: null, orderIds: idsOf(chosen), format, columns })
      }
      onDone={onDone}
    />
  );
}

function ContactOrders({ chosen, onDone }: FormProps) {
  return <ShipContactForm orderIds={idsOf(chosen.filter(isToShip))} onDone={onDone} />;
}

const isToShip = ({ status }: ListedOrder) => status === 'paid';

/** Everything that can be done about one order or many, in the bar below the list and in its menu. */
export function useOrderActions(): readonly ListAction<ListedOrder>[] {
  const copy = useCopyText();
  const claimShipped = useAction('shipping.claim');
  const isAny = (chosen: readonly ListedOrder[]) => chosen.length > 0;
  const counted = (what: string, count: number) => (count > 1 ? ` ${count} 个${what}` : what);
  return [
    {
      key: 'copy-no',
      label: '复制单号',
      isPossible: isAny,
      run: (chosen) => copy(chosen.map(({ no }) => no).join('\n'), counted('订单号', chosen.length)),
    },
    {
      key: 'copy-nick',
      label: '复制昵称',
      isPossible: (chosen) => chosen.some(({ customerNick }) => customerNick !== null),
      run(chosen) {
        const nicks = [...new Set(chosen.flatMap(({ customerNick }) => customerNick ?? []))];
        copy(nicks.join('\n'), counted('昵称', nicks.length));
      },
    },
    {
      key: 'contact',
      label: '联系客户',
      shortcut: SHORTCUTS.contactOrders,
      isPossible: (chosen) => chosen.some(isToShip),
      Form: ContactOrders,
    },
    {
      key: 'claim-shipped',
      label: '登记已发货',
      shortcut: SHORTCUTS.claimShipped,
      isPossible: (chosen) => chosen.some(isToShip),
      run: (chosen) => claimShipped.mutate({ orderIds: idsOf(chosen.filter(isToShip)) }),
    },
    { key: 'follow-up', label: '加跟进', isPossible: isAny, Form: FollowUpForm },
    { key: 'hand-over', label: '转交', isPossible: isAny, Form: HandOverOrders },
    { key: 'export', label: '导出所选', isPossible: isAny, Form: ExportChosen },
  ];
}
