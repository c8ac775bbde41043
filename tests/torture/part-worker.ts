import { parentPort, workerData } from 'node:worker_threads';
import { PARTS } from './support/parts.ts';
import type { FromPart, PartData } from './support/run-part.ts';

// One part in a thread of its own, so that a round which never ends can be seen from outside.
const { name, ...options } = workerData as PartData;
const tell = (message: FromPart) => parentPort?.postMessage(message);

const part = await PARTS[name]?.load();
if (!part) throw new Error(`No part is called ${name}`);
const tallies = await part({
  ...options,
  say: (text) => tell({ kind: 'said', text }),
  begin: (what) => tell({ kind: 'began', what }),
});
tell({ kind: 'ended', tallies });
