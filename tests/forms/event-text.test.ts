import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readableEvents } from '../../src/contract/load-contract.js';
import { eventFile, redated } from '../../src/forms/event-text.js';
import { FORMS, type Form, type FormId } from '../../src/forms/forms.js';
import { parseForm } from '../../src/forms/parse-form.js';
import { bodyOf } from './body.js';

const SCHEMA = '# yaml-language-server: $schema=../../../schemas/event.schema.json\n';
const formNamed = (id: FormId): Form => {
  const form = FORMS.find((each) => each.id === id);
  if (form === undefined) throw new Error(id);
  return form;
};

function fileOf(id: FormId, answers: Readonly<Record<string, string>>) {
  const form = formNamed(id);
  const { answers: read, issues } = parseForm(form, 'issue-12', bodyOf(form, { contract: 'acme-linkstar', ...answers }));
  if (read === null) throw new Error(JSON.stringify(issues));
  return eventFile(form, read, { contract: 'acme-linkstar', issue: 12, date: '2026-03-10', party: 'brand' });
}

const EVENTS = 'contracts/acme-linkstar/events';

describe('the file that a form asks for', () => {
  test('a dispute keeps the digits of its amount', () => {
    expect(
      fileOf('dispute', { period: '2026-02', line: 'sales', claimed: '4800.00', reason: 'Returns: see #12', evidence: '- mail\n- "call"' }),
    ).toEqual({
      path: `${EVENTS}/2026-03-10-dispute-12.yaml`,
      text: `${SCHEMA}kind: dispute
party: brand
period: 2026-02
line: sales
claimed: 4800.00
reason: "Returns: see #12"
evidence:
  - mail
  - '"call"'
`,
    });
  });

  test('a payment', () => {
    expect(fileOf('payment', { amount: '4200.00', on: '2026-03-09', reference: '17' })).toEqual({
      path: `${EVENTS}/2026-03-10-payment-12.yaml`,
      text: `${SCHEMA}kind: payment\nparty: brand\namount: 4200.00\non: 2026-03-09\nreference: "17"\n`,
    });
  });

  test('a duty that was done, and one that was late', () => {
    const duty = { duty: 'creatives', period: '2026-02', evidence: 'mail' };
    expect(fileOf('duty', { ...duty, step: 'It was done (who owes it) · 已履行（义务方）', on: '2026-02-04' })).toEqual({
      path: `${EVENTS}/2026-03-10-duty-12.yaml`,
      text: `${SCHEMA}kind: duty\nparty: brand\nduty: creatives\nperiod: 2026-02\non: 2026-02-04\nevidence:\n  - mail\n`,
    });
    expect(fileOf('duty', { ...duty, step: 'It was late (who it is owed to) · 已逾期（相对方）' })).toEqual({
      path: `${EVENTS}/2026-03-10-lateness-12.yaml`,
      text: `${SCHEMA}kind: lateness\nparty: brand\nduty: creatives\nperiod: 2026-02\nevidence:\n  - mail\n`,
    });
  });

  test('an exclusion of days, and one of whole periods', () => {
    const days = {
      kpis: 'roas, cac',
      reason: 'Fraud · 欺诈',
      treatment: 'Leave the rows out (ratio KPIs) · 剔除数据行（比率类指标）',
      evidence: 'x',
    };
    expect(fileOf('exclusion', { ...days, from: '2026-03-01', to: '2026-03-02' }).text).toBe(
      `${SCHEMA}kind: exclusion\nparty: brand\nkpis:\n  - roas\n  - cac\nreason: fraud\ntreatment: drop\nevidence:\n  - x\nwindow:\n  from: 2026-03-01\n  to: 2026-03-02\n`,
    );
    const whole = { ...days, treatment: 'Do not score whole periods · 整期不计分', periods: '2026-03', scoreAs: '100%' };
    expect(fileOf('exclusion', whole).text).toBe(
      `${SCHEMA}kind: exclusion\nparty: brand\nkpis:\n  - roas\n  - cac\nreason: fraud\ntreatment: waive\nperiods:\n  - 2026-03\nscoreAs: 100%\nevidence:\n  - x\n`,
    );
  });

  test('each step of an acceptance is its own kind of event', () => {
    const answers = { milestone: 'launch', on: '2026-03-09' };
    const paths = [
      'Request acceptance (provider) · 申请验收（服务方）',
      'Accept (brand) · 验收通过（品牌方）',
      'Refuse (brand) · 验收不通过（品牌方）',
    ].map((step) => fileOf('acceptance', { ...answers, step }).path);
    expect(paths).toEqual(['acceptance-request', 'acceptance', 'refusal'].map((kind) => `${EVENTS}/2026-03-10-${kind}-12.yaml`));
  });

  test('a review and a notice', () => {
    expect(fileOf('review', { period: '2026-02', findings: 'one\ntwo', acknowledges: 'paid_revenue@2026-02-27' }).text).toBe(
      `${SCHEMA}kind: review\nparty: brand\nperiod: 2026-02\nfindings:\n  - one\n  - two\nacknowledges:\n  - paid_revenue@2026-02-27\n`,
    );
    expect(fileOf('notice', { on: '2026-09-30', cause: 'The storefront moves\n\nfor good' })).toEqual({
      path: `${EVENTS}/2026-03-10-termination-12.yaml`,
      text: `${SCHEMA}kind: termination\nparty: brand\non: 2026-09-30\ncause: |-\n  The storefront moves\n\n  for good\n`,
    });
  });

  test('what answers a dispute, and a correction', () => {
    const answers = '2026-03-08-dispute-9.yaml';
    expect(fileOf('resolution', { answers, amount: '4500.00' })).toEqual({
      path: `${EVENTS}/2026-03-10-resolution-12.yaml`,
      text: `${SCHEMA}kind: resolution\nparty: brand\nanswers: ${answers}\namount: 4500.00\n`,
    });
    expect(fileOf('escalation', { answers })).toEqual({
      path: `${EVENTS}/2026-03-10-escalation-12.yaml`,
      text: `${SCHEMA}kind: escalation\nparty: brand\nanswers: ${answers}\n`,
    });
    expect(fileOf('correction', { period: '2026-02', line: 'sales', amount: '-120.00', reason: 'Twice' })).toEqual({
      path: `${EVENTS}/2026-03-10-correction-12.yaml`,
      text: `${SCHEMA}kind: correction\nparty: brand\nperiod: 2026-02\nline: sales\namount: -120.00\nreason: Twice\n`,
    });
  });

  test('under another date it keeps the rest of its name', () => {
    expect(redated(`${EVENTS}/2026-03-10-dispute-12.yaml`, '2026-03-14')).toBe(`${EVENTS}/2026-03-14-dispute-12.yaml`);
  });
});

describe('whatever people write, it is the value of its field and nothing else', () => {
  const text = fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom(
        'a: b',
        'x\nkind: payment',
        '- y',
        '"',
        "'",
        '{ x: 1 }',
        '&a *a',
        '!!js',
        '# c',
        '| |',
        '>-',
        'null',
        '~',
        'true',
        '2026',
        '0x1F',
        '%TAG',
        '@x',
        '`x`',
        '? x',
        '---',
        '...',
      ),
    )
    // A text is read in Unicode's composed form, whatever it was typed in.
    .map((value) => value.trim().normalize('NFC'));

  test('a reason, a reference, and evidence', () => {
    fc.assert(
      fc.property(text, fc.array(text, { minLength: 1, maxLength: 5 }), (reason, evidence) => {
        const form = formNamed('dispute');
        const answers = {
          contract: 'acme-linkstar',
          period: '2026-02',
          line: 'sales',
          claimed: '1',
          reason,
          evidence: evidence.join('\n'),
        };
        const { answers: read } = parseForm(form, 'issue-12', bodyOf(form, answers));
        if (read === null) return;
        const { path, text: file } = eventFile(form, read, { contract: 'acme-linkstar', issue: 12, date: '2026-03-10', party: 'provider' });
        expect(readableEvents('acme-linkstar', new Map([[path, file]]))).toMatchObject([
          {
            kind: 'dispute',
            party: 'provider',
            period: '2026-02',
            line: 'sales',
            claimed: '1',
            // One text in one form, however it was typed.
            reason: read.texts.get('reason')?.normalize('NFC'),
            evidence: read.lists.get('evidence')?.map((each) => each.normalize('NFC')),
          },
        ]);
      }),
      { numRuns: 500 },
    );
  });
});
