import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHASE_PRESET_SETTINGS } from '../../../../../shared/domain/chasing/chase-settings.ts';
import { aShopDay } from './a-shop-day.ts';
import { type Event, someEvent } from './events.ts';

const FIRST: Event = { what: 'import unpaid', which: 0 };
/** Every snooze and every due step gets its reminder in the end. */
const LAST: readonly Event[] = [{ what: 'confirm clock' }, { what: 'pass', minutes: 24 * 60 }];

/** The promises that were broken first, with the event that has broken them; `null`: all were kept. */
async function brokenIn(preset: keyof typeof CHASE_PRESET_SETTINGS, events: readonly Event[]) {
  const day = aShopDay(CHASE_PRESET_SETTINGS[preset]);
  try {
    for (const event of [FIRST, ...events, ...LAST]) {
      await day.happen(event);
      const broken = day.broken();
      if (Object.keys(broken).length > 0) return { event, broken };
    }
    return null;
  } finally {
    day.end();
  }
}

describe('X2, H6, F2, F3: whatever a day brings, to two programs on one store', () => {
  it.each(['default', 'big-sale', 'group-buy', 'long'] as const)(
    'no promise is forgotten, none falls silent and none is told twice (%s)',
    async (preset) => {
      await fc.assert(
        fc.asyncProperty(fc.array(someEvent, { maxLength: 30 }), async (events) => {
          expect(await brokenIn(preset, events)).toBeNull();
        }),
        { numRuns: 25 },
      );
    },
  );

  it('wants the same steps after the clock was set back as before', async () => {
    const broken = await brokenIn('default', [
      { what: 'sleep', minutes: 54 },
      { what: 'set close time', which: 0, minutes: 1 },
      { what: 'jump', minutes: -45 },
    ]);
    expect(broken).toBeNull();
  });

  it.each([
    ['default', -1441],
    ['long', -3],
  ] as const)(
    'keeps the opener before a message that was sent early, when the clock is set back and runs on (%s)',
    async (preset, minutes) => {
      const broken = await brokenIn(preset, [
        { what: 'complete', which: 1 },
        { what: 'jump', minutes },
      ]);
      expect(broken).toBeNull();
    },
  );

  it.each([
    ['the program runs', ['pass', 'pass', 'pass', 'pass']],
    ['the PC sleeps', ['sleep', 'sleep', 'sleep', 'sleep']],
    ['the program is killed', ['sleep', 'kill', 'sleep', 'sleep', 'kill', 'sleep']],
  ] as const)(
    'asks about a refund at its end although nothing is written then, while %s',
    async (_how, whats) => {
      const broken = await brokenIn('default', [
        { what: 'import refund', which: 0 },
        ...whats.map((what) => ({ what, minutes: 400 })),
      ]);
      expect(broken).toBeNull();
    },
  );

  it.each(['default', 'big-sale', 'group-buy', 'long'] as const)(
    'tells once of an order that an import brings again after it was taken back with its tasks (%s)',
    async (preset) => {
      const broken = await brokenIn(preset, [
        { what: 'pass', minutes: 9 },
        { what: 'take an import back', which: 0 },
        { what: 'import unpaid', which: 0 },
      ]);
      expect(broken).toBeNull();
    },
  );

  it('keeps a snooze through a payment that an import has shown and the next takes back', async () => {
    const broken = await brokenIn('default', [
      { what: 'snooze', which: 0, minutes: 300 },
      { what: 'import paid', which: 0, isElsewhere: true },
      { what: 'pass', minutes: 400 },
      { what: 'take an import back', which: 0, isElsewhere: true },
    ]);
    expect(broken).toBeNull();
  });

  it.each([true, false])(
    'keeps a time after the closing through the closing and back (named by the customer: %s)',
    async (isAgreed) => {
      const broken = await brokenIn('group-buy', [
        { what: 'snooze', which: 0, minutes: 25, isAgreed },
        { what: 'import closed', which: 0, isElsewhere: true },
        { what: 'pass', minutes: 60 },
        { what: 'take an import back', which: 0, isElsewhere: true },
      ]);
      expect(broken).toBeNull();
    },
  );
});
