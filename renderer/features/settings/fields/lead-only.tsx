import { ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import type { ChangedBy } from '../../../../shared/domain/settings/declaring/declaration.ts';
import { leads } from '../../../../shared/domain/team/agent.ts';
import { useAppState, useCurrentAgent } from '../../../lib/main-process/app-state.ts';

/** Whether the agent may change it: leads change everything, and any agent does on a workstation without a lead. */
export function useMayChange(changedBy: ChangedBy): boolean {
  const { agents } = useAppState();
  const own = useCurrentAgent();
  const hasLead = agents.some(({ role, isArchived }) => !isArchived && leads(role));
  return changedBy === 'agent' || leads(own?.role) || !hasLead;
}

/** R10, R13: all agents read it and leads set it; on a workstation without a lead any agent does. */
export function LeadOnly({ children }: { readonly children: ReactNode }) {
  const isOpen = useMayChange('lead');
  return (
    <ConfigProvider componentDisabled={!isOpen}>
      {!isOpen && <p className="muted">由主管或经理设置</p>}
      {children}
    </ConfigProvider>
  );
}
