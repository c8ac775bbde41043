import { parentPort, workerData } from 'node:worker_threads';
import { performRescue } from './joins/rescue/perform-rescue.ts';
import { RescueTask } from './rescue/rescue-task.ts';

const post = (message: unknown) => parentPort?.postMessage(message);

post(performRescue(RescueTask.parse(workerData), post));
