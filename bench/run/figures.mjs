/** The middle of some numbers; of an even number of them the mean of the two in the middle. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** What several runs took. */
export function summary(runs) {
  const seconds = runs.map((run) => run.seconds);
  const known = (name) => runs.flatMap((run) => (run[name] === undefined ? [] : [run[name]]));
  const peaks = known('peakMegabytes');
  const processor = known('cpuSeconds');
  return {
    runs: runs.length,
    seconds: median(seconds),
    fastest: Math.min(...seconds),
    slowest: Math.max(...seconds),
    ...(peaks.length === 0 ? {} : { peakMegabytes: Math.max(...peaks) }),
    ...(processor.length === 0 ? {} : { cpuSeconds: median(processor) }),
  };
}

/**
 * Runs competitors in turns, so that whatever else the machine does meets all of them: one warm-up each, then `runs`
 * rounds, in an order that rotates.
 * @param {readonly { id: string, runs?: number, warmUp?: boolean, run: () => Promise<{ seconds: number }> }[]} competitors
 */
export async function inTurns(competitors, runs, log) {
  const results = new Map(competitors.map(({ id }) => [id, []]));
  for (const competitor of competitors) {
    if (competitor.warmUp === false) continue;
    const { seconds } = await competitor.run();
    log(`${competitor.id}: warm-up ${seconds.toFixed(2)} s`);
  }
  for (let round = 0; round < runs; round += 1) {
    for (let index = 0; index < competitors.length; index += 1) {
      const competitor = competitors[(index + round) % competitors.length];
      if (round >= (competitor.runs ?? runs)) continue;
      const result = await competitor.run();
      results.get(competitor.id).push(result);
      log(`${competitor.id}: ${result.seconds.toFixed(2)} s`);
    }
  }
  return new Map([...results].map(([id, list]) => [id, summary(list)]));
}
