import { Button } from 'antd';
import { isClosed } from '../../../shared/domain/shared-parts/case/after-sales-case.ts';
import type { CaseKindSpec } from '../../../shared/domain/shared-parts/case/kinds/case-kind-spec.ts';
import type { CaseDetail } from '../../../shared/ipc/contract/case-contract.ts';
import type { PanelAction } from '../../lib/place/subject-panel.ts';
import { useAction } from '../../ui/forms/use-action.ts';
import { type CaseFormProps, CloseForm, EditFieldsForm, NextStepForm, WaitForm } from './case-forms.tsx';
import { CASE_SHORTCUTS } from './case-shortcuts.ts';

function ReopenForm({ detail: { openCase }, work }: CaseFormProps) {
  const advance = useAction('cases.advance', work.close);
  return (
    <Button
      autoFocus
      loading={advance.isPending}
      onClick={() => advance.mutate({ id: openCase.id, request: { kind: 'reopen' } })}
    >
      重新打开
    </Button>
  );
}

/** The ways on: the next step is what its tasks are answered with. */
export function caseActions(detail: CaseDetail, spec: CaseKindSpec) {
  const isOver = isClosed(detail.openCase);
  const formed =
    (Form: typeof NextStepForm): PanelAction['form'] =>
    (work) => <Form detail={detail} spec={spec} work={work} />;
  return {
    actionsBefore: [
      {
        shortcut: CASE_SHORTCUTS.next,
        label: '下一步',
        isPossible: !isOver,
        isAnswer: true,
        form: formed(NextStepForm),
      },
    ],
    actionsAfter: [
      { shortcut: CASE_SHORTCUTS.wait, label: '等待', isPossible: !isOver, form: formed(WaitForm) },
      {
        shortcut: CASE_SHORTCUTS.close,
        label: isOver ? '重新打开' : '关闭事务',
        isPossible: true,
        form: formed(isOver ? ReopenForm : CloseForm),
      },
      { shortcut: CASE_SHORTCUTS.edit, label: '修改内容', isPossible: !isOver, form: formed(EditFieldsForm) },
    ],
  } satisfies Record<string, readonly PanelAction[]>;
}
