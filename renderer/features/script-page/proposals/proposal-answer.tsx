import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ScriptDraft } from '../../../../shared/domain/scripts/script.ts';
import type { ShownProposal } from '../../../../shared/ipc/contract/scripts/script-proposal-contract.ts';
import { NoteInput } from '../../../ui/forms/note-input.tsx';
import { useAcceptProposal, useRejectProposal } from '../mutations.ts';

type DraftProps = { readonly draft: ScriptDraft; readonly onDraft: (draft: ScriptDraft) => void };

/** The words may be put better before they are taken. */
function DraftFields({ draft, onDraft }: DraftProps) {
  return (
    <div className="proposal-draft" role="group" aria-label="修改后采纳">
      <Input
        aria-label="标题"
        maxLength={60}
        value={draft.title}
        onChange={(event) => onDraft({ ...draft, title: event.target.value })}
      />
      {draft.parts.map((part, index) => (
        <Input.TextArea
          // Parts have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          aria-label={`第 ${index + 1} 段`}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={part}
          onChange={(event) => onDraft({ ...draft, parts: draft.parts.with(index, event.target.value) })}
        />
      ))}
    </div>
  );
}

/** Accepted as it is or edited, or rejected with the reason. */
export function ProposalAnswer({ proposal }: { readonly proposal: ShownProposal }) {
  const [note, setNote] = useState('');
  const [draft, setDraft] = useState<ScriptDraft | null>(null);
  const accept = useAcceptProposal();
  const reject = useRejectProposal();
  const isBusy = accept.isPending || reject.isPending;
  const isWhole = draft === null || [draft.title, ...draft.parts].every((text) => text.trim() !== '');
  const { id } = proposal;
  return (
    <div className="proposal-answer">
      {draft && <DraftFields draft={draft} onDraft={setDraft} />}
      <NoteInput label="审批说明" placeholder="说明；驳回时必填" text={note} onText={setNote} />
      <Button type="primary" disabled={isBusy || !isWhole} onClick={() => accept.mutate({ id, note, draft })}>
        {draft === null ? '采纳' : '按修改采纳'}
      </Button>
      {proposal.draft !== null && (
        <Button onClick={() => setDraft(draft === null ? proposal.draft : null)}>
          {draft === null ? '修改后采纳' : '不修改'}
        </Button>
      )}
      <Button disabled={isBusy || note.trim() === ''} onClick={() => reject.mutate({ id, note })}>
        驳回
      </Button>
    </div>
  );
}
