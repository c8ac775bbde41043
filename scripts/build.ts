import { buildApp } from './lib/build-app.ts';
import { runScript } from './lib/run.ts';

await runScript(async () => {
  await buildApp();
  return 0;
});
