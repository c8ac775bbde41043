import './wording.css';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { ShopId } from '../../../../shared/domain/ids.ts';
import type { Shop } from '../../../../shared/domain/team/shop.ts';
import { useAppState } from '../../../lib/main-process/app-state.ts';
import { useViewState } from '../../../lib/place/view-state.ts';
import { Tag } from '../../../ui/facts/tag.tsx';
import { useFeedback } from '../../../ui/feedback.tsx';
import { wayBack } from '../../../ui/forms/use-action.ts';
import { LeadOnly } from '../fields/lead-only.tsx';
import { useSaveShopSettings } from '../mutations.ts';
import { ShopList } from '../shops/shop-list.tsx';
import { OwnWordings } from './own-wordings.tsx';
import { WordingBasics } from './wording-basics.tsx';
import { isComplete, WordingDraft, whole } from './wording-draft.ts';
import { WordingRules } from './wording-rules.tsx';
import { WordingTrial } from './wording-trial.tsx';

const Kept = WordingDraft.nullable();

function useDraft(shop: Shop) {
  const [kept, setDraft] = useViewState<WordingDraft | null>(`wording.${shop.id}`, Kept, null);
  const draft = kept ?? shop.settings.wording;
  const isUnsaved = kept !== null && JSON.stringify(kept) !== JSON.stringify(shop.settings.wording);
  return { draft, isUnsaved, setDraft };
}

function WordingForm({ shop }: { readonly shop: Shop }) {
  const feedback = useFeedback();
  const saving = useSaveShopSettings();
  const { draft, isUnsaved, setDraft } = useDraft(shop);
  const trial = useMemo(() => whole(draft), [draft]);
  const save = () => {
    saving.mutate(
      { id: shop.id, settings: { wording: whole(draft) } },
      {
        onSuccess: (saved) => {
          setDraft(null);
          feedback.done(
            `已保存「${shop.name}」的话术规范`,
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
        {isUnsaved && <Tag tone="warning">未保存</Tag>}
        <div className="panel-extra">
          {isUnsaved && <Button onClick={() => setDraft(null)}>放弃修改</Button>}
          <Button
            type="primary"
            disabled={!isUnsaved || !isComplete(draft) || saving.isPending}
            onClick={save}
          >
            保存
          </Button>
        </div>
      </header>
      <div className="settings-shop-columns">
        <div className="settings-shop-fields">
          <LeadOnly>
            <WordingBasics draft={draft} onDraft={setDraft} />
            <OwnWordings words={draft.ownRules} onWords={(ownRules) => setDraft({ ...draft, ownRules })} />
            <WordingRules
              rulesOff={draft.rulesOff}
              onRulesOff={(rulesOff) => setDraft({ ...draft, rulesOff })}
            />
          </LeadOnly>
        </div>
        <WordingTrial settings={trial} />
      </div>
    </div>
  );
}

/** R13: each shop's wording, beside a field to try it in. */
export function WordingSection() {
  const { shops } = useAppState();
  const [chosenId, setChosenId] = useState<ShopId>();
  const shop = shops.find(({ id }) => id === chosenId) ?? shops[0];
  return (
    <div className="settings-shops">
      <div className="settings-shop-list">
        <header className="panel-header">
          <h2 className="panel-title">店铺</h2>
        </header>
        <ShopList chosenId={shop?.id} onChoose={setChosenId} />
      </div>
      {shop !== undefined && <WordingForm key={shop.id} shop={shop} />}
    </div>
  );
}
