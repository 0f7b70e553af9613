/** Answers kept of one function: more than days, texts and figures of a few statements, and never more memory than they take. */
const MOST_KEPT = 20_000;
/** Longer texts are seldom asked for twice, and many of them would be much memory. */
const LONGEST_KEPT = 1_000;

/** A pure function of a text or number that is asked the same again and again: what it gave is kept. */
export function kept<From extends string | number, To>(make: (from: From) => To): (from: From) => To {
  const known = new Map<From, To>();
  return (from) => {
    const found = known.get(from);
    if (found !== undefined) return found;
    const made = make(from);
    if (typeof from !== 'string' || from.length <= LONGEST_KEPT) keep(known, from, made);
    return made;
  };
}

/** The same of plain data, which is the same where its key is. */
export function keptAlike<From extends object, To>(
  make: (from: From) => To,
  keyOf: (from: From) => string = JSON.stringify,
): (from: From) => To {
  const known = new Map<string, To>();
  return (from) => {
    const key = keyOf(from);
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(from);
    keep(known, key, made);
    return made;
  };
}

function keep<Key, To>(known: Map<Key, To>, key: Key, made: To): void {
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, made);
}
