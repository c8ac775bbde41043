import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '../../shared/ipc/contract.ts';
import { CHANNELS } from '../support/channels.ts';

describe('X6: what main answers', () => {
  const answers = CHANNELS.map((channel) => ({ channel, output: contract[channel].output as z.ZodType }));

  it.each(answers.filter(({ output }) => !(output instanceof z.ZodUndefined)))(
    'can be written as JSON: $channel',
    ({ output }) => {
      // Throws at what JSON has no word for: bytes, dates, maps, sets, big numbers.
      expect(z.toJSONSchema(output)).toBeTypeOf('object');
    },
  );
});

describe('a note that an agent may add', () => {
  const withNote = {
    'tasks.complete': { id: 'task' },
    'tasks.snooze': { id: 'task', untilMs: Date.UTC(2026, 5, 10) },
    'tasks.snoozeMany': { ids: ['task'], untilMs: Date.UTC(2026, 5, 10) },
    'tasks.handOver': { ids: ['task'], agentId: null },
    'chases.agree': { orderId: 'order', untilMs: Date.UTC(2026, 5, 10) },
    'chases.noteReason': { orderId: 'order', reason: 'other' },
    'chases.giveUp': { orderId: 'order', reason: 'other' },
    'chases.claimPaid': { orderId: 'order' },
    'disputes.close': { orderId: 'order', outcome: 'refused' },
    'concessions.decide': { id: 'concession', answer: { kind: 'deny' } },
    'refunds.register': {
      orderId: 'order',
      lineNo: null,
      type: 'return-refund',
      refundFen: null,
      reason: null,
      isApplied: false,
    },
    'refunds.answerMany': { refundIds: ['refund'], decision: 'agree' },
    'refunds.answer': { refundId: 'refund', decision: 'agree' },
    'refunds.noteRetention': { refundId: 'refund', retention: 'kept' },
    'refunds.noteArrival': { refundId: 'refund', arrival: 'arrived' },
    'customers.edit': { id: 'customer', groupOverride: null },
  } as const;
  const channels = CHANNELS.flatMap((channel) =>
    channel in withNote ? [{ channel, rest: withNote[channel as keyof typeof withNote] }] : [],
  );

  it.each(channels)('is none where it is blank, and else as typed: $channel', ({ channel, rest }) => {
    const noteOf = (note: unknown) => contract[channel].input.parse({ ...rest, note });
    expect(noteOf('  ')).toMatchObject({ note: null });
    expect(noteOf('')).toMatchObject({ note: null });
    expect(noteOf(null)).toMatchObject({ note: null });
    expect(noteOf(' 等他回复 ')).toMatchObject({ note: '等他回复' });
  });

  it('stands in no other channel without that rule', () => {
    const others = CHANNELS.filter((channel) => {
      const { input } = contract[channel];
      return input instanceof z.ZodObject && 'note' in input.shape && !(channel in withNote);
    });
    // An example and a rejected proposal must have their words; an accepted proposal keeps a text.
    expect(others).toEqual(['scriptExamples.add', 'scriptProposals.accept', 'scriptProposals.reject']);
  });
});
