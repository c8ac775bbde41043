import './script-page.css';
import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Tabs } from 'antd';
import { useState } from 'react';
import { z } from 'zod';
import type { OrderId, ScriptId } from '../../../shared/domain/ids.ts';
import type { Script } from '../../../shared/domain/scripts/script.ts';
import { useViewState } from '../../lib/place/view-state.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Kbd } from '../../ui/facts/kbd.tsx';
import { Tag } from '../../ui/facts/tag.tsx';
import { ReasonForm } from '../../ui/forms/reason-form.tsx';
import { ExamplesTab } from './examples/examples-tab.tsx';
import { FiguresTab } from './figures-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import { scriptPageQueries } from './queries.ts';
import { useScriptEditing } from './use-script-editing.ts';

const TABS = ['figures', 'history', 'examples'] as const;

type PageProps = {
  readonly script: Script;
  /** The order that is open on the workbench; the likeliest example. */
  readonly openOrderId: OrderId | null;
  readonly onOpenOrder: (id: OrderId) => void;
};

/** An agent who may not archive the script says why a lead should. */
function ArchiveProposal({ script }: { readonly script: Script }) {
  const editing = useScriptEditing(script);
  const [isAsked, setIsAsked] = useState(false);
  if (editing.isFree || script.archivedAtMs !== null) return null;
  if (!isAsked) {
    return (
      <Button size="small" onClick={() => setIsAsked(true)}>
        建议归档…
      </Button>
    );
  }
  const submit = (reason: string) => {
    editing.proposeArchive(reason);
    setIsAsked(false);
  };
  return (
    <ReasonForm
      title="建议归档"
      label="归档理由"
      placeholder="归档理由"
      submitLabel="提交建议"
      onSubmit={submit}
      onCancel={() => setIsAsked(false)}
    />
  );
}

function Page({ script, openOrderId, onOpenOrder }: PageProps) {
  const [tab, setTab] = useViewState('script-page-tab', z.enum(TABS), 'figures');
  const items = [
    { key: 'figures', label: '效果', children: <FiguresTab scriptId={script.id} /> },
    { key: 'history', label: '历史版本', children: <HistoryTab script={script} /> },
    {
      key: 'examples',
      label: '案例',
      children: <ExamplesTab scriptId={script.id} openOrderId={openOrderId} onOpenOrder={onOpenOrder} />,
    },
  ];
  return (
    <div className="script-page">
      <Text script={script} />
      <ArchiveProposal script={script} />
      <Tabs
        size="small"
        items={items}
        activeKey={tab}
        onChange={(key) => setTab(TABS.find((one) => one === key) ?? 'figures')}
      />
    </div>
  );
}

function Title({ script }: { readonly script: Script }) {
  return (
    <span className="page-title">
      <span className="truncate">{script.title}</span>
      <span className="muted">{script.code}</span>
      {script.archivedAtMs !== null && <Tag>已归档</Tag>}
    </span>
  );
}

/** B14: the words themselves, as they are written. */
function Text({ script }: { readonly script: Script }) {
  return (
    <ol className="page-parts" aria-label="内容">
      {script.parts.map((part, index) => (
        // Parts are known by their place only.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index} className="page-part">
          {part}
        </li>
      ))}
    </ol>
  );
}

type DrawerProps = Omit<PageProps, 'script'> & {
  readonly scriptId: ScriptId;
  readonly onEdit: (id: ScriptId) => void;
  readonly onClose: () => void;
};

/** One script: what came of it, how it became what it is, and what it was learned from. */
export function ScriptDrawer({ scriptId, onEdit, onClose, onOpenOrder, ...rest }: DrawerProps) {
  const { data, error, refetch } = useQuery(scriptPageQueries.script(scriptId));
  const openOrder = (id: OrderId) => {
    onClose();
    onOpenOrder(id);
  };
  return (
    <Drawer
      open
      size={720}
      onClose={onClose}
      title={data ? <Title script={data} /> : '话术'}
      extra={
        data?.archivedAtMs === null && (
          <Button
            autoFocus
            size="small"
            onClick={() => {
              onClose();
              onEdit(scriptId);
            }}
          >
            编辑 <Kbd keys="Enter" />
          </Button>
        )
      }
    >
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data && <Page script={data} onOpenOrder={openOrder} {...rest} />}
    </Drawer>
  );
}
