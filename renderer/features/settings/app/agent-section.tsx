import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Agent } from '../../../../shared/domain/team/agent.ts';
import { AGENT_ROLE_LABELS } from '../../../../shared/domain/team/agent.ts';
import { useAppState } from '../../../lib/main-process/app-state.ts';
import { Tag } from '../../../ui/facts/tag.tsx';
import { useMayChange } from '../fields/lead-only.tsx';
import { useUpdateAgent } from '../mutations.ts';
import { AgentDialog } from './agent-dialog.tsx';

function AgentRow({ agent, onEdit }: { readonly agent: Agent; readonly onEdit: () => void }) {
  const { currentAgentId } = useAppState();
  const update = useUpdateAgent();
  const isCurrent = agent.id === currentAgentId;
  const setArchived = (isArchived: boolean) => {
    const { id, name, role } = agent;
    update.mutate({ id, name, role, isArchived });
  };
  return (
    <li className="settings-agent" data-archived={agent.isArchived}>
      <span className="settings-agent-name truncate">{agent.name}</span>
      <span className="muted">{AGENT_ROLE_LABELS[agent.role]}</span>
      <span>{agent.hasPin ? '有 PIN' : <span className="muted">无 PIN</span>}</span>
      <span>
        {isCurrent && <Tag tone="accent">当前</Tag>}
        {agent.isArchived && <Tag>已停用</Tag>}
      </span>
      <span className="settings-agent-tools">
        {!agent.isArchived && (
          <Button size="small" type="link" aria-label={`修改 ${agent.name}`} onClick={onEdit}>
            修改
          </Button>
        )}
        {!isCurrent && (
          <Button
            size="small"
            type="link"
            aria-label={`${agent.isArchived ? '恢复' : '停用'} ${agent.name}`}
            onClick={() => setArchived(!agent.isArchived)}
          >
            {agent.isArchived ? '恢复' : '停用'}
          </Button>
        )}
      </span>
    </li>
  );
}

export function AgentSection() {
  const { agents } = useAppState();
  const [editing, setEditing] = useState<Agent | 'new' | null>(null);
  const mayAdd = useMayChange('lead');
  const inOrder = agents.toSorted((a, b) => Number(a.isArchived) - Number(b.isArchived));
  return (
    <div className="settings-page">
      <header className="settings-page-head">
        <h2>客服</h2>
        {mayAdd && (
          <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => setEditing('new')}>
            添加客服
          </Button>
        )}
      </header>
      <p className="muted">停用后不能再登录，历史记录和报表保留。</p>
      <ul className="settings-agents">
        {inOrder.map((agent) => (
          <AgentRow key={agent.id} agent={agent} onEdit={() => setEditing(agent)} />
        ))}
      </ul>
      {editing !== null && (
        <AgentDialog
          key={editing === 'new' ? 'new' : editing.id}
          agent={editing === 'new' ? null : editing}
          onEnd={() => setEditing(null)}
        />
      )}
    </div>
  );
}
