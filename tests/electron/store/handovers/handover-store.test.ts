import { describe, expect, it } from 'vitest';
import { createHandoverStore } from '../../../../electron/store/handovers/handover-store.ts';
import type { AgentId } from '../../../../shared/domain/ids.ts';
import { plansOf } from '../../../support/plans-of.ts';

describe('H2: the store of hand-over sheets', () => {
  it('reads sheets, and the tasks that belong on one, by indexes and in their order', () => {
    const agentId = 'agent-1' as AgentId;
    const plans = plansOf((db) => {
      const handovers = createHandoverStore(db);
      handovers.draftOf(agentId);
      handovers.listGiven(30);
      handovers.listToLeave({ agentId, nowMs: 1, untilMs: 2 });
    });
    expect(plans[0]).toMatch(/USING INDEX handovers_draft/);
    expect(plans[1]).toMatch(/USING INDEX handovers_given/);
    expect(plans[2]).toMatch(/USING INDEX tasks_owned \(owner_id=\? AND attention_at_ms<\?\)/);
    expect(plans[3]).toMatch(/USING INDEX tasks_promised \(attention_at_ms<\?\)/);
    expect(plans.join('\n')).not.toMatch(/USE TEMP B-TREE/);
  });
});
