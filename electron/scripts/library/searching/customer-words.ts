import questions from '../../../../resources/customer-questions.json' with { type: 'json' };
import words from '../../../../resources/trade-words.json' with { type: 'json' };
import type { CustomerWords } from '../../../../shared/domain/scripts/script-search/sentences/customer-reader.ts';

/** Shipped with the program: how customers of any shop ask for what its agents call by other names. */
export const CUSTOMER_WORDS: CustomerWords = { words, questions };
