import { InputNumber, Segmented, Switch } from 'antd';
import { wordingSettings } from '../../../../shared/domain/settings/wording.ts';
import {
  ADDRESS_FORM_LABELS,
  ADDRESS_FORMS,
  ON_COPY,
  ON_COPY_LABELS,
  type WordingSettings,
} from '../../../../shared/domain/wording/wording-settings.ts';
import { DeclaredRow } from '../fields/declared-row.tsx';
import type { WordingDraft } from './wording-draft.ts';

type WordingBasicsProps = {
  readonly draft: WordingDraft;
  readonly onDraft: (draft: WordingDraft) => void;
};

const addresses = ADDRESS_FORMS.map((value) => ({ value, label: ADDRESS_FORM_LABELS[value] }));
const onCopy = ON_COPY.map((value) => ({ value, label: ON_COPY_LABELS[value] }));
/** Shown when the limit is switched on; what the platform really takes is the shop's to say. */
const FIRST_LIMIT = 300;

const ON_COPY_HINTS = {
  warn: '照常复制，并说明哪里不妥',
  block: '有警告时不复制；主管可以越过，会留下记录',
} as const satisfies Record<WordingSettings['onCopy'], string>;

export function WordingBasics({ draft, onDraft }: WordingBasicsProps) {
  const { address, onCopy: action, maxMessageChars } = draft;
  const row = (name: 'address' | 'onCopy' | 'maxMessageChars') => ({
    declaration: wordingSettings,
    name,
    value: draft[name],
    onDefault: () => onDraft({ ...draft, [name]: wordingSettings.defaults[name] }),
  });
  return (
    <section className="settings-group" aria-label="基本">
      <h3>基本</h3>
      <DeclaredRow {...row('address')} hint={address === 'nin' ? '出现“亲”时提示改为“您”' : '“亲”不再提示'}>
        <Segmented<WordingSettings['address']>
          aria-label="称呼客户"
          options={addresses}
          value={address}
          onChange={(value) => onDraft({ ...draft, address: value })}
        />
      </DeclaredRow>
      <DeclaredRow {...row('onCopy')} hint={ON_COPY_HINTS[action]}>
        <Segmented<WordingSettings['onCopy']>
          aria-label="复制时有警告"
          options={onCopy}
          value={action}
          onChange={(value) => onDraft({ ...draft, onCopy: value })}
        />
      </DeclaredRow>
      <DeclaredRow {...row('maxMessageChars')} htmlFor="wording-limit">
        <Switch
          id="wording-limit"
          aria-label="单条消息字数上限"
          checked={maxMessageChars !== null}
          onChange={(isOn) => onDraft({ ...draft, maxMessageChars: isOn ? FIRST_LIMIT : null })}
        />
        {maxMessageChars !== null && (
          <InputNumber<number>
            className="settings-money"
            aria-label="单条消息最多字数"
            min={20}
            max={5000}
            precision={0}
            suffix="字"
            value={maxMessageChars}
            onChange={(value) => onDraft({ ...draft, maxMessageChars: value ?? FIRST_LIMIT })}
          />
        )}
      </DeclaredRow>
    </section>
  );
}
