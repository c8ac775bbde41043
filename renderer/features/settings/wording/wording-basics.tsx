import { wordingSettings } from '../../../../shared/domain/settings/shop/wording.ts';
import { DomainFields } from '../fields/domain-fields.tsx';
import type { WordingDraft } from './wording-draft.ts';

type WordingBasicsProps = {
  readonly draft: WordingDraft;
  readonly onDraft: (draft: WordingDraft) => void;
};

export function WordingBasics({ draft, onDraft }: WordingBasicsProps) {
  return (
    <section className="settings-group" aria-label="基本">
      <h3>基本</h3>
      <DomainFields
        declaration={wordingSettings}
        names={['address', 'onCopy', 'maxMessageChars']}
        values={draft}
        onChange={(change) => onDraft({ ...draft, ...change })}
      />
    </section>
  );
}
