import { useQuery } from '@tanstack/react-query';
import { subjectKey, subjectLabel } from '../../../shared/domain/subjects/subject.ts';
import type { SubjectDetail } from '../../../shared/ipc/contract/subject-contract.ts';
import type { SubjectPanelProps } from '../../lib/place/subject-panel.ts';
import { useIntent } from '../../lib/place/use-intent.ts';
import { Fact } from '../../ui/facts/fact.tsx';
import { Tag } from '../../ui/facts/tag.tsx';
import { Asked } from '../../ui/forms/asked.tsx';
import { taskWorkQueries } from './queries.ts';
import { SubjectFrame } from './subject-frame.tsx';

function Header({ detail: { summary, shopName } }: { readonly detail: SubjectDetail }) {
  const { ref, title, customerNick, status } = summary;
  return (
    <header className="subject-header">
      <div className="subject-header-line">
        <h2 className="subject-title truncate">{customerNick ?? title}</h2>
        {status !== null && <Tag>{status}</Tag>}
      </div>
      <div className="subject-header-line muted">
        <span>{subjectLabel(ref.kind)}</span>
        {customerNick !== null && customerNick !== title && <span className="numeric truncate">{title}</span>}
        {shopName !== null && <span className="truncate">{shopName}</span>}
      </div>
    </header>
  );
}

type LoadedProps = SubjectPanelProps & { readonly detail: SubjectDetail };

function Loaded({ detail, ...panel }: LoadedProps) {
  const { detail: what, orderId } = detail.summary;
  // Its scripts are filled from the order behind it.
  useIntent(panel.onIntent, 'orderId', orderId);
  return (
    <SubjectFrame
      {...panel}
      subject={detail.summary.ref}
      tasks={detail.tasks}
      nowMs={detail.nowMs}
      header={<Header detail={detail} />}
      facts={<dl className="facts">{what !== null && <Fact label="内容">{what}</Fact>}</dl>}
    />
  );
}

/** For every kind that has no panel of its own: what all subjects have. */
export function PlainPanel(props: SubjectPanelProps) {
  const query = useQuery(taskWorkQueries.detail(props.subject));
  return (
    <Asked query={query} onGone={props.onGone}>
      {/* Everything in it speaks of one subject; a key ends what was begun for the last one. */}
      {(detail) => <Loaded key={subjectKey(detail.summary.ref)} {...props} detail={detail} />}
    </Asked>
  );
}
