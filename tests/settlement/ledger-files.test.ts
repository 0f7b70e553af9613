import { describe, expect, it } from 'vitest';
import { digestText } from '../../src/kernel/canonical.js';
import { type LedgerFolder, type ReadBefore, readEntry, readLedger } from '../../src/settlement/ledger-files.js';
import { ledgerTexts, sealStatement } from '../../src/settlement/seal-statement.js';
import { describe as describeIssue } from '../../src/words/issue.js';

const DOCUMENTS = { 'terms.json': '{"a":1}', 'evidence.json': '{"b":2}', 'statement.json': '{"period":"2026-01"}', 'statement.md': 'x' };
const folder = (more: Readonly<Record<string, string | null>> = {}): LedgerFolder => ({
  ...{ period: '2026-01', path: 'ledger/2026-01' },
  files: new Map(Object.entries({ ...DOCUMENTS, ...more }).flatMap(([file, text]) => (text === null ? [] : [[file, text] as const]))),
});
const read = (of: LedgerFolder, known?: ReadBefore, withEvidence?: boolean) => readEntry(of, () => null, known, withEvidence);
const told = (of: LedgerFolder) => read(of).issues.map(({ code, at: { path }, params }) => [code, path, params.problem ?? '-'].join(' '));

describe('a folder of the ledger', () => {
  it('is read as it is', () => {
    expect(read(folder())).toEqual({ entry: { terms: { a: 1 }, evidence: { b: 2 }, statement: { period: '2026-01' } }, issues: [] });
  });

  it('lacks a file, which says nothing of what would be in it', () => {
    for (const file of Object.keys(DOCUMENTS))
      expect(told(folder({ [file]: null }))).toEqual([`ledger-file-missing ledger/2026-01/${file} -`]);
    for (const file of ['terms.json', 'evidence.json', 'statement.json']) expect(read(folder({ [file]: null })).entry).toBeNull();
    expect(read(folder({ 'statement.md': null })).entry).not.toBeNull();
  });

  it('says nothing of evidence that was not read, whatever else it lacks', () => {
    const unread = (gone: Readonly<Record<string, string | null>>) => read(folder({ 'evidence.json': '', ...gone }), undefined, false);
    expect(unread({}).issues).toEqual([]);
    expect(unread({}).entry?.statement).toEqual({ period: '2026-01' });
    for (const broken of [{ 'statement.json': null }, { 'terms.json': '{' }]) {
      const [file] = Object.keys(broken);
      expect(unread(broken).issues.map(({ at }) => at.path)).toEqual([`ledger/2026-01/${file}`]);
      expect(unread(broken).entry).toBeNull();
    }
  });

  it('has no other file, nor what nobody can read', () => {
    expect(told(folder({ 'note.txt': 'x' }))).toEqual(['ledger-file-unknown ledger/2026-01/note.txt -']);
    expect(told(folder({ 'terms.json': '{' }))[0]).toMatch(/^ledger-not-json ledger\/2026-01\/terms\.json Expected/);
    expect(told(folder({ 'statement.json': '\uFEFF{}' }))).toContain('ledger-not-json ledger/2026-01/statement.json @json.mark');
    expect(told(folder({ 'evidence.json': '{"b":"\\ud800"}' }))).toEqual(['ledger-not-json ledger/2026-01/evidence.json @json.half']);
    // escaped is the sign itself, not what it would make of the others
    expect(told(folder({ 'evidence.json': '{"b":"\\\\ud800"}' }))).toEqual([]);
  });

  it('says in the words of either language what the shape of a document lacks', () => {
    const found = (shape: string, locale: 'en' | 'zh') =>
      readEntry(folder({ 'evidence.json': null, 'statement.json': null }), () => shape)
        .issues.filter(({ code }) => code === 'ledger-not-json')
        .map((each) => describeIssue(each, locale).text);
    const unread = { en: 'ledger/2026-01/terms.json is not readable: ', zh: '无法读取 ledger/2026-01/terms.json：' };
    const place = '/contract/kpis/0/target';
    expect(found(`${place}: required`, 'en')).toEqual([`${unread.en}${place} is not there`]);
    expect(found(`${place}: required`, 'zh')).toEqual([`${unread.zh}缺少 ${place}`]);
    expect(found(`${place}: pattern`, 'en')).toEqual([`${unread.en}${place} does not fit its schema (pattern)`]);
    expect(found(`${place}: pattern`, 'zh')).toEqual([`${unread.zh}${place} 不符合其 schema（pattern）`]);
    // a name of any length, or with a sign that parts phrases, is told as it is
    const long = `/${'x'.repeat(80)}: required`;
    expect(found(long, 'zh')).toEqual([`${unread.zh}${long}`]);
    expect(found('/a|b: required', 'zh')).toEqual([`${unread.zh}/a|b: required`]);
  });

  it('is read once where its terms are those of the one before, and those alone', () => {
    const known: ReadBefore = new Map();
    const [first, second] = [read(folder(), known).entry, read(folder(), known).entry];
    expect(second?.terms).toBe(first?.terms);
    expect([second?.evidence === first?.evidence, second?.statement === first?.statement]).toEqual([false, false]);
    expect(read(folder({ 'terms.json': '{"a":2}' }), known).entry?.terms).toEqual({ a: 2 });
    // what is known as terms is not taken for a statement of the same words
    expect(read(folder({ 'statement.json': '{"a":1}' }), known).entry?.statement).not.toBe(first?.terms);
  });

  it('may be read without its evidence, which nobody can ask for then', () => {
    const { entry, issues } = read(folder({ 'evidence.json': '{' }), undefined, false);
    expect([entry?.terms, entry?.statement, issues]).toEqual([{ a: 1 }, { period: '2026-01' }, []]);
    expect(() => entry?.evidence).toThrow('the evidence of 2026-01 was not read');
    expect(read(folder({ 'terms.json': '{' }), undefined, false).entry).toBeNull();
  });
});

describe('the folders of one ledger', () => {
  const ROAS = { id: 'roas', days: [['2026-01-01', '3']] };
  const measuring = (period: string, ...found: readonly (readonly [period: string, measures: readonly unknown[]])[]): LedgerFolder => ({
    ...{ period, path: `ledger/${period}` },
    files: new Map([
      ...folder({ 'statement.json': JSON.stringify({ period }) }).files,
      ['evidence.json', JSON.stringify({ periods: found.map(([of, measures]) => ({ period: of, measures, variants: [], rates: null })) })],
    ]),
  });
  const first = measuring('2026-01', ['2026-01', [ROAS]]);
  const second = measuring('2026-02', ['2026-01', [ROAS, { id: 'aov', days: [] }]], ['2026-02', [ROAS]]);
  const shape = () => null;
  const readAll = (folders: readonly LedgerFolder[], holding: () => string | null = shape) => [...readLedger(folders, holding)];
  const measuresOf = (read: ReturnType<typeof readAll>, at: number) => read[at]?.entry?.evidence.periods.map(({ measures }) => measures);

  it('share what they measured alike, of the same period, and nothing that differs', () => {
    const read = readAll([first, second]);
    const [[january], [again, february]] = [measuresOf(read, 0) ?? [], measuresOf(read, 1) ?? []];
    expect(again?.[0]).toBe(january?.[0]);
    expect([again, february]).toEqual([[ROAS, { id: 'aov', days: [] }], [ROAS]]);
    expect(february?.[0]).not.toBe(january?.[0]);
  });

  it('are read once, each beside those before it', () => {
    const read = readAll([first, second]);
    const again = readAll([first, second, measuring('2026-03', ['2026-03', []])]);
    expect(again.map(({ entry }, at) => entry === read[at]?.entry)).toEqual([true, true, false]);
    expect(again.map(({ folder: { period } }) => period)).toEqual(['2026-01', '2026-02', '2026-03']);
    // alone, or held against another shape, the same folder is another reading
    expect(readAll([second])[0]?.entry).not.toBe(read[1]?.entry);
    expect(readAll([first], () => 'broken')[0]).toMatchObject({ entry: null, issues: [{}, {}, {}] });
  });
});

it('a page is written once, with where its statement comes from, and is the one that is sealed', () => {
  const from = { engine: '1.2.3', warehouse: 'duckdb', commit: 'c0ffee', jobs: [] };
  const sealed = sealStatement(
    { period: '2026-01' } as never,
    {} as never,
    [],
    ({ statement: { period, provenance } }) => `${period} by ${provenance.engine} ${provenance.commit}`,
    from,
  );
  expect(sealed.provenance).toMatchObject({ ...from, statementMd: digestText('2026-01 by 1.2.3 c0ffee') });
  const page = (statement: typeof sealed) =>
    ledgerTexts({ statement, terms: {}, evidence: {} } as never, [], () => 'written again').get('statement.md');
  expect([page(sealed), page({ ...sealed })]).toEqual(['2026-01 by 1.2.3 c0ffee', 'written again']);
});
