import { beforeEach, describe, expect, it } from 'vitest';
import { createNearestWithCode } from '../../../../electron/scripts/copying/nearest-script.ts';
import { createRequireSoundFragments } from '../../../../electron/scripts/library/require-sound-fragments.ts';
import type { AgentId, ShopId } from '../../../../shared/domain/ids.ts';
import type { Script, ScriptScope } from '../../../../shared/domain/scripts/script.ts';
import { aScript } from '../../../support/records/a-script.ts';
import { createFakeScriptLibrary } from '../fake-script-library.ts';

const ME = 'agent-1' as AgentId;
const TEA = 'shop-tea' as ShopId;
const ofTea: ScriptScope = { kind: 'shop', shopId: TEA };
const mine: ScriptScope = { kind: 'personal', agentId: ME };

let library: ReturnType<typeof createFakeScriptLibrary>;
let requireSound: (script: Script) => void;
beforeEach(() => {
  library = createFakeScriptLibrary();
  requireSound = createRequireSoundFragments(library);
});

function saved(code: string, parts: string[], scope: ScriptScope = { kind: 'all' }): Script {
  const script = aScript({ id: `${code}-${scope.kind}` as Script['id'], code, parts, scope });
  library.scripts.save(script);
  return script;
}
const whyNot = (script: Script) => () => requireSound(script);

describe('X3 shared fragments, when a script is saved', () => {
  it('must be there for everybody who sees the script', () => {
    saved('qm', ['客服为您服务'], ofTea);
    expect(whyNot(saved('hh', ['您好', '{片段:QM}']))).toThrow('第 2 段：没有编码为「QM」的话术可作片段');
    expect(whyNot(saved('hh', ['{片段:qm}'], ofTea))).not.toThrow();
    expect(whyNot(saved('hh', ['{片段:later}'], mine))).not.toThrow();
  });

  it('never go in a circle, and the way is named', () => {
    saved('b', ['{如果 新客}{片段:c}{结束}']);
    saved('c', ['{片段:A}']);
    expect(whyNot(saved('a', ['您好，{片段:b}']))).toThrow(
      '第 1 段：片段「b」又引用了这条话术（a → b → c → a）',
    );
    expect(whyNot(saved('d', ['{片段:D}']))).toThrow('（d → d）');
  });

  it('may be used by many', () => {
    saved('qm', ['客服为您服务']);
    saved('b', ['{片段:qm}']);
    expect(whyNot(saved('a', ['{片段:qm}{片段:b}{片段:b}']))).not.toThrow();
  });
});

describe('X3 a code means the nearest script', () => {
  it('personal before the shop before all, and never another shop or agent', () => {
    const nearest = createNearestWithCode(library.scripts);
    const all = saved('hh', ['一']);
    expect(nearest('hh', { agentId: ME, shopId: TEA })).toEqual(all);
    const tea = saved('hh', ['二'], ofTea);
    expect(nearest('hh', { agentId: ME, shopId: TEA })).toEqual(tea);
    expect(nearest('hh', { agentId: ME, shopId: null })).toEqual(all);
    const own = saved('hh', ['三'], mine);
    expect(nearest('HH', { agentId: ME, shopId: TEA })).toEqual(own);
    expect(nearest('hh', { agentId: null, shopId: TEA })).toEqual(tea);
    expect(nearest('gone', { agentId: ME, shopId: TEA })).toBeUndefined();
  });
});
