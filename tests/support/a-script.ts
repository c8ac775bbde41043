import { ScriptGroupId, ScriptId } from '../../shared/domain/ids.ts';
import type { Script } from '../../shared/domain/script.ts';

export function aScript(overrides: Partial<Script> & { readonly code: string }): Script {
  return {
    id: ScriptId.parse(`script-${overrides.code}`),
    scope: { kind: 'all' },
    groupId: ScriptGroupId.parse('group-1'),
    title: overrides.code,
    parts: ['您好'],
    keywords: '',
    tags: [],
    fit: { stages: ['chase-open'], reasons: [], steps: [], grades: [] },
    sortKey: 0,
    archivedAtMs: null,
    updatedAtMs: 0,
    useCount: 0,
    lastUsedAtMs: null,
    ...overrides,
  };
}
