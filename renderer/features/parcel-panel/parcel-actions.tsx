import { Button } from 'antd';
import { useState } from 'react';
import { courierText } from '../../../shared/domain/parcels/courier-text.ts';
import type { ParcelDetail } from '../../../shared/ipc/contract/parcel-contract.ts';
import type { FormWork, PanelAction } from '../../lib/place/subject-panel.ts';
import { useCopyText } from '../../ui/copy-button.tsx';
import { ChoiceForm } from '../../ui/forms/choice-form.tsx';
import { MomentField } from '../../ui/forms/moment-field.tsx';
import { useAction } from '../../ui/forms/use-action.ts';
import { PARCEL_SHORTCUTS } from './parcel-shortcuts.ts';

type FormProps = { readonly detail: ParcelDetail; readonly work: FormWork };

/** O13: the customer knows of the trouble, and hears again by a time or waits for nothing more. */
function ToldForm({ detail: { parcel }, work }: FormProps) {
  const [againAtMs, setAgainAtMs] = useState<number | null>(null);
  const note = useAction('parcels.note', work.finish, work.comeBack);
  return (
    <form
      aria-label="已告知客户"
      onSubmit={(event) => {
        event.preventDefault();
        note.mutate({ parcelId: parcel.id, what: 'told', againAtMs, note: null });
      }}
    >
      <p className="muted">答应客户什么时候再告知？到时提醒；不填则不再提醒</p>
      <MomentField autoFocus label="再告知时间" value={againAtMs} onChange={setAgainAtMs} />
      <div className="form-row">
        <Button type="primary" htmlType="submit" loading={note.isPending}>
          已告知客户
        </Button>
      </div>
    </form>
  );
}

/** A6: one line for the courier; the next file shows whether the parcel has moved since. */
function AskedForm({ detail: { parcel, found }, work }: FormProps) {
  const copy = useCopyText();
  const note = useAction('parcels.note', work.close);
  const text = courierText([found]);
  return (
    <div role="group" aria-label="联系快递">
      <p className="muted">{text}</p>
      <div className="form-row">
        <Button autoFocus onClick={() => copy(text, '给快递的话')}>
          复制
        </Button>
        <Button
          type="primary"
          loading={note.isPending}
          onClick={() => note.mutate({ parcelId: parcel.id, what: 'asked', againAtMs: null, note: null })}
        >
          已联系快递
        </Button>
      </div>
    </div>
  );
}

const STATES = { disputed: '客户称未收到', settled: '问题已解决' } as const;
const STATE_KEYS = ['disputed', 'settled'] as const;

function StateForm({ detail: { parcel }, work }: FormProps) {
  const note = useAction('parcels.note', work.close);
  return (
    <ChoiceForm
      label="包裹情况"
      hint="显示已签收而客户没收到的，登记后按未收到跟进；客户确认收到的，登记已解决"
      labels={STATES}
      choices={STATE_KEYS}
      onChoose={(what, text) => note.mutate({ parcelId: parcel.id, what, againAtMs: null, note: text })}
    />
  );
}

type Actions = Readonly<Record<'telling' | 'others', readonly PanelAction[]>>;

export function parcelActions(detail: ParcelDetail): Actions {
  const telling = [
    {
      shortcut: PARCEL_SHORTCUTS.told,
      label: '约定再告知',
      isPossible: true,
      form: (work) => <ToldForm detail={detail} work={work} />,
    },
  ] satisfies readonly PanelAction[];
  const others = [
    {
      shortcut: PARCEL_SHORTCUTS.asked,
      label: '联系快递',
      isPossible: true,
      form: (work) => <AskedForm detail={detail} work={work} />,
    },
    {
      shortcut: PARCEL_SHORTCUTS.state,
      label: '包裹情况',
      isPossible: true,
      form: (work) => <StateForm detail={detail} work={work} />,
    },
  ] satisfies readonly PanelAction[];
  return { telling, others };
}
