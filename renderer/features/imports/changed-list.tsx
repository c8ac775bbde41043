import { Button } from 'antd';
import type { ImportPreview } from '../../../shared/ipc/contract/program/import-contract.ts';
import type { OpenSubject } from '../../lib/place/navigation.ts';

type ChangedListProps = {
  readonly changed: ImportPreview['changed'];
  readonly total: number;
  readonly onOpen: OpenSubject;
};

type Changed = ImportPreview['changed'][number];
type TitleProps = Pick<ChangedListProps, 'onOpen'> & {
  readonly title: string;
  readonly subject: Changed['ref'];
};

function Title({ title, subject, onOpen }: TitleProps) {
  if (subject === null) return <span className="numeric">{title}</span>;
  return (
    <Button type="link" size="small" className="numeric" onClick={() => onOpen(subject)}>
      {title}
    </Button>
  );
}

/** The values before and after; where these are not said, the names of the fields. */
function What({ fields, details }: Pick<Changed, 'fields' | 'details'>) {
  const text = details.length > 0 ? details.join('；') : fields.join('、');
  return (
    <span className="truncate" title={text}>
      {text}
    </span>
  );
}

/** A sample of the records that the file says something new about. */
export function ChangedList({ changed, total, onOpen }: ChangedListProps) {
  return (
    <div className="imports-changed">
      <ul>
        {changed.map(({ ref, title, fields, details }) => (
          <li key={title}>
            <Title title={title} subject={ref} onOpen={onOpen} />
            <What fields={fields} details={details} />
          </li>
        ))}
      </ul>
      {changed.length < total && <p className="muted">此处显示前 {changed.length} 个</p>}
    </div>
  );
}
