import type { ScriptId } from '../../../shared/domain/ids.ts';
import type { Script, ScriptScope } from '../../../shared/domain/scripts/script.ts';
import type { ScriptViewer } from '../../../shared/domain/scripts/script-scope.ts';
import { fragmentCodesOf } from '../../../shared/domain/scripts/script-template/template-words.ts';
import { AppError } from '../../../shared/errors.ts';
import { createNearestWithCode } from '../copying/nearest-script.ts';

type Dependencies = {
  readonly scripts: { findByCode(code: string, scope: ScriptScope): Script | undefined };
};

/** Looks at scripts that are saved already, so that a fragment may come in the same stroke. */
export function createRequireSoundFragments({ scripts }: Dependencies) {
  const nearest = createNearestWithCode({ findByCode: (code, scope) => scripts.findByCode(code, scope) });

  /** The codes from a fragment to the script itself; `undefined` if it never comes back to it. */
  function wayBack(from: Script, to: ScriptId, viewer: ScriptViewer): readonly string[] | undefined {
    const seen = new Set<ScriptId>();
    const walk = (script: Script): readonly string[] | undefined => {
      if (script.id === to) return [script.code];
      if (seen.has(script.id)) return undefined;
      seen.add(script.id);
      for (const code of fragmentCodesOf(script.parts)) {
        const inner = nearest(code, viewer);
        const rest = inner && walk(inner);
        if (rest) return [script.code, ...rest];
      }
      return undefined;
    };
    return walk(from);
  }

  return (script: Script): void => {
    const viewer = viewerOf(script.scope);
    for (const [index, part] of script.parts.entries()) {
      for (const code of fragmentCodesOf([part])) {
        const place = `第 ${index + 1} 段：`;
        const fragment = nearest(code, viewer);
        if (fragment === undefined) {
          // Which shop a personal script is said for is known only when it is copied.
          if (script.scope.kind === 'personal') continue;
          throw new AppError('invalid-input', `${place}没有编码为「${code}」的话术可作片段`);
        }
        const way = wayBack(fragment, script.id, viewer);
        if (way) {
          const circle = [script.code, ...way].join(' → ');
          throw new AppError('invalid-input', `${place}片段「${code}」又引用了这条话术（${circle}）`);
        }
      }
    }
  };
}

/** A viewer who sees no more than every agent who sees the script. */
function viewerOf(scope: ScriptScope): ScriptViewer {
  return {
    agentId: scope.kind === 'personal' ? scope.agentId : null,
    shopId: scope.kind === 'shop' ? scope.shopId : null,
  };
}
