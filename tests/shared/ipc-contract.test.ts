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

/** The first two must have their words; an accepted proposal keeps a text of its own. */
const NOTES_OF_THEIR_OWN: ReadonlySet<string> = new Set([
  'scriptExamples.add',
  'scriptProposals.reject',
  'scriptProposals.accept',
]);

describe('a note that an agent may add', () => {
  const notes = CHANNELS.flatMap((channel) => {
    const { input } = contract[channel];
    const note =
      input instanceof z.ZodObject ? (input.shape as Readonly<Record<string, unknown>>)['note'] : undefined;
    return note && !NOTES_OF_THEIR_OWN.has(channel) ? [{ channel, note: note as z.ZodType }] : [];
  });

  it('is asked for by many channels', () => {
    expect(notes.length).toBeGreaterThan(15);
  });

  it.each(notes)('is none where it is blank, and else as typed: $channel', ({ note }) => {
    expect(['  ', '', null, ' 等他回复 '].map((typed) => note.parse(typed))).toEqual([
      null,
      null,
      null,
      '等他回复',
    ]);
  });
});
