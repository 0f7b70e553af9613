/** How Node runs the workers of every suite: a tenth of the processor's time went into collecting what tests leave behind. */
export const WORKER_ARGUMENTS = ['--max-semi-space-size=32'];

/**
 * The packages that workers load are those that people's own processes load: vitest alone asks for a "development" form, in which a reader of
 * Markdown takes twice its time to check itself.
 */
export const AS_PEOPLE_LOAD = { resolve: { conditions: ['node'] } };
