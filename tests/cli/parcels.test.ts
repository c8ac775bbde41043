import { afterAll, describe, expect, it } from 'vitest';
import { parcelsCommand } from '../../cli/commands/records/parcels.ts';
import { aParcelDesk, ON_ITS_WAY, TRACKING_NO } from '../electron/parcels/a-parcel-desk.ts';
import { createExportFolder } from '../support/export-files.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

describe('O13: parcels on the command line', () => {
  it('are found by any text, in the shape that the documents name', async () => {
    const desk = aParcelDesk(folder);
    desk.commit(ON_ITS_WAY);
    const run = (...positionals: string[]) =>
      parcelsCommand.run({ core: { ...desk.core, close: () => {} }, values: {}, positionals });
    expect((await run('尾号', '0001')).json).toEqual([
      {
        trackingNo: TRACKING_NO,
        carrier: '圆通速递',
        direction: 'out',
        orderNo: '3304370000000000009',
        shop: '示例旗舰店',
        customer: null,
        state: 'moving',
        lastText: '快件已到达【杭州中心】',
        lastAt: '2026-06-12T20:00:00+08:00',
      },
    ]);
    expect((await run('9999')).json).toEqual([]);
    await expect(async () => run(' ')).rejects.toThrow('请写出要查的单号');
  });
});
