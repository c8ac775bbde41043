import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Timeline } from '../../../renderer/features/task-work/timeline.tsx';
import type { NewActivity } from '../../../shared/domain/activities/activity.ts';
import { ACTIVITY_KINDS } from '../../../shared/domain/activities/activity-kinds.ts';
import { UNPAID_REASONS } from '../../../shared/domain/orders/unpaid-reason.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import { DISPUTE_OUTCOMES } from '../../../shared/ipc/contract/task-contract.ts';
import { shopNamed } from '../../support/main-side/a-shop-floor.ts';
import { NOW, renderScreen } from '../session/render-screen.tsx';

type Said = Pick<NewActivity, 'kind' | 'data'>;

async function linesOf(said: readonly Said[]): Promise<string[]> {
  const { main } = renderScreen(<div />, { orderCount: 0 });
  const subject = asSubject('shop', shopNamed(main, '示例旗舰店').id);
  const nobody = { agentId: null, taskId: null, scriptId: null, importRunId: null };
  for (const one of said) main.core.stores.activities.append({ ...one, ...nobody, subject, atMs: NOW });
  renderScreen(<Timeline subject={subject} />, { main });
  const lines = await within(await screen.findByRole('list', { name: '记录' })).findAllByRole('listitem');
  return lines.map(({ textContent }) => textContent ?? '');
}

describe('using-it.md C1: the records are read by people', () => {
  it('names every act in Chinese, and the one that an undo has taken back', async () => {
    const lines = await linesOf(
      ACTIVITY_KINDS.flatMap((kind): Said[] => [
        { kind, data: {} },
        { kind: 'undone', data: { outcome: kind } },
      ]),
    );
    expect(lines.length).toBeGreaterThan(ACTIVITY_KINDS.length);
    expect(lines.filter((line) => /[a-z]/.test(line))).toEqual([]);
  });

  it('says reasons and outcomes in words', async () => {
    const lines = await linesOf([
      ...UNPAID_REASONS.map((reason): Said => ({ kind: 'reason-noted', data: { reason } })),
      ...DISPUTE_OUTCOMES.map((outcome): Said => ({ kind: 'dispute-closed', data: { outcome } })),
    ]);
    expect(lines.filter((line) => /[a-z]/.test(line))).toEqual([]);
  });

  it('says nothing where another build has stored a name of its code', async () => {
    const data = { outcome: 'some-outcome', reason: 'later', taskKind: 'chase', step: 'old-step' };
    const lines = await linesOf([{ kind: 'chased', data }]);
    expect(lines.join()).toContain('已催付');
    expect(lines.filter((line) => /[a-z]/.test(line))).toEqual([]);
  });
});
