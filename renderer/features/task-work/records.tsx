import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import { Timeline } from './timeline.tsx';

/** So many of the last records are shown without being asked for. */
const LAST_RECORDS = 5;

type Props = {
  readonly subject: SubjectRef;
  /** Stands above the whole of the records. */
  readonly above: ReactNode;
};

/** The last records of the subject, and all of them when an agent asks. */
export function Records({ subject, above }: Props) {
  const [isWhole, setIsWhole] = useState(false);
  return (
    <section className="work-records" aria-label="全部记录">
      <div className="work-records-head">
        <h3>记录</h3>
        <Button type="link" size="small" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? '收起记录' : '全部记录'}
        </Button>
      </div>
      {isWhole && above}
      <Timeline subject={subject} {...(isWhole ? {} : { most: LAST_RECORDS })} />
    </section>
  );
}
