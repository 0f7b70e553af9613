import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { checkBundle, filesNamed } from '../../src/bundle/check-bundle.js';
import { bundleTexts } from '../../src/bundle/make-bundle.js';
import { manifestOf } from '../../src/bundle/manifest.js';
import { documentIn, isBundlePath, MANIFEST, MOST_BYTES, PAGE, VERIFIER } from '../../src/bundle/paths.js';
import { verdictText } from '../../src/bundle/verdict.js';
import { documentShape } from '../../src/contract/document-shape.js';
import type { Evidence } from '../../src/evidence/model.js';
import { digest, digestText, documentText } from '../../src/kernel/canonical.js';
import { bytesOfText, textOfBytes, unzipped, zipOf } from '../../src/kernel/zip.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import type { Statement } from '../../src/settlement/model.js';
import { bodyOf, ledgerTexts, provenanceOf } from '../../src/settlement/seal-statement.js';
import { FAR_BELOW } from '../far-below.js';
import { eventTexts, renderSample, settleSample } from '../settlement/sample-ledger.js';

/** How many single bytes are changed in files, and a quarter as many in a ZIP: BUNDLE_CHANGES=1000. */
const CHANGES = Number(process.env.BUNDLE_CHANGES ?? 40);

/** What accuses a file, as against what does not fit to it any more. */
const ACCUSES: ReadonlySet<string> = new Set([
  ...['missing', 'changed', 'digest', 'form', 'unreadable', 'unlisted', 'unnamed', 'misnames', 'misnames-engine', 'misnames-more'],
  ...['misnames-of', 'of-another', 'uncounted'],
]);

const ledger = settleSample();
const made = bundleOf(ledger);
const limits = { isName: isBundlePath, most: MOST_BYTES };

function bundleOf(entries: readonly LedgerEntry[]): ReadonlyMap<string, string> {
  const last = entries.at(-1);
  if (last === undefined) throw new Error('nothing settled');
  return bundleTexts({
    entries,
    page: ledgerTexts(last, entries.slice(0, -1), renderSample).get(PAGE) ?? '',
    events: eventTexts,
    queries: { duckdb: 'SELECT 1;\n', bigquery: 'SELECT 1;\n' },
    verifier: '// stands for the program\n',
    engine: 'test',
  });
}

const packed = (texts: ReadonlyMap<string, string>) => zipOf(new Map([...texts].map(([path, text]) => [path, bytesOfText(text)])));
const found = (texts: ReadonlyMap<string, string | null>) =>
  checkBundle(texts)?.differences.map(({ what, params }) => `${what} ${params.file}`) ?? 'no bundle';

/** A bundle with some texts put in the place of its own and a manifest to match, as a forger would make it. */
function forged(changes: Readonly<Record<string, string>>, about: Readonly<Record<string, string>> = {}): ReadonlyMap<string, string> {
  const texts = new Map([...made, ...Object.entries(changes)]);
  const { contract, period, engine, statement } = JSON.parse(made.get(MANIFEST) ?? '') as Record<string, string>;
  const named = { contract: contract ?? '', period: period ?? '', engine: engine ?? '', statement: statement ?? '', ...about };
  return texts.set(MANIFEST, documentText(manifestOf(named, texts)));
}

const text = (path: string) => made.get(path) ?? '';

describe('a bundle as it was made', () => {
  it('has the terms, evidence and statements of every period up to its own, the events they counted, and nothing else', () => {
    expect([...made.keys()].sort()).toEqual([
      'VERIFY.md',
      'bundle.json',
      'events/2026-02-20-pay.yaml',
      'events/2026-03-07-dispute.yaml',
      ...['2026-01', '2026-02', '2026-03'].flatMap((period) =>
        ['evidence', 'statement', 'terms'].map((document) => `ledger/${period}/${document}.json`),
      ),
      'sql/bigquery.sql',
      'sql/duckdb.sql',
      'statement.md',
      'verify.mjs',
    ]);
    expect(found(made)).toEqual([]);
  });

  it('of an earlier period has nothing of a later one', () => {
    const first = bundleOf(ledger.slice(0, 1));
    expect([...first.keys()].filter((path) => path.includes('2026-02') || path.includes('2026-03'))).toEqual([]);
    expect(found(first)).toEqual([]);
  });

  // 3,000 + 5% and 7% of what is known, floor 4,000, 6% tax: 4,240.00, as tests/settlement/verify.test.ts has it.
  it('prints every line with what comes out again, in both languages', () => {
    const checked = checkBundle(made);
    if (checked === null) throw new Error('unreadable');
    expect(checked.lines.map(({ line, again, difference }) => [line.id, line.amount, again?.amount, difference])).toEqual(
      ledger.at(-1)?.statement.lines.map(({ id, amount }) => [id, amount, amount, null]),
    );
    const { digest: own } = ledger.at(-1)?.statement ?? { digest: '' };
    const said = verdictText(checked, 'en').split('\n');
    expect(said.slice(0, 3)).toEqual(['test-relationship 2026-03', '', 'base             3,000.00 USD  same']);
    // 4,452.00 + 4,202.90 + 4,240.00 − 4,000.00
    expect(said.slice(-7)).toEqual([
      'Total            4,240.00 USD  same',
      'Payment balance  8,894.90 USD  same',
      '',
      'Same: every line comes out again from the terms, the evidence and the events of this bundle (3 statements, 2026-01 to 2026-03).',
      `Digest of this statement: ${own}`,
      'Compare it with the statement in the repository or its pull request: only then do you know that this is the one that was settled.',
      '',
    ]);
    expect(verdictText(checked, 'zh')).toContain(
      '一致：凭本包中的条款、取数底稿与事件，重算出的每一行都相同（共 3 份结算单，2026-01 至 2026-03）。',
    );
  });

  it('is the same ZIP whatever the order of its files', () => {
    const zip = packed(made);
    expect(Buffer.from(packed(new Map([...made].reverse()))).equals(Buffer.from(zip))).toBe(true);
    const files = unzipped(zip, limits);
    expect(typeof files === 'string' ? files : new Map([...files].map(([path, bytes]) => [path, textOfBytes(bytes)]))).toEqual(
      new Map([...made].sort(([a], [b]) => (a < b ? -1 : 1))),
    );
  });
});

describe('what a bundle may hold', () => {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, keywords: ['description-zh'] });
  const isManifest = ajv.compile(JSON.parse(readFileSync(new URL('../../schemas/bundle.schema.json', import.meta.url), 'utf8')));
  const manifest = JSON.parse(text(MANIFEST)) as { readonly files: readonly { readonly path: string }[] };

  it('is closed: its manifest by its schema, each document by its own', () => {
    expect(isManifest(manifest), JSON.stringify(isManifest.errors)).toBe(true);
    expect(manifest.files.map(({ path }) => path)).toEqual([...made.keys()].filter((path) => path !== MANIFEST).sort());
    for (const { period } of ledger.map(({ statement }) => statement)) {
      for (const kind of ['terms', 'evidence', 'statement'] as const)
        expect(documentShape(kind, JSON.parse(text(documentIn(period, kind))))).toBe(null);
    }
  });

  test.each(['rows.csv', 'data/orders.csv', 'events/../secret.yaml', 'ledger/2026-01/rows.json', '/etc/passwd', 'statement.html'])(
    'has no %s',
    (path) => {
      expect(isBundlePath(path)).toBe(false);
      expect(isManifest({ ...manifest, files: [{ path, digest: digest(1) }] })).toBe(false);
      expect(filesNamed(JSON.stringify({ ...manifest, files: [{ path, digest: digest(1) }] }))).toBe(null);
    },
  );

  test.each(['rows', 'agreement', 'user'])('has no field %s', (field) => {
    expect(isManifest({ ...manifest, [field]: [1] })).toBe(false);
  });

  it('names no account of those who approved: the statement is the same without them', () => {
    const agreement = { pullRequest: 7, head: 'a'.repeat(40), approvals: [{ user: 40_960_001, at: '2026-01-02T03:04:05Z' }] };
    const approved = ledger.map((entry) => {
      const { checksum: _, ...fields } = entry.statement.provenance;
      return { ...entry, statement: { ...entry.statement, provenance: provenanceOf({ ...fields, agreement }) } };
    });
    const bundle = bundleOf(approved);
    expect([...bundle.values()].filter((each) => /40960001|approvals/.test(each))).toEqual([]);
    expect(bundle).toEqual(made);
  });
});

describe('a single byte', () => {
  it(`is found wherever it is changed (${CHANGES} in files, a quarter as many in the ZIP)`, { timeout: CHANGES > 40 ? 0 : 60_000 }, () => {
    const paths = [...made.keys()];
    const zip = packed(made);
    const passed: string[] = [];
    const change = fc.record({ path: fc.nat(), at: fc.nat(), by: fc.integer({ min: 1, max: 255 }) });
    fc.assert(
      fc.property(change, ({ path: index, at, by }) => {
        const path = paths[index % paths.length] ?? '';
        const bytes = bytesOfText(text(path)).map((byte, place, { length }) => (place === at % length ? (byte + by) % 256 : byte));
        const texts = new Map<string, string | null>([...made, [path, textOfBytes(bytes)]]);
        const differences = checkBundle(texts)?.differences ?? null;
        if (differences?.length === 0) passed.push(`${path} ${at} ${by}`);
        // no other file is said to be changed, gone, unreadable or of another contract
        const accused = differences?.find(({ what, params: { file } }) => ACCUSES.has(what) && file !== path);
        if (accused !== undefined) passed.push(`${path} ${at} ${by}: ${accused.what} ${accused.params.file}`);
        if (by % 4 !== 0) return;
        const spoilt = zip.map((byte, place) => (place === at % zip.length ? (byte + by) % 256 : byte));
        const files = unzipped(spoilt, limits);
        if (typeof files !== 'string') passed.push(`ZIP ${at} ${by}`);
      }),
      { numRuns: CHANGES, seed: 20261128 },
    );
    expect(passed).toEqual([]);
  });
});

describe('a bundle that was made anew around a change', () => {
  const statementOf = (period: string) => JSON.parse(text(documentIn(period, 'statement'))) as Statement;
  const sealed = (statement: Statement) => documentText({ ...statement, digest: digest(bodyOf(statement)) });

  it('with another amount: says where, what is there and what comes out', () => {
    const statement = statementOf('2026-03');
    const paid = { ...statement, total: '9999.00' };
    const bundle = forged({ [documentIn('2026-03', 'statement')]: sealed(paid) }, { statement: digest(bodyOf(paid)) });
    const checked = checkBundle(bundle);
    expect(checked?.differences).toEqual([
      {
        what: 'computed',
        params: { file: 'ledger/2026-03/statement.json', pointer: '/total', found: '"9999.00"', expected: '"4240.00"' },
      },
    ]);
    if (checked !== null) {
      expect(verdictText(checked, 'en')).toContain(
        'First difference: ledger/2026-03/statement.json says "9999.00" at /total; computed again it is "4240.00".',
      );
      expect(verdictText(checked, 'zh')).toContain('在 /total 处写的是 "9999.00"，重算结果为 "4240.00"。');
    }
  });

  it('that cannot be read any more accuses that file alone', () => {
    const path = 'events/2026-02-20-pay.yaml';
    const spoilt = (file: string, change: (before: string) => string) => found(new Map([...made, [file, change(text(file))]]));
    expect(spoilt(path, (before) => before.replace('reference', 'referencb'))).toEqual([`changed ${path}`]);
    const terms = documentIn('2026-02', 'terms');
    expect(spoilt(terms, (before) => before.slice(1))).toEqual([`changed ${terms}`]);
    const statement = documentIn('2026-03', 'statement');
    // an event by a name that none has
    expect(spoilt(statement, (before) => before.replace('-dispute.yaml', '-dispuse.yaml'))).not.toContain(
      'missing events/2026-03-07-dispuse.yaml',
    );
    expect(spoilt(statement, (before) => before.replace('-dispute.yaml', '-dispuse.yaml'))[0]).toBe(`changed ${statement}`);
    expect(found(new Map([...made].filter(([each]) => each !== path)))).toEqual([`missing ${path}`]);
  });

  it('in the manifest accuses the manifest: its engine, or a digest that the file itself and the page bear out', () => {
    const inManifest = (change: (before: string) => string) => {
      expect(change(text(MANIFEST))).not.toBe(text(MANIFEST));
      return checkBundle(new Map([...made, [MANIFEST, change(text(MANIFEST))]]))?.differences;
    };
    expect(inManifest((before) => before.replace('"engine": "test"', '"engine": "tess"'))).toEqual([
      { what: 'misnames-engine', params: { file: MANIFEST, found: 'tess' } },
    ]);
    for (const file of [documentIn('2026-01', 'evidence'), PAGE, 'VERIFY.md', VERIFIER]) {
      const own = digestText(text(file));
      const other = own.endsWith('0') ? `${own.slice(0, -1)}1` : `${own.slice(0, -1)}0`;
      expect(inManifest((before) => before.replace(own, other))).toEqual([{ what: 'misnames', params: { file: MANIFEST, of: file } }]);
      // and where both say another thing, the file
      expect(found(new Map([...made, [file, `${text(file)} `]]))[0]).toBe(`changed ${file}`);
    }
    const march = ledger.at(-1)?.statement.digest ?? '';
    expect(
      inManifest((before) =>
        before.replace(
          march,
          march.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
        ),
      ),
    ).toEqual([{ what: 'misnames', params: { file: MANIFEST, of: documentIn('2026-03', 'statement') } }]);
  });

  it('in the manifest accuses no other file: one that it does not name any more, one that it names, what it is of', () => {
    const inManifest = (change: (manifest: { files: { path: string }[]; period: string }) => object) =>
      checkBundle(new Map([...made, [MANIFEST, documentText(change(JSON.parse(text(MANIFEST))))]]))?.differences;
    for (const of of [
      documentIn('2026-01', 'evidence'),
      documentIn('2026-03', 'statement'),
      PAGE,
      'VERIFY.md',
      VERIFIER,
      'sql/duckdb.sql',
    ]) {
      const without = inManifest((manifest) => ({ ...manifest, files: manifest.files.filter(({ path }) => path !== of) }));
      expect(without).toEqual([{ what: 'unnamed', params: { file: MANIFEST, of } }]);
    }
    const of = 'events/2026-01-01-more.yaml';
    expect(inManifest((manifest) => ({ ...manifest, files: [...manifest.files, { path: of, digest: digest(1) }] }))).toEqual([
      { what: 'misnames-more', params: { file: MANIFEST, of } },
    ]);
    expect(inManifest((manifest) => ({ ...manifest, period: '2026-02' }))).toEqual([
      { what: 'misnames-of', params: { file: MANIFEST, found: 'test-relationship 2026-02', expected: 'test-relationship 2026-03' } },
    ]);
  });

  it('in an event accuses no statement that counted it', () => {
    const path = 'events/2026-02-20-pay.yaml';
    expect(found(new Map([...made, [path, `${text(path)} `]]))).toEqual([`changed ${path}`]);
  });

  it('names line ends as the cause where they are all that differs', () => {
    const mailed = new Map(
      [...made].map(([file, each]) => [file, file === MANIFEST || each === null ? each : each.replaceAll('\n', '\r\n')]),
    );
    const ended = [...made].flatMap(([file, each]) => (file !== MANIFEST && each?.includes('\n') ? [`line-ends ${file}`] : []));
    expect(ended).toContain(`line-ends ${PAGE}`);
    expect([...found(mailed)].sort()).toEqual(ended.sort());
    // another word besides is another text
    expect(found(new Map([...made, [PAGE, `${text(PAGE).replaceAll('\n', '\r\n')}x`]]))).toEqual([`changed ${PAGE}`]);
  });

  it('says once that an event was changed, and to pay nothing by it', () => {
    const path = 'events/2026-02-20-pay.yaml';
    const checked = checkBundle(new Map([...made, [path, `${text(path)}# `]]));
    if (checked === null) throw new Error('unreadable');
    const said = verdictText(checked, 'en');
    expect(said.split(`${path} has been changed: its digest is another.`)).toHaveLength(2);
    expect(said).toContain('\nNo engine writes a bundle like this: neither pay nor sign by it. Ask whoever sent it for it again,');
    expect(said).not.toContain('only then do you know');
    expect(verdictText(checked, 'zh')).toContain('\n结算引擎不会写出这样的核对包，请勿据此付款或签认：');
  });

  it('with another line: the line differs, with what it is', () => {
    const statement = statementOf('2026-03');
    const lines = statement.lines.map((line, at) => (at === 0 ? { ...line, amount: '3500.00' } : line));
    const checked = checkBundle(forged({ [documentIn('2026-03', 'statement')]: sealed({ ...statement, lines }) }));
    expect(checked === null ? '' : verdictText(checked, 'en')).toContain(
      'base             3,500.00 USD  differs: computed again: 3,000.00 USD',
    );
  });

  it('with other evidence: a line of the same amount says in what it came about otherwise, one that is not in it shifts no other', () => {
    const march = statementOf('2026-03');
    const lines = march.lines.map((line, at) => (at === 0 ? { ...line, trace: { ...line.trace, rounded: '3000.01' } } : line));
    const same = checkBundle(forged({ [documentIn('2026-03', 'statement')]: sealed({ ...march, lines }) }));
    if (same === null) throw new Error('unreadable');
    expect(verdictText(same, 'en')).toContain(
      'base             3,000.00 USD  differs: the amount is the same, but /trace/rounded says "3000.01"; computed again it is "3000.00"\n',
    );
    expect(verdictText(same, 'zh')).toContain(
      'base            3,000.00 USD  不一致：金额相同，但 /trace/rounded 处写的是 "3000.01"，重算结果为 "3000.00"\n',
    );
    const fewer = checkBundle(forged({ [documentIn('2026-03', 'statement')]: sealed({ ...march, lines: march.lines.slice(1) }) }));
    expect(fewer?.lines.map(({ difference }) => difference)).toEqual(march.lines.slice(1).map(() => null));
  });

  it('with other terms, evidence or events', () => {
    const terms = text(documentIn('2026-03', 'terms')).replace('"0.07"', '"0.09"');
    expect(found(forged({ [documentIn('2026-03', 'terms')]: terms }))).toContain('digest ledger/2026-03/terms.json');
    const evidence = text(documentIn('2026-01', 'evidence')).replace('"20000"', '"30000"');
    expect(found(forged({ [documentIn('2026-01', 'evidence')]: evidence }))).toContain('digest ledger/2026-01/evidence.json');
    const event = text('events/2026-02-20-pay.yaml').replace('4000', '9000');
    expect(found(forged({ 'events/2026-02-20-pay.yaml': event }))).toContain('changed events/2026-02-20-pay.yaml');
    expect(found(forged({ 'events/2026-03-01-more.yaml': event }))).toEqual(['uncounted events/2026-03-01-more.yaml']);
    expect(found(forged({ [PAGE]: '# Pay more\n' }))).toEqual(['changed statement.md']);
  });

  it('without an earlier period, of another period, or with a document that is none', () => {
    const without = new Map([...made].filter(([path]) => !path.startsWith('ledger/2026-01/')));
    const { contract = '', period = '', engine = '', statement = '' } = JSON.parse(text(MANIFEST)) as Record<string, string>;
    const cut = new Map([...without, [MANIFEST, documentText(manifestOf({ contract, period, engine, statement }, without))]]);
    expect(found(cut)).toContain('chain ledger/2026-02/statement.json');
    expect(found(cut)).toContain('ledger-gap ledger/2026-02/statement.json');
    expect(found(forged({}, { period: '2026-02' }))).toEqual(['misnames-of bundle.json']);
    expect(found(forged({ [documentIn('2026-02', 'terms')]: '[]\n' }))).toContain('unreadable ledger/2026-02/terms.json');
    expect(found(forged({ [documentIn('2026-02', 'terms')]: '{}\n' }))).toContain('unreadable ledger/2026-02/terms.json');
    for (const broken of [
      '{}\n',
      documentText({ ...statementOf('2026-03'), events: null }),
      documentText({ ...statementOf('2026-03'), lines: [1] }),
    ])
      expect(found(forged({ [documentIn('2026-03', 'statement')]: broken }))).toContain('unreadable ledger/2026-03/statement.json');
  });

  it('whose statement was made before its period was due, or leaves out an event that was counted, its digests to match', () => {
    const march = statementOf('2026-03');
    const forgedMarch = (statement: Statement) => found(forged({ [documentIn('2026-03', 'statement')]: sealed(statement) }));
    expect(forgedMarch({ ...march, asOf: '2026-03-20' })).toContain('ledger-not-due ledger/2026-03/statement.json');
    const left = forgedMarch({ ...march, events: march.events.slice(1) });
    expect(left).toContain('ledger-event-left-out ledger/2026-03/statement.json');
  });

  it('whose evidence says another thing than its statement of what nothing is computed with', () => {
    const evidence = JSON.parse(text(documentIn('2026-03', 'evidence'))) as Evidence;
    const march = statementOf('2026-03');
    const forgedMarch = (changed: Evidence) =>
      checkBundle(
        forged({
          [documentIn('2026-03', 'evidence')]: documentText(changed),
          [documentIn('2026-03', 'statement')]: sealed({ ...march, evidenceDigest: digest(changed) }),
        }),
      )?.differences.filter(({ what }) => what === 'evidence-of');
    const file = 'ledger/2026-03/evidence.json';
    expect(forgedMarch({ ...evidence, asOf: '2026-05-01' })).toEqual([
      { what: 'evidence-of', params: { file, pointer: '/asOf', found: '2026-05-01', expected: '≤ 2026-04-05' } },
    ]);
    const periods = evidence.periods.map((each) => ({ ...each, terms: digest('another deal') }));
    expect(forgedMarch({ ...evidence, periods })?.map(({ params }) => params.pointer)).toEqual([
      '/periods/0/terms',
      '/periods/1/terms',
      '/periods/2/terms',
    ]);
  });

  // Each took from seconds to minutes before anything was said.
  test.each<[string, string, string]>([
    ['an event of five million lines', 'events/2026-02-20-pay.yaml', '\n'.repeat(5_000_000)],
    ['an event of half a million fields', 'events/2026-02-20-pay.yaml', Array.from({ length: 500_000 }, (_, at) => `k${at}: 1`).join('\n')],
    [
      'terms with a number without end',
      documentIn('2026-01', 'terms'),
      text(documentIn('2026-01', 'terms')).replace('"3000"', `"${'3'.repeat(100_000)}"`),
    ],
    ['evidence of a hundred million bytes', documentIn('2026-01', 'evidence'), `{"x":"${'x'.repeat(100_000_000)}"}\n`],
  ])('with %s: says so at once', (_, path, changed) => {
    const bundle = forged({ [path]: changed });
    const before = performance.now();
    expect(found(bundle)).toEqual([`too-large ${path}`]);
    expect(performance.now() - before).toBeLessThan(FAR_BELOW);
  });

  it('lacks a file', () => {
    const without = new Map(made);
    without.delete(VERIFIER);
    expect(found(without)).toEqual(['missing verify.mjs']);
  });

  test.each([PAGE, 'events/2026-02-20-pay.yaml', documentIn('2026-02', 'terms')])('says once that %s is missing, or no text', (path) => {
    const ofPath = (texts: ReadonlyMap<string, string | null>) =>
      checkBundle(texts)?.differences.flatMap(({ what, params }) => (params.file === path ? [what] : []));
    expect(ofPath(new Map([...made].filter(([each]) => each !== path)))).toEqual(['missing']);
    expect(ofPath(new Map([...made, [path, null]]))).toEqual(['changed']);
  });

  it('has one file too many, or says nothing of what it is', () => {
    expect(found(new Map([...made, ['events/2026-01-01-x.yaml', '']]))).toContain('unlisted events/2026-01-01-x.yaml');
    expect(found(new Map([...made, [MANIFEST, '{}']]))).toBe('no bundle');
    expect(found(new Map([...made, [MANIFEST, null]]))).toBe('no bundle');
  });

  it('has a period beside it that it does not name: told, and its own is computed again as without', () => {
    const beside = (['terms', 'evidence', 'statement'] as const).map(
      (each) => [documentIn('2026-04', each), made.get(documentIn('2026-03', each)) ?? ''] as const,
    );
    const { differences, ...checked } = checkBundle(new Map([...made, ...beside])) ?? {};
    expect(differences?.map(({ what, params }) => `${what} ${params.file}`).sort()).toEqual(
      beside.map(([path]) => `unlisted ${path}`).sort(),
    );
    const { differences: none, ...whole } = checkBundle(made) ?? {};
    expect([none, checked]).toEqual([[], whole]);
  });

  it('has names that move no cursor and turn no text round', () => {
    const statement = statementOf('2026-03');
    const lines = statement.lines.map((line, at) => (at === 0 ? { ...line, id: 'base\u001b[2J\u202e' } : line));
    const checked = checkBundle(
      forged({ [documentIn('2026-03', 'statement')]: sealed({ ...statement, lines }) }, { contract: 'x\u0007\n' }),
    );
    const said = checked === null ? '' : verdictText(checked, 'en');
    expect(said).toContain('base⟨U+001B⟩[2J⟨U+202E⟩');
    expect(said.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202e/u);
  });
});

/** A ZIP in which a name is another of the same length. */
function renamed(zip: Uint8Array, from: string, to: string): Uint8Array {
  return new Uint8Array(Buffer.from(Buffer.from(zip).toString('latin1').replaceAll(from, to), 'latin1'));
}

describe('a ZIP that is no bundle', () => {
  const small = { isName: (name: string) => /^[a-z]+\/?[a-z]*\.txt$/.test(name), most: 1000 };
  const zip = (files: Readonly<Record<string, Uint8Array>>) => zipSync(files, { mtime: '1980-01-01T12:00:00', level: 9 });

  test.each<[string, Uint8Array, string]>([
    ['a name that leads out of the folder', zip({ '../a.txt': bytesOfText('x') }), 'name'],
    ['an absolute name', zip({ '/etc/a.txt': bytesOfText('x') }), 'name'],
    ['a drive', zip({ 'c:a.txt': bytesOfText('x') }), 'name'],
    ['a name of the language', renamed(zip({ 'abcde.txt': bytesOfText('x') }), 'abcde.txt', '__proto__'), 'name'],
    ['more than it may hold', zip({ 'a.txt': new Uint8Array(1001) }), 'size'],
    ['another day', zipSync({ 'a.txt': bytesOfText('x') }, { mtime: '2026-01-01T12:00:00', level: 9 }), 'form'],
    ['no ZIP', bytesOfText('PK\u0003\u0004'), 'cut'],
    ['bytes after its end', new Uint8Array([...zip({ 'a.txt': bytesOfText('x') }), 0]), 'form'],
  ])('%s', (_, bytes, refusal) => {
    expect(unzipped(bytes, small)).toBe(refusal);
  });

  it('a name twice', () => {
    expect(unzipped(renamed(zip({ 'a.txt': bytesOfText('x'), 'b.txt': bytesOfText('y') }), 'b.txt', 'a.txt'), small)).toBe('name');
  });

  it('one that is', () => {
    expect(unzipped(zip({ 'a/b.txt': bytesOfText('x') }), small)).toEqual(new Map([['a/b.txt', bytesOfText('x')]]));
  });
});
