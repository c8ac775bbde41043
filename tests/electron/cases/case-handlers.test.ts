import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../shared/domain/ids.ts';
import { asSubject, type SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import { HOUR } from '../../../shared/time/durations.ts';
import { agentNamed, openShopFloor, orderOf } from '../../support/main-side/a-shop-floor.ts';
import { askMain, replyOf } from '../../support/main-side/ask-main.ts';
import { createMainSide, type MainSide } from '../../support/main-side/create-main-side.ts';
import { beijing } from '../../support/records/an-order.ts';

let main: MainSide;
let order: SubjectRef;
let changed: unknown[];

beforeEach(() => {
  main = createMainSide({ startsAtMs: beijing('2026-06-10 14:30') });
  openShopFloor(main, { orderCount: 1, hasScripts: false });
  order = asSubject('order', orderOf(main, '山间一壶茶').id);
  changed = [];
  main.bridge.subscribe('subjects.changed', (payload) => changed.push(payload));
});

const aRequest = (): CallInput<'cases.open'> => ({
  kind: 'other',
  title: ' 少发赠品 ',
  channel: '旺旺',
  links: [order],
});
const open = () => askMain(main, 'cases.open', aRequest());
const advance = (id: CaseId, request: CallInput<'cases.advance'>['request']) =>
  askMain(main, 'cases.advance', { id, request });
const stateOf = (id: CaseId) => main.core.stores.cases.get(id)?.state;

describe('what the page asks about cases', () => {
  it('opens one by whoever is signed in, and every window hears of it', async () => {
    const { id, message } = await open();
    expect(message).toBe('已登记事务');
    expect(main.core.stores.cases.get(id)).toMatchObject({
      title: '少发赠品',
      detail: null,
      priority: 'normal',
      openedById: agentNamed(main, '小满').id,
    });
    expect(changed).toContainEqual({ subjects: [{ kind: 'case', id }] });
  });

  it('opens one that names a subject twice, about it once', async () => {
    const { id } = await askMain(main, 'cases.open', { ...aRequest(), links: [order, order] });
    expect(main.core.stores.cases.get(id)?.links).toEqual([order]);
  });

  it('leads it to its end: waiting with a next look, told, closed, opened again', async () => {
    const { id } = await open();
    const nextCheckAtMs = main.clock.now() + HOUR;
    await advance(id, { kind: 'wait', on: 'warehouse', nextCheckAtMs, text: ' ' });
    expect(stateOf(id)).toMatchObject({ kind: 'waiting', nextCheckAtMs });
    await advance(id, { kind: 'resume' });
    await advance(id, { kind: 'advance', to: 'told', outcome: '仓库补发' });
    const closing = {
      cause: '漏发',
      causeNote: null,
      satisfaction: 'satisfied',
      result: null,
      costFen: 300,
    } as const;
    await advance(id, { kind: 'close', closing });
    expect(stateOf(id)).toMatchObject({ kind: 'closed', closing });
    await advance(id, { kind: 'reopen' });
    expect(stateOf(id)).toEqual({ kind: 'reopened' });
    expect(main.core.stores.cases.stepsOf(id).find(({ event }) => event === 'waited')?.text).toBeNull();
  });

  it('assigns it, and links what else it is about', async () => {
    const { id } = await open();
    const ownerId = agentNamed(main, '知夏').id;
    const customer = asSubject('customer', orderOf(main, '山间一壶茶').customerId ?? '');
    await askMain(main, 'cases.assign', { id, ownerId });
    await askMain(main, 'cases.link', { id, subject: customer, isAbout: true });
    const about = expect.arrayContaining([order, customer]);
    expect(main.core.stores.cases.get(id)).toMatchObject({ ownerId, links: about });
  });

  it.each([
    ['a kind that there is not', { kind: 'strange' }],
    ['no subject', { links: [] }],
    ['a subject of no kind', { links: [{ kind: 'ship', id: '1' }] }],
    ['no title', { title: '  ' }],
  ])('is refused with %s', async (_name, wrong) => {
    expect(await replyOf(main, 'cases.open', { ...aRequest(), ...wrong })).toMatchObject({
      ok: false,
      failure: { code: 'invalid-input' },
    });
    expect(changed).toEqual([]);
  });

  it('is refused about what is not there, and by nobody', async () => {
    const gone = { ...aRequest(), links: [asSubject('order', 'gone')] };
    expect(await replyOf(main, 'cases.open', gone)).toMatchObject({ failure: { code: 'not-found' } });
    const { id } = await open();
    main.core.session.lock();
    for (const [channel, input] of [
      ['cases.open', aRequest()],
      ['cases.advance', { id, request: { kind: 'tell' } }],
      ['cases.assign', { id, ownerId: null }],
      ['cases.link', { id, subject: order, isAbout: true }],
    ] as const) {
      expect(await replyOf(main, channel, input)).toMatchObject({
        failure: { code: 'invalid-input', message: '请先登录' },
      });
    }
    expect(main.bugs).toEqual([]);
  });
});
