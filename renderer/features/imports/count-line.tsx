import type { ImportCounts } from '../../../shared/domain/import-run.ts';

const PARTS = [
  ['new', '新增'],
  ['changed', '更新'],
  ['unchanged', '无变化'],
  ['rejected', '拒绝'],
] as const satisfies readonly (readonly [keyof ImportCounts, string])[];

const group = (count: number) => count.toLocaleString('zh-CN');

/** `新增 1,204 · 更新 36 · 无变化 8 · 拒绝 2` */
export function CountLine({ counts }: { readonly counts: ImportCounts }) {
  return (
    <span className="numeric">
      {PARTS.map(([key, label]) => `${label} ${group(counts[key])}`).join(' · ')}
    </span>
  );
}

/** The same numbers large, for the moment of decision. */
export function CountTiles({ counts }: { readonly counts: ImportCounts }) {
  return (
    <dl className="imports-tiles">
      {PARTS.map(([key, label]) => (
        <div key={key} className="imports-tile" data-kind={key} data-zero={counts[key] === 0}>
          <dt>{label}</dt>
          <dd className="numeric">{group(counts[key])}</dd>
        </div>
      ))}
      <div className="imports-tile" data-kind="rows">
        <dt>共</dt>
        <dd className="numeric">{group(counts.rows)}</dd>
      </div>
    </dl>
  );
}
