// `node compile-program.mjs <argument>…`: runs the program as dist/cli.js does, and keeps what V8 has compiled of it. Part of the build.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiledFile, FOLDER, ran, sealed } from '../dist/shell/start/built-program.js';

const folder = fileURLToPath(new URL(`../dist/${FOLDER}/`, import.meta.url));
await import('../dist/cli.js');
for (const [name, { code, script }] of ran) writeFileSync(compiledFile(join(folder, name)), sealed(code, script.createCachedData()));
