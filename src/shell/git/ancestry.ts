/** How the commits of a checkout stand to its line of first parents, by their places on it, oldest first. */
export interface Ancestry {
  /** How a commit stands to one of the line; null where one of them is not in the history, or the other is not on the line. */
  standing(named: string, to: string): 'before' | 'after' | 'elsewhere' | null;
}

/**
 * @param listing of `git rev-list --topo-order --parents HEAD`: a line for each commit, no parent before its children. Each commit is
 * looked at a few times only: walking the history for every pair would take minutes where many contracts were settled for years.
 */
export function ancestryOf(listing: string): Ancestry {
  const youngFirst = listing
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(' '));
  const parents = new Map(youngFirst.map(([commit = '', ...rest]) => [commit, rest]));
  const line: string[] = [];
  for (let at = youngFirst[0]?.[0]; at !== undefined; at = parents.get(at)?.[0]) line.unshift(at);
  const places = new Map(line.map((commit, at) => [commit, at]));
  const brought = broughtWith(line, parents);
  const stands = standsOn(youngFirst, places);
  return {
    standing(named, to) {
      const place = places.get(to);
      const came = brought.get(named);
      if (place === undefined || came === undefined) return null;
      if (named !== to && came <= place) return 'before';
      return (stands.get(named) ?? -1) >= place ? 'after' : 'elsewhere';
    },
  };
}

/** By commit, the place of the first one of the line that has it in its history, or is it. */
function broughtWith(line: readonly string[], parents: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const brought = new Map<string, number>();
  line.forEach((commit, at) => {
    const unseen = [commit];
    for (let next = unseen.pop(); next !== undefined; next = unseen.pop()) {
      if (brought.has(next)) continue;
      brought.set(next, at);
      unseen.push(...(parents.get(next) ?? []));
    }
  });
  return brought;
}

/** By commit, the place of the last one of the line that it has in its history, or is. */
function standsOn(youngFirst: readonly (readonly string[])[], places: ReadonlyMap<string, number>): Map<string, number> {
  const stands = new Map<string, number>();
  for (const [commit = '', ...parents] of youngFirst.toReversed()) {
    stands.set(commit, places.get(commit) ?? Math.max(-1, ...parents.map((parent) => stands.get(parent) ?? -1)));
  }
  return stands;
}
