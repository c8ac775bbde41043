import './memo.css';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import type { OrderId } from '../../../../shared/domain/ids.ts';
import {
  hasSlot,
  MEMO_TEMPLATE_LABELS,
  MEMO_TEMPLATES,
  type MemoTemplate,
  reasonFor,
} from '../../../../shared/domain/memos/memo-template.ts';
import { type MemoPlan, planMemo } from '../../../../shared/domain/memos/plan-memo.ts';
import { FLAG_LABELS } from '../../../../shared/domain/orders/order.ts';
import type { MemoDraft } from '../../../../shared/ipc/contract/memo-contract.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';
import type { WantedMemo } from '../../../lib/place/navigation.ts';
import type { FormWork } from '../../../lib/place/subject-panel.ts';
import { formatMoment } from '../../../lib/time/format.ts';
import { useNow } from '../../../lib/time/now.ts';
import { FlagMark } from '../../../ui/facts/flag-mark.tsx';
import { useAction } from '../../../ui/forms/use-action.ts';
import { orderPanelQueries } from '../queries.ts';

type Props = {
  readonly orderId: OrderId;
  /** Another action has asked for the memo, with what it knows. */
  readonly wanted: WantedMemo | null;
  readonly work: FormWork;
};
type ComposerProps = Props & { readonly draft: MemoDraft };

const AGAIN = 'again';

function Templates({
  draft,
  template,
  onTemplate,
}: {
  readonly draft: MemoDraft;
  readonly template: MemoTemplate | null;
  readonly onTemplate: (template: MemoTemplate | null) => void;
}) {
  return (
    <Radio.Group
      aria-label="备注模板"
      optionType="button"
      size="small"
      value={template ?? AGAIN}
      onChange={({ target }) => onTemplate(MEMO_TEMPLATES.find((one) => one === target.value) ?? null)}
      options={[
        ...(draft.pending.length === 0 ? [] : [{ value: AGAIN, label: '重新复制' }]),
        ...MEMO_TEMPLATES.map((one) => ({
          value: one,
          label: <FlagMark flag={draft.settings.templates[one].flag}>{MEMO_TEMPLATE_LABELS[one]}</FlagMark>,
        })),
      ]}
    />
  );
}

/** The whole text, the new words in it standing out: what is pasted replaces the memo on the platform. */
function Preview({ plan: { fragment, fullText } }: { readonly plan: MemoPlan }) {
  const isAdded = fragment !== null && fragment !== '' && fullText.endsWith(fragment);
  const old = isAdded ? fullText.slice(0, -fragment.length) : fullText;
  return (
    <div className="memo-preview" role="group" aria-label="整条备注">
      <div>
        <span className="muted">{old}</span>
        {isAdded && <strong>{fragment}</strong>}
      </div>
    </div>
  );
}

function Age({ draft }: { readonly draft: MemoDraft }) {
  const nowMs = useNow(MINUTE);
  const { asOfMs, settings } = draft;
  if (asOfMs !== null && nowMs - asOfMs <= settings.staleAfterMs) {
    return <span className="muted numeric">旧备注取自 {formatMoment(asOfMs, nowMs)} 的报表</span>;
  }
  return (
    <span className="form-warning numeric">
      {asOfMs !== null && `报表是 ${formatMoment(asOfMs, nowMs)} 的，`}备注可能已被他人修改，先刷新导出
    </span>
  );
}

/** Words that an import has not shown come first; `null` copies them again. */
function firstTemplate({ draft, wanted }: Pick<ComposerProps, 'draft' | 'wanted'>): MemoTemplate | null {
  if (wanted) return wanted.template;
  return draft.pending.some(({ state }) => state === 'unproven') ? null : draft.likely;
}

/** The template with its words, as the agent has changed them, and the memo that follows. */
function useComposed({ draft, wanted }: Pick<ComposerProps, 'draft' | 'wanted'>) {
  const nowMs = useNow(MINUTE);
  const [template, setTemplate] = useState(firstTemplate({ draft, wanted }));
  const [typed, setReason] = useState(wanted?.reason ?? null);
  const [courier, setCourier] = useState(draft.courier ?? '');
  const { memo, pending, settings, agentName } = draft;
  const pattern = template === null ? null : settings.templates[template];
  const reason = typed ?? (pattern && reasonFor(pattern, draft.reason)) ?? '';
  const filling = { reason, courier, agentName, nowMs };
  return {
    template,
    setTemplate,
    pattern,
    reason,
    setReason,
    courier,
    setCourier,
    plan: planMemo({ memo, pending, template, filling, settings }),
  };
}
type Composed = ReturnType<typeof useComposed>;

function Words({ composed }: { readonly composed: Composed }) {
  const { pattern, reason, setReason, courier, setCourier } = composed;
  if (pattern === null) return null;
  return (
    <div className="form-row memo-words">
      <Input
        autoFocus
        aria-label="备注原因"
        placeholder={hasSlot(pattern.text, '{原因}') ? '原因，例如：不要了' : '补充说明，可不填'}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {hasSlot(pattern.text, '{快递}') && (
        <Input
          aria-label="快递"
          placeholder="快递，例如：顺丰"
          maxLength={30}
          value={courier}
          onChange={(event) => setCourier(event.target.value)}
        />
      )}
    </div>
  );
}

function Composer({ orderId, draft, wanted, work }: ComposerProps) {
  const composed = useComposed({ draft, wanted });
  const { template, reason, courier, plan } = composed;
  const copy = useAction('memos.copy', work.close, work.comeBack);
  return (
    <form
      aria-label="平台备注"
      onSubmit={(event) => {
        event.preventDefault();
        if (plan.problem === null) copy.mutate({ orderId, template, reason, courier });
      }}
    >
      <Templates draft={draft} template={template} onTemplate={composed.setTemplate} />
      <Words composed={composed} />
      <Preview plan={plan} />
      {plan.problem !== null && <p className="form-warning">{plan.problem}</p>}
      <div className="form-row">
        <Age draft={draft} />
        <span className="memo-bytes numeric muted">
          {plan.bytes} / {draft.settings.mostBytes} 字节
        </span>
        {plan.flag && <FlagMark flag={plan.flag}>{FLAG_LABELS[plan.flag]}</FlagMark>}
        <Button
          type="primary"
          htmlType="submit"
          disabled={plan.problem !== null}
          autoFocus={template === null}
        >
          复制整条备注
        </Button>
      </div>
    </form>
  );
}

/** O1: the memo of an order, filled in and copied in one stroke. */
export function MemoForm(props: Props) {
  const { data: draft } = useQuery(orderPanelQueries.memos(props.orderId));
  if (!draft) return null;
  const { wanted } = props;
  // Asked for anew while it is open, it is filled anew.
  return <Composer key={`${wanted?.template} ${wanted?.reason}`} {...props} draft={draft} />;
}
