import { Button } from 'antd';
import type { ShipOutcome } from '../../../../shared/domain/shipping/ship-contact.ts';
import { SHIP_OUTCOME_LABELS } from '../../../../shared/domain/shipping/ship-contact.ts';
import { useNavigation } from '../../../lib/place/navigation.ts';
import { ShipContactForm } from '../../../ui/forms/ship-contact-form.tsx';
import { useAction } from '../../../ui/forms/use-action.ts';
import type { OrderFormProps } from '../order-form.ts';

type Props = Pick<OrderFormProps, 'order' | 'work'>;

/** The warehouse acts by the memo of these. */
const NOTED: ReadonlySet<ShipOutcome> = new Set(['waits', 'ships-today', 'faster-courier']);

/** O4, O7: the customer's answer; where the warehouse has to know it, the filled memo is next. */
export function ContactForm({ order, work }: Props) {
  const { writeMemo } = useNavigation();
  return (
    <ShipContactForm
      orderIds={[order.id]}
      onUndone={work.comeBack}
      onDone={(outcome, note) => {
        work.close();
        const reason = note.trim() === '' ? SHIP_OUTCOME_LABELS[outcome] : note.trim();
        if (NOTED.has(outcome)) writeMemo({ orderId: order.id, template: 'unshipped', reason });
      }}
    />
  );
}

/** X4: a claim, no more; the next import proves it or brings the order back. */
export function ClaimShippedForm({ order, work }: Props) {
  const claim = useAction('shipping.claim', work.finish, work.comeBack);
  return (
    <form
      aria-label="登记已发货"
      onSubmit={(event) => {
        event.preventDefault();
        claim.mutate({ orderIds: [order.id] });
      }}
    >
      <p className="muted">已在平台点发货；下次导入核实，若仍未发货会重新提醒。</p>
      <div className="form-row">
        <Button autoFocus type="primary" htmlType="submit">
          登记已发货
        </Button>
      </div>
    </form>
  );
}
