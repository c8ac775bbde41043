import './script-page.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ScriptId } from '../../../shared/domain/ids.ts';
import type { Output } from '../../../shared/ipc/contract.ts';
import { scriptNewsQuery } from '../../lib/main-process/script-queries.ts';
import { NewsDrawer } from './news-drawer.tsx';
import { ProposalsDrawer } from './proposals/proposals-drawer.tsx';
import { scriptPageQueries } from './queries.ts';

type ScriptDeskProps = {
  readonly onOpenScript: (id: ScriptId) => void;
  /** The library. */
  readonly children: ReactNode;
};

type Opened = 'news' | 'proposals';
type Found = {
  readonly news: Output<'scriptNews.list'>;
  readonly proposals: Output<'scriptProposals.list'>;
};

const NOTHING: Found = {
  news: { scriptIds: [], news: [] },
  proposals: { mayDecide: false, open: [], answered: [], unread: 0 },
};

function proposalWords({ open, unread }: Found['proposals']): string {
  const waiting = open.length > 0 ? `${open.length} 条建议待审批` : '话术建议';
  return unread > 0 ? `${waiting}，${unread} 条有答复` : waiting;
}

function Bar({ news, proposals, onOpen }: Found & { readonly onOpen: (what: Opened) => void }) {
  const changed = news.scriptIds.length;
  const hasProposals = proposals.open.length + proposals.answered.length > 0;
  if (changed === 0 && !hasProposals) return null;
  return (
    <section className="script-desk-bar" aria-label="话术动态">
      {changed > 0 && (
        <Button size="small" onClick={() => onOpen('news')}>
          {changed} 条话术有更新
        </Button>
      )}
      {hasProposals && (
        <Button size="small" onClick={() => onOpen('proposals')}>
          {proposalWords(proposals)}
        </Button>
      )}
    </section>
  );
}

/** Above the library: what others changed, what waits for an answer, and which answers have come. */
export function ScriptDesk({ onOpenScript, children }: ScriptDeskProps) {
  const [open, setOpen] = useState<Opened | null>(null);
  const { data: news = NOTHING.news } = useQuery(scriptNewsQuery());
  const { data: proposals = NOTHING.proposals } = useQuery(scriptPageQueries.proposals());
  const close = () => setOpen(null);
  const openScript = (id: ScriptId) => {
    close();
    onOpenScript(id);
  };
  return (
    <div className="script-desk">
      <Bar news={news} proposals={proposals} onOpen={setOpen} />
      {children}
      {open === 'news' && <NewsDrawer found={news} onOpenScript={openScript} onClose={close} />}
      {open === 'proposals' && (
        <ProposalsDrawer proposals={proposals} onOpenScript={openScript} onClose={close} />
      )}
    </div>
  );
}
