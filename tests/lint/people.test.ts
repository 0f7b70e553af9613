import { describe, expect, test } from 'vitest';
import type { Contract, PartyTerms } from '../../src/contract/model.js';
import { inNoFile } from '../../src/kernel/issue.js';
import { describe as describeIssue, issue } from '../../src/words/issue.js';
import { codes, found, terms } from './build-terms.js';

const parties = (brand: Partial<PartyTerms>, provider: Partial<PartyTerms> = {}): Partial<Contract> => {
  const clean = terms().contract.parties;
  return { parties: { brand: { ...clean.brand, ...brand }, provider: { ...clean.provider, ...provider } } };
};

describe('one-signatory', () => {
  test('each party by itself', () => {
    const contract = parties({ signatories: ['alice'] }, { signatories: ['bob'] });
    expect(found(terms({ contract }))).toEqual([
      { code: 'one-signatory', line: 1, params: { party: '@brand', person: 'alice' } },
      { code: 'one-signatory', line: 1, params: { party: '@provider', person: 'bob' } },
    ]);
  });
});

test('says which party it is in words', () => {
  const party = { party: '@brand', person: 'alice' };
  expect(describeIssue(issue('one-signatory', inNoFile('contract'), party), 'en').text).toBe('Only alice can sign for the brand');
  expect(describeIssue(issue('one-signatory', inNoFile('contract'), party), 'zh').text).toBe('品牌方只有一名签署人 alice');
});

describe('access-without-end', () => {
  test('readers of either party without an exit clause', () => {
    const contract = { ...parties({}, { access: { analyst: [], viewer: ['group:acme@linkstar.example'] } }), exit: null };
    const params = { who: 'group:kpi@acme.example, group:acme@linkstar.example' };
    expect(found(terms({ contract }))).toContainEqual({ code: 'access-without-end', line: 1, params });
  });
  test('nobody has access', () => {
    expect(codes(terms({ contract: { ...parties({ access: { analyst: [], viewer: [] } }), exit: null } }))).toEqual(['no-exit']);
  });
});

describe('live-without-pilot', () => {
  const live = terms({ contract: { stage: 'live' } });
  test('live at once', () => {
    expect(found(live)).toEqual([{ code: 'live-without-pilot', line: 1, params: { from: '2026-01-01' } }]);
    expect(codes({ terms: live, settledStages: ['live', 'live'] })).toEqual(['live-without-pilot']);
  });
  test('a settled pilot period is enough', () => expect(codes({ terms: live, settledStages: ['pilot', 'live'] })).toEqual([]));
  test('an ended contract is not live', () => expect(codes(terms({ contract: { stage: 'ended' } }))).toEqual([]));
});
