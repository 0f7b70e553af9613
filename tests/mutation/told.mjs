/** The fates that a run has written, one a line. */
export const linesOf = (text) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** Wilson's interval of a share at 95%: it holds where few have failed, and never leaves 0 to 1. */
export function interval(hits, all) {
  const z = 1.96;
  const share = hits / all;
  const middle = share + z ** 2 / (2 * all);
  const half = z * Math.sqrt((share * (1 - share)) / all + z ** 2 / (4 * all ** 2));
  return [middle - half, middle + half].map((bound) => bound / (1 + z ** 2 / all));
}

const percent = (share) => `${(100 * share).toFixed(1)}%`;

/** A run's figures, and every mutant that an assertion has not killed. Mutants that no test runs count as alive; static ones are not tried. */
export function told(lines) {
  const count = (...statuses) => lines.filter(({ status }) => statuses.includes(status)).length;
  const tried = lines.length - count('Ignored');
  const killed = count('Killed');
  const [low, high] = interval(killed, tried);
  return [
    ...lines.filter(({ status }) => !['Killed', 'Ignored'].includes(status)).map(({ key, status }) => `${status} ${key}`),
    `${tried} tried: ${killed} killed by an assertion, ${count('Timeout')} timed out, ${count('Survived')} survived, ${count('NoCoverage')} run by no test, ${count('RuntimeError')} failed to run; ${count('Ignored')} static ones left out`,
    `killed by an assertion: ${percent(killed / tried)} (95%: ${percent(low)} to ${percent(high)})`,
  ].join('\n');
}
