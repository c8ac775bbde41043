import { DAY } from '../../../time/durations.ts';
import {
  CHASE_PRESET_LABELS,
  ChaseSettings,
  DEFAULT_CHASE_SETTINGS,
  USUAL_QUIET_HOURS,
} from '../../chasing/chase-settings.ts';
import { declareSettings } from '../declaring/declaration.ts';

/** P1–P10: when an unpaid order is followed up. */
export const chaseSettings = declareSettings({
  key: 'chase',
  level: 'shop',
  title: '催付',
  schema: ChaseSettings,
  defaults: DEFAULT_CHASE_SETTINGS,
  changedBy: 'agent',
  fields: {
    preset: {
      label: '方案',
      hint: '选择后可继续调整',
      input: { kind: 'choice', labels: { ...CHASE_PRESET_LABELS, custom: '自定义' } },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    closesAfterMs: {
      label: '未付款关闭',
      hint: '平台在下单多久后关闭未付款订单',
      input: { kind: 'duration', whenOn: DAY },
      source: { kind: 'platform', note: '一般为 24 小时，聚划算等活动 30 分钟' },
      checkedOn: null,
    },
    steps: {
      label: '催付步骤',
      hint: '首次、二次和关闭前催付各在何时',
      input: { kind: 'own' },
      source: { kind: 'practice', note: '催付教程多为下单后 15–30 分钟、2–4 小时和关闭前 1–2 小时' },
      checkedOn: null,
    },
    quietHours: {
      label: '静默时段',
      hint: '时段内不催付；顺延到恢复时间，届时订单已关闭的提前到时段之前',
      input: { kind: 'quiet-hours', whenOn: USUAL_QUIET_HOURS },
      source: { kind: 'practice', note: '催付教程建议避开 22:00–08:00' },
      checkedOn: null,
    },
    maxPer24h: {
      label: '每单 24 小时内最多',
      hint: '手动催付也计入',
      input: { kind: 'count', unit: '次' },
      source: { kind: 'practice', note: '催付教程建议 24 小时内不超过 3 次' },
      checkedOn: null,
    },
    adviceWindowMs: {
      label: '不建议催付',
      hint: '客户在此时间内付过其他订单或被催付过；0 为不判断',
      input: { kind: 'duration' },
      source: { kind: 'practice', note: '数云 CCMS 按 3 日内的订单判断' },
      checkedOn: null,
    },
    silentCreditMs: {
      label: '静默下单不计成效',
      hint: '未咨询就下单的，在此时间内催付不计入成功率；0 为全部计入',
      input: { kind: 'duration' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
  },
});
