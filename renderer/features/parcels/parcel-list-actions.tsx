import { courierText } from '../../../shared/domain/parcels/courier-text.ts';
import { PARCEL_EXCEPTIONS, type ParcelRow } from '../../../shared/ipc/contract/parcel-contract.ts';
import { SHORTCUTS } from '../../lib/shortcuts.ts';
import { useCopyText } from '../../ui/copy-button.tsx';
import { ChoiceForm } from '../../ui/forms/choice-form.tsx';
import { useAction } from '../../ui/forms/use-action.ts';
import type { ListAction } from '../../ui/lists/list-actions.tsx';

type FormProps = { readonly chosen: readonly ParcelRow[]; readonly onDone: () => void };

const LABELS = Object.fromEntries(PARCEL_EXCEPTIONS.map((word) => [word, word])) as Readonly<
  Record<(typeof PARCEL_EXCEPTIONS)[number], string>
>;

/** O13: an agent has seen on the page of the carrier that something is wrong. */
function RegisterForm({ chosen, onDone }: FormProps) {
  const register = useAction('parcels.register', onDone);
  const [row] = chosen;
  if (!row) return null;
  const { trackingNo, shopId, parcelId, carrier } = row;
  return (
    <ChoiceForm
      label="登记异常"
      hint={`${trackingNo}：在快递页面看到的异常，登记后进入待办，先告知客户`}
      labels={LABELS}
      choices={PARCEL_EXCEPTIONS}
      onChoose={(exception, note) =>
        register.mutate({ trackingNo, shopId, parcelId, carrier, exception, note })
      }
    />
  );
}

/** Everything that can be done about one parcel or many, in the bar below the list and in its menu. */
export function useParcelActions(): readonly ListAction<ParcelRow>[] {
  const copy = useCopyText();
  return [
    {
      key: 'courier',
      label: '复制给快递',
      shortcut: SHORTCUTS.copyForCourier,
      isPossible: (chosen) => chosen.length > 0,
      run: (chosen) => copy(courierText(chosen), `给快递的 ${chosen.length} 行`),
    },
    {
      key: 'numbers',
      label: '复制单号',
      isPossible: (chosen) => chosen.length > 0,
      run: (chosen) =>
        copy(chosen.map(({ trackingNo }) => trackingNo).join('\n'), ` ${chosen.length} 个单号`),
    },
    {
      key: 'register',
      label: '登记异常',
      shortcut: SHORTCUTS.registerParcel,
      isPossible: (chosen) => chosen.length === 1 && chosen[0]?.direction === 'out',
      Form: RegisterForm,
    },
  ];
}
