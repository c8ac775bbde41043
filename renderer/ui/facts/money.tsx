import { formatFen } from '../../../shared/domain/money.ts';

type MoneyProps = { readonly fen: number | null; readonly isStrong?: boolean };

/** `¥1,234.56`, digits of equal width; `—` when it is not known. */
export function Money({ fen, isStrong = false }: MoneyProps) {
  return (
    <span className="money" data-strong={isStrong || undefined}>
      {fen === null ? '—' : `¥${formatFen(fen)}`}
    </span>
  );
}
