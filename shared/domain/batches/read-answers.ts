import type { GivenAnswer } from './match-answers.ts';

const ID = /^(?:编号|序号)$/u;
const NUMBER = /^(?:订单编号|订单号|快递单号|运单号|物流单号)$/u;
const ANSWER = /^(?:(?:仓库|快递|财务|运营|商品|主管)?回复|答复|处理结果)$/u;

type Row = { readonly row: number; readonly cells: readonly string[] };

/** The filled sheet: its columns by their names, wherever they stand; `null`: it has no column of answers. */
export function readAnswerSheet(rows: readonly Row[]): GivenAnswer[] | null {
  const headerAt = rows.findIndex(({ cells }) => cells.some((cell) => ANSWER.test(cell.trim())));
  const header = rows[headerAt]?.cells.map((cell) => cell.trim());
  if (header === undefined) return null;
  const idAt = header.findIndex((name) => ID.test(name));
  const answerAt = header.findIndex((name) => ANSWER.test(name));
  const numbersAt = header.flatMap((name, at) => (NUMBER.test(name) ? [at] : []));
  return rows.slice(headerAt + 1).flatMap(({ row, cells }) => {
    const answer = cells[answerAt]?.trim() ?? '';
    // A question that nobody has answered yet.
    if (answer === '') return [];
    return [{ line: row, id: cells[idAt] ?? null, numbers: numbersAt.map((at) => cells[at] ?? ''), answer }];
  });
}

const WORD = /[0-9A-Za-z-]{8,}/g;

/** An answer pasted from a chat: one line each, with the order or tracking number somewhere in it. */
export function readAnswerText(text: string): GivenAnswer[] {
  return text.split(/\r\n|\r|\n/).flatMap((content, index) => {
    if (content.trim() === '') return [];
    // The whole line: a number in it may be the very answer.
    return [{ line: index + 1, id: null, numbers: content.match(WORD) ?? [], answer: content.trim() }];
  });
}
