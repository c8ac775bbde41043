import type { CaseId } from '../../../shared/domain/ids.ts';
import type {
  CaseFields,
  CaseFieldValue,
} from '../../../shared/domain/shared-parts/case/case-field-values.ts';
import { CASE_KINDS } from '../../../shared/domain/shared-parts/case/case-kind.ts';
import type {
  CaseField,
  CaseKindSpec,
} from '../../../shared/domain/shared-parts/case/kinds/case-kind-spec.ts';
import { CASE_KIND_SPECS } from '../../../shared/domain/shared-parts/case/kinds/index.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import { AppError, assertNever } from '../../../shared/errors.ts';
import { ownValue } from '../../../shared/own-value.ts';
import { agentNamed } from '../../agents.ts';
import { caseJson } from '../../cases.ts';
import { done, type Invocation, type StoreCommand, UsageError, type Values } from '../../command.ts';
import type { Core } from '../../core.ts';
import { orderNumbered } from '../../orders.ts';
import { instant, oneOf, optional, required } from '../../values.ts';

function fenOf(label: string, yuan: string): number {
  if (!/^\d+(\.\d{1,2})?$/.test(yuan)) throw new UsageError(`「${label}」是元，不是「${yuan}」`);
  return Math.round(Number(yuan) * 100);
}

/** A choice by its name or in Chinese, an amount in yuan, a moment as everywhere on the command line. */
function valueOf({ label, input }: CaseField, text: string): CaseFieldValue {
  switch (input.kind) {
    case 'money':
      return fenOf(label, text);
    case 'moment':
      return instant(text, `field ${label}`);
    case 'yes-no':
      return oneOf(text, ['yes', 'no', '是', '否'], `「${label}」`) === 'yes' || text === '是';
    case 'choice':
      return Object.entries(input.labels).find(([key, word]) => key === text || word === text)?.[0] ?? text;
    case 'text':
    case 'long-text':
      return text;
    default:
      return assertNever(input);
  }
}

/** Fields by their key or their Chinese label. */
function fieldsOf({ fields: declared }: CaseKindSpec, values: Values): CaseFields {
  const given = Array.isArray(values['field']) ? values['field'].map(String) : [];
  return Object.fromEntries(
    given.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new UsageError(`--field 写成 名称=内容，不是「${pair}」`);
      const name = pair.slice(0, at).trim();
      const text = pair.slice(at + 1).trim();
      const known = Object.entries(declared).find(([key, { label }]) => key === name || label === name);
      // A name that is not there is refused by the kind itself, with those that are.
      return known === undefined ? [name, text] : [known[0], valueOf(known[1], text)];
    }),
  );
}

function shown(core: Core, id: CaseId) {
  const row = core.caseList.row(id);
  return done(caseJson(row), [`${row.kindLabel} · ${row.stepLabel}`, row.id]);
}

function open(invocation: Invocation, [kindText = '']: readonly string[]) {
  const { core, values } = invocation;
  const kind = oneOf(kindText, CASE_KINDS, 'KIND');
  const spec = CASE_KIND_SPECS[kind];
  const order = orderNumbered(core, required(values, 'order'));
  required(values, 'agent');
  const fields = fieldsOf(spec, values);
  // A refused case leaves no new agent behind.
  const { id } = core.inTransaction(() =>
    core.duties.cases.open(
      {
        kind,
        title: spec.label,
        detail: optional(values, 'note') ?? null,
        priority: 'normal',
        channel: '命令行',
        links: [asSubject('order', order.id)],
        ownerId: null,
        fields,
      },
      { agentId: agentNamed(invocation).id, nowMs: core.clock.now() },
    ),
  );
  return shown(core, id);
}

function step(invocation: Invocation, [idText, to]: readonly string[]) {
  const { core, values } = invocation;
  if (idText === undefined || to === undefined) throw new UsageError('请写 case step ID STEP');
  required(values, 'agent');
  // Whether it is one says the list.
  const id = idText as CaseId;
  const { kind } = core.caseList.row(id);
  const spec: CaseKindSpec | undefined = ownValue(CASE_KIND_SPECS, kind);
  if (spec === undefined) throw new AppError('invalid-input', `不认识的事务类型 ${kind}`);
  const fields = fieldsOf(spec, values);
  const text = optional(values, 'note') ?? null;
  core.inTransaction(() =>
    core.duties.cases.advance(
      id,
      { kind: 'advance', to, fields, text },
      { agentId: agentNamed(invocation).id, nowMs: core.clock.now() },
    ),
  );
  return shown(core, id);
}

function run(invocation: Invocation) {
  const [what, ...rest] = invocation.positionals;
  if (what === 'open') return open(invocation, rest);
  if (what === 'step') return step(invocation, rest);
  throw new UsageError('请写 case open KIND 或 case step ID STEP');
}

const stepsOf = (spec: CaseKindSpec): string =>
  Object.entries(spec.steps)
    .map(([key, { label }]) => `${key}（${label}）`)
    .join('、');

export const caseCommand: StoreCommand = {
  name: 'case',
  usage: 'case open KIND --order NO --agent NAME [--field KEY=VALUE …] | case step ID STEP --agent NAME',
  summary: '登记事务（撤单、特殊要求等），或转到下一步',
  help: [
    '  --order NO         订单编号',
    '  --field KEY=VALUE  事务的项目，可多次；用英文名或中文名，金额为元',
    '  --note T           说明',
    '  --agent NAME       客服，不存在时新建（必填）',
    ...CASE_KINDS.map((kind) => `  ${kind}：${stepsOf(CASE_KIND_SPECS[kind])}`),
  ],
  options: {
    order: { type: 'string' },
    field: { type: 'string', multiple: true },
    note: { type: 'string' },
    agent: { type: 'string' },
  },
  run,
};
