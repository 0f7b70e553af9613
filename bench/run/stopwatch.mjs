/** Starts a stopwatch; what it returns tells the seconds since then, by the wall and of this process's processor time. */
export function stopwatch() {
  const started = process.hrtime.bigint();
  const used = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { seconds: Number(process.hrtime.bigint() - started) / 1e9, cpuSeconds: (user + system) / 1e6 };
  };
}
