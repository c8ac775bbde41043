import { ConcessionSettings, DEFAULT_CONCESSION_SETTINGS } from '../../chasing/concession.ts';
import { declareSettings } from '../declaring/declaration.ts';

/** R10: how far an agent goes alone when a customer bargains. That is not the agent's to set. */
export const concessionSettings = declareSettings({
  key: 'concession',
  level: 'shop',
  title: '议价',
  schema: ConcessionSettings,
  defaults: DEFAULT_CONCESSION_SETTINGS,
  changedBy: 'lead',
  fields: {
    limitFen: {
      label: '客服权限',
      hint: '每单最多优惠；超出由主管答复，0 为一律请示',
      input: { kind: 'money' },
      source: { kind: 'seed', note: '20 元以内客服自行决定，超出请示主管' },
      checkedOn: null,
    },
    limitPercent: {
      label: '按订单金额',
      hint: '优惠不超过订单应付金额的这个比例；与上面的金额取较小的',
      input: { kind: 'percent' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    stepsFen: {
      label: '优惠步骤',
      hint: '每步为该单优惠总额；客户未接受上一步，才提下一步',
      input: { kind: 'own' },
      source: { kind: 'seed', note: '逐步让价，不一次让到底；各步金额为程序初始值' },
      checkedOn: null,
    },
    extras: {
      label: '代替金额',
      hint: '第一步未被接受后可提；输入后按 Enter',
      input: { kind: 'own' },
      source: { kind: 'seed', note: '以小礼品、包邮代替降价' },
      checkedOn: null,
    },
    answerWithinMs: {
      label: '主管答复时限',
      hint: '请示后多久提醒主管；0 为立即',
      input: { kind: 'duration' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
  },
});
