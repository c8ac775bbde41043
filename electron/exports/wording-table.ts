import type { ShopId } from '../../shared/domain/ids.ts';
import { SCRIPT_SCOPE_LABELS, type Script } from '../../shared/domain/scripts/script.ts';
import { checkForShops, wordingsFor } from '../../shared/domain/scripts/wording/shops-wording.ts';
import { sourceLabel } from '../../shared/domain/scripts/wording/wording-rule.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import type { ShortTable } from './table.ts';

const HEADERS = ['编码', '标题', '范围', '段', '级别', '项目', '用语', '说明', '依据', '改为', '内容'];

type Held = { readonly shops: readonly Shop[]; readonly shopId: ShopId | null };

/** R13: one line per finding of the library. */
export function wordingTable(scripts: readonly Script[], { shops, shopId }: Held): ShortTable {
  const rows = scripts.flatMap(({ code, title, scope, parts }) => {
    const wordings = wordingsFor(scope, shops, shopId);
    return parts.flatMap((part, index) =>
      checkForShops(part, wordings).map(
        ({ severity, name, found, explanation, source, replacement }): (string | null)[] => [
          code,
          title,
          SCRIPT_SCOPE_LABELS[scope.kind],
          `第 ${index + 1} 段`,
          severity === 'warning' ? '警告' : '建议',
          name,
          found,
          explanation,
          sourceLabel(source),
          replacement === '' ? '（删去）' : (replacement ?? null),
          part,
        ],
      ),
    );
  });
  return { name: '用语检查', columns: HEADERS.map((header) => ({ header, kind: 'text' })), rows };
}
