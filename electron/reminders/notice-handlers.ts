import type { Handlers } from '../ipc/answer-calls.ts';
import type { PastNotices } from './past-notices.ts';

export function createNoticeHandlers({ pastNotices }: { readonly pastNotices: Pick<PastNotices, 'list'> }) {
  return { 'notices.list': () => [...pastNotices.list()] } satisfies Partial<Handlers>;
}
