import { keepPreviousData, queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import type { CaseId } from '../../../shared/domain/ids.ts';
import type { CaseFields } from '../../../shared/domain/shared-parts/case/case-field-values.ts';
import { openingFields } from '../../../shared/domain/shared-parts/case/case-fields.ts';
import { CASE_KINDS, type CaseKind } from '../../../shared/domain/shared-parts/case/case-kind.ts';
import type { CaseKindSpec } from '../../../shared/domain/shared-parts/case/kinds/case-kind-spec.ts';
import { CASE_KIND_SPECS } from '../../../shared/domain/shared-parts/case/kinds/index.ts';
import { type SubjectRef, subjectKey } from '../../../shared/domain/subjects/subject.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';
import { useNavigation } from '../../lib/place/navigation.ts';
import type { FormWork } from '../../lib/place/subject-panel.ts';
import { useFeedback } from '../feedback.tsx';
import { undoActivity } from '../forms/use-action.ts';
import { CaseFieldInputs } from './case-field-inputs.tsx';

const KIND_OPTIONS = CASE_KINDS.map((value) => ({ value, label: CASE_KIND_SPECS[value].label }));
const CHANNELS = ['旺旺', '飞鸽', '咚咚', '电话', '微信', 'QQ', '邮件', '平台工单', '仓库', '快递'];
const CHANNEL_OPTIONS = CHANNELS.map((value) => ({ value, label: value }));

const prefillQuery = (kind: CaseKind, link: SubjectRef, fields: CaseFields) =>
  queryOptions({
    queryKey: [...QUERY_ROOTS.panels, 'case-prefill', kind, subjectKey(link), fields],
    queryFn: () => call('cases.prefill', { kind, links: [link], fields }),
    placeholderData: keepPreviousData,
  });

type Known = { readonly known: CaseFields; readonly typed: CaseFields };

/** Only the words of the agent are kept: the rest follows from them anew. */
const changed = (values: CaseFields, { known, typed }: Known): CaseFields =>
  Object.fromEntries(
    Object.entries(values).filter(([key, value]) => Object.hasOwn(typed, key) || known[key] !== value),
  );

type Props = {
  readonly link: SubjectRef;
  readonly work: FormWork;
  readonly onOpened: (id: CaseId) => void;
};

/** A matter that takes several steps, of any kind, about a subject: main fills in what that tells by itself. */
export function CaseOpenForm(props: Props) {
  const [kind, setKind] = useState<CaseKind>('cancellation');
  return (
    <div className="case-form">
      <Radio.Group
        size="small"
        optionType="button"
        buttonStyle="solid"
        aria-label="事务类型"
        value={kind}
        options={KIND_OPTIONS}
        onChange={(event) => setKind(event.target.value as CaseKind)}
      />
      {/* Another kind asks for other things. */}
      <OfKind key={kind} kind={kind} {...props} />
    </div>
  );
}

function OfKind({ kind, link, work, onOpened }: Props & { readonly kind: CaseKind }) {
  const { openSubject } = useNavigation();
  const feedback = useFeedback();
  const [typed, setTyped] = useState<CaseFields>({});
  const [detail, setDetail] = useState('');
  const { label, fields: declared, usualChannel = '旺旺' }: CaseKindSpec = CASE_KIND_SPECS[kind];
  const [channel, setChannel] = useState(usualChannel);
  const { data } = useQuery(prefillQuery(kind, link, typed));
  const fields = { ...data?.fields, ...typed };
  const open = useMutation({
    // Main knows itself what follows, and knows it now.
    mutationFn: () =>
      call('cases.open', { kind, title: label, detail, channel, fields: typed, links: [link] }),
    onSuccess({ id, activityId, message }) {
      feedback.done(message, {
        undo: async () => {
          const { message: undone } = await undoActivity(activityId);
          openSubject(link);
          return undone;
        },
      });
      work.close();
      onOpened(id);
    },
    onError: (error) => feedback.fail(error),
  });
  return (
    <form
      aria-label="登记事务"
      className="case-form"
      onSubmit={(event) => {
        event.preventDefault();
        open.mutate();
      }}
    >
      {data?.warning != null && <p className="case-warning">{data.warning}</p>}
      <CaseFieldInputs
        declared={declared}
        keys={openingFields({ fields: declared })}
        values={fields}
        onValues={(values) => setTyped(changed(values, { known: data?.fields ?? {}, typed }))}
      />
      <div className="form-row">
        <Select
          aria-label="来源"
          size="small"
          value={channel}
          options={CHANNEL_OPTIONS}
          popupMatchSelectWidth={false}
          onChange={setChannel}
        />
        <Input
          aria-label="说明"
          size="small"
          placeholder="客户怎么说，可不填"
          maxLength={2000}
          value={detail}
          onChange={(event) => setDetail(event.target.value)}
        />
        <Button type="primary" htmlType="submit" loading={open.isPending}>
          登记{label}
        </Button>
      </div>
    </form>
  );
}
