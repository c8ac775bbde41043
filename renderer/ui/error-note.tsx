import { Button } from 'antd';
import { toFailure } from '../../shared/errors.ts';

type ErrorNoteProps = { readonly error: unknown; readonly onRetry?: () => void };

/** An expected failure in the place that asked; it says what happened and offers to ask again. */
export function ErrorNote({ error, onRetry }: ErrorNoteProps) {
  return (
    <div className="error-note" role="alert">
      <span>{toFailure(error).message}</span>
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          重试
        </Button>
      )}
    </div>
  );
}
