/*
 * Where no credentials are set, Google's library asks the machine for those of a server of Google's. On any other machine it says so as a
 * warning of the process, past every report: what follows from it is told as an issue, with its remedy, so the warning is left out.
 */

const LOOKUP = 'MetadataLookupWarning';

let isQuiet = false;

/** Leaves that one warning out, for the rest of the process; every other one is told. */
export function quietLookup(): void {
  if (isQuiet) return;
  isQuiet = true;
  const emit = process.emitWarning;
  const emitted = (...args: unknown[]): void => {
    const [warning, second] = args;
    const type = typeof second === 'object' && second !== null && 'type' in second ? second.type : second;
    if (type === LOOKUP || (warning instanceof Error && warning.name === LOOKUP)) return;
    Reflect.apply(emit, process, args);
  };
  process.emitWarning = emitted;
}
