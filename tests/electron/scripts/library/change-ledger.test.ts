import { describe, expect, it } from 'vitest';
import { createChangeLedger } from '../../../../electron/scripts/library/change-ledger.ts';
import { aScript } from '../fake-script-library.ts';

const strokeOf = (count: number) => ({
  change: { scripts: Array.from({ length: count }, () => ({ before: null, after: aScript() })), groups: [] },
  agentId: null,
});

describe('R1 what can be taken back', () => {
  it('are the last 50 strokes', () => {
    const ledger = createChangeLedger();
    const ids = Array.from({ length: 51 }, () => ledger.keep(strokeOf(1)));
    expect(() => ledger.changeOf(ids[0] ?? '', null)).toThrow('这一步已不能撤销');
    expect(ledger.changeOf(ids[1] ?? '', null).scripts).toHaveLength(1);
  });

  it('are fewer when they are large, and always the last one', () => {
    const ledger = createChangeLedger();
    const first = ledger.keep(strokeOf(10_000));
    const second = ledger.keep(strokeOf(10_000));
    expect(ledger.changeOf(first, null).scripts).toHaveLength(10_000);
    const third = ledger.keep(strokeOf(20_000));
    expect(() => ledger.changeOf(second, null)).toThrow('这一步已不能撤销');
    expect(ledger.changeOf(third, null).scripts).toHaveLength(20_000);
  });

  it('have room again once they are taken back', () => {
    const ledger = createChangeLedger();
    const kept = ledger.keep(strokeOf(10_000));
    ledger.forget(ledger.keep(strokeOf(10_000)));
    ledger.keep(strokeOf(10_000));
    expect(ledger.changeOf(kept, null).scripts).toHaveLength(10_000);
  });
});
