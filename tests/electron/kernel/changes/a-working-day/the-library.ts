import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScriptId } from '../../../../../shared/domain/ids.ts';
import { FOR_ALL, type ScriptDraft } from '../../../../../shared/domain/scripts/script.ts';
import { USUAL_CHOICES } from '../../../../../shared/domain/scripts/script-file.ts';
import { DAY } from '../../../../../shared/time/durations.ts';
import { agentNamed, orderOf } from '../../../../support/main-side/a-shop-floor.ts';
import type { Day } from './day.ts';

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(64, 7)]);

const aDraft = (code: string, parts: readonly string[] = ['您好']): ScriptDraft => ({
  scope: FOR_ALL,
  groupId: null,
  title: code,
  code,
  parts: [...parts],
  keywords: '',
  tags: [],
  fit: { stages: [], reasons: [], steps: [], grades: [] },
});

async function create({ ask }: Day, draft: ScriptDraft): Promise<ScriptId> {
  return (await ask('scripts.create', draft)).script.id;
}

/** R1, K9: scripts and groups are written, kept in order and taken back. */
export async function writeScripts(day: Day): Promise<void> {
  const { ask, thereAndBack } = day;
  const { id: groupId } = await ask('scriptGroups.create', { name: '大促', parentId: null });
  const { id: inner } = await ask('scriptGroups.create', { name: '预售', parentId: groupId });
  await thereAndBack(() => ask('scriptGroups.rename', { id: inner, name: '定金' }));
  await thereAndBack(() => ask('scriptGroups.move', { id: inner, parentId: null, beforeId: groupId }));
  const ids = [await create(day, aDraft('dj01', ['亲，您好'])), await create(day, aDraft('dj02'))];
  const [id, other] = ids;
  if (!id || !other) throw new Error('Two scripts were written');
  await thereAndBack(() => ask('scripts.edit', { id, draft: aDraft('dj01', ['亲，下午好']) }));
  await thereAndBack(() => ask('scripts.move', { ids, groupId: inner }));
  await ask('scripts.move', { ids: [other], groupId: inner, beforeId: id });
  await thereAndBack(() => ask('scripts.tag', { ids, add: ['大促'], remove: [] }));
  await thereAndBack(() => ask('scripts.fixWording', { ids, shopId: null }));
  await ask('scripts.copyToOwn', { ids });
  await ask('scripts.setFavourite', { ids, isFavourite: true });
  await thereAndBack(() => ask('scripts.archive', { ids }));
  await thereAndBack(() => ask('scripts.restore', { ids }));
  await thereAndBack(() => ask('scriptGroups.remove', { id: inner }));
}

/** R2, R8: scripts are copied for orders, with pictures and with what is asked for. */
export async function copyScripts(day: Day): Promise<void> {
  const { ask, main, core } = day;
  const { picture } = await ask('pictures.add', { name: '尺码表.png', bytes: new Uint8Array(PNG) });
  const scriptId = await create(day, aDraft('cm01', ['请看 {图片:尺码表.png}，快递是{快递}']));
  const occasion = { orderId: orderOf(main, '拾光者_lin').id, taskId: null };
  const copy = { scriptId, message: 0, occasion };
  await ask('scripts.copy', { ...copy, answers: { 快递: '顺丰', 快递公司: '顺丰' } });
  await ask('scripts.archive', { ids: [scriptId] });
  const removed = await ask('pictures.remove', { id: picture.id });
  await ask('activities.undo', { activityId: removed.activityId });
  await ask('pictures.remove', { id: picture.id });
  core.scripts.pictures.tidy(main.clock.now() + 40 * DAY);
}

/** K9: agents propose, leads answer, and scripts are learned from orders. */
export async function learn(day: Day): Promise<void> {
  const { ask, main, thereAndBack } = day;
  const scriptId = await create(day, aDraft('xx01'));
  const orderId = orderOf(main, '拾光者_lin').id;
  const example = { scriptId, orderId, note: '客户当天就付了' };
  await ask('scriptExamples.remove', { id: (await ask('scriptExamples.add', example)).id });
  const { id } = await ask('scriptExamples.add', example);
  const { activityId } = await ask('scripts.edit', { id: scriptId, draft: aDraft('xx01', ['您好，在的']) });
  await thereAndBack(() => ask('scriptExamples.link', { id, changeId: activityId }));
  const propose = (parts: string) =>
    ask('scriptProposals.propose', {
      kind: 'edit',
      scriptId,
      draft: aDraft('xx01', [parts]),
      reason: '更客气',
    });
  main.core.session.signIn(agentNamed(main, '小满').id, '13579864');
  await ask('scriptProposals.withdraw', { id: (await propose('您好呀')).id });
  const [accepted, rejected] = [await propose('您好，请讲'), await propose('您好，请说')];
  main.core.session.signIn(agentNamed(main, '亦安').id, '86420975');
  await thereAndBack(() => ask('scriptProposals.reject', { id: rejected.id, note: '不需要' }));
  await thereAndBack(() => ask('scriptProposals.accept', { id: accepted.id, note: '好' }));
  main.core.session.signIn(agentNamed(main, '小满').id, '13579864');
  await ask('scriptProposals.markRead', undefined);
  await ask('scriptNews.markSeen', { scriptId });
  await ask('scriptNews.markSeen', { scriptId: null });
  main.core.session.signIn(agentNamed(main, '亦安').id, '86420975');
}

/** X3: a file of scripts comes and goes. */
export async function importScripts({ ask, folder }: Day): Promise<void> {
  const path = join(folder, 'scripts.csv');
  writeFileSync(path, '﻿编码,标题,内容,分组\r\nwj01,欢迎,欢迎光临,文件\r\nwj02,再见,欢迎再来,文件\r\n');
  const request = {
    path,
    format: null,
    columns: null,
    hasHeader: null,
    target: null,
    choices: USUAL_CHOICES,
  };
  const preview = await ask('scriptFiles.preview', request);
  if (preview.kind !== 'preview') throw new Error('The file can be read');
  const done = await ask('scriptFiles.import', { request, sha256: preview.sha256 });
  if (done.kind !== 'imported' || done.importId === null) throw new Error('The file was imported');
  await ask('scriptFiles.undo', { importId: done.importId });
}
