import {
  CASE_STATE_LABELS,
  type CaseStateKind,
} from '../../../shared/domain/shared-parts/case/after-sales-case.ts';
import { CASE_KINDS, type CaseKind } from '../../../shared/domain/shared-parts/case/case-kind.ts';
import type { CaseRow } from '../../../shared/ipc/contract/case-contract.ts';
import { caseJson } from '../../cases.ts';
import { done, type Invocation, type StoreCommand } from '../../command.ts';
import { oneOf, optional, refuseWords } from '../../values.ts';

// The keys of the labels are the states.
const STATES = Object.keys(CASE_STATE_LABELS) as CaseStateKind[];

const lineOf = (row: CaseRow): string =>
  [
    row.id,
    row.kindLabel,
    CASE_STATE_LABELS[row.state],
    row.stepLabel,
    row.orderNo ?? '—',
    row.customer ?? '—',
  ].join('  ');

function run({ core, positionals, values }: Invocation) {
  refuseWords(positionals);
  const kindText = optional(values, 'kind');
  const kind: CaseKind | null = kindText === undefined ? null : oneOf(kindText, CASE_KINDS, '--kind');
  const stateText = optional(values, 'state');
  const state = stateText === undefined ? null : oneOf(stateText, STATES, '--state');
  const everyone = {
    kind,
    waitingOn: null,
    shopId: null,
    isOwn: false,
    text: '',
    offset: 0,
    limit: Infinity,
  };
  const rows = [false, true]
    .filter((isClosed) => state === null || isClosed === (state === 'closed'))
    .flatMap((isClosed) => core.caseList.page({ ...everyone, isClosed }, null).rows)
    .filter((row) => state === null || row.state === state);
  return done(rows.map(caseJson), rows.length === 0 ? ['没有事务'] : rows.map(lineOf));
}

export const casesCommand: StoreCommand = {
  name: 'cases',
  usage: 'cases [--kind K] [--state S]',
  summary: '列出事务：进行中的按再看时间，已关闭的按关闭时间',
  help: [`  --kind K       ${CASE_KINDS.join('、')}`, `  --state S      ${STATES.join('、')}`],
  options: { kind: { type: 'string' }, state: { type: 'string' } },
  run,
};
