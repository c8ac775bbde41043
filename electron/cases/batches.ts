import type { Actor } from '../../shared/domain/activities/acting.ts';
import { type BatchItem, type Party, partyLabel } from '../../shared/domain/batches/batch-item.ts';
import {
  type GivenAnswer,
  type MatchedAnswers,
  matchAnswers,
} from '../../shared/domain/batches/match-answers.ts';
import { readAnswerSheet } from '../../shared/domain/batches/read-answers.ts';
import type { ShopId } from '../../shared/domain/ids.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import { AppError } from '../../shared/errors.ts';
import { addBusinessTime, DEFAULT_BUSINESS_HOURS } from '../../shared/time/business-hours.ts';
import { DAY, HOUR, MINUTE } from '../../shared/time/durations.ts';
import type { ShortTable } from '../exports/table.ts';
import type { ListedTables } from '../imports/reading/list-tables.ts';
import type { CaseList } from './case-list.ts';
import type { Cases } from './create-cases.ts';

type Dependencies = {
  readonly caseList: Pick<CaseList, 'asked'>;
  readonly caseActs: Pick<Cases, 'advance'>;
  readonly shops: { get(id: ShopId): Shop | undefined };
  readonly inTransaction: (work: () => void) => void;
  readonly listTables: (path: string, progress: object) => ListedTables;
};

/** Those who work in the hours of the shop are asked again after this time of work; the others after a day. */
const ANSWER_WITHIN: Readonly<Partial<Record<Party, number>>> = { warehouse: 2 * HOUR, courier: HOUR };
/** An answer is passed on within this time. */
const TELL_WITHIN = 10 * MINUTE;

const UNKNOWN = '没有找到回复：第一行要有「回复」列，并有「编号」「订单编号」或「快递单号」列';

/**
 * A6, A7, A16: the questions of all cases to one party, sent together and answered together. What was sent and answered
 * is kept as steps of the cases: sending is a wait that somebody wrote down, an answer ends it.
 */
export function createBatches({ caseList, caseActs, shops, inTransaction, listTables }: Dependencies) {
  function checkAt({ shopId }: BatchItem, party: Party, nowMs: number) {
    const within = ANSWER_WITHIN[party];
    if (within === undefined) return nowMs + DAY;
    const shop = shopId === null ? undefined : shops.get(shopId);
    return addBusinessTime(shop?.settings.businessHours ?? DEFAULT_BUSINESS_HOURS, nowMs, within);
  }

  return {
    list: (party: Party, carrier: string | null, agentId: Actor['agentId']): BatchItem[] =>
      caseList.asked(party, agentId).filter((item) => carrier === null || item.carrier === carrier),

    /** The items wait from now on for their answer; each stands in its case with the words that went out. */
    send(items: readonly BatchItem[], party: Party, actor: Actor): void {
      inTransaction(() => {
        for (const item of items) {
          const nextCheckAtMs = checkAt(item, party, actor.nowMs);
          caseActs.advance(item.id, { kind: 'wait', on: party, nextCheckAtMs, text: item.question }, actor);
        }
      });
    },

    /** Each answer stands at its case, which is to be worked on at once; the others are named with the reason. */
    answer(answers: readonly GivenAnswer[], items: readonly BatchItem[], actor: Actor): MatchedAnswers {
      const result = matchAnswers(items, answers);
      inTransaction(() => {
        for (const { item, answer } of result.matched) {
          const dueAtMs = actor.nowMs + TELL_WITHIN;
          caseActs.advance(item.id, { kind: 'resume', dueAtMs, text: answer }, actor);
        }
      });
      return result;
    },

    /** The answers of a filled sheet. */
    readSheet(path: string): GivenAnswer[] {
      const listed = listTables(path, {});
      if (listed.kind === 'unreadable') throw new AppError('invalid-input', listed.reason);
      for (const { table } of listed.tables) {
        const answers = readAnswerSheet([...table.rows({})]);
        if (answers !== null) return answers;
      }
      throw new AppError('invalid-input', UNKNOWN);
    },

    /** The sheet that goes out, with a column to be filled in. */
    table: (items: readonly BatchItem[], party: Party): ShortTable => ({
      name: `${partyLabel(party)}待回复`,
      columns: ['编号', '店铺', '订单编号', '客户', '快递公司', '快递单号', '问题', '回复'].map((header) => ({
        header,
        kind: 'text',
      })),
      rows: items.map((item) => [
        item.id,
        item.shopName,
        item.orderNo,
        item.customer,
        item.carrier,
        item.trackingNo,
        item.question,
        null,
      ]),
    }),
  };
}
