import { describe, expect, it } from 'vitest';
import { SUBJECT_VIEWS } from '../../../renderer/app/subject-views.ts';
import { panelShortcuts, SCOPES, type Shortcut } from '../../../renderer/lib/shortcuts.ts';

const keysOf = (list: Readonly<Record<string, Shortcut>>) => Object.values(list).map(({ keys }) => keys);
const twice = (keys: readonly string[]) => keys.filter((key, index) => keys.indexOf(key) !== index);

describe('no key means two things at the same time', () => {
  it.each(SCOPES.map((scope, index) => [index, scope] as const))('in scope %i', (_, scope) => {
    expect(twice(keysOf(scope))).toEqual([]);
  });

  const panels = Object.entries(SUBJECT_VIEWS).flatMap(([kind, view]) =>
    view ? [[kind, view.shortcuts] as const] : [],
  );
  it.each(panels)('on the panel of a subject of the kind %s', (_, shortcuts) => {
    expect(twice([...keysOf(SCOPES[0]), ...keysOf(shortcuts)])).toEqual([]);
  });

  it('leaves a panel the keys that the workbench has not, or it does not compile', () => {
    const own = { refund: { keys: 'F2', label: 'F2', group: '退款', effect: '同意退款' } } as const;
    expect(panelShortcuts(own)).toEqual(own);
    const taken = { refund: { keys: 'F3', label: 'F3', group: '退款', effect: '同意退款' } } as const;
    // @ts-expect-error -- F3 puts a task off, whatever is open.
    expect(panelShortcuts(taken)).toEqual(taken);
  });
});
