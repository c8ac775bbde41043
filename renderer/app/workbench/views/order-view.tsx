import { lazy, Suspense } from 'react';
import type { OrderId } from '../../../../shared/domain/ids.ts';
import { idIn } from '../../../../shared/domain/subjects/subject.ts';
import { OrderPanel } from '../../../features/order-panel/order-panel.tsx';
import { SubjectFrame } from '../../../features/task-work/subject-frame.tsx';
import { useNavigation } from '../../../lib/place/navigation.ts';
import type { SubjectPanelProps } from '../../../lib/place/subject-panel.ts';

const OrderExamples = lazy(async () => ({
  default: (await import('../../../features/script-page/examples/order-examples.tsx')).OrderExamples,
}));

function Examples({ orderId }: { readonly orderId: OrderId }) {
  const { openScriptPage } = useNavigation();
  return (
    <Suspense fallback={null}>
      <OrderExamples key={orderId} orderId={orderId} onOpenScript={openScriptPage} />
    </Suspense>
  );
}

/** The panel of an order, with the scripts that it is an example of. */
export function OrderView(props: SubjectPanelProps) {
  const orderId = idIn(props.subject, 'order');
  if (orderId === null) return null;
  return (
    <OrderPanel
      {...props}
      orderId={orderId}
      Frame={SubjectFrame}
      aboveTimeline={<Examples orderId={orderId} />}
    />
  );
}
