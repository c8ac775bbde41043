import { expect, it } from 'vitest';
import { createBulletinStore } from '../../../../electron/store/bulletins/bulletin-store.ts';
import type { AgentId } from '../../../../shared/domain/ids.ts';
import { plansOf } from '../../../support/plans-of.ts';

it('K8: bulletins are read by indexes and in their order', () => {
  const plans = plansOf((db) => {
    const bulletins = createBulletinStore(db);
    bulletins.draftOf('agent-1' as AgentId);
    bulletins.listPublished(30);
    bulletins.listLive();
  });
  expect(plans).toEqual([
    expect.stringMatching(/USING INDEX bulletins_draft/),
    expect.stringMatching(/USING INDEX bulletins_published/),
    expect.stringMatching(/USING INDEX bulletins_live/),
  ]);
  expect(plans.join('\n')).not.toMatch(/USE TEMP B-TREE/);
});
