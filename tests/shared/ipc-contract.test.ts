import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CHANNELS } from '../../shared/ipc/channels.ts';
import { contract } from '../../shared/ipc/contract.ts';

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
