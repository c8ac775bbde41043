import { expect, test } from '../support/app.ts';
import { playJob } from './job.ts';
import { JOBS } from './jobs.ts';
import { NOW, setStage } from './stage.ts';
import { beyondTarget } from './table.ts';

/** Those that a shift consists of; `npm run hands` plays all. */
const OFTEN = new Set(['1a', '1b', '2', '3a', '7', '8', '12', '14']);

test('X3: what an agent does all day takes no more keys, clicks and switches than it should', async ({
  launchApp,
}) => {
  const stage = await setStage(await launchApp({ now: NOW }));
  for (const job of JOBS.filter(({ row }) => OFTEN.has(row)))
    await test.step(`${job.row} ${job.name}`, async () => {
      const { count } = await playJob(job, stage);
      expect(beyondTarget({ job, count })).toBe('');
    });
});
