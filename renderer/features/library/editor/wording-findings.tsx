import { Button } from 'antd';
import type { WordingFinding } from '../../../../shared/domain/scripts/wording/check-wording.ts';
import { FindingText } from '../../../ui/facts/finding-text.tsx';

const labelOf = (replacement: string) => (replacement === '' ? '删去' : `改为“${replacement}”`);

type WordingFindingsProps = {
  readonly id: string;
  readonly label: string;
  readonly findings: readonly WordingFinding[];
  readonly onReplace: (finding: WordingFinding) => void;
  /** `undefined` where no further part fits in. */
  readonly onSplit: ((at: number) => void) | undefined;
};

/** R13: shows wording of the text above that could be better; the agent can save it all the same. */
export function WordingFindings({ id, label, findings, onReplace, onSplit }: WordingFindingsProps) {
  if (findings.length === 0) return null;
  return (
    <ul className="wording-findings" id={id} aria-label={`${label}的用语提示`}>
      {findings.map((finding) => (
        <li key={`${finding.ruleId}-${finding.start}`} className="wording-finding">
          <FindingText finding={finding} />
          {finding.replacement !== undefined && (
            <Button size="small" onClick={() => onReplace(finding)}>
              {labelOf(finding.replacement)}
            </Button>
          )}
          {finding.canSplit && onSplit && (
            <Button size="small" onClick={() => onSplit(finding.end)}>
              拆成两段
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
