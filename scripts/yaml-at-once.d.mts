export const AT_ONCE: readonly string[];
export function readAtOnce(code: string): string;
