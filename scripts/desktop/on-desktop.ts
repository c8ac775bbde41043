import { startDesktop } from './desktop-session.ts';
import { requirePackages } from './system-packages.ts';

/** Runs `body` with a private desktop. Other systems than Linux have no such thing: there it is the user's own. */
export async function onPrivateDesktop<T>(body: (env: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
  if (process.platform !== 'linux') return body(process.env);
  await requirePackages(['app', 'desktop']);
  const desktop = await startDesktop();
  try {
    return await body(desktop.env);
  } finally {
    await desktop.close();
  }
}
