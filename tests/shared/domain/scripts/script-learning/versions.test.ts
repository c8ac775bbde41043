import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsChanged } from '../../../../../shared/domain/activities/row-change.ts';
import type { ActivityId } from '../../../../../shared/domain/ids.ts';
import {
  changedFieldsOf,
  contentOf,
  type RecordedChange,
  type ScriptContent,
  scriptVersionsOf,
} from '../../../../../shared/domain/scripts/script-learning/versions.ts';
import { aScript } from '../../../../support/records/a-script.ts';

const START = contentOf(aScript({ code: 'kc', title: '开场' }));

const content: fc.Arbitrary<ScriptContent> = fc
  .record({
    title: fc.constantFrom('开场', '提醒'),
    parts: fc.array(fc.constantFrom('您好', '请付款', '谢谢'), { minLength: 1, maxLength: 3 }),
    tags: fc.subarray(['大促', '夜间']),
  })
  .map((fields) => ({ ...START, ...fields }));

/** As the app records it: the fields that changed, before and after. */
function recorded(contents: readonly ScriptContent[]): RecordedChange[] {
  return contents.slice(1).map((after, index) => {
    const before = contents[index] ?? START;
    const fields = changedFieldsOf(before, after);
    return {
      id: `change-${index}` as ActivityId,
      atMs: index,
      kind: 'script-edited',
      agentName: '小王',
      data: {
        changes: [
          fieldsChanged(
            { table: 'scripts', id: 'kc' },
            Object.fromEntries(fields.map((field) => [field, [before[field], after[field]]])),
          ),
        ],
      },
    };
  });
}

describe('K9: the history of a script', () => {
  it('is every version that there was, read back from the activities', () => {
    fc.assert(
      fc.property(fc.array(content, { minLength: 1, maxLength: 8 }), (contents) => {
        const versions = scriptVersionsOf(contents.at(-1) ?? START, recorded(contents).toReversed());
        expect(versions.map((version) => version.content)).toEqual(contents.toReversed());
      }),
    );
  });

  it('begins with what was there before anything is on record, unless its making is', () => {
    const [edit] = recorded([START, { ...START, title: '提醒' }]);
    if (!edit) throw new Error('There is one change');
    expect(scriptVersionsOf({ ...START, title: '提醒' }, [edit])).toMatchObject([
      { changeId: 'change-0', changed: ['title'] },
      { changeId: null, content: { title: '开场' }, changed: [] },
    ]);
    const made: RecordedChange = { ...edit, kind: 'script-created', data: {} };
    expect(scriptVersionsOf(START, [made])).toHaveLength(1);
  });

  it('leaves alone what an older build stored in another way', () => {
    const [edit] = recorded([START, { ...START, title: '提醒' }]);
    if (!edit) throw new Error('There is one change');
    const changes = [
      fieldsChanged({ table: 'scripts', id: 'kc' }, { title: [42, '提醒'], mood: ['a', 'b'] }),
    ];
    const odd: RecordedChange = { ...edit, data: { changes } };
    expect(scriptVersionsOf({ ...START, title: '提醒' }, [odd])[1]?.content.title).toBe('提醒');
  });
});
