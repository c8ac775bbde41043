import './help.css';
import { Button } from 'antd';
import { z } from 'zod';
import { TOUR_OFFER } from '../../lib/place/tour-offer.ts';
import { useViewState } from '../../lib/place/view-state.ts';

/** Asks once, after the first run, whether to be shown around. */
export function TourOffer({ onStart }: { readonly onStart: () => void }) {
  const [isOffered, keep] = useViewState(TOUR_OFFER, z.boolean(), false);
  if (!isOffered) return null;
  const answer = (isWanted: boolean) => {
    keep(false);
    if (isWanted) onStart();
  };
  return (
    <aside className="tour-offer" aria-label="导览">
      <h2>第一次用？一分钟看一遍</h2>
      <p className="muted">六步，随时可以退出。以后在右上角的问号里也能再看。</p>
      <div className="tour-offer-actions">
        <Button type="primary" onClick={() => answer(true)}>
          开始导览
        </Button>
        <Button onClick={() => answer(false)}>不用了</Button>
      </div>
    </aside>
  );
}
