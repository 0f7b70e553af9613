/**
 * Milliseconds that a costly text may take at most where the same took minutes before: a bound of kind, wide enough for a slow machine
 * that does much else. How fast anything is belongs to bench/.
 */
export const FAR_BELOW = 20_000;
