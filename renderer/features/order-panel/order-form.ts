import type { Order } from '../../../shared/domain/orders/order.ts';
import type { FormWork, SubjectPanelProps } from '../../lib/place/subject-panel.ts';

export type OrderFormProps = Pick<SubjectPanelProps, 'intent' | 'onIntent'> & {
  readonly order: Order;
  readonly work: FormWork;
};
