/** How Node runs the workers of every suite: a tenth of the processor's time went into collecting what tests leave behind. */
export const WORKER_ARGUMENTS = ['--max-semi-space-size=32'];
