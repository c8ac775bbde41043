import { ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { leads } from '../../../../shared/domain/agent.ts';
import type { ChangedBy } from '../../../../shared/domain/settings/declaration.ts';
import { useAppState, useCurrentAgent } from '../../../lib/app-state.ts';

/** Whether these eyes may change it: leads change everything, and where nobody leads, anybody does. */
export function useMayChange(changedBy: ChangedBy): boolean {
  const { agents } = useAppState();
  const own = useCurrentAgent();
  const hasLead = agents.some(({ role, isArchived }) => !isArchived && leads(role));
  return changedBy === 'agent' || leads(own?.role) || !hasLead;
}

/** R10, R13: to be read by all and set by leads; where nobody leads, by anybody. */
export function LeadOnly({ children }: { readonly children: ReactNode }) {
  const isOpen = useMayChange('lead');
  return (
    <ConfigProvider componentDisabled={!isOpen}>
      {!isOpen && <p className="muted">由主管或经理设置</p>}
      {children}
    </ConfigProvider>
  );
}
