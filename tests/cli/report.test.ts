import { afterAll, describe, expect, it } from 'vitest';
import { reportCommand } from '../../cli/commands/report.ts';
import { aParcelDesk, ON_ITS_WAY } from '../electron/parcels/a-parcel-desk.ts';
import { createExportFolder } from '../support/export-files.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

describe('4.5: the report about orders on the command line', () => {
  it('has figures with their bases, tables and a csv, and says which reports there are', async () => {
    const desk = aParcelDesk(folder);
    desk.commit(ON_ITS_WAY);
    const run = (values: Record<string, string | boolean>, ...positionals: string[]) =>
      reportCommand.run({ core: { ...desk.core, close: () => {} }, values, positionals });
    const { json, lines } = await run({}, 'orders');
    expect(json).toMatchObject({ figures: expect.any(Array), by: { day: [], shop: [] } });
    expect(lines.join('\n')).toContain('按时发货率');
    const csv = await run({ csv: true }, 'orders');
    expect(csv.lines.join('\n')).toContain('合计,付款订单');
    await expect(async () => run({}, 'others')).rejects.toThrow('orders');
  });
});
