import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { BulletinWords } from '../../../shared/domain/bulletins/bulletin.ts';
import type { BulletinDetail } from '../../../shared/ipc/contract/shifts/bulletin-contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { useShortcut } from '../../lib/shortcuts.ts';
import { Kbd } from '../../ui/facts/kbd.tsx';
import { useFeedback } from '../../ui/feedback.tsx';
import { useAction } from '../../ui/forms/use-action.ts';
import { BulletinFields, wordsOf } from './bulletin-fields.tsx';
import { BULLETIN_SHORTCUTS } from './bulletin-shortcuts.ts';

/** Written in one go or over days: every field that is left is kept. */
export function BulletinDraft({ detail: { bulletin, readers } }: { readonly detail: BulletinDetail }) {
  const { id } = bulletin;
  const feedback = useFeedback();
  const [words, setWords] = useState<BulletinWords>(() => wordsOf(bulletin));
  const publish = useAction('bulletins.publish');
  const save = useMutation({
    mutationFn: () => call('bulletins.edit', { id, words }),
    onError: (error) => feedback.fail(error),
  });
  const publishNow = () => save.mutate(undefined, { onSuccess: () => publish.mutate({ id }) });
  useShortcut(BULLETIN_SHORTCUTS.go, publishNow);
  return (
    <form
      className="bulletin-draft"
      aria-label="写通知"
      onSubmit={(event) => {
        event.preventDefault();
        publishNow();
      }}
    >
      <BulletinFields
        words={words}
        onWords={setWords}
        onLeave={() => JSON.stringify(words) !== JSON.stringify(wordsOf(bulletin)) && save.mutate()}
      />
      <div className="form-row">
        <Button type="primary" htmlType="submit" loading={publish.isPending}>
          发布给 {readers.length} 人 <Kbd keys={BULLETIN_SHORTCUTS.go.label} />
        </Button>
        <span className="muted">写到一半会自动保存，只有你看得到</span>
      </div>
    </form>
  );
}
