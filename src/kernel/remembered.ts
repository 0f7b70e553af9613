/** How many answers for one first input are kept unless said otherwise: of a period's evidence a few statements ask, each with its own circumstances. */
const MOST = 8;

/**
 * A pure function that remembers what it gave, for as long as its first input lives. Inputs are never changed (docs/architecture.md),
 * so that the same objects mean the same answer. The ledger of a long contract is settled and replayed statement by statement, and
 * what earlier periods were measured and settled on stays what it was.
 * @param partsOf what the answer depends on besides the first input: compared by identity, so texts and numbers by value.
 * @param most how many answers for one first input are kept.
 */
export function remembered<First extends object, Rest extends readonly unknown[], Answer>(
  compute: (first: First, ...rest: Rest) => Answer,
  partsOf: (...rest: Rest) => readonly unknown[] = (...rest) => rest,
  most = MOST,
): (first: First, ...rest: Rest) => Answer {
  const known = new WeakMap<First, { readonly parts: readonly unknown[]; readonly answer: Answer }[]>();
  return (first, ...rest) => {
    const parts = partsOf(...rest);
    const answers = known.get(first) ?? [];
    const found = answers.find((one) => areSame(one.parts, parts));
    if (found !== undefined) return found.answer;
    const answer = compute(first, ...rest);
    known.set(first, [{ parts, answer }, ...answers.slice(0, most - 1)]);
    return answer;
  };
}

function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, index) => Object.is(part, other[index]));
}
