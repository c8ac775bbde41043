import { Button, Input } from 'antd';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { SuggestedScript } from '../../../shared/ipc/contract/scripts/library-contract.ts';
import { isComposing } from '../../lib/keyboard.ts';
import { Kbd } from '../../ui/facts/kbd.tsx';
import { useCreateScript } from './mutations.ts';

type Props = {
  readonly suggested: SuggestedScript;
  readonly onSaved: (code: string) => void;
  readonly onCancel: () => void;
};

/** A sentence becomes a script with one Enter; its names and its place are proposed. */
export function SaveAsScript({ suggested, onSaved, onCancel }: Props) {
  const [draft, setDraft] = useState(suggested.draft);
  const create = useCreateScript();

  function save(event: FormEvent): void {
    event.preventDefault();
    if (create.isPending || draft.title.trim() === '' || draft.code.trim() === '') return;
    create.mutate(draft, { onSuccess: ({ script }) => onSaved(script.code) });
  }

  function handleKey(event: KeyboardEvent): void {
    if (isComposing(event) || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  }

  return (
    <form className="save-as-script" aria-label="存为话术" onSubmit={save}>
      <p className="save-as-text">{draft.parts[0]}</p>
      <div className="save-as-names">
        <Input
          autoFocus
          aria-label="标题"
          maxLength={60}
          value={draft.title}
          onKeyDown={handleKey}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setDraft({ ...draft, title: event.target.value })}
        />
        <Input
          aria-label="编码"
          maxLength={20}
          value={draft.code}
          onKeyDown={handleKey}
          onChange={(event) => setDraft({ ...draft, code: event.target.value })}
        />
      </div>
      <div className="save-as-foot">
        <span className="muted truncate">
          {suggested.groupName ?? '未分组'} · {draft.scope.kind === 'personal' ? '个人专用' : '全店通用'}
        </span>
        <Button size="small" onClick={onCancel} onKeyDown={handleKey}>
          取消
        </Button>
        <Button
          size="small"
          type="primary"
          htmlType="submit"
          loading={create.isPending}
          onKeyDown={handleKey}
        >
          存为话术 <Kbd keys="Enter" />
        </Button>
      </div>
    </form>
  );
}
