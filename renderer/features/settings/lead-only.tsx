import { ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { leads } from '../../../shared/domain/agent.ts';
import { useAppState, useCurrentAgent } from '../../lib/app-state.ts';

/** R10, R13: to be read by all and set by leads; where nobody leads, by anybody. */
export function LeadOnly({ children }: { readonly children: ReactNode }) {
  const { agents } = useAppState();
  const own = useCurrentAgent();
  const isOpen = leads(own?.role) || !agents.some(({ role, isArchived }) => !isArchived && leads(role));
  return (
    <ConfigProvider componentDisabled={!isOpen}>
      {!isOpen && <p className="muted">由主管或经理设置</p>}
      {children}
    </ConfigProvider>
  );
}
