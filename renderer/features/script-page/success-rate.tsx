import {
  FEWEST_SETTLED,
  type SuccessRate,
  successRateOf,
  type Tally,
} from '../../../shared/domain/scripts/script-learning/figures.ts';

const percent = (share: number) => `${Math.round(share * 100)}%`;

function Mark({ low, high, rate }: Extract<SuccessRate, { kind: 'known' }>) {
  return (
    <span className="rate-mark" aria-hidden="true">
      <span
        className="rate-band"
        style={{ insetInlineStart: percent(low), width: `${(high - low) * 100}%` }}
      />
      <span className="rate-point" style={{ insetInlineStart: percent(rate) }} />
    </span>
  );
}

/** Never a bare percentage: of few cases the number of cases, else the share with its interval. */
export function SuccessRateText({ tally }: { readonly tally: Tally }) {
  const known = successRateOf(tally);
  if (known.kind === 'too-few') {
    return (
      <span className="muted numeric" title={`满 ${FEWEST_SETTLED} 次有结果的使用才显示成功率`}>
        样本不足（{known.settled} 次）
      </span>
    );
  }
  const { rate, low, high, settled } = known;
  return (
    <span className="rate" title={`${settled} 次使用；括号内为 95% 置信区间`}>
      <Mark {...known} />
      <span className="numeric">
        <strong>{percent(rate)}</strong>
        <span className="muted">
          （{percent(low)}–{percent(high)}）
        </span>
      </span>
    </span>
  );
}
