import type { Edge } from '../edge.ts';
import { createContactHandlers } from '../kernel/contacts/contact-handlers.ts';
import { createDeadlineHandlers } from '../kernel/deadlines/deadline-handlers.ts';
import { createEvidenceHandlers } from '../kernel/evidence/evidence-handlers.ts';

/** The page reaches the parts that every duty builds on by these. */
export function createDutyHandlers(edge: Edge) {
  const { duties, stores } = edge;
  const parts = { ...edge, ...duties };
  return {
    ...createDeadlineHandlers(parts),
    ...createContactHandlers(parts),
    ...createEvidenceHandlers({ ...parts, agentName: (id) => stores.agents.get(id)?.name ?? null }),
  };
}
