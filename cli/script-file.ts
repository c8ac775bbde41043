import type { ScriptScope } from '../shared/domain/scripts/script.ts';
import {
  SCRIPT_FIELD_LABELS,
  SCRIPT_FIELDS,
  type ScriptColumns,
  type ScriptField,
} from '../shared/domain/scripts/script-file.ts';
import type { ScriptFileColumn } from '../shared/ipc/contract/scripts/script-file-contract.ts';
import { UsageError } from './command.ts';
import type { Core } from './core.ts';

/** `all`, `shop:示例旗舰店`, `personal:小满`; those that are named must be there. */
export function scopeNamed({ stores }: Core, text: string): ScriptScope {
  const [, kind = text, name = ''] = /^(shop|personal):(.+)$/su.exec(text) ?? [];
  if (kind === 'all') return { kind: 'all' };
  if (kind === 'shop') {
    const shop = stores.shops.list().find((one) => one.name === name.trim());
    if (!shop) throw new UsageError(`没有店铺「${name}」`);
    return { kind: 'shop', shopId: shop.id };
  }
  if (kind !== 'personal')
    throw new UsageError(`--scope 只能是 all、shop:店铺名称、personal:客服，不是「${text}」`);
  const agent = stores.agents.findByName(name.trim());
  if (!agent) throw new UsageError(`没有客服「${name}」`);
  return { kind: 'personal', agentId: agent.id };
}

function fieldNamed(text: string): ScriptField | null {
  if (text === '不导入' || text === 'none') return null;
  const field = SCRIPT_FIELDS.find((one) => one === text || SCRIPT_FIELD_LABELS[one] === text);
  if (field) return field;
  const names = SCRIPT_FIELDS.map((one) => SCRIPT_FIELD_LABELS[one]);
  throw new UsageError(`没有字段「${text}」，只有 ${names.join('、')}、不导入`);
}

/** `列=字段`: the column by its name or its number from 1; what is not named stays as it was recognised. */
export function columnsMapped(
  columns: readonly ScriptFileColumn[],
  mappings: readonly string[],
): ScriptColumns | null {
  if (mappings.length === 0) return null;
  const fields = columns.map(({ field }) => field);
  for (const mapping of mappings) {
    const at = mapping.lastIndexOf('=');
    const [column, field] = [mapping.slice(0, at).trim(), mapping.slice(at + 1).trim()];
    const index = columns.findIndex(
      ({ header }, place) => header === column || (place + 1).toString() === column,
    );
    if (at < 1 || index === -1) throw new UsageError(`--map ${mapping}：文件里没有「${column}」这一列`);
    fields[index] = fieldNamed(field);
  }
  return fields;
}
