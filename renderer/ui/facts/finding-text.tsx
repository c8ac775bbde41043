import './finding-text.css';
import type { WordingFinding } from '../../../shared/domain/scripts/wording/check-wording.ts';
import { sourceLabel } from '../../../shared/domain/scripts/wording/wording-rule.ts';

type FindingTextProps = {
  readonly finding: Pick<WordingFinding, 'found' | 'explanation' | 'source' | 'severity'>;
};

/** R13: the word and what is said against it. */
export function FindingText({ finding: { found, explanation, source, severity } }: FindingTextProps) {
  return (
    <span className="finding-text" data-severity={severity} title={`依据 ${sourceLabel(source)}`}>
      <mark className="finding-word">{found.trim() === '' ? '…' : found}</mark> {explanation}
    </span>
  );
}
