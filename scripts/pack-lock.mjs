// Part of packing: npm leaves a package's lock file out of what it packs, and `concord new` pins the very versions that the engine was
// tested with. What only development needs stays out of it.
import { readFileSync, writeFileSync } from 'node:fs';
import { lockOfUsers, readLock } from '../dist/repository/lock.js';

const own = readLock(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
writeFileSync(new URL('../dist/engine-lock.json', import.meta.url), lockOfUsers(own));
