// Before packing, after the build: what the build left of sources that are gone is taken away, and the lock file is put in, which npm
// leaves out of what it packs: `concord new` pins the very versions that the engine was tested with.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { lockOfUsers, readLock } from '../dist/repository/lock.js';

const at = (path) => new URL(`../${path}`, import.meta.url);
for (const path of readdirSync(at('dist'), { recursive: true })) {
  const isLeft = path.endsWith('.js') && !existsSync(at(`src/${path.replace(/\.js$/, '.ts')}`));
  if (isLeft) rmSync(at(`dist/${path}`));
}
writeFileSync(at('dist/engine-lock.json'), lockOfUsers(readLock(readFileSync(at('package-lock.json'), 'utf8'))));
