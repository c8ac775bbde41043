import { Button } from 'antd';
import type { ComponentProps } from 'react';
import { asSubject } from '../../../../shared/domain/subjects/subject.ts';
import type { OrderSheet } from '../../../features/orders/orders-screen.tsx';
import { useNavigation } from '../../../lib/place/navigation.ts';
import { Kbd } from '../../../ui/facts/kbd.tsx';
import { SubjectPane } from '../subject-pane.tsx';
import { useIntentOf } from '../use-intent-of.ts';

/** The panel of an order beside the list of all orders; its scripts are on the workbench. */
export function OrderBesideList({ orderId, onClose, onAdvance, onUnfocused }: ComponentProps<OrderSheet>) {
  const { openSubject } = useNavigation();
  const subject = asSubject('order', orderId);
  const [intent, tellIntent] = useIntentOf(subject);
  const goToWorkbench = () => openSubject(subject);
  return (
    <aside className="orders-sheet" aria-label="订单详情">
      <header>
        <Button size="small" onClick={goToWorkbench}>
          在工作台打开
        </Button>
        <Button size="small" onClick={onClose}>
          关闭 <Kbd keys="Esc" />
        </Button>
      </header>
      <SubjectPane
        subject={subject}
        taskId={null}
        openSubject={openSubject}
        intent={intent}
        onIntent={tellIntent}
        onWords={goToWorkbench}
        onGone={onClose}
        onAdvance={onAdvance}
        onUnfocused={onUnfocused}
      />
    </aside>
  );
}
