import { compareLife, type Finding } from './compare-lives.js';
import { type RandomLife, smaller } from './life.js';

/** What kind a difference is of: the same wherever it shows. */
function kindsOf(finding: Finding): ReadonlySet<string> {
  if (finding.is !== 'different') return new Set([finding.is]);
  return new Set(finding.differences.map((difference) => difference.replace(/\d{4}-(Q|W)?\d+/g, 'P').replace(/[\d.]+/g, 'N')));
}

/** The smallest life found that still shows one of the differences of a life. */
export async function smallest(life: RandomLife, finding: Finding, milliseconds: number): Promise<RandomLife> {
  const kinds = kindsOf(finding);
  const until = performance.now() + milliseconds;
  let found = life;
  for (;;) {
    const next = await firstSmaller(found, finding, kinds, until);
    if (next === null) return found;
    found = next;
  }
}

async function firstSmaller(life: RandomLife, finding: Finding, kinds: ReadonlySet<string>, until: number): Promise<RandomLife | null> {
  for (const candidate of smaller(life)) {
    if (performance.now() > until) return null;
    const shown = await compareLife(candidate);
    if (shown.is === finding.is && [...kindsOf(shown)].some((kind) => kinds.has(kind))) return candidate;
  }
  return null;
}
