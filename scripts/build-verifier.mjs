// Makes dist/verify.mjs, after the build: what checks a bundle, in one file that needs nothing installed (src/shell/verifier/verify.ts with
// all that it imports). The same bytes wherever it is made: no path, no date, and only what the lock file names goes into it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { licencesOf } from './licences.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const LARGEST = 400_000;

// A replay counts by the offsets that evidence names, never by the engine's own zones, which are half a megabyte of source. Without them
// whatever would ask for one finds none, and fails.
const withoutZones = {
  name: 'without-zones',
  load: (id) => (id.endsWith('generated/zones.js') ? "export const TZDB_RELEASE = '';\nexport const ZONES = [];\n" : null),
};

const bundle = await rolldown({ input: at('dist/shell/verifier/verify.js'), platform: 'node', plugins: [withoutZones], logLevel: 'warn' });
const { output } = await bundle.generate({ format: 'esm', minify: true, codeSplitting: false, comments: false });
const [file, ...others] = output;
if (others.length > 0) throw new Error(`more than one file: ${others.map(({ fileName }) => fileName).join(', ')}`);
const packages = file.imports.filter((name) => !isBuiltin(name));
if (packages.length > 0) throw new Error(`it would have to be installed: ${packages.join(', ')}`);

// Whoever is sent a bundle is sent these packages: their licences go with them.
const licences = licencesOf(Object.keys(file.modules));
const text = `${file.code.trimEnd()}\n${licences.join('')}`;
if (Buffer.byteLength(text) > LARGEST) throw new Error(`${Buffer.byteLength(text)} bytes; it may have ${LARGEST}`);
// Left alone where it is so already: suites that build run beside others that read it.
if (!existsSync(at('dist/verify.mjs')) || readFileSync(at('dist/verify.mjs'), 'utf8') !== text) writeFileSync(at('dist/verify.mjs'), text);
