import { Drawer } from 'antd';
import { useEffect, useEffectEvent } from 'react';
import type { ScriptId } from '../../../../shared/domain/ids.ts';
import type { Output } from '../../../../shared/ipc/contract.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useMarkAnswersRead } from '../mutations.ts';
import { ProposalCard } from './proposal-card.tsx';

type Props = {
  readonly proposals: Output<'scriptProposals.list'>;
  readonly onOpenScript: (id: ScriptId) => void;
  readonly onClose: () => void;
};

/** Agents' proposals and the answers to them. Opening it marks the answers as read. */
export function ProposalsDrawer({ proposals, onOpenScript, onClose }: Props) {
  const { open, answered, mayDecide, unread } = proposals;
  const markRead = useMarkAnswersRead();
  const read = useEffectEvent(() => {
    if (unread > 0) markRead.mutate();
  });
  useEffect(() => read(), []);
  const card = (proposal: (typeof open)[number]) => (
    <ProposalCard key={proposal.id} proposal={proposal} mayDecide={mayDecide} onOpenScript={onOpenScript} />
  );
  return (
    <Drawer open size={720} onClose={onClose} title="话术建议">
      {open.length === 0 ? (
        <EmptyState title="没有待审批的建议" />
      ) : (
        <ul className="proposals" aria-label="待审批">
          {open.map(card)}
        </ul>
      )}
      {answered.length > 0 && (
        <>
          <h3 className="proposals-title">已处理</h3>
          <ul className="proposals" aria-label="已处理">
            {answered.map(card)}
          </ul>
        </>
      )}
    </Drawer>
  );
}
