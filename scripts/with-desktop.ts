import { onPrivateDesktop } from './desktop/on-desktop.ts';
import { run, runScript, ScriptError } from './lib/run.ts';

// Usage: node scripts/with-desktop.ts COMMAND [ARGUMENT…]
await runScript(async () => {
  const [command, ...args] = process.argv.slice(2);
  if (command === undefined) throw new ScriptError('Usage: node scripts/with-desktop.ts COMMAND [ARGUMENT…]');
  return onPrivateDesktop(async (env) => (await run(command, args, { env })).exitCode);
});
