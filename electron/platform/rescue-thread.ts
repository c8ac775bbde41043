import { Worker } from 'node:worker_threads';

type Work = { readonly workerUrl: URL; readonly workerData: unknown };

/** Runs one piece of work in a thread and answers with its last message; `hear` is told of each. */
export function runInThread(
  { workerUrl, workerData }: Work,
  hear = (_message: unknown) => {},
): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const worker = new Worker(workerUrl, { workerData });
  let last: { readonly message: unknown } | undefined;
  worker.on('message', (message: unknown) => {
    last = { message };
    hear(message);
  });
  worker.on('error', reject);
  worker.on('exit', (code) => {
    if (code === 0 && last) resolve(last.message);
    else reject(new Error(`The thread ended with ${code}`));
  });
  return promise;
}
