import { createFindScripts } from '../electron/scripts/find-scripts.ts';
import { CUSTOMER_WORDS } from '../electron/scripts/library/searching/customer-words.ts';
import { createPinyinReader } from '../electron/scripts/library/searching/pinyin-reader.ts';
import { createScriptIndex } from '../shared/domain/scripts/script-search.ts';
import { type CommandResult, done, type Invocation, UsageError } from './command.ts';
import { orderNumbered } from './orders.ts';
import { optional } from './values.ts';

const FOUND_AT_MOST = 20;

function orderIdOf({ core, values }: Invocation) {
  const no = optional(values, 'order');
  return no === undefined ? null : orderNumbered(core, no).id;
}

/** X3: the palette finds the same for this text; for the order if one is named. */
export function findScripts(invocation: Invocation, words: readonly string[]): CommandResult {
  const { core } = invocation;
  const text = words.join(' ').trim();
  if (text === '') throw new UsageError('请给出要找的话术：首字母、词，或客户的一句话');
  const find = createFindScripts({
    lookUp: core.scripts.lookUp,
    boostsFor: core.learning.boosts.boostsFor,
    favourites: core.scripts.favourites.current,
    trialShare: () => 0,
  });
  const index = createScriptIndex({
    scripts: core.stores.scripts.list(),
    groups: core.stores.scriptGroups.list(),
    pinyin: createPinyinReader(),
    customerWords: CUSTOMER_WORDS,
  });
  const occasion = { orderId: orderIdOf(invocation), taskId: null, reason: null };
  const { hits } = find(index, { text, occasion, limit: FOUND_AT_MOST, agent: null }, core.clock.now());
  const found = hits.map(({ script: { code, title } }) => ({ code, title }));
  return done(
    found,
    found.length === 0 ? ['没有找到话术'] : found.map(({ code, title }) => `${code}  ${title}`),
  );
}
