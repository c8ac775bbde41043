import './memo.css';
import { Input, Select } from 'antd';
import {
  fillPattern,
  MEMO_TEMPLATE_LABELS,
  MEMO_TEMPLATES,
  type MemoTemplate,
  reasonFor,
} from '../../../../shared/domain/memos/memo-template.ts';
import { FLAG_LABELS, FLAGS, type Flag } from '../../../../shared/domain/orders/order.ts';
import { type MemoSettings, memoSettings } from '../../../../shared/domain/settings/shop/memo.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { useNow } from '../../../lib/time/now.ts';
import { FlagMark } from '../../../ui/facts/flag-mark.tsx';
import { DeclaredRow } from '../fields/declared-row.tsx';
import { DomainFields } from '../fields/domain-fields.tsx';

type MemoFieldsProps = {
  readonly memo: MemoSettings;
  readonly onMemo: (memo: MemoSettings) => void;
};

const FLAG_OPTIONS = FLAGS.map((flag) => ({
  value: flag,
  label: <FlagMark flag={flag}>{FLAG_LABELS[flag]}</FlagMark>,
}));

function TemplateRow({ template, memo, onMemo }: MemoFieldsProps & { readonly template: MemoTemplate }) {
  const nowMs = useNow(MINUTE);
  const name = MEMO_TEMPLATE_LABELS[template];
  const pattern = memo.templates[template];
  const set = (change: Partial<typeof pattern>) =>
    onMemo({ ...memo, templates: { ...memo.templates, [template]: { ...pattern, ...change } } });
  const example = { courier: '顺丰', agentName: '小满', nowMs };
  const reason = reasonFor(pattern, '不要了');
  return (
    <li className="settings-memo-template">
      <span>{name}</span>
      <Select<Flag>
        aria-label={`${name}的旗帜`}
        options={FLAG_OPTIONS}
        value={pattern.flag}
        onChange={(flag) => set({ flag })}
      />
      <Input
        aria-label={`${name}的备注`}
        maxLength={100}
        status={pattern.text.trim() === '' ? 'error' : ''}
        value={pattern.text}
        onChange={(event) => set({ text: event.target.value })}
      />
      <span className="muted truncate">
        {fillPattern(pattern.text, { ...example, reason }, memo.dateStyle)}
      </span>
    </li>
  );
}

/** O1: the words of a shop's memos, each with its flag and an example. */
export function MemoFields({ memo, onMemo }: MemoFieldsProps) {
  const set = (change: Partial<MemoSettings>) => onMemo({ ...memo, ...change });
  const isBlank = MEMO_TEMPLATES.some((template) => memo.templates[template].text.trim() === '');
  return (
    <section className="settings-group" aria-label={memoSettings.title}>
      <h3>{memoSettings.title}</h3>
      <DeclaredRow
        declaration={memoSettings}
        name="templates"
        value={memo.templates}
        error={isBlank ? '请填写每个模板的备注' : undefined}
        onDefault={(templates) => set({ templates })}
      >
        <ul className="settings-memo-templates">
          {MEMO_TEMPLATES.map((template) => (
            <TemplateRow key={template} template={template} memo={memo} onMemo={onMemo} />
          ))}
        </ul>
      </DeclaredRow>
      <DomainFields
        declaration={memoSettings}
        values={memo}
        onChange={set}
        names={['dateStyle', 'mostBytes', 'writeBackMs', 'staleAfterMs']}
      />
    </section>
  );
}
