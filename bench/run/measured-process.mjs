import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** No colours; and no certificates of the environment, whose reading takes Node longer than all else that it starts with. */
const ENVIRONMENT = { NO_COLOR: '1', NODE_EXTRA_CA_CERTS: undefined };
const RESOURCES = fileURLToPath(new URL('resources.cjs', import.meta.url));

/**
 * Runs a Node program as a process of its own, from start to end.
 * @param {readonly string[]} program the program and its arguments
 * @param {{ resources?: boolean }} [options] whether to ask for memory and processor time too
 * @returns {Promise<{ seconds: number, peakMegabytes?: number, cpuSeconds?: number, output: string }>} rejected when it fails
 */
export function runProcess(program, { resources = true } = {}) {
  const { promise, resolve, reject } = deferred();
  const started = process.hrtime.bigint();
  const child = spawn(process.execPath, [...(resources ? ['--require', RESOURCES] : []), ...program], {
    stdio: ['ignore', 'pipe', 'pipe', resources ? 'pipe' : 'ignore'],
    env: { ...process.env, ...ENVIRONMENT },
  });
  const texts = ['', '', '', ''];
  for (const index of [1, 2, 3]) child.stdio[index]?.setEncoding('utf8').on('data', (text) => (texts[index] += text));
  let ended = started;
  child.on('exit', () => (ended = process.hrtime.bigint()));
  child.on('error', reject);
  child.on('close', (code) => {
    const [, output, errors, used] = texts;
    if (code !== 0) reject(new Error(`${program.join(' ')} ended with ${code}:\n${errors.slice(0, 4000)}${output.slice(0, 2000)}`));
    else resolve({ seconds: Number(ended - started) / 1e9, ...(resources ? resourcesOf(used) : {}), output });
  });
  return promise;
}

function resourcesOf(text) {
  const [kilobytes, microseconds] = text.split(' ').map(Number);
  return { peakMegabytes: kilobytes / 1024, cpuSeconds: microseconds / 1e6 };
}

function deferred() {
  let resolve;
  let reject;
  const promise = new Promise((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve, reject };
}
