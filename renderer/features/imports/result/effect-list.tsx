import type { ImportEffect } from '../../../../shared/domain/import-effect.ts';
import { Money } from '../../../ui/facts/money.tsx';

/** One line for each thing that the files show; what was won, is to do or was lost has its colour. */
export function EffectList({ effects }: { readonly effects: readonly ImportEffect[] }) {
  return (
    <dl className="imports-effects">
      {effects.map(({ key, label, count, amountFen, tone, hint }) => (
        <div key={key} className="imports-effect" data-tone={tone}>
          <dt>{label}</dt>
          <dd className="numeric">
            {count.toLocaleString('zh-CN')} 单
            {amountFen !== null && (
              <>
                {' '}
                <Money fen={amountFen} />
              </>
            )}
          </dd>
          {hint !== null && <dd className="imports-effect-hint muted">{hint}</dd>}
        </div>
      ))}
    </dl>
  );
}
