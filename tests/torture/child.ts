import { keepActing, keepActingAsTwin, setUpStore } from './children/acting.ts';
import { keepBackingUp, keepRestoring } from './children/backing-up.ts';
import { bringUp, startFirst } from './children/opening.ts';
import { keepReminding } from './children/reminding.ts';
import { keepStarving } from './children/starving.ts';

// The process that is killed, cut off or starved. Usage: child.js ERRAND PATH NUMBER…
const ERRANDS: Readonly<Record<string, (path: string, numbers: readonly number[]) => void | Promise<void>>> =
  {
    'set-up': setUpStore,
    act: keepActing,
    twin: keepActingAsTwin,
    remind: keepReminding,
    'back-up': keepBackingUp,
    restore: keepRestoring,
    migrate: bringUp,
    start: startFirst,
    starve: keepStarving,
  };

const [errand = '', path = '', ...numbers] = process.argv.slice(2);
const run = ERRANDS[errand];
if (!run) throw new Error(`No errand is called ${errand}`);
await run(path, numbers.map(Number));
