import type { Order } from '../../../shared/domain/orders/order.ts';
import type { FormWork, PutOffLimit, SubjectPanelProps } from '../../lib/place/subject-panel.ts';

export type OrderFormProps = Pick<SubjectPanelProps, 'intent' | 'onIntent'> & {
  readonly order: Order;
  /** `null`: the order is not closed by the platform. */
  readonly limit: PutOffLimit | null;
  readonly work: FormWork;
};
