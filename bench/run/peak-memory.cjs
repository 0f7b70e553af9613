// Preloaded into every measured process: when it ends, it reports the most memory it ever held, in kilobytes, on descriptor 3.
const { readFileSync, writeSync } = require('node:fs');

process.on('exit', () => {
  let peak = process.resourceUsage().maxRSS;
  try {
    // On Linux, `maxRSS` may still be the parent's from before this program was loaded; the process's own mark is exact.
    peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  writeSync(3, String(peak));
});
