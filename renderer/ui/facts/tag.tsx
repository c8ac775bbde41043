import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger';
type TagProps = { readonly tone?: Tone; readonly title?: string; readonly children: ReactNode };

/** A word in a frame; coloured only where the colour says something. */
export function Tag({ tone = 'neutral', title, children }: TagProps) {
  return (
    <span className="tag" data-tone={tone} title={title}>
      {children}
    </span>
  );
}
