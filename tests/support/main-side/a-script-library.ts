import {
  FOR_ALL,
  type Script,
  type ScriptDraft,
  type ScriptGroup,
} from '../../../shared/domain/scripts/script.ts';
import { NO_FIT } from '../records/a-script.ts';
import type { MainSide } from './create-main-side.ts';

export function addGroup({ core, clock }: MainSide, name: string): ScriptGroup {
  const [change] = core.scripts.groups.create({ name, parentId: null }, clock.now());
  if (!change?.after) throw new Error(`The group ${name} was not made`);
  return change.after;
}

/** Writes a script into the library as a lead would; what is not named is as plain as can be. */
export function addScript(
  { core, clock }: MainSide,
  draft: Partial<ScriptDraft> & { readonly code: string },
): Script {
  const whole = {
    title: draft.code,
    parts: ['您好'],
    keywords: '',
    tags: [],
    groupId: null,
    scope: FOR_ALL,
    fit: NO_FIT,
    ...draft,
  };
  return core.inTransaction(() => core.scripts.service.create(whole, clock.now()).after);
}

export function groupNamed({ core }: MainSide, name: string): ScriptGroup {
  const group = core.stores.scriptGroups.list().find((one) => one.name === name);
  if (!group) throw new Error(`No group is called ${name}`);
  return group;
}

export function scriptCoded({ core }: Pick<MainSide, 'core'>, code: string): Script {
  const script = core.stores.scripts.findByCode(code, FOR_ALL);
  if (!script) throw new Error(`No script has the code ${code}`);
  return script;
}

export function editScript({ core, clock }: MainSide, code: string, changes: Partial<ScriptDraft>): void {
  const { id, title, parts, keywords, tags, groupId, scope, fit } = scriptCoded({ core }, code);
  const draft = { code, title, parts, keywords, tags, groupId, scope, fit, ...changes };
  core.inTransaction(() => core.scripts.service.edit({ id, draft }, clock.now()));
}

/** Two groups and a script for every case that a page treats apart: plain, of three messages, with a field to fill in. */
export function addScripts(main: MainSide): void {
  const chasing = addGroup(main, '催付').id;
  const greeting = addGroup(main, '问候').id;
  const drafts: readonly (Partial<ScriptDraft> & { readonly code: string })[] = [
    {
      code: 'cf01',
      title: '核对地址与款式',
      parts: [
        '{客户}，您好，{店铺}的{客服}为您服务。您拍的「{商品}」{规格} {数量} 件，寄到 {地址}，对吗？核对无误后我们当天为您安排。',
      ],
      fit: { ...NO_FIT, stages: ['chase-open'] },
    },
    {
      code: 'cf02',
      title: '确认收货人，三条',
      parts: [
        '您好，看到您拍下了「{商品}」，收货人是 {收货人}，请您核对一下。',
        '今天 16:00 前付款的订单当天发出，订单还会为您保留 {剩余时间}。',
        '付款遇到问题的话随时告诉我，我来帮您处理。',
      ],
      fit: { ...NO_FIT, stages: ['chase-open'] },
    },
    {
      code: 'yh01',
      title: '小额优惠',
      parts: ['您好，为您申请到 {优惠}，付款前告诉我一声，我来改价。'],
      fit: { ...NO_FIT, stages: ['chase-remedy'], reasons: ['price'] },
    },
    {
      code: 'cz01',
      title: '余额不足，约定时间',
      parts: ['好的，您 {约定时间} 前充值就可以，订单为您保留到 {关闭时间}。'],
      fit: { ...NO_FIT, stages: ['chase-remedy'], reasons: ['top-up'] },
    },
  ];
  for (const draft of drafts) addScript(main, { ...draft, groupId: chasing });
  addScript(main, {
    code: 'wh01',
    title: '问候',
    parts: ['您好，我是{店铺}的{客服}，请问有什么可以帮您？'],
    groupId: greeting,
    fit: { ...NO_FIT, stages: ['greeting'] },
  });
}
