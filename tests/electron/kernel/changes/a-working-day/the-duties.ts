import { asSubject } from '../../../../../shared/domain/subjects/subject.ts';
import { DAY } from '../../../../../shared/time/durations.ts';
import { agentNamed, orderOf } from '../../../../support/main-side/a-shop-floor.ts';
import type { Day } from './day.ts';

/** Every duty builds on deadlines, evidence and contacts: about two orders here. */
export async function doDuties({ main, ask, thereAndBack }: Day): Promise<void> {
  const subject = asSubject('order', orderOf(main, '拾光者_lin').id);
  const other = asSubject('order', orderOf(main, '北方有雪').id);
  const later = () => main.clock.now() + DAY;
  const reply = { kind: 'reply' } as const;

  await thereAndBack(() => ask('deadlines.set', { ...reply, subject, source: 'manual', atMs: later() }));
  await ask('deadlines.set', { ...reply, subject: other, source: 'agreed', atMs: later() });
  const extension = { ...reply, subjects: [subject, other], byMs: DAY, reason: '端午放假' };
  await thereAndBack(() => ask('deadlines.extend', extension));
  const said = { kind: 'quote', text: '收到的是破的', source: 'typed', saidBy: 'customer' } as const;
  await thereAndBack(() => ask('evidence.add', { ...said, subject }));
  const notReached = () => ({ kind: 'not-reached', nextTryAtMs: later() }) as const;
  await thereAndBack(() => ask('contacts.record', { subject, channel: 'phone', result: notReached() }));
}

/** A customer's complaint goes through the steps of its kind, to the end and back. */
export async function settleACase({ main, ask, thereAndBack }: Day): Promise<void> {
  const subject = asSubject('order', orderOf(main, '拾光者_lin').id);
  const other = asSubject('order', orderOf(main, '北方有雪').id);
  const open = () =>
    ask('cases.open', { kind: 'other', title: '补发 T 恤', channel: '旺旺', links: [subject] });
  await thereAndBack(open);
  const { id } = await open();
  await thereAndBack(() => ask('cases.assign', { id, ownerId: agentNamed(main, '小满').id }));
  await thereAndBack(() => ask('cases.link', { id, subject: other, isAbout: true }));
  await thereAndBack(() => ask('cases.advance', { id, request: { kind: 'advance', to: 'told' } }));
  await ask('cases.advance', { id, request: { kind: 'tell' } });
  const closing = {
    cause: '仓库漏发',
    causeNote: null,
    satisfaction: 'satisfied',
    result: null,
    costFen: null,
  } as const;
  await thereAndBack(() => ask('cases.advance', { id, request: { kind: 'close', closing } }));
  await thereAndBack(() => ask('cases.advance', { id, request: { kind: 'reopen' } }));
  const wish = { kind: 'wish', title: '特殊要求', channel: '旺旺' } as const;
  const wished = await ask('cases.open', { ...wish, links: [subject], fields: { wish: 'merge' } });
  await thereAndBack(() => ask('cases.edit', { id: wished.id, fields: { wish: 'gift-note' } }));
}
