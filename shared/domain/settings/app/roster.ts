import { z } from 'zod';
import { DEFAULT_SHIFTS, ShiftTemplate } from '../../roster/shift-template.ts';
import { declareSettings } from '../declaring/declaration.ts';

const RosterSettings = z.object({
  shifts: z
    .array(ShiftTemplate)
    .max(6)
    .refine((shifts) => new Set(shifts.map(({ code }) => code)).size === shifts.length, '班次代码重复'),
  lateAfterMinutes: z.int().min(0).max(120),
});

/** H1: the same for all shops, because one agent serves several of them in one shift. */
export const rosterSettings = declareSettings({
  key: 'roster',
  level: 'app',
  title: '排班',
  schema: RosterSettings,
  defaults: { shifts: [...DEFAULT_SHIFTS], lateAfterMinutes: 5 },
  changedBy: 'lead',
  fields: {
    shifts: {
      label: '班次',
      hint: '在「排班」中修改',
      input: { kind: 'own' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    lateAfterMinutes: {
      label: '迟到从几分钟起',
      hint: '登录即签到；晚于开班这么久记为迟到',
      input: { kind: 'count', unit: '分钟' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
  },
});
