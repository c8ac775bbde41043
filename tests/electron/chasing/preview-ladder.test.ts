import { expect, it } from 'vitest';
import { previewLadder } from '../../../electron/chasing/preview-ladder.ts';
import { chaseUnpaidOrder } from '../../../electron/rules/order/chase-unpaid-order.ts';
import { CHASE_PRESET_SETTINGS, type ChasePreset } from '../../../shared/domain/chasing/chase-settings.ts';
import { formatBeijing } from '../../../shared/time/beijing.ts';
import { beijing } from '../../support/records/an-order.ts';

const preview = (preset: ChasePreset, placed: string) =>
  previewLadder(chaseUnpaidOrder.find, CHASE_PRESET_SETTINGS[preset], beijing(placed)).map(
    ({ step, dueAtMs }) => `${step} ${formatBeijing(dueAtMs).slice(5, 16)}`,
  );

it('P1: previews the ladder as quiet hours leave it', () => {
  expect(preview('default', '2026-06-10 10:00')).toEqual([
    'first 06-10 10:15',
    'second 06-10 12:00',
    'last 06-11 09:00',
  ]);
  expect(preview('default', '2026-06-10 23:00')).toEqual(['first 06-11 08:30', 'last 06-11 21:30']);
});

it('P5–P7: previews the steps that follow from each other', () => {
  expect(preview('long', '2026-06-10 10:00')).toEqual([
    'first 06-10 10:15',
    'second 06-10 12:00',
    'remind 06-13 10:00',
    'warn 06-17 10:00',
    'claim-fee 06-24 10:00',
  ]);
});
