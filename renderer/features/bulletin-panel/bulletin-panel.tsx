import './bulletin.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  BULLETIN_STATE_LABELS,
  BULLETIN_TOPIC_LABELS,
  type BulletinId,
} from '../../../shared/domain/bulletins/bulletin.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import type { BulletinDetail } from '../../../shared/ipc/contract/shifts/bulletin-contract.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import type { SubjectFrame, SubjectPanelProps } from '../../lib/place/subject-panel.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { now, useNow } from '../../lib/time/now.ts';
import { Tag } from '../../ui/facts/tag.tsx';
import { Asked } from '../../ui/forms/asked.tsx';
import { bulletinActions } from './bulletin-actions.tsx';
import { BulletinDraft } from './bulletin-draft.tsx';
import { bulletinQueries } from './queries.ts';

type PanelProps = SubjectPanelProps & { readonly bulletinId: BulletinId; readonly Frame: SubjectFrame };
type DetailProps = { readonly detail: BulletinDetail };

function whenText({ bulletin, authorName }: BulletinDetail, nowMs: number): string {
  const { publishedAtMs, changedAtMs, mustReadByMs } = bulletin;
  if (publishedAtMs === null) return `${authorName}，还没有发布`;
  const parts = [`${authorName} ${formatMoment(publishedAtMs, nowMs)} 发布`];
  if (changedAtMs !== null) parts.push(`${formatMoment(changedAtMs, nowMs)} 修改过`);
  if (mustReadByMs !== null) parts.push(`${formatMoment(mustReadByMs, nowMs)} 前要读`);
  return parts.join('，');
}

function Header({ detail }: DetailProps) {
  const nowMs = useNow(MINUTE);
  const { bulletin, isUnread } = detail;
  return (
    <header className="subject-header">
      <div className="subject-header-line">
        <h2 className="subject-title truncate">{bulletin.title === '' ? '新通知' : bulletin.title}</h2>
        <Tag>{BULLETIN_TOPIC_LABELS[bulletin.topic]}</Tag>
        {isUnread ? <Tag tone="accent">未读</Tag> : <Tag>{BULLETIN_STATE_LABELS[bulletin.state]}</Tag>}
      </div>
      <div className="subject-header-line muted">
        <span>{whenText(detail, nowMs)}</span>
      </div>
    </header>
  );
}

function Readers({ detail: { readers } }: DetailProps) {
  const nowMs = useNow(MINUTE);
  const unread = readers.filter(({ readAtMs }) => readAtMs === null);
  const read = readers.flatMap(({ name, readAtMs }) => (readAtMs === null ? [] : { name, readAtMs }));
  return (
    <section className="bulletin-readers" aria-label="阅读情况">
      <p className="numeric">
        已读 {read.length}/{readers.length}
        {unread.length > 0 && (
          <span className="muted">，未读：{unread.map(({ name }) => name).join('、')}</span>
        )}
      </p>
      {read.length > 0 && (
        <p className="muted numeric">
          {read.map(({ name, readAtMs }) => `${name} ${formatMoment(readAtMs, nowMs)}`).join('，')}
        </p>
      )}
    </section>
  );
}

const Words = ({ detail }: DetailProps) => (
  <div className="bulletin-words">
    <div className="bulletin-body">{detail.bulletin.body}</div>
    <Readers detail={detail} />
  </div>
);

function LastBulletins({ onOpen }: { readonly onOpen: (id: BulletinId) => void }) {
  const nowMs = useNow(MINUTE);
  const { data: rows } = useQuery(bulletinQueries.list());
  if (rows === undefined) return null;
  if (rows.length === 0) return <p className="muted bulletin-none">还没有发布过通知</p>;
  return (
    <ul className="bulletin-list">
      {rows.map(({ id, title, publishedAtMs, isUnread }) => (
        <li key={id}>
          <button type="button" onClick={() => onOpen(id)}>
            <span className="truncate">{title}</span>
            {isUnread && <Tag tone="accent">未读</Tag>}
            <span className="muted numeric">{formatMoment(publishedAtMs, nowMs)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

const IDLE: Readonly<Record<BulletinDetail['bulletin']['state'], string>> = {
  draft: '写好后发布给大家',
  published: '没有等你做的',
  closed: '已关闭，不再提醒',
};

function Loaded({ detail, bulletinId, Frame, ...rest }: PanelProps & DetailProps) {
  const [shownAtMs] = useState(now);
  const isDraft = detail.bulletin.state === 'draft';
  return (
    <Frame
      {...rest}
      subject={asSubject('bulletin', bulletinId)}
      tasks={detail.tasks}
      idle={IDLE[detail.bulletin.state]}
      nowMs={detail.nowMs}
      header={<Header detail={detail} />}
      facts={isDraft ? <BulletinDraft detail={detail} /> : <Words detail={detail} />}
      aside={{
        label: '最近的通知',
        content: <LastBulletins onOpen={(id) => rest.openSubject(asSubject('bulletin', id))} />,
      }}
      actionsBefore={isDraft ? [] : bulletinActions(detail, { shownAtMs })}
    />
  );
}

/** K8: written by a lead, read by everybody, with who has and who has not. */
export function BulletinPanel(props: PanelProps) {
  const query = useQuery(bulletinQueries.detail(props.bulletinId));
  return (
    <Asked query={query} onGone={props.onGone}>
      {/* Another one, and other words, are to be read from their own beginning. */}
      {(detail) => (
        <Loaded
          key={`${detail.bulletin.id} ${detail.bulletin.changedAtMs ?? ''}`}
          {...props}
          detail={detail}
        />
      )}
    </Asked>
  );
}
