import { Worker } from 'node:worker_threads';

/** Runs one piece of work in a thread and answers with its one message. */
export function runInThread(workerUrl: URL, workerData: unknown): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const worker = new Worker(workerUrl, { workerData });
  worker.on('message', resolve);
  worker.on('error', reject);
  worker.on('exit', (code) => reject(new Error(`The thread ended with ${code}`)));
  return promise;
}
