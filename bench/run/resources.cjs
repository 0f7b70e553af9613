// Preloaded into every measured process: when it ends, it reports on descriptor 3 the most memory that it ever held, in
// kilobytes, and the processor time of all its threads, in microseconds.
const { readFileSync, writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

// A thread of the process preloads it, too, and has nothing of its own to report.
function report() {
  let peak = process.resourceUsage().maxRSS;
  try {
    // On Linux, `maxRSS` may still be the parent's from before this program was loaded; the process's own mark is exact.
    peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(3, `${peak} ${userCPUTime + systemCPUTime}`);
}

if (isMainThread) process.on('exit', report);
