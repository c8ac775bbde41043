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
  }
}

/** What the customer reads, with examples in place of the variables. */
export function ScriptPreview({ parts }: { readonly parts: readonly string[] }) {
  const written = parts.filter((part) => part.trim() !== '');
  return (
    <section className="library-preview" aria-label="预览">
      <h3>预览</h3>
      {written.length === 0 && <p className="muted">填写内容后在此预览</p>}
      <ol>
        {written.map((part, index) => (
          // Parts have no identity but their place.
          <li key={`part-${index}`} className="library-bubble">
            {segmentsOf(part).map((segment, at) => (
              <SegmentText key={`segment-${at}`} segment={segment} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
