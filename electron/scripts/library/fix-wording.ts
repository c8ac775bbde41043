import type { ScriptId, ShopId } from '../../../shared/domain/ids.ts';
import type { Script, ScriptDraft } from '../../../shared/domain/scripts/script.ts';
import { fixWording, wordingsFor } from '../../../shared/domain/scripts/wording/shops-wording.ts';
import type { Shop } from '../../../shared/domain/team/shop.ts';

type Edit = { readonly id: ScriptId; readonly draft: ScriptDraft };
type Held = { readonly shops: readonly Shop[]; readonly shopId: ShopId | null };

/** R13: the edits that put a better word wherever there is one; scripts that need none are left alone. */
export function wordingEdits(scripts: readonly Script[], { shops, shopId }: Held): Edit[] {
  return scripts.flatMap(({ id, scope, groupId, title, code, parts, keywords, tags, fit }) => {
    const wordings = wordingsFor(scope, shops, shopId);
    const fixed = parts.map((part) => fixWording(part, wordings));
    if (fixed.every((part, index) => part === parts[index])) return [];
    return [{ id, draft: { scope, groupId, title, code, parts: fixed, keywords, tags, fit } }];
  });
}
