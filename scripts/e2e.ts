import { runScript } from './lib/run.ts';
import { runPlaywright } from './lib/run-playwright.ts';

// Usage: npm run test:e2e [-- tests/e2e/NAME.spec.ts -g "part of a title"]
await runScript(() => runPlaywright('e2e', process.argv.slice(2)));
