/*
 * The built CLI, asked again and again in one process (run-cli.ts, `runWarm`): its command line is evaluated anew for every run, with
 * arguments, environment, exit code and streams of its own, and only the modules behind it stay loaded.
 */

const [cli] = process.argv.slice(2);
const write = { stdout: process.stdout.write, stderr: process.stderr.write };
let runs = 0;
let last = Promise.resolve();

function capture(name) {
  const chunks = [];
  process[name].write = (chunk, encoding, done) => {
    chunks.push(Buffer.from(chunk));
    const after = typeof encoding === 'function' ? encoding : done;
    if (after) process.nextTick(after);
    return true;
  };
  return () => {
    process[name].write = write[name];
    return Buffer.concat(chunks).toString('utf8');
  };
}

async function run({ id, args, env }) {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
  process.argv = [process.execPath, cli, ...args];
  process.exitCode = undefined;
  const [stdout, stderr] = [capture('stdout'), capture('stderr')];
  runs += 1;
  let thrown = null;
  await import(`${cli}?run=${runs}`).catch((error) => {
    thrown = error;
  });
  const code = thrown === null ? (process.exitCode ?? 0) : 1;
  const said = { stdout: stdout(), stderr: `${stderr()}${thrown === null ? '' : thrown.stack}` };
  for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners('error');
  process.exitCode = undefined;
  process.send({ id, result: { code, ...said } });
}

process.on('message', (asked) => {
  last = last.then(() => run(asked));
});
process.on('disconnect', () => process.exit(0));
