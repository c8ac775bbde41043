import { Button } from 'antd';
import type { z } from 'zod';
import type { Shop } from '../../../../shared/domain/team/shop.ts';
import { ShopSettings } from '../../../../shared/domain/team/shop.ts';
import { useViewState } from '../../../lib/place/view-state.ts';
import { Tag } from '../../../ui/facts/tag.tsx';
import { useFeedback } from '../../../ui/feedback.tsx';
import { wayBack } from '../../../ui/forms/use-action.ts';
import { hasStepError } from '../chasing/chase-form.ts';
import { ChasePlanPanel } from '../chasing/chase-plan-panel.tsx';
import { useSaveShopSettings } from '../mutations.ts';
import { ShopParts } from './shop-parts.tsx';

const Draft = ShopSettings.nullable();

/** Parsing puts the fields of both into one order. */
function isSameSettings(draft: ShopSettings, saved: ShopSettings): boolean {
  const parsed = ShopSettings.safeParse(draft);
  return parsed.success && JSON.stringify(parsed.data) === JSON.stringify(ShopSettings.parse(saved));
}

/** Only these are saved, so that a change of one domain is no activity of another. */
function changedDomains(draft: ShopSettings, saved: ShopSettings): Partial<ShopSettings> {
  const before = new Map(Object.entries(saved).map(([key, values]) => [key, JSON.stringify(values)]));
  const changed = Object.entries(draft).filter(([key, values]) => JSON.stringify(values) !== before.get(key));
  return Object.fromEntries(changed);
}

function useDraft(shop: Shop) {
  const [draft, setDraft] = useViewState<z.infer<typeof Draft>>(`shop-settings.${shop.id}`, Draft, null);
  // The wording has a page of its own; what was saved there meanwhile stands.
  const settings = draft === null ? shop.settings : { ...draft, wording: shop.settings.wording };
  const isUnsaved = draft !== null && !isSameSettings(settings, shop.settings);
  return { settings, isUnsaved, setDraft };
}

/** How a shop chases, with the plan of an order beside it; nothing holds before it is saved. */
export function ShopSettingsForm({
  shop,
  onRename,
}: {
  readonly shop: Shop;
  readonly onRename?: () => void;
}) {
  const feedback = useFeedback();
  const saving = useSaveShopSettings();
  const { settings, isUnsaved, setDraft } = useDraft(shop);
  const { chase } = settings;
  const isValid = ShopSettings.safeParse(settings).success && !hasStepError(chase);
  const save = () => {
    const changed = changedDomains(settings, shop.settings);
    saving.mutate(
      { id: shop.id, settings: changed },
      {
        onSuccess: (saved) => {
          setDraft(null);
          feedback.done(
            `已保存「${shop.name}」的设置`,
            wayBack(...saved.map((one) => one?.activityId ?? null)),
          );
        },
      },
    );
  };
  return (
    <div className="settings-shop-form">
      <header className="panel-header">
        <h2 className="panel-title truncate">{shop.name}</h2>
        {onRename && (
          <Button size="small" type="link" onClick={onRename}>
            改名
          </Button>
        )}
        {isUnsaved && <Tag tone="warning">未保存</Tag>}
        <div className="panel-extra">
          {isUnsaved && <Button onClick={() => setDraft(null)}>放弃修改</Button>}
          <Button type="primary" disabled={!isUnsaved || !isValid || saving.isPending} onClick={save}>
            保存
          </Button>
        </div>
      </header>
      <div className="settings-shop-columns">
        <div className="settings-shop-fields">
          <ShopParts settings={settings} onSettings={setDraft} />
        </div>
        <ChasePlanPanel chase={chase} />
      </div>
    </div>
  );
}
