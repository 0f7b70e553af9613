// The direction in which data flows (docs/architecture.md): a folder imports the kernel and the folders before it.
// Everything else is denied: the rules list what is allowed, per folder, and forbid the rest.
const allowed = {
  kernel: [],
  words: ['kernel'],
  contract: ['kernel', 'words'],
  query: ['kernel', 'words', 'contract'],
  evidence: ['kernel', 'words', 'contract', 'query'],
  attainment: ['kernel', 'words', 'contract', 'query', 'evidence'],
  settlement: ['kernel', 'words', 'contract', 'query', 'evidence', 'attainment'],
  amendment: ['kernel', 'words', 'contract', 'query', 'evidence', 'attainment', 'settlement'],
  // Reads what was settled and computes as settlement does; what it says moves no money, so nothing that moves money reads it.
  outlook: ['kernel', 'words', 'contract', 'query', 'evidence', 'attainment', 'settlement'],
  'term-sheet': ['kernel', 'words', 'contract'],
  gate: ['kernel', 'words', 'contract'],
  // What a form asks for a first contract is what drafting asks.
  forms: ['kernel', 'words', 'contract', 'drafting'],
  intake: ['kernel', 'words', 'contract'],
  // The views that parties see are the queries that are settled on; access ends where the timeline of settlement does.
  provision: ['kernel', 'words', 'contract', 'query', 'settlement'],
  // Computes as settlement does, for whoever has nothing else; it takes no words but its own, since all that it imports goes into verify.mjs.
  bundle: ['kernel', 'words', 'contract', 'query', 'evidence', 'attainment', 'settlement'],
  report: ['kernel', 'words', 'contract', 'evidence', 'attainment', 'settlement', 'outlook', 'amendment', 'gate', 'forms', 'intake', 'provision', 'term-sheet'],
  // What is sent says what is shown: its lines are the report's.
  notification: ['kernel', 'words', 'contract', 'settlement', 'report'],
  media: ['kernel', 'words', 'report'],
  sample: ['kernel', 'words', 'contract'],
  repository: ['kernel', 'words', 'contract'],
  drafting: ['kernel', 'words', 'contract'],
};
const pure = Object.keys(allowed);
// What several verbs share, each above the one before it: of running a contract, of reading a forge, of writing to one.
const belowTheVerbs = ['running', 'reading', 'writing'];
// What a process starts with: the command line, Pulumi's program, Pulumi's policy pack. They wire, and nothing imports them.
const entries = '^src/(cli|shell/pulumi/program|shell/pulumi/policy/pack|shell/verifier/verify)\\.ts$';
// What scripts generate is nobody's room: every pure folder may read it, and it takes nothing but types from them.
const generated = '^src/generated/';
const folders = (names) => `^src/(${names.join('|')})/`;

module.exports = {
  forbidden: [
    ...pure.map((folder) => ({
      name: `${folder}-imports-only-what-comes-before`,
      severity: 'error',
      from: { path: `^src/${folder}/` },
      to: { path: '^src/', pathNot: [folders([folder, ...allowed[folder]]), generated] },
    })),
    {
      name: 'generated-imports-only-types',
      severity: 'error',
      from: { path: generated },
      to: { path: '^src/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-folders-have-no-node',
      comment: 'Clock, environment and I/O stay outside; digests and signature are the exceptions.',
      severity: 'error',
      from: { path: folders(pure), pathNot: '^src/kernel/(canonical|git-blob|hmac)\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'ports-are-types',
      severity: 'error',
      from: { path: '^src/ports/' },
      to: { path: '^src/', pathNot: folders([...pure, 'ports']) },
    },
    {
      name: 'measurement-is-over-the-engines',
      comment: 'The algorithm of measuring asks an engine by its port; what an engine is, it never knows.',
      severity: 'error',
      from: { path: '^src/measurement/' },
      to: { path: '^src/', pathNot: '^src/(measurement|ports|kernel|words|contract|query|evidence)/' },
    },
    {
      name: 'dialects-are-their-engines-own',
      comment: 'Statements are written once, over the Dialect; whose it is, only the engine knows, what is provisioned for one, and a bundle, which has the SQL of both.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(shell|provision|query/dialects)/|^src/bundle/queries\\.ts$' },
      to: { path: '^src/query/dialects/(duckdb|bigquery)\\.ts$' },
    },
    {
      name: 'an-engine-knows-no-other',
      severity: 'error',
      from: { path: '^src/shell/(duckdb|bigquery)/' },
      to: { path: '^src/shell/', pathNot: '^src/shell/$1/' },
    },
    {
      name: 'shell-imports-ports-and-pure-shapes',
      severity: 'error',
      from: { path: '^src/shell/', pathNot: entries },
      to: { path: '^src/', pathNot: '^src/(shell|ports|kernel|words|contract|query|evidence|provision)/' },
    },
    ...belowTheVerbs.map((folder, at) => ({
      name: `${folder}-is-below-the-verbs`,
      severity: 'error',
      from: { path: `^src/${folder}/` },
      to: { path: '^src/', pathNot: folders([...pure, 'ports', ...belowTheVerbs.slice(0, at + 1)]) },
    })),
    {
      name: 'whoever-reads-cannot-write',
      comment: 'Reading takes ForgeReads, writing takes Forge; the types have nothing else.',
      severity: 'error',
      from: { path: '^src/(reading|running)/' },
      to: { path: '^src/ports/(forge-writes|whole-forge)\\.ts$' },
    },
    {
      name: 'settings-are-for-setting-up',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(ports|shell/github)/|^src/reading/(setup-reading|forge-settings|rulesets|settle-run)\\.ts$|^src/commands/run/(setup-github|audit|status)\\.ts$' },
      to: { path: '^src/ports/forge-settings\\.ts$' },
    },
    {
      name: 'the-whole-forge-is-wired-only',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/shell/github/|^src/cli\\.ts$|^src/commands/verb\\.ts$' },
      to: { path: '^src/ports/whole-forge\\.ts$' },
    },
    {
      name: 'commands-declare-and-run',
      comment: 'A verb is its words and what it runs; nothing runs a verb but the command line.',
      severity: 'error',
      from: { path: '^src/commands/[^/]+$' },
      to: { path: '^src/', pathNot: '^src/(commands|running|media|kernel|words|ports)/|^src/report/wrap\\.ts$' },
    },
    {
      name: 'verbs-do-no-io',
      severity: 'error',
      from: { path: '^src/commands/run/' },
      to: { path: '^src/(shell/|commands/[^/]+$|cli\\.ts$)' },
    },
    {
      name: 'only-the-command-line-prints',
      comment: 'What a verb says it gives back, in no format: it knows neither how it is printed nor where.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(cli\\.ts$|program\\.ts$|media/)' },
      to: { path: '^src/media/(?!outcome\\.ts$|formats\\.ts$)' },
    },
    {
      name: 'commands-and-below-have-no-node',
      severity: 'error',
      from: { path: '^src/(commands|running|reading|writing|measurement|ports)/' },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'the-program-is-started-only', severity: 'error', from: { path: '^src/', pathNot: '^src/cli\\.ts$' }, to: { path: '^src/program\\.ts$' } },
    { name: 'nothing-imports-an-entry', severity: 'error', from: { path: '^src/' }, to: { path: entries } },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '^src/cli\\.ts$|^src/generated/' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
