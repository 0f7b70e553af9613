import { parentPort, workerData } from 'node:worker_threads';
import { type Layout, lookAtPart } from './quick-look.js';

/* A thread that looks at a part of a file (parted-look.ts). */

const { layout, from, to } = workerData as { layout: Layout; from: number; to: number };
parentPort?.postMessage(await lookAtPart(layout, from, to));
