import './handover.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useEffectEvent } from 'react';
import type { HandoverId } from '../../../shared/domain/handovers/handover.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { handoverQueries } from './queries.ts';

/** The sheets that were put before an agent by themselves: once each, so that an urgent customer can come in between. */
const shown = new Set<string>();

type Props = { readonly openId: HandoverId | null; readonly onOpen: (id: HandoverId) => void };

/** H2: the agent who comes sees the sheet of the shift before first, and is told of it until it is signed. */
export function HandoverStrip({ openId, onOpen }: Props) {
  const { currentAgentId } = useAppState();
  const nowMs = useNow(MINUTE);
  const { data: [first] = [] } = useQuery(handoverQueries.waiting());
  const open = useEffectEvent(onOpen);
  const key = first && `${currentAgentId}/${first.id}`;

  useEffect(() => {
    if (first === undefined || key === undefined || shown.has(key)) return;
    shown.add(key);
    open(first.id);
  }, [first, key]);

  if (first === undefined || first.id === openId) return null;
  return (
    <section className="handover-strip" aria-label="待签收的交接单">
      <span className="truncate">
        {first.giverName} {formatMoment(first.givenAtMs, nowMs)} 交接 {first.count} 项，还没有签收
      </span>
      <Button size="small" type="primary" onClick={() => onOpen(first.id)}>
        看交接单
      </Button>
    </section>
  );
}
