import { runScript } from './lib/run.ts';
import { runPlaywright } from './lib/run-playwright.ts';

// Pictures of every screen in every width, colour and size of type, in out/screens/look/.
await runScript(() => runPlaywright('screens', process.argv.slice(2)));
