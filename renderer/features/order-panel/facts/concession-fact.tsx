import { useQuery } from '@tanstack/react-query';
import { CONCESSION_STATE_LABELS, offerLabel } from '../../../../shared/domain/chasing/concession.ts';
import type { OrderId } from '../../../../shared/domain/ids.ts';
import { Fact } from '../../../ui/facts/fact.tsx';
import { Tag } from '../../../ui/facts/tag.tsx';
import { orderPanelQueries } from '../queries.ts';

const PROOF_TAGS = {
  kept: <Tag tone="success">导入已核实</Tag>,
  unkept: <Tag tone="danger">未兑现</Tag>,
  unproven: null,
} as const;

/** R10: the concession that the customer was promised, or is still asked about; a refused one is history. */
export function ConcessionFact({ orderId }: { readonly orderId: OrderId }) {
  const { data: view } = useQuery(orderPanelQueries.bargain(orderId));
  const current = view?.open ?? view?.accepted;
  if (!view || !current) return null;
  return (
    <Fact label="优惠">
      <strong className="numeric">{offerLabel(current.offer)}</strong>{' '}
      <span className="muted">{CONCESSION_STATE_LABELS[current.state]}</span>{' '}
      {current.state === 'accepted' && PROOF_TAGS[view.proof]}
    </Fact>
  );
}
