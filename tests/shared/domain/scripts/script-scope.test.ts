import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgentId, ShopId } from '../../../../shared/domain/ids.ts';
import { FOR_ALL, type ScriptScope } from '../../../../shared/domain/scripts/script.ts';
import {
  isOffered,
  isVisibleTo,
  mayEdit,
  nearnessOf,
} from '../../../../shared/domain/scripts/script-scope.ts';

const ME = 'agent-me' as AgentId;
const OTHER = 'agent-other' as AgentId;
const TEA = 'shop-tea' as ShopId;
const CUPS = 'shop-cups' as ShopId;
const mine: ScriptScope = { kind: 'personal', agentId: ME };
const theirs: ScriptScope = { kind: 'personal', agentId: OTHER };
const ofTea: ScriptScope = { kind: 'shop', shopId: TEA };

describe('R1 who sees a script', () => {
  it('shows what is for all, for any shop and one’s own, and never what is another’s own', () => {
    expect([FOR_ALL, ofTea, mine, theirs].map((scope) => isVisibleTo(scope, ME))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(isVisibleTo(mine, null)).toBe(false);
  });

  it('offers for an order what its shop says, and no other shop', () => {
    expect(isOffered(ofTea, { agentId: ME, shopId: TEA })).toBe(true);
    expect(isOffered(ofTea, { agentId: ME, shopId: CUPS })).toBe(false);
    expect(isOffered(ofTea, { agentId: ME, shopId: null })).toBe(true);
  });

  it('never offers what is not to be seen', () => {
    const scope = fc.constantFrom(FOR_ALL, ofTea, mine, theirs);
    const shopId = fc.constantFrom(TEA, CUPS, null);
    const agentId = fc.constantFrom(ME, OTHER, null);
    fc.assert(
      fc.property(scope, shopId, agentId, (one, shop, agent) => {
        const isShown = isOffered(one, { agentId: agent, shopId: shop });
        expect(isShown && !isVisibleTo(one, agent)).toBe(false);
      }),
    );
  });

  it('means the nearer one by a code', () => {
    expect([FOR_ALL, mine, ofTea].toSorted((a, b) => nearnessOf(b) - nearnessOf(a))).toEqual([
      mine,
      ofTea,
      FOR_ALL,
    ]);
  });
});

describe('K9 who changes a script at once', () => {
  const agent = { id: ME, role: 'agent', isArchived: false } as const;
  const lead = { id: OTHER, role: 'lead', isArchived: false } as const;

  it('lets everybody change their own, and nobody that of another', () => {
    const both = { isRequired: true, team: [agent, lead] };
    expect(mayEdit({ scope: mine }, agent, both)).toBe(true);
    expect(mayEdit({ scope: theirs }, { id: ME, role: 'manager' }, both)).toBe(false);
  });

  it('leaves to the leads what others see as well, where the shop wants it so', () => {
    const team = [agent, lead];
    expect(mayEdit({ scope: FOR_ALL }, agent, { isRequired: true, team })).toBe(false);
    expect(mayEdit({ scope: FOR_ALL }, agent, { isRequired: false, team })).toBe(true);
    expect(mayEdit({ scope: ofTea }, lead, { isRequired: true, team })).toBe(true);
  });

  it('locks nobody out where there is no lead, or none any more', () => {
    const gone = { ...lead, isArchived: true };
    for (const team of [[agent], [agent, gone]]) {
      expect(mayEdit({ scope: FOR_ALL }, agent, { isRequired: true, team })).toBe(true);
    }
  });
});
