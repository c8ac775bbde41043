import { assertNever } from '../../../shared/errors.ts';
import type { Segment } from './script-text.ts';
import { segmentsOf } from './script-text.ts';

function SegmentText({ segment }: { readonly segment: Segment }) {
  switch (segment.kind) {
    case 'text':
      return segment.text;
    case 'variable':
      return (
        <mark className="library-filled" title={`{${segment.name}}`}>
          {segment.example}
        </mark>
      );
    case 'unknown':
      return <mark className="library-unknown">{`{${segment.name}}`}</mark>;
    default:
      return assertNever(segment);
  }
}

/** What the customer reads, with examples in place of the variables. */
export function ScriptPreview({ parts }: { readonly parts: readonly string[] }) {
  // Parts and segments have no identity but their place.
  const bubbles = parts
    .filter((part) => part.trim() !== '')
    .map((part, index) => ({
      key: `part-${index}`,
      segments: segmentsOf(part).map((segment, at) => ({ key: `segment-${at}`, segment })),
    }));
  return (
    <section className="library-preview" aria-label="预览">
      <h3>预览</h3>
      {bubbles.length === 0 && <p className="muted">填写内容后在此预览</p>}
      <ol>
        {bubbles.map((bubble) => (
          <li key={bubble.key} className="library-bubble">
            {bubble.segments.map(({ key, segment }) => (
              <SegmentText key={key} segment={segment} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
