import type { WritableDb } from '../../../electron/store/connection.ts';
import { createScriptGroupStore, createScriptStore } from '../../../electron/store/script-store.ts';
import { ScriptGroupId, ScriptId } from '../../../shared/domain/ids.ts';
import { FOR_ALL, SCRIPT_STAGES } from '../../../shared/domain/script.ts';
import { below, createRandom, pick } from '../support/random.ts';
import { BENCH_NOW_MS, SEED } from './invented.ts';

const OPENINGS = ['亲，您好', '您好，很高兴为您服务', '亲爱的顾客', '在的', '感谢您的等待'];
const MIDDLES = [
  '您拍下的宝贝还没有付款',
  '快递已经在路上',
  '这款支持七天无理由',
  '库存不多了',
  '地址请您核对一下',
];
const ENDINGS = ['现在付款今天就能发出', '有问题随时联系我们', '请您放心', '给您添麻烦了', '祝您生活愉快'];
const GROUPS = ['催付', '发货物流', '售后处理', '商品咨询', '活动优惠', '结束语'];

/** A library as a large team would have grown it. */
export function fillScripts(db: WritableDb, count: number): void {
  if (count === 0) return;
  const random = createRandom(SEED);
  const scripts = createScriptStore(db);
  const groups = createScriptGroupStore(db);
  const groupIds = GROUPS.map((name, index) => {
    const id = ScriptGroupId.parse(`bench-group-${index}`);
    groups.save({ id, parentId: null, name, sortKey: 1000 + index });
    return id;
  });
  for (let index = 0; index < count; index++) {
    const middle = pick(random, MIDDLES);
    scripts.save({
      id: ScriptId.parse(`bench-script-${index}`),
      scope: FOR_ALL,
      groupId: pick(random, groupIds),
      title: `${middle.slice(0, 6)}${index}`,
      code: `b${index}`,
      parts: [`${pick(random, OPENINGS)}，{昵称}，${middle}，${pick(random, ENDINGS)}。编号${index}`],
      keywords: `${pick(random, GROUPS)} ${pick(random, MIDDLES).slice(0, 4)}`,
      tags: [],
      fit: { stages: [pick(random, SCRIPT_STAGES)], reasons: [], steps: [], grades: [] },
      sortKey: 1000 + index,
      archivedAtMs: null,
      updatedAtMs: BENCH_NOW_MS,
      useCount: 0,
      lastUsedAtMs: null,
    });
    const uses = below(random, 50);
    if (uses > 45) scripts.countUse(ScriptId.parse(`bench-script-${index}`), BENCH_NOW_MS - uses);
  }
}
