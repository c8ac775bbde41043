import { z } from 'zod';
import { dateToMs } from '../../../time/beijing.ts';
import { type BusinessHours, DEFAULT_BUSINESS_HOURS } from '../../../time/business-hours.ts';
import { declareSettings } from '../declaring/declaration.ts';

const minuteOfDay = z.int().min(0).max(1439);
const Day = z.string().refine((text) => dateToMs(text) !== undefined, '不是日期');

const BusinessHoursSettings = z
  .object({
    weekdays: z.array(z.int().min(1).max(7)).refine((days) => days.length > 0, '至少选择一天'),
    fromMinute: minuteOfDay,
    toMinute: minuteOfDay,
    holidays: z.array(Day).max(366),
  })
  .refine(({ fromMinute, toMinute }) => fromMinute < toMinute, {
    path: ['toMinute'],
    error: '须晚于上班时间',
  }) satisfies z.ZodType<BusinessHours>;

/** When somebody is there to answer: time that is counted in working hours stands still outside of these. */
export const businessHoursSettings = declareSettings({
  key: 'businessHours',
  level: 'shop',
  title: '工作时间',
  schema: BusinessHoursSettings,
  defaults: { ...DEFAULT_BUSINESS_HOURS, weekdays: [...DEFAULT_BUSINESS_HOURS.weekdays], holidays: [] },
  changedBy: 'agent',
  fields: {
    weekdays: {
      label: '工作日',
      hint: '按工作时间计算的期限，如等待仓库答复，只计工作日的工作时间',
      input: { kind: 'weekdays' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    fromMinute: {
      label: '上班时间',
      input: { kind: 'minute-of-day' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    toMinute: {
      label: '下班时间',
      input: { kind: 'minute-of-day' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    holidays: {
      label: '放假日期',
      hint: '节假日，不计工作时间',
      input: { kind: 'dates' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
  },
});
