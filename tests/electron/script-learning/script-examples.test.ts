import { beforeEach, describe, expect, it } from 'vitest';
import { createScriptExampleStore } from '../../../electron/store/scripts/script-example-store.ts';
import type { ScriptId } from '../../../shared/domain/ids.ts';
import { plansOf } from '../../support/plans-of.ts';
import { AGENT, aLibrary, type Library, ORDER } from './a-library.ts';

let library: Library;
let scriptId: ScriptId;
beforeEach(() => {
  library = aLibrary();
  scriptId = library.create(AGENT).id;
});

const note = '客户嫌贵，给了运费险后当场付款';
const add = () => library.examples.add({ scriptId, orderId: ORDER, note }, library.by(AGENT)).id;
const kinds = () =>
  library.stores.activities.listOf({ kind: 'order', id: ORDER }).map((activity) => activity.kind);

describe('K9: examples that scripts are made from', () => {
  it('are seen from the script and from the order', () => {
    const id = add();
    const seen = {
      id,
      note,
      orderNo: '42',
      customerNick: '山间一壶茶',
      scriptCode: 'kc1',
      agentName: '小王',
    };
    expect(library.stores.scriptExamples.listOfScript(scriptId)).toMatchObject([seen]);
    expect(library.stores.scriptExamples.listOfOrder(ORDER, AGENT)).toMatchObject([seen]);
    expect(library.stores.activities.listOf({ kind: 'order', id: ORDER })).toMatchObject([
      { kind: 'example-added', scriptId, data: { text: note } },
    ]);
  });

  it('are removed and brought back, each with its record', () => {
    const id = add();
    const removed = library.examples.remove(id, library.by(AGENT));
    expect(library.stores.scriptExamples.listOfScript(scriptId)).toEqual([]);
    library.undo(removed, AGENT);
    expect(library.stores.scriptExamples.listOfScript(scriptId)).toHaveLength(1);
    expect(kinds()).toEqual(['undone', 'example-removed', 'example-added']);
  });

  it('are named by the change that came of them, and by no change of another script', () => {
    const id = add();
    library.edit(AGENT, scriptId, { parts: ['您好，现在付款送运费险。'] });
    const [last] = library.stores.scriptChanges.changesOf(scriptId);
    library.examples.link({ id, changeId: last?.id ?? null }, library.by(AGENT));
    expect(library.stores.scriptExamples.get(id)?.changeId).toBe(last?.id);
    const other = library.create(AGENT, { code: 'kc2' });
    const [foreign] = library.stores.scriptChanges.changesOf(other.id);
    const link = () => library.examples.link({ id, changeId: foreign?.id ?? null }, library.by(AGENT));
    expect(link).toThrow('该话术没有这次修改');
  });

  it('are not collected twice, nor for what is not there', () => {
    add();
    expect(add).toThrow('该订单已是这条话术的案例');
    const nowhere = { scriptId: 'no script' as ScriptId, orderId: ORDER, note };
    expect(() => library.examples.add(nowhere, library.by(AGENT))).toThrow('该话术已不存在');
  });

  it('are looked up by script and by order', () => {
    const plans = plansOf((db) => {
      const store = createScriptExampleStore(db);
      store.listOfScript(scriptId);
      store.listOfOrder(ORDER, AGENT);
    }).join('\n');
    expect(plans).toContain('USING INDEX script_examples_by_script (script_id=?)');
    expect(plans).toContain('USING INDEX script_examples_by_order (order_id=?)');
    expect(plans).not.toMatch(/SCAN (c|o|s|g)\b/);
  });
});
