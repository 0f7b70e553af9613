// Cuts GitHub's OpenAPI description down to the operations in openapi/operations.json and the components they reach, so that
// nobody needs the whole one (hundreds of megabytes) to run the tests. When an operation is added to the list:
//   npm install --no-save --no-package-lock @octokit/openapi@23.0.2
//   node scripts/subset.mjs
// The description may also be given as a path. The result depends on the two inputs alone.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = process.argv[2] ?? createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json');
const here = (name) => new URL(`../openapi/${name}`, import.meta.url);
const whole = JSON.parse(readFileSync(source, 'utf8'));
const wanted = JSON.parse(readFileSync(here('operations.json'), 'utf8'));

/** What says nothing of a shape. */
const TALK = new Set([
  'description',
  'summary',
  'externalDocs',
  'example',
  'examples',
  'tags',
  'title',
  'x-octokit',
  'x-github-breaking-changes',
]);
/** Below these, keys are names that somebody chose and not words of the description's own language. */
const NAMES = new Set(['properties', 'schemas', 'parameters', 'responses', 'headers', 'paths']);

function bare(value, named = false) {
  if (Array.isArray(value)) return value.map((item) => bare(item));
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([key]) => named || !TALK.has(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, bare(inner, !named && NAMES.has(key) && !Array.isArray(inner))]));
}

const paths = {};
const found = new Set();
for (const [path, operations] of Object.entries(whole.paths)) {
  for (const [method, operation] of Object.entries(operations)) {
    if (!wanted.includes(operation.operationId)) continue;
    found.add(operation.operationId);
    paths[path] = { ...paths[path], [method]: bare(operation) };
  }
}
const missing = wanted.filter((id) => !found.has(id));
if (missing.length > 0) throw new Error(`no such operation: ${missing.join(', ')}`);

const reached = new Map();
function reach(value) {
  if (Array.isArray(value)) for (const item of value) reach(item);
  else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      if (key !== '$ref' || typeof inner !== 'string') reach(inner);
      else if (!reached.has(inner)) {
        const [, , kind, name] = inner.split('/');
        const component = bare({ [kind]: { [name]: whole.components[kind][name] } })[kind][name];
        reached.set(inner, { kind, name, component });
        reach(component);
      }
    }
  }
}
reach(paths);

const components = {};
for (const { kind, name, component } of [...reached.values()].sort((a, b) => (a.name < b.name ? -1 : 1))) {
  components[kind] = { ...components[kind], [name]: component };
}
const { version, license } = whole.info;
const subset = { openapi: whole.openapi, info: { title: whole.info.title, version, license }, paths, components };
writeFileSync(here('api.github.com.subset.json'), `${JSON.stringify(subset, null, 1)}\n`);
console.log(`${found.size} operations, ${reached.size} components`);
