import { describe, expect, it } from 'vitest';
import { createFollowedOccasion } from '../../../electron/palette/followed-occasion.ts';
import type { AgentId, OrderId } from '../../../shared/domain/ids.ts';

describe('X3 the palette follows the workbench', () => {
  it('to the order that is open there, and lets go of it with the agent', () => {
    let agentId: AgentId | null = 'a' as AgentId;
    let forgotten = 0;
    const followed = createFollowedOccasion({ agentId: () => agentId, forget: () => forgotten++ });
    const occasion = { orderId: 'o' as OrderId, taskId: null, reason: null };
    followed.follow(occasion);
    followed.agentChanged();
    expect([followed.current(), forgotten]).toEqual([occasion, 0]);
    agentId = null;
    followed.agentChanged();
    expect([followed.current(), forgotten]).toEqual([null, 1]);
  });
});
