import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import type { ScriptExampleId } from '../../../../shared/domain/ids.ts';
import type { Script, ScriptDraft } from '../../../../shared/domain/scripts/script.ts';
import type { ShownExample } from '../../../../shared/ipc/contract/scripts/script-page-contract.ts';
import { scriptExamplesQuery } from '../../../lib/main-process/script-queries.ts';
import { useFeedback } from '../../../ui/feedback.tsx';
import { ReasonForm } from '../../../ui/forms/reason-form.tsx';
import { wayBack } from '../../../ui/forms/use-action.ts';
import { useProposeScript } from '../mutations.ts';

const NO_EXAMPLES: readonly ShownExample[] = [];

type ProposeBarProps = {
  readonly script: Script | undefined;
  readonly draft: ScriptDraft;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

type ExampleProps = {
  readonly examples: readonly ShownExample[];
  readonly value: ScriptExampleId | null;
  readonly onChange: (id: ScriptExampleId | null) => void;
};

function ExampleSelect({ examples, value, onChange }: ExampleProps) {
  if (examples.length === 0) return null;
  return (
    <Select<string>
      className="library-propose-example"
      aria-label="来自案例"
      placeholder="来自案例（可不选）"
      allowClear
      options={examples.map(({ id, orderNo, note }) => ({ value: id, label: `${orderNo} ${note}` }))}
      value={value}
      onChange={(chosen) => onChange(examples.find(({ id }) => id === chosen)?.id ?? null)}
    />
  );
}

/** K9: why it should be so; a lead answers. */
export function ProposeBar({ script, draft, onDone, onCancel }: ProposeBarProps) {
  const [exampleId, setExampleId] = useState<ScriptExampleId | null>(null);
  const { data: examples = NO_EXAMPLES } = useQuery(scriptExamplesQuery(script?.id ?? null));
  const feedback = useFeedback();
  const propose = useProposeScript();
  const submit = (reason: string) => {
    if (propose.isPending) return;
    propose.mutate(
      script === undefined
        ? { kind: 'create', draft, reason }
        : { kind: 'edit', scriptId: script.id, draft, reason, exampleId },
      {
        onSuccess: ({ activityId, message }) => {
          feedback.done(message, wayBack(activityId));
          onDone();
        },
        onError: (error) => feedback.fail(error),
      },
    );
  };
  return (
    <div className="library-propose">
      <ReasonForm
        title="提交建议"
        label="修改理由"
        placeholder="为什么要这样改"
        submitLabel="提交"
        onSubmit={submit}
        onCancel={onCancel}
      >
        <ExampleSelect examples={examples} value={exampleId} onChange={setExampleId} />
      </ReasonForm>
    </div>
  );
}
