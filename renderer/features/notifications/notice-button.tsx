import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Badge, Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { z } from 'zod';
import type { PastNotice } from '../../../shared/ipc/contract/program/notice-contract.ts';
import { useViewState } from '../../lib/place/view-state.ts';
import { SHORTCUTS, useShortcut } from '../../lib/shortcuts.ts';
import { noticeQueries } from './queries.ts';

const NoticeDrawer = lazy(async () => ({ default: (await import('./notice-drawer.tsx')).NoticeDrawer }));

/** How many notifications came since the list was looked at last, and the way to the list. */
export function NoticeButton({ onOpen }: { readonly onOpen: (target: PastNotice['target']) => void }) {
  const { data: notices = [] } = useQuery(noticeQueries.list());
  const [seenAtMs, keepSeen] = useViewState('notices-seen', z.number(), 0);
  const [openedAtMs, setOpenedAtMs] = useState<number | null>(null);
  const unseen = notices.filter(({ atMs }) => atMs > seenAtMs).length;

  function open(): void {
    setOpenedAtMs(seenAtMs);
    keepSeen(notices[0]?.atMs ?? seenAtMs);
  }
  useShortcut(SHORTCUTS.notices, open);

  return (
    <>
      <Badge count={unseen} size="small" offset={[-6, 6]} overflowCount={99} title={`${unseen} 条新通知`}>
        <Button
          type="text"
          icon={<BellOutlined aria-hidden="true" />}
          aria-label={unseen === 0 ? '通知记录' : `通知记录，${unseen} 条新的`}
          title={`通知记录（${SHORTCUTS.notices.label}）`}
          onClick={open}
        />
      </Badge>
      {openedAtMs !== null && (
        <Suspense fallback={null}>
          <NoticeDrawer
            seenAtMs={openedAtMs}
            onOpen={(target) => {
              setOpenedAtMs(null);
              onOpen(target);
            }}
            onClose={() => setOpenedAtMs(null)}
          />
        </Suspense>
      )}
    </>
  );
}
