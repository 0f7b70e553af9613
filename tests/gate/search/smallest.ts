/** The shortest history that still fails, by leaving out ever smaller pieces; a few hundred tries at most. */
export function smallest<T>(steps: readonly T[], fails: (steps: readonly T[]) => boolean, tries = 400): readonly T[] {
  let kept = steps;
  let left = tries;
  for (let size = Math.ceil(steps.length / 2); size >= 1 && left > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length && left > 0; ) {
      const without = [...kept.slice(0, at), ...kept.slice(at + size)];
      left -= 1;
      if (fails(without)) kept = without;
      else at += size;
    }
  }
  return kept;
}
