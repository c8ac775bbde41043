import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { taskWorkQueries } from '../../../renderer/features/task-work/queries.ts';
import { SubjectFrame } from '../../../renderer/features/task-work/subject-frame.tsx';
import type { FormWork, PanelAction, SubjectPanelProps } from '../../../renderer/lib/place/subject-panel.ts';
import { panelShortcuts } from '../../../renderer/lib/shortcuts.ts';
import { Fact } from '../../../renderer/ui/facts/fact.tsx';
import { Asked } from '../../../renderer/ui/forms/asked.tsx';
import { useAction } from '../../../renderer/ui/forms/use-action.ts';

export const TOY_SHORTCUTS = panelShortcuts({
  called: { keys: 'F7', label: 'F7', group: '玩具包裹', effect: '记录已联系快递' },
});

function CalledForm({ subject, work }: Pick<SubjectPanelProps, 'subject'> & { readonly work: FormWork }) {
  const record = useAction('contacts.record', work.close);
  return (
    <form
      aria-label="已联系快递"
      onSubmit={(event) => {
        event.preventDefault();
        record.mutate({ subject, channel: 'phone', result: { kind: 'reached' }, said: '快递已揽收' });
      }}
    >
      <Button htmlType="submit" type="primary" autoFocus>
        记录联系
      </Button>
    </form>
  );
}

const calling = (subject: SubjectPanelProps['subject']): PanelAction => ({
  shortcut: TOY_SHORTCUTS.called,
  label: '已联系快递',
  isPossible: true,
  form: (work) => <CalledForm subject={subject} work={work} />,
});

/** A panel as a domain writes it: what is special about its subject, in the frame that all panels have. */
export function ToyPanel(props: SubjectPanelProps) {
  const query = useQuery(taskWorkQueries.detail(props.subject));
  return (
    <Asked query={query} onGone={props.onGone}>
      {({ summary, tasks, nowMs }) => (
        <SubjectFrame
          {...props}
          tasks={tasks}
          nowMs={nowMs}
          header={<h2>玩具包裹 {summary.title}</h2>}
          facts={
            <dl className="facts">
              <Fact label="物流">{summary.status}</Fact>
            </dl>
          }
          actionsAfter={[calling(props.subject)]}
        />
      )}
    </Asked>
  );
}
