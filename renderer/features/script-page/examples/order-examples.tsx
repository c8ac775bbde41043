import '../script-page.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { OrderId, ScriptId } from '../../../../shared/domain/ids.ts';
import { scriptPageQueries } from '../queries.ts';
import { ExampleOfOrderForm } from './example-form.tsx';

type OrderExamplesProps = { readonly orderId: OrderId; readonly onOpenScript: (id: ScriptId) => void };

/** K9: which scripts the order is an example of, and how it becomes one. */
export function OrderExamples({ orderId, onOpenScript }: OrderExamplesProps) {
  const [isAdding, setIsAdding] = useState(false);
  const { data = [] } = useQuery(scriptPageQueries.examplesOfOrder(orderId));
  return (
    <section className="order-examples" aria-label="话术案例">
      {data.map((one) => (
        <p key={one.id} className="order-example">
          <span className="muted">案例</span>
          <Button type="link" size="small" onClick={() => onOpenScript(one.scriptId)}>
            {one.scriptTitle}
          </Button>
          <span className="truncate" title={one.note}>
            {one.note}
          </span>
        </p>
      ))}
      {isAdding ? (
        <ExampleOfOrderForm orderId={orderId} onDone={() => setIsAdding(false)} />
      ) : (
        <Button size="small" onClick={() => setIsAdding(true)}>
          加为案例…
        </Button>
      )}
    </section>
  );
}
