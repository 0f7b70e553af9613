// Makes dist/start/, after the build: src/program.ts with all that it imports, packages too, as a program of a few chunks, and what V8
// compiles of it while it runs the commands below. dist/cli.js starts it (src/shell/start/built-program.ts).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { compiledFile, FIRST, FOLDER } from '../dist/shell/start/built-program.js';
import { licencesOf } from './licences.mjs';
import { AT_ONCE, readAtOnce } from './yaml-at-once.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { optionalDependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const folder = at(`dist/${FOLDER}`);
const LICENCES = 'licences.txt';

/** What the program is run with while V8 compiles it: what people start most, on a contract of the templates that something has happened to. */
const RUNS = [['init', 'first-deal', '--template', 'full-service'], ['check'], ['check', '--locale', 'zh', '--format', 'json'], ['--help']];
const EVENTS = {
  'payment.yaml': 'kind: payment\nparty: brand\namount: 9000.50\non: 2026-02-03\nreference: wire-1\n',
  'duty.yaml': 'kind: duty\nparty: brand\nduty: stock\nperiod: 2026-02\non: 2026-02-03\nevidence: ["https://drive.brand.example/1"]\n',
  'review.yaml': 'kind: review\nparty: provider\nperiod: 2026-01\nfindings:\n  - Creatives with prices beat those without\n',
  'outage.yaml':
    'kind: exclusion\nparty: provider\nreason: tracking_outage\nkpis: [margin]\ntreatment: drop\nwindow: { from: 2026-01-06, to: 2026-01-08 }\nevidence: ["https://status.agency.example/1"]\n',
};

/**
 * What packages do as soon as they are loaded, although few commands need it, or over and over: in the program they do it when they are
 * asked, or not at all. yaml looks for a switch in the environment at every word that it reads, which takes a quarter of its time, and with
 * the switch on would print the contract. And it hides the kind of every node from whoever lists its fields, which nobody does, at the price
 * of a definition instead of an assignment.
 */
const CHANGED = {
  'string-width/index.js': [
    [
      'const segmenter = new Intl.Segmenter();',
      'let made;\nconst segmenter = { segment: (text) => (made ??= new Intl.Segmenter()).segment(text) };',
    ],
    [
      'const defaultIgnorableCodePointRegex = /^\\p{Default_Ignorable_Code_Point}$/u;',
      'const defaultIgnorableCodePointRegex = { test: (text) => /^\\p{Default_Ignorable_Code_Point}$/u.test(text) };',
    ],
  ],
  'commander/lib/command.js': [
    [
      "const childProcess = require('node:child_process');",
      "const childProcess = { spawn: (...asked) => require('node:child_process').spawn(...asked) };",
    ],
  ],
  'yaml/dist/nodes/Node.js': [['Object.defineProperty(this, identity.NODE_TYPE, { value: type });', 'this[identity.NODE_TYPE] = type;']],
  'yaml/dist/nodes/Pair.js': [
    ['Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });', 'this[identity.NODE_TYPE] = identity.PAIR;'],
  ],
  'yaml/dist/parse/parser.js': [['if (node_process.env.LOG_TOKENS)', 'if (false)']],
  'yaml/dist/compose/composer.js': [['if (node_process.env.LOG_STREAM)', 'if (false)']],
};
const changed = {
  name: 'changed',
  transform(code, id) {
    const path = (names) => names.find((each) => id.replaceAll('\\', '/').endsWith(`/node_modules/${each}`));
    const text = (CHANGED[path(Object.keys(CHANGED))] ?? []).reduce((before, [from, to]) => {
      if (!before.includes(from)) throw new Error(`${id} no longer has ${from}`);
      return before.replace(from, () => to);
    }, code);
    return path(AT_ONCE) === undefined ? text : readAtOnce(text);
  },
};

/** A chunk as ASCII, which is read without being decoded: every other character as its escape, unless one stood where that means something else. */
function asAscii(code) {
  if (/(?<!\\)(?:\\\\)*\\[^\0-\x7F]|String\.raw`[^`]*[^\0-\x7F]/.test(code)) return code;
  return code.replace(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A chunk is what its own loader (src/shell/start/built-program.ts) calls, as it stands: text put around a million characters copies them. */
function asFunction(code) {
  const parameters = 'exports, require, module, __filename, __dirname';
  const run = `(run) => (typeof module === 'undefined' ? run : run.call(module.exports, ${parameters}))`;
  return `(${run})(function (${parameters}) {${code}\n});\n`;
}

/** A chunk that imports what is optional does so as it is run: by what runs it, or by itself where Node does. */
function importing(code) {
  const asked = code.replaceAll(/\bimport\((?=['"])/g, 'loadPackage(');
  return asked === code ? code : `const loadPackage = module.loadPackage ?? ((name) => import(name));\n${asked}`;
}

/**
 * A chunk that needs something of Node loads it when it is used: a check hashes nothing, starts no process and opens no connection. In
 * brackets, so that `new` makes what is in it.
 */
function needing(code) {
  return [...code.matchAll(/^let (node_\w+) = require\("(node:[\w/]+)"\);$/gm)].reduce((text, [line, name, builtin]) => {
    const later = text.replace(line, '').replaceAll(new RegExp(`(?<![\\w$.])${name}\\.`, 'g'), `(${name}()).`);
    const isOther = new RegExp(`(?<![\\w$.])${name}(?![\\w$]|\\(\\)\\)\\.)`).test(later);
    return isOther ? text : `let ${name}$used;\nconst ${name} = () => (${name}$used ??= require("${builtin}"));\n${later}`;
  }, code);
}

/**
 * What a chunk gives to others stands in it as it is: every use would else ask a function for it, since a name could be given another value
 * later, as only one that was declared by `let` can.
 */
function exporting(code) {
  const given =
    /^Object\.defineProperty\(exports, "(\w+)", \{\s*enumerable: true,\s*get: function\(\) \{\s*return ([\w$]+);\s*\}\s*\}\);$/gm;
  const changing = new Set([...code.matchAll(/^let ([\w$]+)/gm)].map(([, name]) => name));
  return code.replaceAll(given, (whole, name, value) => (changing.has(value) ? whole : `exports.${name} = ${value};`));
}

/**
 * The modules that are loaded together: those that everything starts with, and those of a check besides. One file of each is read faster
 * than some forty, and calls within a chunk are plain ones.
 */
const TOGETHER = { start: ['dist/program.js'], check: ['dist/commands/run/check.js', 'dist/media/print.js', 'dist/media/terminal.js'] };
const groupOf = new Map();
const grouped = {
  name: 'grouped',
  buildEnd() {
    const add = (id, name) => {
      if (groupOf.has(id)) return;
      groupOf.set(id, name);
      for (const imported of this.getModuleInfo(id)?.importedIds ?? []) add(imported, name);
    };
    for (const [name, roots] of Object.entries(TOGETHER)) for (const root of roots) add(at(root), name);
  },
};

const isOptional = (id) => Object.keys(optionalDependencies).some((name) => id === name || id.startsWith(`${name}/`));
const bundle = await rolldown({
  input: { program: at('dist/program.js') },
  platform: 'node',
  external: isOptional,
  plugins: [changed, grouped],
  logLevel: 'warn',
  checks: { ineffectiveDynamicImport: false },
});
const { output } = await bundle.generate({
  format: 'cjs',
  comments: false,
  entryFileNames: FIRST,
  chunkFileNames: '[name]-[hash].cjs',
  codeSplitting: {
    groups: Object.keys(TOGETHER).map((name, at, { length }) => ({ name, priority: length - at, test: (id) => groupOf.get(id) === name })),
  },
});

/** What comes later is asked for because it is used. */
const needed = ({ name, code }) => (name in TOGETHER ? needing(code) : code);
const files = new Map(output.map((chunk) => [chunk.fileName, asAscii(asFunction(importing(exporting(needed(chunk)))))]));
files.set(LICENCES, licencesOf(output.flatMap(({ modules }) => Object.keys(modules))).join(''));

const contentOf = (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : null);
const isMade = [...files].every(([name, text]) => contentOf(name) === text) && existsSync(join(folder, compiledFile(FIRST)));
// Left alone where it is so already: suites that build run beside others that start it.
if (!isMade) {
  mkdirSync(folder, { recursive: true });
  // The first chunk comes last: it names the others.
  for (const [name, text] of [...files].reverse()) {
    writeFileSync(join(folder, `${name}.part`), text);
    renameSync(join(folder, `${name}.part`), join(folder, name));
  }
  for (const name of readdirSync(folder)) if (!files.has(name)) rmSync(join(folder, name));
  compile();
}
// Newer than the modules, for whoever starts it.
utimesSync(join(folder, FIRST), new Date(), new Date());

function fileEvents(events) {
  mkdirSync(events, { recursive: true });
  for (const [name, text] of Object.entries(EVENTS)) writeFileSync(join(events, `2026-02-03-${name}`), text);
}

/** Runs the program, each time with what was compiled before, and keeps what V8 makes of it. */
function compile() {
  writeFileSync(join(folder, compiledFile(FIRST)), '');
  const root = mkdtempSync(join(tmpdir(), 'concord-compile-'));
  try {
    for (const args of RUNS) {
      const program = [at('scripts/compile-program.mjs'), ...args, '--root', root];
      const { status } = spawnSync(process.execPath, program, { stdio: ['ignore', 'ignore', 'inherit'] });
      // What a check finds is of no matter: the events may be of no period of a term that begins after this build.
      if (status !== 0 && !(args[0] === 'check' && status === 1)) throw new Error(`${args.join(' ')} ended with ${status}`);
      if (args[0] === 'init') fileEvents(join(root, 'contracts', 'first-deal', 'events'));
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
