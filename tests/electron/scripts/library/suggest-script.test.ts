import { describe, expect, it } from 'vitest';
import { CUSTOMER_WORDS } from '../../../../electron/scripts/library/searching/customer-words.ts';
import { createSuggestScript } from '../../../../electron/scripts/library/suggest-script.ts';
import type { AgentId } from '../../../../shared/domain/ids.ts';
import { createScriptIndex } from '../../../../shared/domain/scripts/script-search.ts';
import { searchedLibrary } from '../../../bench/support/searched-library.ts';

const WANG = 'wang' as AgentId;
const library = searchedLibrary(208);
const index = createScriptIndex({ ...library, customerWords: CUSTOMER_WORDS });

const suggesting = ({ copied = '', isLead = true } = {}) =>
  createSuggestScript({
    index: { read: async () => index },
    scripts: { findByCode: (code) => library.scripts.find((script) => script.code === code) },
    foreignText: async () => copied,
    agentId: () => WANG,
    mayChange: ({ kind }) => isLead || kind === 'personal',
  });

describe('R1, B13: a script is proposed of a sentence', () => {
  it('in the group, for the moments and with the numbers of the script that is most like it', async () => {
    const suggest = suggesting({ copied: '亲，您的快递好几天没动了，我已经联系快递公司查件了' });
    const found = await suggest('');
    expect(found?.groupName).toBe('发货物流');
    expect(found?.draft).toMatchObject({
      title: '您的快递好几天没动了',
      code: 'kd7',
      scope: { kind: 'all' },
    });
    expect(found?.draft.fit.stages).toContain('shipping');
  });

  it('of what was typed where nothing was copied; of nothing there is none', async () => {
    expect((await suggesting()('发票开好了'))?.draft.parts).toEqual(['发票开好了']);
    expect(await suggesting()('  ')).toBeNull();
  });

  it('for the agent alone where a lead decides what is for all', async () => {
    const found = await suggesting({ copied: '您好，在的', isLead: false })('');
    expect(found?.draft.scope).toEqual({ kind: 'personal', agentId: WANG });
  });

  it('with braces that are no variables', async () => {
    expect((await suggesting({ copied: '满{100}减10' })(''))?.draft.parts).toEqual(['满｛100｝减10']);
  });
});
