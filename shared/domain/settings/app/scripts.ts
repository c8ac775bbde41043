import { z } from 'zod';
import { declareSettings } from '../declaring/declaration.ts';

const ScriptSettings = z.object({
  /** X5: how often, in percent, a script that is not known well enough is offered first. */
  trialSharePercent: z.int().min(0).max(50),
  /** K9: a lead has to accept the changes of scripts that other agents use. */
  scriptApprovalRequired: z.boolean(),
});

/** X5, K9: how scripts are tried, and who changes them. */
export const scriptSettings = declareSettings({
  key: 'scripts',
  level: 'app',
  title: '话术推荐与审批',
  schema: ScriptSettings,
  defaults: { trialSharePercent: 10, scriptApprovalRequired: false },
  changedBy: 'agent',
  fields: {
    trialSharePercent: {
      label: '试用比例',
      hint: '同一场景优先推荐催付效果最好的话术；按此比例让效果还不确定的话术排在第一。0 为不试用',
      input: { kind: 'percent' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    scriptApprovalRequired: {
      label: '话术修改需主管审批',
      hint: '开启后，客服对全店和店铺话术的修改以建议提交，由主管或经理采纳；个人话术不受影响',
      input: { kind: 'flag' },
      source: { kind: 'choice' },
      checkedOn: null,
      // An agent who is bound by the approval must not take it away.
      changedBy: 'lead',
    },
  },
});
