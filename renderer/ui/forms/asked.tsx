import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { toFailure } from '../../../shared/errors.ts';
import { ErrorNote } from '../error-note.tsx';

type AskedProps<T> = {
  readonly query: UseQueryResult<T>;
  /** Main says that there is no such thing any more. */
  readonly onGone: () => void;
  readonly children: (data: T) => ReactNode;
};

/** Shows what main was asked for once it is there, or why it is not. */
export function Asked<T>({ query: { data, error, refetch }, onGone, children }: AskedProps<T>) {
  const isGone = error !== null && toFailure(error).code === 'not-found';
  const leave = useEffectEvent(onGone);
  useEffect(() => {
    if (isGone) leave();
  }, [isGone]);
  if (isGone) return null;
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return data === undefined ? null : children(data);
}
