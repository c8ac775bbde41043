import { EmptyState } from '../../ui/empty-state.tsx';
import { FindingText } from '../../ui/finding-text.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { PartPlace, ScriptFindings } from './wording-view.ts';
import { countFindings, isWarning } from './wording-view.ts';

type Jump = (scriptId: string, place: PartPlace) => void;

function ScriptRows({ script, found, onJump }: ScriptFindings & { readonly onJump: Jump }) {
  return (
    <li className="wording-script">
      <h3 className="wording-script-title">
        {script.title} <span className="library-code">{script.code}</span>
      </h3>
      <ul aria-label={script.title}>
        {found.map(({ part, finding }) => (
          <li key={`${part}-${finding.ruleId}-${finding.start}`}>
            <button
              type="button"
              className="wording-jump"
              onClick={() => onJump(script.id, { part, start: finding.start, end: finding.end })}
            >
              <span className="muted numeric">第 {part + 1} 段</span>
              <FindingText finding={finding} />
              {isWarning(finding) && <Tag tone="warning">{finding.name}</Tag>}
            </button>
          </li>
        ))}
      </ul>
    </li>
  );
}

type WordingReportProps = {
  readonly findings: readonly ScriptFindings[];
  readonly scriptCount: number;
  readonly onJump: Jump;
};

/** R13: the whole library at once; each line leads to its word in the editor. */
export function WordingReport({ findings, scriptCount, onJump }: WordingReportProps) {
  const { warnings, advice } = countFindings(findings);
  return (
    <section className="library-editor" aria-label="用语检查">
      <header className="panel-header library-editor-head">
        <h2 className="panel-title">用语检查</h2>
        <output className="muted numeric">
          {scriptCount} 条话术，{warnings} 处警告，{advice} 处建议
        </output>
      </header>
      {findings.length === 0 ? (
        <EmptyState title="没有用语提示" hint="全部话术都符合用语规范" />
      ) : (
        <ul className="wording-report">
          {findings.map((one) => (
            <ScriptRows key={one.script.id} {...one} onJump={onJump} />
          ))}
        </ul>
      )}
    </section>
  );
}
