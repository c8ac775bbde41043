import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Agent } from '../../../shared/domain/team/agent.ts';
import { HOUR } from '../../../shared/time/durations.ts';
import { agentNamed, openShopFloor } from '../../support/main-side/a-shop-floor.ts';
import { askMain } from '../../support/main-side/ask-main.ts';
import { createMainSide, type MainSide } from '../../support/main-side/create-main-side.ts';
import { beijing } from '../../support/records/an-order.ts';
import { buildXlsx, type XlsxCell } from '../../support/xlsx-files.ts';

const DATE = '2026-06-10';
let main: MainSide;
let folder: string;
let agent: Agent;
let lead: Agent;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xiaoer-roster-'));
  main = createMainSide({ startsAtMs: beijing(`${DATE} 14:30`) });
  openShopFloor(main, { orderCount: 0, hasScripts: false, signedIn: '亦安' });
  [agent, lead] = [agentNamed(main, '小满'), agentNamed(main, '亦安')];
});
afterEach(() => rmSync(folder, { recursive: true }));

const month = () => askMain(main, 'roster.month', { month: '2026-06' });
const codes = async () => (await month()).entries.map(({ date, agentId, code }) => [date, agentId, code]);
const plan = (...days: readonly (readonly [string, Agent, 'A' | 'D' | 'E' | '休'])[]) =>
  askMain(main, 'roster.set', { changes: days.map(([date, { id }, code]) => ({ date, agentId: id, code })) });

function chooseBook(rows: readonly (readonly XlsxCell[])[], edit?: (xml: string) => string): void {
  const path = join(folder, '六月.xlsx');
  writeFileSync(path, buildXlsx({ sheets: [{ name: '排班', rows }], ...(edit ? { edit } : {}) }));
  main.computer.chosen.rosterFile = path;
}

describe('H1: the roster', () => {
  it('is planned by a lead, many days in one stroke, and taken back by one undo', async () => {
    const recorded = await plan([DATE, agent, 'A'], [DATE, lead, 'D'], ['2026-06-11', agent, '休']);
    expect(recorded?.message).toBe('已排班 3 天');
    expect(await codes()).toHaveLength(3);
    expect(await plan([DATE, agent, 'A'])).toBeNull();
    if (recorded) await askMain(main, 'activities.undo', { activityId: recorded.activityId });
    expect(await codes()).toEqual([]);
  });

  it('counts days, nights and hours of each agent', async () => {
    await plan([DATE, agent, 'A'], ['2026-06-11', agent, 'E'], ['2026-06-12', agent, '休']);
    expect((await month()).hours).toEqual([
      {
        agentId: agent.id,
        days: 2,
        nights: 1,
        rests: 1,
        plannedMinutes: 8 * 60 + 7.5 * 60,
        workedMinutes: 0,
        lateCount: 0,
      },
    ]);
  });

  it('comes out of a file and goes into one, in both layouts, without a difference', async () => {
    await plan([DATE, agent, 'A'], ['2026-06-11', agent, '休'], [DATE, lead, 'E']);
    for (const layout of ['matrix', 'list'] as const) {
      const path = join(folder, `${layout}.xlsx`);
      main.computer.chosen.target = () => path;
      expect(await askMain(main, 'roster.export', { month: '2026-06', layout })).toEqual({ path });
      expect(existsSync(path)).toBe(true);
      main.computer.chosen.rosterFile = path;
      const file = await askMain(main, 'roster.readFile', { month: '2026-06' });
      expect(file?.faults).toEqual([]);
      const planned = (file?.cells ?? []).filter(({ code }) => code !== '休');
      expect(planned).toHaveLength(2);
    }
  });

  it('names merged cells and formulas without a result, and takes neither for a day of rest', async () => {
    chooseBook(
      [
        ['员工', '10日', '11日', '12日'],
        ['小满', 'A', undefined, 'D'],
      ],
      (xml) =>
        xml
          .replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="B2:C2"/></mergeCells>')
          .replace(/<c r="D2".*?<\/c>/u, '<c r="D2"><f>B2</f></c>'),
    );
    const file = await askMain(main, 'roster.readFile', { month: '2026-06' });
    expect(file?.cells).toEqual([]);
    expect(file?.faults.map(({ column, reason }) => [column, reason.slice(0, 6)])).toEqual([
      ['10日', '合并的单元格'],
      ['11日', '合并的单元格'],
      ['12日', '公式没有保存'],
    ]);
  });

  it('refuses a file that is no roster in words that help', async () => {
    chooseBook([['订单编号', '金额']]);
    await expect(askMain(main, 'roster.readFile', { month: '2026-06' })).rejects.toThrow('没有找到排班表');
  });

  it('swaps two days once the colleague agrees and a lead approves, and not before', async () => {
    await plan([DATE, agent, 'A'], [DATE, lead, 'D']);
    main.core.session.signIn(agent.id, null);
    await askMain(main, 'roster.ask', { kind: 'swap', date: DATE, withAgentId: lead.id, withDate: DATE });
    const [asked] = (await month()).requests;
    const answer = (word: 'agree' | 'approve') =>
      askMain(main, 'roster.answer', { id: asked?.id ?? '', answer: word });
    await expect(answer('agree')).rejects.toThrow('由对方同意');
    main.core.session.signIn(lead.id, null);
    await expect(answer('approve')).rejects.toThrow('对方还没有同意');
    await answer('agree');
    const approved = await answer('approve');
    const expected = [
      [DATE, agent.id, 'D'],
      [DATE, lead.id, 'A'],
    ];
    expect(new Set(await codes())).toEqual(new Set(expected));
    await askMain(main, 'activities.undo', { activityId: approved.activityId });
    expect(await codes()).toContainEqual([DATE, agent.id, 'A']);
  });

  it('gives leave when a lead approves it', async () => {
    await plan(['2026-06-12', agent, 'A']);
    main.core.session.signIn(agent.id, null);
    await askMain(main, 'roster.ask', { kind: 'leave', date: '2026-06-12', reason: '体检' });
    const [asked] = (await month()).requests;
    main.core.session.signIn(lead.id, null);
    await askMain(main, 'roster.answer', { id: asked?.id ?? '', answer: 'approve' });
    expect(await codes()).toEqual([['2026-06-12', agent.id, '假']]);
  });

  it('takes the first sign-in of a shift as clock-in, and the last lock as clock-out', async () => {
    await plan([DATE, agent, 'A']);
    await askMain(main, 'session.signIn', { agentId: agent.id, pin: null });
    const inAtMs = main.clock.now();
    main.clock.advanceBy(HOUR);
    await askMain(main, 'session.lock', undefined);
    await askMain(main, 'session.signIn', { agentId: agent.id, pin: null });
    main.clock.advanceBy(2 * HOUR);
    await askMain(main, 'session.lock', undefined);
    await askMain(main, 'session.signIn', { agentId: lead.id, pin: null });
    const { entries, hours } = await month();
    expect(entries).toMatchObject([{ inAtMs, outAtMs: inAtMs + 3 * HOUR }]);
    expect(hours).toMatchObject([{ workedMinutes: 8 * 60, lateCount: 1 }]);
  });
});
