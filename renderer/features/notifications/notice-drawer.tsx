import './notifications.css';
import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import type { PastNotice } from '../../../shared/ipc/contract/program/notice-contract.ts';
import { startOfBeijingDay } from '../../../shared/time/beijing.ts';
import { DAY, MINUTE } from '../../../shared/time/durations.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { noticeQueries } from './queries.ts';

type Props = {
  /** Those that came later have not been seen yet. */
  readonly seenAtMs: number;
  /** `null`: it spoke of several things, or of the program. */
  readonly onOpen: (target: PastNotice['target']) => void;
  readonly onClose: () => void;
};

function dayOf(atMs: number, nowMs: number): string {
  const today = startOfBeijingDay(nowMs);
  if (atMs >= today) return '今天';
  return atMs >= today - DAY ? '昨天' : '更早';
}

/** Notifications that were shown on the desktop, the newest first; Enter or a click opens what it spoke of. */
export function NoticeDrawer({ seenAtMs, onOpen, onClose }: Props) {
  const { data: notices = [], isFetched } = useQuery(noticeQueries.list());
  const nowMs = useNow(MINUTE);
  const days = [...Map.groupBy(notices, ({ atMs }) => dayOf(atMs, nowMs))];
  return (
    <Drawer
      open
      title="通知记录"
      size={420}
      styles={{ wrapper: { maxWidth: '100vw' }, body: { padding: 0 } }}
      onClose={onClose}
    >
      {isFetched && notices.length === 0 && (
        <EmptyState title="还没有通知" hint="待办到期时会弹窗提醒，弹过的都留在这里，错过了也能再看" />
      )}
      {days.map(([day, shown]) => (
        <section key={day} aria-label={day}>
          <h3 className="past-notice-day">{day}</h3>
          <ul>
            {shown.map((notice) => (
              <li key={`${notice.atMs} ${notice.title}`}>
                <button
                  type="button"
                  className="past-notice"
                  data-new={notice.atMs > seenAtMs || undefined}
                  onClick={() => onOpen(notice.target)}
                >
                  <span className="past-notice-title">{notice.title}</span>
                  <time className="past-notice-time numeric">{formatMoment(notice.atMs, nowMs)}</time>
                  <span className="past-notice-body">{notice.body}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Drawer>
  );
}
