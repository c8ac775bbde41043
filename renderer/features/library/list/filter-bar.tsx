import { Select } from 'antd';
import { useMemo } from 'react';
import type { Script } from '../../../../shared/domain/scripts/script.ts';
import { useScopeOptions } from '../editor/scope-label.tsx';
import { type LibraryFilter, scopeKey, tagCounts } from '../library-view.ts';

type FilterBarProps = {
  /** All scripts of the place. */
  readonly scripts: readonly Script[];
  readonly filter: LibraryFilter;
  readonly onFilter: (filter: LibraryFilter) => void;
};

function countByScope(scripts: readonly Script[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { scope } of scripts) counts.set(scopeKey(scope), (counts.get(scopeKey(scope)) ?? 0) + 1);
  return counts;
}

/** There once it has something to choose between. */
export function FilterBar({ scripts, filter, onFilter }: FilterBarProps) {
  const scopes = useScopeOptions();
  const byScope = useMemo(() => countByScope(scripts), [scripts]);
  const byTag = useMemo(() => tagCounts(scripts), [scripts]);
  const hasScopes = byScope.size > 1 || filter.scope !== null;
  const hasTags = byTag.length > 0 || filter.tags.length > 0;
  if (!hasScopes && !hasTags) return null;
  return (
    <div className="library-filters">
      {hasScopes && (
        <Select<string | null>
          size="small"
          className="library-filter-scope"
          aria-label="按适用范围筛选"
          placeholder="适用范围"
          allowClear
          popupMatchSelectWidth={false}
          options={scopes.map(({ value, label }) => ({
            value,
            label: `${label}（${byScope.get(value) ?? 0}）`,
          }))}
          value={filter.scope}
          onChange={(value) => onFilter({ ...filter, scope: value ?? null })}
        />
      )}
      {hasTags && (
        <Select<string[]>
          mode="multiple"
          size="small"
          className="library-filter-tags"
          aria-label="按标签筛选"
          placeholder="标签"
          allowClear
          maxTagCount="responsive"
          popupMatchSelectWidth={false}
          optionLabelProp="value"
          options={byTag.map(([tag, count]) => ({ value: tag, label: `${tag}（${count}）` }))}
          value={[...filter.tags]}
          onChange={(tags) => onFilter({ ...filter, tags })}
        />
      )}
    </div>
  );
}
