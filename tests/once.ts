/**
 * Made when it is first asked for, and the same from then on. What is settled while a test file is loaded is of no test: no mutant of it
 * would ever be told by one (docs/mutants.md).
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
