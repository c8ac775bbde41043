import { Button } from 'antd';
import type { ScriptId } from '../../../../shared/domain/ids.ts';
import {
  PROPOSAL_KIND_LABELS,
  PROPOSAL_STATE_LABELS,
} from '../../../../shared/domain/scripts/script-proposal.ts';
import type { ShownProposal } from '../../../../shared/ipc/contract/scripts/script-proposal-contract.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { useAppState } from '../../../lib/main-process/app-state.ts';
import { formatMoment } from '../../../lib/time/format.ts';
import { useNow } from '../../../lib/time/now.ts';
import { Tag, type Tone } from '../../../ui/facts/tag.tsx';
import { ContentDiff, ContentText } from '../content-diff.tsx';
import { useWithdrawProposal } from '../mutations.ts';
import { ProposalAnswer } from './proposal-answer.tsx';

const TONES = {
  open: 'accent',
  accepted: 'success',
  rejected: 'danger',
  withdrawn: 'neutral',
} as const satisfies Record<ShownProposal['state'], Tone>;

/** Two changes to one script, each on its own. */
function Conflict({ proposal: { base, current } }: { readonly proposal: ShownProposal }) {
  if (!base) return null;
  return (
    <div className="proposal-conflict" role="note">
      <p>
        <Tag tone="warning">有冲突</Tag>{' '}
        {current === null || current.archivedAtMs !== null
          ? '话术在建议提出后已归档，不能直接采纳。'
          : '话术在建议提出后又有修改，采纳会以建议的内容为准。提出后的修改：'}
      </p>
      {current !== null && current.archivedAtMs === null && <ContentDiff before={base} after={current} />}
    </div>
  );
}

const WANTED = {
  create: '建议的话术',
  edit: '建议的修改',
  archive: '建议归档的内容',
} as const satisfies Record<ShownProposal['kind'], string>;

function Wanted({ proposal: { kind, base, draft } }: { readonly proposal: ShownProposal }) {
  if (kind === 'archive' && base) return <ContentText content={base} />;
  if (base && draft) return <ContentDiff before={base} after={draft} />;
  return draft && <ContentText content={draft} />;
}

function titleOf({ draft, base, current }: ShownProposal): string {
  return current?.title ?? base?.title ?? draft?.title ?? '话术';
}

type CardProps = {
  readonly proposal: ShownProposal;
  readonly mayDecide: boolean;
  readonly onOpenScript: (id: ScriptId) => void;
};

function Head({ proposal, onOpenScript }: Omit<CardProps, 'mayDecide'>) {
  const nowMs = useNow(MINUTE);
  const { scriptId, kind, state } = proposal;
  return (
    <div className="proposal-head">
      <Tag>{PROPOSAL_KIND_LABELS[kind]}</Tag>
      {scriptId === null ? (
        <strong className="truncate">{titleOf(proposal)}</strong>
      ) : (
        <Button type="link" size="small" onClick={() => onOpenScript(scriptId)}>
          {titleOf(proposal)}
        </Button>
      )}
      {state !== 'open' && <Tag tone={TONES[state]}>{PROPOSAL_STATE_LABELS[state]}</Tag>}
      <span className="muted numeric proposal-by">
        {proposal.agentName} {formatMoment(proposal.atMs, nowMs)}
      </span>
    </div>
  );
}

function Reasons({ proposal }: { readonly proposal: ShownProposal }) {
  const { reason, exampleNote, exampleOrderNo, deciderName, decisionNote, state } = proposal;
  return (
    <>
      <p>
        <span className="muted">理由</span> {reason}
      </p>
      {exampleNote !== null && (
        <p>
          <span className="muted">案例</span> <span className="numeric">{exampleOrderNo}</span> {exampleNote}
        </p>
      )}
      {(state === 'accepted' || state === 'rejected') && (
        <p>
          <span className="muted">{deciderName} 的说明</span> {decisionNote || '无'}
        </p>
      )}
    </>
  );
}

export function ProposalCard({ proposal, mayDecide, onOpenScript }: CardProps) {
  const { currentAgentId } = useAppState();
  const withdraw = useWithdrawProposal();
  const isOpen = proposal.state === 'open';
  return (
    <li className="proposal" aria-label={`${PROPOSAL_KIND_LABELS[proposal.kind]} ${titleOf(proposal)}`}>
      <Head proposal={proposal} onOpenScript={onOpenScript} />
      <Reasons proposal={proposal} />
      {proposal.isStale && <Conflict proposal={proposal} />}
      <p className="muted">{WANTED[proposal.kind]}</p>
      <Wanted proposal={proposal} />
      {isOpen && mayDecide && <ProposalAnswer proposal={proposal} />}
      {isOpen && proposal.agentId === currentAgentId && !mayDecide && (
        <Button size="small" onClick={() => withdraw.mutate(proposal.id)}>
          撤回
        </Button>
      )}
    </li>
  );
}
