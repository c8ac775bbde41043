import type { OrderId } from '../../../../shared/domain/ids.ts';
import { asSubject } from '../../../../shared/domain/subjects/subject.ts';
import { useNavigation } from '../../../lib/place/navigation.ts';
import type { FormWork } from '../../../lib/place/subject-panel.ts';
import { CaseOpenForm } from '../../../ui/cases/case-open-form.tsx';

/** O2, O3: the customer wants the order cancelled or in a way of its own; the case is opened at once. */
export function CaseForm({ orderId, work }: { readonly orderId: OrderId; readonly work: FormWork }) {
  const { openSubject } = useNavigation();
  return (
    <CaseOpenForm
      link={asSubject('order', orderId)}
      work={work}
      onOpened={(id) => openSubject(asSubject('case', id))}
    />
  );
}
