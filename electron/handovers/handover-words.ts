import { formatFen } from '../../shared/domain/money.ts';
import type { HandoverDetail, HandoverLine } from '../../shared/ipc/contract/shifts/handover-contract.ts';
import { momentText } from '../../shared/time/beijing.ts';
import type { ShortTable } from '../exports/table.ts';

type Said = Pick<HandoverDetail, 'sheet' | 'lines' | 'giverName' | 'receiverName' | 'queue' | 'nowMs'>;

/** The customer and the number, as a colleague looks for them. */
const aboutOf = ({ title, customer }: HandoverLine): string =>
  customer === null || customer === title ? title : `${customer} ${title}`;

function lineText(line: HandoverLine, index: number, nowMs: number): string {
  const { reason, toDo, isPromise, dueAtMs, carried, result } = line;
  return [
    `${index + 1}. ${aboutOf(line)}：${reason}`,
    toDo === null ? '' : `，要做：${toDo}`,
    `，${isPromise ? '已答应客户 ' : ''}${momentText(dueAtMs, nowMs)}`,
    carried === 0 ? '' : `（第 ${carried} 次顺延）`,
    result === null ? '' : ` ✓ ${result}`,
  ].join('');
}

/** For the group chat of the shop. */
export function handoverText({ sheet, lines, giverName, receiverName, queue, nowMs }: Said): string {
  const left = lines.filter(({ leftOut }) => leftOut === null);
  return [
    `【交接】${giverName} → ${receiverName}　${momentText(sheet.givenAtMs ?? nowMs, nowMs)}`,
    ...(left.length === 0 ? ['没有要交接的事项'] : left.map((line, index) => lineText(line, index, nowMs))),
    `全部待办 ${queue.count} 项，涉及 ¥${formatFen(queue.amountFen)}`,
    ...(sheet.note === null ? [] : [`备注：${sheet.note}`]),
  ].join('\n');
}

/** 14.5: the sheet as the shop prints and keeps it. */
export function handoverTable({ lines }: Said): ShortTable {
  return {
    name: '交接单',
    columns: [
      { header: '序号', kind: 'count' },
      { header: '类型', kind: 'text' },
      { header: '订单号', kind: 'text' },
      { header: '客户', kind: 'text' },
      { header: '情况', kind: 'text' },
      { header: '已答应客户', kind: 'text' },
      { header: '要做什么', kind: 'text' },
      { header: '截止', kind: 'time' },
      { header: '紧急', kind: 'text' },
      { header: '不用交接的原因', kind: 'text' },
      { header: '结果', kind: 'text' },
      { header: '顺延次数', kind: 'count' },
    ],
    rows: lines.map((line, index) => [
      index + 1,
      line.kindLabel,
      line.title,
      line.customer,
      line.reason,
      line.isPromise ? '是' : null,
      line.toDo,
      line.dueAtMs,
      line.isFirst ? '先做' : null,
      line.leftOut,
      line.result,
      line.carried,
    ]),
  };
}
