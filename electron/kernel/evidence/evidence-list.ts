import {
  EVIDENCE_KIND_LABELS,
  EVIDENCE_SOURCE_LABELS,
  type Evidence,
  SAID_BY_LABELS,
} from '../../../shared/domain/shared-parts/evidence.ts';
import { formatBeijing } from '../../../shared/time/beijing.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';

export type ListedPiece = {
  readonly piece: Evidence;
  /** `'01'`: the same before the name of its file. */
  readonly no: string;
  readonly agentName: string | null;
  /** `null`: it has no file; `'gone'`: its file is not there any more, or is another one. */
  readonly file: { readonly name: string } | 'gone' | null;
};

/** The text beside the files: who said or showed what and when, for the platform that decides the dispute. */
export function evidenceList(title: string, pieces: readonly ListedPiece[], nowMs: EpochMs): string {
  const head = [`凭证清单：${title}`, `导出时间：${formatBeijing(nowMs)}，共 ${pieces.length} 条`];
  const lines = [...head, ...pieces.flatMap((one) => ['', ...entryOf(one)])];
  // Windows' own editor needs the mark to know that it is UTF-8.
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function entryOf({ piece, no, agentName, file }: ListedPiece): string[] {
  const { kind, saidBy, saidAtMs, source, text, atMs } = piece;
  const what = [SAID_BY_LABELS[saidBy], EVIDENCE_KIND_LABELS[kind], EVIDENCE_SOURCE_LABELS[source]];
  const saidAt = saidAtMs === null ? [] : [formatBeijing(saidAtMs)];
  const shown = file === 'gone' ? `文件已丢失或被改动：${piece.fileName ?? ''}` : file?.name;
  return [
    [no, ...saidAt, ...what].join('  '),
    ...(text === null ? [] : text.split(/\r?\n/u)).map(indented),
    ...(shown === undefined ? [] : [indented(shown)]),
    indented(`登记：${agentName ?? '系统'}，${formatBeijing(atMs)}`),
  ];
}

const indented = (line: string): string => `    ${line}`;
