import type { AgentId } from '../../../shared/domain/ids.ts';
import { checkCopied } from '../../../shared/domain/scripts/wording/check-copied.ts';
import { type WordingNote, wordingNotes } from '../../../shared/domain/scripts/wording/wording-note.ts';
import { DEFAULT_WORDING_SETTINGS } from '../../../shared/domain/scripts/wording/wording-settings.ts';
import type { Shop } from '../../../shared/domain/team/shop.ts';
import type { CopiedContent } from '../../../shared/ipc/contract/scripts/script-contract.ts';

export type WordingVerdict =
  | {
      readonly kind: 'passed';
      readonly notes: WordingNote[];
      /** A lead lets it pass in spite of these words; `null` where nothing stood against it. */
      readonly overridden: string | null;
    }
  | { readonly kind: 'blocked'; readonly notes: WordingNote[]; readonly canOverride: boolean };

type JudgedCopy = {
  readonly content: CopiedContent;
  readonly words: string;
  readonly occasion: { readonly shop: Shop | null };
  readonly agentId: AgentId | null;
  readonly overridesWording?: boolean;
};

type Dependencies = { readonly isLead: (id: AgentId) => boolean };

export type WordingGate = ReturnType<typeof createWordingGate>;

/** R13: where a shop blocks, words that its norms forbid reach no clipboard unless a lead says so. */
export function createWordingGate({ isLead }: Dependencies) {
  return (copies: readonly JudgedCopy[]): WordingVerdict => {
    const checks = copies.map(({ content, words, occasion }) => {
      if (content.kind === 'picture') return { findings: [], isBlocked: false };
      const wording = occasion.shop?.settings.wording ?? DEFAULT_WORDING_SETTINGS;
      return checkCopied({ text: content.text, words }, wording);
    });
    const notes = wordingNotes(checks.flatMap(({ findings }) => findings));
    if (checks.every(({ isBlocked }) => !isBlocked)) return { kind: 'passed', notes, overridden: null };
    const canOverride = copies.every(({ agentId }) => agentId !== null && isLead(agentId));
    if (!canOverride || !copies.every(({ overridesWording }) => overridesWording))
      return { kind: 'blocked', notes, canOverride };
    const own = notes.filter(({ isFromOrder }) => !isFromOrder).map(({ found }) => `“${found}”`);
    return { kind: 'passed', notes, overridden: [...new Set(own)].join('、') };
  };
}
