import { test } from '../support/app.ts';
import { type Played, playJob } from './job.ts';
import { JOBS } from './jobs.ts';
import { NOW, setStage } from './stage.ts';
import { tableOf, writeTable } from './table.ts';

test('every counted job, played in the program', async ({ launchApp }) => {
  const stage = await setStage(await launchApp({ now: NOW }));
  const played: Played[] = [];
  for (const job of JOBS)
    await test.step(`${job.row} ${job.name}`, async () => {
      played.push(await playJob(job, stage));
    });
  const table = tableOf(played);
  writeTable(table);
  process.stdout.write(`\n${table}\n`);
});
