import { ScriptId } from '../../../shared/domain/ids.ts';
import type { Script } from '../../../shared/domain/scripts/script.ts';

export const NO_FIT: Script['fit'] = { stages: [], reasons: [], steps: [], grades: [] };

/** A script that fits all; its id is made of its code. */
export function aScript(overrides: Partial<Script> = {}): Script {
  const code = overrides.code ?? 'hh1';
  return {
    id: ScriptId.parse(`script-${code}`),
    scope: { kind: 'all' },
    groupId: null,
    title: '问好',
    code,
    parts: ['您好'],
    keywords: '',
    tags: [],
    fit: NO_FIT,
    sortKey: 1,
    archivedAtMs: null,
    updatedAtMs: 0,
    useCount: 0,
    lastUsedAtMs: null,
    ...overrides,
  };
}
