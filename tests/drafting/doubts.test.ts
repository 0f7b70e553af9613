import { describe, expect, test } from 'vitest';
import type { Setting } from '../../src/drafting/deal.js';
import { doubtOf } from '../../src/drafting/doubts.js';
import { answered } from '../../src/drafting/questions.js';

describe('a time zone that is no place', () => {
  const doubt = (timezone: string) => doubtOf('timezone', { timezone }, 'en');

  test('is doubted, with both signs of Etc/GMT', () => {
    expect(doubt('Etc/GMT+8')).toEqual({ code: 'answer-doubtful', why: '@doubt.zone-west:Etc/GMT+8|America/Los_Angeles / Asia/Shanghai' });
    expect(doubt('EST')).toEqual({ code: 'answer-doubtful', why: '@doubt.zone:EST|America/New_York / America/Panama' });
    expect(doubt('Asia/Shanghai')).toBeNull();
  });
});

test('a last day that is the first of one more month is doubted', () => {
  const doubt = (from: string, to: string) => doubtOf('to', { from, to }, 'en');
  expect(doubt('2026-07-01', '2027-07-01')).toEqual({ code: 'answer-doubtful', why: '@doubt.day-more:2027-07-01|2027-06-30' });
  expect(doubt('2026-07-01', '2027-06-30')).toBeNull();
});

test('a cap of 0 is no answer, and none is', () => {
  const setting = {} as Setting;
  const cap = (text: string) => answered('cap', text, { currency: 'USD' }, setting);
  for (const zero of ['0', '0.00', '０']) expect(cap(zero)).toEqual({ expected: '@answer.amount' });
  expect(cap('none')).toEqual({ sofar: { currency: 'USD', cap: null } });
  expect(cap('20000')).toEqual({ sofar: { currency: 'USD', cap: '20000' } });
});
