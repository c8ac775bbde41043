import './bargain.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import {
  CONCESSION_STATE_LABELS,
  type ConcessionOffer,
  offerLabel,
} from '../../../../shared/domain/chasing/concession.ts';
import type { ConcessionView } from '../../../../shared/ipc/contract/concession-contract.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { useNavigation } from '../../../lib/place/navigation.ts';
import { useIntent } from '../../../lib/place/use-intent.ts';
import { formatMoment } from '../../../lib/time/format.ts';
import { useNow } from '../../../lib/time/now.ts';
import { Money } from '../../../ui/facts/money.tsx';
import { Tag } from '../../../ui/facts/tag.tsx';
import { useAction } from '../../../ui/forms/use-action.ts';
import type { OrderFormProps } from '../order-form.ts';
import { orderPanelQueries } from '../queries.ts';
import { AskLeadForm, DecideForm, OwnAmountForm } from './bargain-lead-forms.tsx';

type Entry = ConcessionView['entries'][number];
type Props = Pick<OrderFormProps, 'order'> & { readonly onOffered: () => void };
type PartProps = Props & { readonly view: ConcessionView };

const TONES = { accepted: 'success', refused: 'neutral', denied: 'neutral' } as const;

function HistoryEntry({ entry: { concession, agentName, deciderName } }: { readonly entry: Entry }) {
  const nowMs = useNow(MINUTE);
  const { offer, state, atMs, request, decision } = concession;
  const who = [
    `${formatMoment(atMs, nowMs)} ${agentName}`,
    request && `申请 ${offerLabel({ kind: 'money', amountFen: request.amountFen })}：${request.reason}`,
    deciderName && `${deciderName}${decision?.note ? `：${decision.note}` : ''}`,
  ];
  const tone = state in TONES ? TONES[state as keyof typeof TONES] : 'accent';
  return (
    <li>
      <Tag tone={tone} title={who.filter(Boolean).join('\n')}>
        {offerLabel(offer)} {CONCESSION_STATE_LABELS[state]}
      </Tag>
    </li>
  );
}

function Head({ view }: { readonly view: ConcessionView }) {
  return (
    <div className="bargain-head">
      <span className="muted">
        原则上不议价；客户坚持时逐步优惠，本单权限 <Money fen={view.limitFen} />
      </span>
      {view.entries.length > 0 && (
        <ol className="bargain-history" aria-label="已提出的优惠">
          {view.entries.map((entry) => (
            <HistoryEntry key={entry.concession.id} entry={entry} />
          ))}
        </ol>
      )}
    </div>
  );
}

/** The platform and the customer say how the bargaining goes. */
function Hint({ view: { isFixed, isRegular, entries } }: Pick<PartProps, 'view'>) {
  if (isFixed) return <p className="muted">天猫不能改价，以优惠券、免运费或小礼品代替</p>;
  return isRegular && entries.length === 0 ? <p className="muted">老客，可以主动提出</p> : null;
}

/** The offers that the agent may make now; the words for them are then the first in the scripts. */
function Next({ order, view, onOffered }: PartProps) {
  const orderId = order.id;
  const offer = useAction('concessions.offer', onOffered);
  const say = (made: ConcessionOffer) => offer.mutate({ orderId, offer: made });
  const next = view.nextFen === null ? null : ({ kind: 'money', amountFen: view.nextFen } as const);
  return (
    <>
      <Hint view={view} />
      <div className="bargain-row">
        {next && (
          <>
            <span>下一步</span>
            <Button type="primary" data-first onClick={() => say(next)}>
              提出{offerLabel(next)}
            </Button>
          </>
        )}
        {view.extras.length > 0 && <span className="muted">{next ? '或以' : '可以'}小礼代替</span>}
        {view.extras.map((text) => (
          <Button key={text} onClick={() => say({ kind: 'extra', text })}>
            {text}
          </Button>
        ))}
      </div>
      {!view.isFixed && view.isLead && <OwnAmountForm view={view} onOffer={say} />}
      {!view.isLead && view.canAsk && <AskLeadForm orderId={orderId} view={view} />}
    </>
  );
}

function Offered({ concession }: { readonly concession: NonNullable<ConcessionView['open']> }) {
  const settle = useAction('concessions.settle');
  return (
    <div className="bargain-row">
      <span>
        已提出 <strong>{offerLabel(concession.offer)}</strong>，客户
      </span>
      <Button
        type="primary"
        data-first
        onClick={() => settle.mutate({ id: concession.id, isAccepted: true })}
      >
        接受
      </Button>
      <Button onClick={() => settle.mutate({ id: concession.id, isAccepted: false })}>未接受</Button>
    </div>
  );
}

function Granted({
  order,
  onOffered,
  concession,
}: Props & { readonly concession: NonNullable<ConcessionView['open']> }) {
  const offer = useAction('concessions.offer', onOffered);
  const { note } = concession.decision ?? {};
  return (
    <div className="bargain-row">
      <span>
        主管同意 <strong>{offerLabel(concession.offer)}</strong>
        {note && `：${note}`}
      </span>
      <Button
        type="primary"
        data-first
        onClick={() => offer.mutate({ orderId: order.id, offer: concession.offer })}
      >
        提出{offerLabel(concession.offer)}
      </Button>
    </div>
  );
}

function Asked({
  concession,
  view,
}: {
  readonly concession: NonNullable<ConcessionView['open']>;
  readonly view: ConcessionView;
}) {
  const nowMs = useNow(MINUTE);
  if (view.isLead) return <DecideForm concession={concession} view={view} />;
  const dueAtMs = concession.request?.dueAtMs ?? concession.atMs;
  return (
    <p>
      已请示主管 <strong>{offerLabel(concession.offer)}</strong>，{formatMoment(dueAtMs, nowMs)}{' '}
      前答复，答复会弹窗提醒
    </p>
  );
}

function Accepted({ concession }: { readonly concession: NonNullable<ConcessionView['accepted']> }) {
  const settle = useAction('concessions.settle');
  const { writeMemo } = useNavigation();
  const { offer, orderId } = concession;
  const isMoney = offer.kind === 'money';
  return (
    <div className="bargain-row">
      <span>
        客户已接受 <strong>{offerLabel(offer)}</strong>，
        {isMoney ? '请在平台改价，下次导入核实' : '请写入订单备注'}
      </span>
      <Button
        data-first
        onClick={() =>
          writeMemo(
            isMoney
              ? { orderId, template: 'price-change' }
              : { orderId, template: 'special', reason: offerLabel(offer) },
          )
        }
      >
        写备注
      </Button>
      <Button onClick={() => settle.mutate({ id: concession.id, isAccepted: false })}>客户再次还价</Button>
    </div>
  );
}

function Now(props: PartProps) {
  const { open, accepted } = props.view;
  if (props.order.status === 'unknown') return <p>该订单的状态未知，导入带「订单状态」的报表后再议价</p>;
  if (props.order.status !== 'unpaid') return <p>该订单已不是待付款状态，不再议价；已答应的优惠见「订单」</p>;
  if (accepted) return <Accepted concession={accepted} />;
  if (!open) return <Next {...props} />;
  if (open.state === 'asked') return <Asked concession={open} view={props.view} />;
  return open.state === 'granted' ? <Granted {...props} concession={open} /> : <Offered concession={open} />;
}

/** The focus goes along from step to step, unless it is elsewhere already: with the words to copy. */
function useFocusFollowing(stage: string | null) {
  const region = useRef<HTMLDivElement>(null);
  const isOpened = useRef(false);
  useEffect(() => {
    if (stage === null) return;
    const focused = document.activeElement;
    const isHere = focused === document.body || region.current?.contains(focused) === true;
    if (isOpened.current && !isHere) return;
    isOpened.current = true;
    region.current?.querySelector<HTMLElement>('button[data-first], [data-first] input')?.focus();
  }, [stage]);
  return region;
}

/** R10: one step after the other, each recorded with what the customer said to it. */
export function BargainForm({ order, onIntent, onOffered }: Props & Pick<OrderFormProps, 'onIntent'>) {
  useIntent(onIntent, 'isBargaining', true);
  const { data: view } = useQuery(orderPanelQueries.bargain(order.id));
  const current = view?.open ?? view?.accepted;
  const stage = view
    ? `${current?.id ?? ''} ${current?.state ?? ''} ${view.nextFen} ${view.entries.length}`
    : null;
  const region = useFocusFollowing(stage);
  return (
    <div className="bargain" role="group" aria-label="议价" ref={region}>
      {view && (
        <>
          <Head view={view} />
          <Now key={stage} order={order} view={view} onOffered={onOffered} />
        </>
      )}
    </div>
  );
}
