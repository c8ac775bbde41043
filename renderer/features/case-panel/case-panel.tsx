import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { CaseId } from '../../../shared/domain/ids.ts';
import { formatFen } from '../../../shared/domain/money.ts';
import { ORDER_STATUS_LABELS } from '../../../shared/domain/orders/order.ts';
import {
  CASE_PRIORITY_LABELS,
  CASE_STATE_LABELS,
  WAITING_ON_LABELS,
} from '../../../shared/domain/shared-parts/case/after-sales-case.ts';
import { fieldText } from '../../../shared/domain/shared-parts/case/case-fields.ts';
import { stepLabel } from '../../../shared/domain/shared-parts/case/case-subject.ts';
import type { CaseKindSpec } from '../../../shared/domain/shared-parts/case/kinds/case-kind-spec.ts';
import { CASE_KIND_SPECS } from '../../../shared/domain/shared-parts/case/kinds/index.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import type { CaseDetail } from '../../../shared/ipc/contract/case-contract.ts';
import { ownValue } from '../../../shared/own-value.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { useNavigation } from '../../lib/place/navigation.ts';
import type { SubjectFrame, SubjectPanelProps } from '../../lib/place/subject-panel.ts';
import { useIntent } from '../../lib/place/use-intent.ts';
import { useShortcut } from '../../lib/shortcuts.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { CopyTarget, useCopyText } from '../../ui/copy-button.tsx';
import { Fact } from '../../ui/facts/fact.tsx';
import { Kbd } from '../../ui/facts/kbd.tsx';
import { Money } from '../../ui/facts/money.tsx';
import { Tag } from '../../ui/facts/tag.tsx';
import { Asked } from '../../ui/forms/asked.tsx';
import { caseActions } from './case-actions.tsx';
import { CASE_SHORTCUTS } from './case-shortcuts.ts';
import { casePanelQueries } from './queries.ts';

type PanelProps = SubjectPanelProps & { readonly caseId: CaseId; readonly Frame: SubjectFrame };
type DetailProps = { readonly detail: CaseDetail };
type SpecProps = DetailProps & { readonly spec: CaseKindSpec | null };

function stateText({ state }: CaseDetail['openCase']): string {
  return state.kind === 'waiting' ? `等待${WAITING_ON_LABELS[state.on]}` : CASE_STATE_LABELS[state.kind];
}

/** The agent reads this line before anything else: whose matter it is, how far it is, who has to answer. */
function Header({ detail: { openCase, order, shopName, ownerName }, spec }: SpecProps) {
  const nick = order === null ? null : order.customerNick;
  return (
    <header className="subject-header">
      <div className="subject-header-line">
        <h2 className="subject-title truncate">
          {nick === null ? openCase.title : <CopyTarget text={nick} what="客户昵称" />}
        </h2>
        <Tag tone="accent">{spec === null ? openCase.kind : spec.label}</Tag>
        {openCase.priority !== 'normal' && (
          <Tag tone="warning">{CASE_PRIORITY_LABELS[openCase.priority]}</Tag>
        )}
        <span className="subject-amount">
          <Money fen={order === null ? null : order.amountFen} isStrong />
        </span>
        <Tag>{stateText(openCase)}</Tag>
      </div>
      <div className="subject-header-line muted">
        <span>{stepLabel({ openCase, spec })}</span>
        {shopName !== null && <span className="truncate">{shopName}</span>}
        {ownerName !== null && <span>负责人 {ownerName}</span>}
      </div>
    </header>
  );
}

function Moments({ detail: { openCase } }: DetailProps) {
  const nowMs = useNow(MINUTE);
  const { state, stepDueAtMs, toldAtMs, openedAtMs } = openCase;
  const nextMs = state.kind === 'waiting' ? state.nextCheckAtMs : stepDueAtMs;
  return (
    <>
      {nextMs !== null && (
        <Fact label={state.kind === 'waiting' ? '再看时间' : '处理时间'}>{formatMoment(nextMs, nowMs)}</Fact>
      )}
      <Fact label="登记">
        {formatMoment(openedAtMs, nowMs)}，{openCase.channel}
      </Fact>
      {toldAtMs !== null && <Fact label="已告知客户">{formatMoment(toldAtMs, nowMs)}</Fact>}
    </>
  );
}

function Facts({ detail, spec }: SpecProps) {
  const nowMs = useNow(MINUTE);
  const { openCase } = detail;
  const formats = {
    money: (fen: number) => `¥${formatFen(fen)}`,
    moment: (atMs: number) => formatMoment(atMs, nowMs),
  };
  return (
    <dl className="facts">
      {Object.entries(spec?.fields ?? {}).map(([key, field]) => {
        const value = ownValue(openCase.fields, key);
        return value === undefined ? null : (
          <Fact key={key} label={field.label}>
            {fieldText(field, value, formats)}
          </Fact>
        );
      })}
      {openCase.detail !== null && <Fact label="说明">{openCase.detail}</Fact>}
      <Moments detail={detail} />
      {openCase.state.kind === 'closed' && <Fact label="原因">{openCase.state.closing.cause}</Fact>}
    </dl>
  );
}

/** The words of this step for the customer, warehouse or courier, copied in one stroke. */
function Words({ detail: { words } }: DetailProps) {
  const copy = useCopyText();
  useShortcut(CASE_SHORTCUTS.words, () => words !== null && copy(words, '要发的话'), words !== null);
  if (words === null) return null;
  return (
    <section className="case-say" aria-label="这一步要发的话">
      <p className="case-words">{words}</p>
      <Button size="small" onClick={() => copy(words, '要发的话')}>
        复制 <Kbd keys={CASE_SHORTCUTS.words.label} />
      </Button>
    </section>
  );
}

function Aside({ detail, spec }: SpecProps) {
  const { openSubject, writeMemo } = useNavigation();
  const { order, openCase } = detail;
  const template = spec && ownValue(spec.steps, openCase.step)?.memo;
  const write = () => {
    if (order && template) writeMemo({ orderId: order.id, template, reason: spec?.label ?? openCase.title });
  };
  const mayWrite = order !== null && template != null;
  useShortcut(CASE_SHORTCUTS.memo, write, mayWrite);
  return (
    <>
      <Words detail={detail} />
      {order !== null && (
        <dl className="facts">
          <Fact label="订单">
            <span className="numeric">
              <CopyTarget text={order.no} what="订单编号" />
            </span>
            <p>
              <Tag>{ORDER_STATUS_LABELS[order.status]}</Tag>
              <Button type="link" size="small" onClick={() => openSubject(asSubject('order', order.id))}>
                打开订单
              </Button>
              {mayWrite && (
                <Button size="small" onClick={write}>
                  写备注 <Kbd keys={CASE_SHORTCUTS.memo.label} />
                </Button>
              )}
            </p>
          </Fact>
          {order.phone !== null && (
            <Fact label="电话">
              <span className="numeric">
                <CopyTarget text={order.phone} what="电话" />
              </span>
            </Fact>
          )}
          {order.itemTitle !== null && <Fact label="商品">{order.itemTitle}</Fact>}
          {order.trackingNo !== null && (
            <Fact label="快递">
              {order.carrier} <CopyTarget text={order.trackingNo} what="快递单号" />
            </Fact>
          )}
        </dl>
      )}
    </>
  );
}

function Advice({ detail: { news, warning } }: DetailProps) {
  const said = [news, warning].filter((text) => text !== null);
  return said.length === 0 ? null : <p className="case-warning case-advice">{said.join('；')}</p>;
}

function Loaded({ detail, caseId, Frame, ...rest }: PanelProps & DetailProps) {
  const spec = ownValue(CASE_KIND_SPECS, detail.openCase.kind) ?? null;
  // Its scripts are filled from the order behind it.
  useIntent(rest.onIntent, 'orderId', detail.order?.id ?? null);
  return (
    <Frame
      {...rest}
      subject={asSubject('case', caseId)}
      tasks={detail.tasks}
      nowMs={detail.nowMs}
      header={<Header detail={detail} spec={spec} />}
      endsAtMs={null}
      advice={<Advice detail={detail} />}
      facts={<Facts detail={detail} spec={spec} />}
      aside={{ label: '订单', content: <Aside detail={detail} spec={spec} /> }}
      {...(spec === null ? {} : caseActions(detail, spec))}
    />
  );
}

/** A matter of several steps: how far it is, the words of the step, and the way on. */
export function CasePanel(props: PanelProps) {
  const query = useQuery(casePanelQueries.detail(props.caseId));
  return (
    <Asked query={query} onGone={props.onGone}>
      {/* A key ends what was begun for the last one. */}
      {(detail) => <Loaded key={detail.openCase.id} {...props} detail={detail} />}
    </Asked>
  );
}
