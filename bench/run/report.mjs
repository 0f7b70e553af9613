import { RIVALS, TOGETHER } from '../score/compare.mjs';

/**
 * How many times faster than each rival scoring is to be, how many times longer than one contract several, and than the least a check and
 * a start may take, how many statements a second of one core replays, and in how much memory a year of a hundred contracts is verified.
 */
const GOALS = { a: 2, b: 15, 'b′': 15, c: 2, together: 1.2, check: 1.5, start: 2.5, statements: 1000, verifyMegabytes: 300 };

const times = (ratio) => `${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(2)} ×`;
const met = (yes) => (yes ? 'met' : '**not met**');
const seconds = (figures) => (figures.seconds < 1 ? `${(figures.seconds * 1000).toFixed(0)} ms` : `${figures.seconds.toFixed(2)} s`);
const spread = (figures) => (figures.runs < 2 ? 'one run' : `${figures.fastest.toFixed(2)}–${figures.slowest.toFixed(2)} s`);
const processor = (figures) => `${figures.cpuSeconds.toFixed(2)} s`;
const megabytes = (figures) => `${figures.peakMegabytes.toFixed(0)} MB`;
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** Every rival of a scenario: how many times longer it took, and whether it is the one of its letter that counts. */
function verdicts({ figures }) {
  const present = RIVALS.filter((rival) => figures[rival.id] !== undefined);
  return present.map((rival) => {
    const own = figures[rival.id];
    const ratio = own.seconds / figures.concord.seconds;
    const alike = present.filter((other) => other.letter === rival.letter);
    return {
      rival,
      figures: own,
      ratio,
      processorRatio: own.cpuSeconds / figures.concord.cpuSeconds,
      counts: alike.every((other) => figures[other.id].seconds >= own.seconds),
      met: ratio >= GOALS[rival.letter],
    };
  });
}

function scoreSection(scenarios) {
  const parts = [
    `## Scoring ${scenarios[0].rows.toLocaleString('en')} orders`,
    `One contract: 12 KPIs on 13 measures (one an exact distinct count) over 12 months, of one Parquet file with ${scenarios[0].rows.toLocaleString('en')} orders of 14 months.
\`concord score\` as a whole process (parsing and checking the contract, measuring all twelve months, settling and scoring them) against
programs that only measure. All of them look at the same things: latest event, repeated keys within and across months, rows without a day,
missing amounts. Each leaves threads and memory to the same version of the engine, reads a file that is in the file cache, and gave the same
numbers before its time counted, also on orders with repeated keys and missing amounts. *Ratio* is the rival's time ÷ Concord's; the ratio of
processor time depends less on what else the machine does. Of the two ways to write (a), the faster counts. (b) compares the month of every
row, as tools that know only months do; (b′) compares the bare column with the month's first instants, so that the engine skips most of the
file and all queries together read little more than one does.`,
  ];
  for (const scenario of scenarios) {
    const rows = verdicts(scenario).map(({ rival, figures, ratio, processorRatio, counts, met: yes }) => [
      `(${rival.letter}) ${rival.title}`,
      times(ratio),
      `≥ ${GOALS[rival.letter]} ×`,
      counts ? met(yes) : 'the other counts',
      times(processorRatio),
      seconds(figures),
      spread(figures),
      processor(figures),
      megabytes(figures),
    ]);
    const ours = scenario.figures.concord;
    const own = ['`concord score`', '1 ×', '', '', '1 ×', seconds(ours), spread(ours), processor(ours), megabytes(ours)];
    parts.push(
      `### ${scenario.title}`,
      table(
        ['program', 'ratio', 'goal', '', 'of processor time', 'this machine’s median', 'fastest–slowest', 'processor time', 'peak memory'],
        [own, ...rows],
      ),
    );
  }
  return [...parts, ...togetherSection(scenarios)];
}

function togetherSection(scenarios) {
  const rows = scenarios.map(({ title, figures: { concord, together } }) => {
    const ratio = together.cpuSeconds / concord.cpuSeconds;
    const own = [times(ratio), `≤ ${GOALS.together} ×`, met(ratio <= GOALS.together), times(together.seconds / concord.seconds)];
    return [title, ...own, processor(together), processor(concord), seconds(together), megabytes(together)];
  });
  return [
    `## ${TOGETHER} contracts on ${scenarios[0].rows.toLocaleString('en')} orders`,
    `\`concord score --all\` of ${TOGETHER} contracts on that one fact, each with targets and fees of its own, against the one above: whole processes, both
with all twelve months measured and settled. What they read is read once; *ratio* is the processor time of all ÷ that of one. It is a ratio
for facts of this size: with fewer rows the settling of each contract, which no other contract shares, weighs more.`,
    table(['', 'ratio', 'goal', '', 'of time', 'processor time', 'of one', 'this machine’s median', 'peak memory'], rows),
  ];
}

function checkSection(check) {
  const ratio = check.concord.seconds / check.bare.seconds;
  return [
    `## Checking ${check.contracts.toLocaleString('en')} contracts`,
    `Contracts with definitions and events, in memory: \`concord check\` (positions, exact decimals, schemas, rules across fields and files, lint,
issues as JSON) against \`yaml\`'s \`parse\` and compiled \`ajv\` validators of the same files. *Ratio* is Concord's time ÷ that.`,
    table(
      ['program', 'ratio', 'goal', '', 'this machine’s median', 'fastest–slowest', 'processor time', 'peak memory'],
      [
        [
          '`concord check`',
          times(ratio),
          `≤ ${GOALS.check} ×`,
          met(ratio <= GOALS.check),
          seconds(check.concord),
          spread(check.concord),
          processor(check.concord),
          megabytes(check.concord),
        ],
        ['YAML and ajv alone', '1 ×', '', '', seconds(check.bare), spread(check.bare), processor(check.bare), megabytes(check.bare)],
      ],
    ),
  ];
}

function replaySection({ contracts, statements, lines, trueUps, replay, settling, verify, long }) {
  const rate = (figures) => {
    const found = Math.round(statements / figures.cpuSeconds);
    return [`${found.toLocaleString('en')} / s`, `≥ ${GOALS.statements.toLocaleString('en')} / s`, met(found >= GOALS.statements)];
  };
  const place = (name, { first, twelfth, last, twelfthToFull, lastToFull }) => [
    name,
    `${first.toFixed(1)} ms`,
    times(twelfth),
    times(last),
    times(twelfthToFull),
    times(lastToFull),
  ];
  return [
    `## Replaying ${statements.toLocaleString('en')} statements`,
    `${contracts} contracts settled month by month for a year: ${lines.toLocaleString('en')} lines, ${trueUps.toLocaleString('en')} of them true-ups. A replay
parses and validates every file of the ledger, settles each statement again from its evidence and compares all bytes. *Statements* are those of a second
of one core (processor time). \`concord verify\` is the whole process on a git repository in
which each statement came with a commit of its own: reading and checking the contracts and their history too.`,
    table(
      ['', 'statements', 'goal', '', 'this machine’s median', 'fastest–slowest', 'processor time'],
      [
        ['replay', ...rate(replay), seconds(replay), spread(replay), processor(replay)],
        ['settling, without measuring', ...rate(settling), seconds(settling), spread(settling), processor(settling)],
        ['`concord verify`', ...rate(verify), seconds(verify), spread(verify), processor(verify)],
      ],
    ),
    `Peak memory of \`concord verify\`: ${megabytes(verify)} (at most ${GOALS.verifyMegabytes} MB: ${met(verify.peakMegabytes <= GOALS.verifyMegabytes)}).`,
    `What a late statement costs beside an early one: ${long.contracts} contracts of ${long.months} months in one run, medians of the second half of them. The
first statement measures one month, the fifth is the first that measures a whole window of four. Peak memory ${Math.round(long.peakMegabytes)} MB.`,
    table(
      ['', 'first', 'twelfth ÷ first', `${long.months}th ÷ first`, 'twelfth ÷ fifth', `${long.months}th ÷ fifth`],
      [place('settling', long.settle), place('replay', long.replay)],
    ),
  ];
}

function startSection({ concord, node }) {
  const ratio = concord.seconds / node.seconds;
  return [
    '## Cold start',
    `\`concord check\` of one contract, from the start of the process to its end, against a Node process that does nothing. *Ratio* is Concord’s
time ÷ Node’s. Neither reads certificates of the environment (\`NODE_EXTRA_CA_CERTS\`), which take an empty Node longer than all it does.`,
    table(
      ['program', 'ratio', 'goal', '', 'this machine’s median', 'fastest–slowest'],
      [
        ['`concord check`', times(ratio), `≤ ${GOALS.start} ×`, met(ratio <= GOALS.start), seconds(concord), spread(concord)],
        ['`node -e 0`', '1 ×', '', '', seconds(node), spread(node)],
      ],
    ),
  ];
}

/** How many times longer than the engine's own reader a declared file may take to be read, and most that a workbook may take. */
const FILE_GOALS = { reading: 1.3, sheetSeconds: 15, sheetMegabytes: 1000 };

function filesSection({ megabytes, rows, duckdb, reading, concord, sheet }) {
  const line = (title, figures, goal, yes) => [
    title,
    figures === sheet ? '' : times(figures.seconds / duckdb.seconds),
    figures === sheet ? '' : times(figures.cpuSeconds / duckdb.cpuSeconds),
    goal,
    yes === null ? '' : met(yes),
    seconds(figures),
    spread(figures),
    processor(figures),
    `${figures.peakMegabytes.toFixed(0)} MB`,
  ];
  const sheetMet = sheet.seconds < FILE_GOALS.sheetSeconds && sheet.peakMegabytes < FILE_GOALS.sheetMegabytes;
  return [
    '## Reading exports',
    `Text of ${megabytes.toLocaleString('en')} MB with two lines above its header and grouped numbers: three of its columns into a table of text, by DuckDB's own
reader and by Concord's, which looks at the whole file by itself before it lets the engine read it; then a whole measurement of it (types, repeated
keys, days). A workbook of ${rows.toLocaleString('en')} rows, measured. Whole processes; *ratio* is the time ÷ that of DuckDB's own reader.`,
    table(
      ['program', 'ratio', 'of processor time', 'goal', '', 'this machine’s median', 'fastest–slowest', 'processor time', 'peak memory'],
      [
        line('DuckDB’s `read_csv`', duckdb, '', null),
        line('reading with `format`', reading, `≤ ${FILE_GOALS.reading} ×`, reading.seconds / duckdb.seconds <= FILE_GOALS.reading),
        line('measuring', concord, '', null),
        line('workbook', sheet, `< ${FILE_GOALS.sheetSeconds} s, 1 GB`, sheetMet),
      ],
    ),
  ];
}

/** Processor time that the pages of a hundred contracts are to take, and how large one may be. */
const SITE_GOALS = { cpuSeconds: 5, bytes: 60_000 };

function siteSection({ contracts, periods, pages, largest, site }) {
  const { cpuSeconds, bytes } = SITE_GOALS;
  return [
    '## Pages',
    `\`concord site --settled\` of ${contracts} generated contracts that were settled for ${periods} months each: ${pages} pages in both languages, the whole process.`,
    table(
      ['', 'goal', '', 'this machine’s median'],
      [
        ['processor time', `≤ ${cpuSeconds} s`, met(site.cpuSeconds <= cpuSeconds), processor(site)],
        ['time', '', '', seconds(site)],
        ['peak memory', '', '', megabytes(site)],
        ['largest page', `≤ ${bytes / 1000} kB`, met(largest <= bytes), `${(largest / 1000).toFixed(1)} kB`],
      ],
    ),
  ];
}

/** The report: ratios first; absolute times are those of the machine it names. */
export function renderReport({ machine, versions, score, check, replay, start, files, site }) {
  const parts = [
    '# Benchmarks',
    `Made by \`npm run bench\`, which generates its data, builds the engine and writes this file. Ratios are what to look at; absolute times are those of
one machine: ${machine.cores} cores, ${machine.memoryGigabytes} GB of memory, Node ${machine.node}, DuckDB ${versions.duckdb}, Malloy ${versions.malloy}.
Competitors run in turns, each once before anything counts; times are medians. When it began, ${machine.loadBefore.toFixed(1)} other processes wanted to
run on the machine${machine.loadBefore > machine.cores / 2 ? ': absolute times are too long, and of the ratios only those of processor time are to be relied on' : ''}.`,
    ...(score === undefined ? [] : scoreSection(score)),
    ...(check === undefined ? [] : checkSection(check)),
    ...(replay === undefined ? [] : replaySection(replay)),
    ...(start === undefined ? [] : startSection(start)),
    ...(files === undefined ? [] : filesSection(files)),
    ...(site === undefined ? [] : siteSection(site)),
  ];
  return `${parts.join('\n\n')}\n`;
}
