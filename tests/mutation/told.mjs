import { readFileSync } from 'node:fs';

/** The fates that a run has written, one a line. */
export const linesIn = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** Whether no assertion has killed a mutant: what only ran too long, or no test ran, is no better than what survived. */
export const isAlive = (status) => status !== 'Killed' && status !== 'Ignored';

/** Wilson's interval of a share at 95%: it holds where few have failed, and never leaves 0 to 1. */
function interval(hits, all) {
  const z = 1.96;
  const share = hits / all;
  const middle = share + z ** 2 / (2 * all);
  const half = z * Math.sqrt((share * (1 - share)) / all + z ** 2 / (4 * all ** 2));
  return [middle - half, middle + half].map((bound) => bound / (1 + z ** 2 / all));
}

const percent = (share) => `${(100 * share).toFixed(1)}%`;

/** A run's figures, and every mutant that is alive; the last that is said of a mutant counts. Static ones are not tried. */
export function told(lines) {
  const last = [...new Map(lines.map((line) => [line.key, line])).values()];
  const count = (of) => last.filter(({ status }) => status === of).length;
  const tried = last.length - count('Ignored');
  const killed = count('Killed');
  if (tried === 0) return 'nothing to try in this sample';
  const [low, high] = interval(killed, tried);
  return [
    ...last.filter(({ status }) => isAlive(status)).map(({ key, status }) => `${status} ${key}`),
    `${tried} tried: ${killed} killed by an assertion, ${count('Timeout')} timed out, ${count('Survived')} survived, ${count('NoCoverage')} run by no test; ${count('Ignored')} static ones left out`,
    `killed by an assertion: ${percent(killed / tried)} (95%: ${percent(low)} to ${percent(high)})`,
  ].join('\n');
}
