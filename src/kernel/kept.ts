/** Answers kept of one function: more than days, texts and figures of a few statements, and never more memory than they take. */
const MOST_KEPT = 20_000;
/** Longer texts are seldom asked for twice, and many of them would be much memory. */
const LONGEST_KEPT = 1_000;

/** A pure function of a text or number that is asked the same again and again: what it gave is kept. */
export function kept<From extends string | number, To>(make: (from: From) => To): (from: From) => To {
  const keptAt = keptUnder<From, From, To>((from) => from, make);
  return (from) => (typeof from === 'string' && from.length > LONGEST_KEPT ? make(from) : keptAt(from));
}

/** The same of plain data, which is the same where its JSON is. */
export function keptAlike<From extends object, To>(make: (from: From) => To): (from: From) => To {
  return keptUnder((from) => JSON.stringify(from), make);
}

function keptUnder<From, Key, To>(keyOf: (from: From) => Key, make: (from: From) => To): (from: From) => To {
  const known = new Map<Key, To>();
  return (from) => {
    const key = keyOf(from);
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= MOST_KEPT) known.clear();
    const made = make(from);
    known.set(key, made);
    return made;
  };
}
