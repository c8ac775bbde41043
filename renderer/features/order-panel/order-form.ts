import type { Order } from '../../../shared/domain/order.ts';
import type { FormWork, SubjectPanelProps } from '../../lib/subject-panel.ts';

export type OrderFormProps = Pick<SubjectPanelProps, 'intent' | 'onIntent'> & {
  readonly order: Order;
  readonly work: FormWork;
};
