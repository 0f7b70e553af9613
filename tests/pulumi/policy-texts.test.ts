import { describe, expect, test } from 'vitest';
import { endsByItself, fixedClaims } from '../../src/shell/pulumi/policy/conditions.js';
import { secretsIn } from '../../src/shell/pulumi/policy/secrets.js';

describe('conditions', () => {
  test.each([
    ['request.time < timestamp("2027-01-16T05:00:00Z")', true],
    ["request.time < timestamp('2027-01-16T05:00:00+08:00')", true],
    ['request.time < timestamp("2027-01-16T05:00:00Z") && resource.name.startsWith("a||b")', true],
    ['request.time > timestamp("2027-01-16T05:00:00Z")', false],
    ['request.time < timestamp("2027-01-16T05:00:00Z") || true', false],
    ['true ? true : request.time < timestamp("2027-01-16T05:00:00Z")', false],
    ['!(request.time < timestamp("2027-01-16T05:00:00Z"))', false],
    ['request.time < timestamp("2027-01-16")', false],
    ['request.time < timestamp("2027-01-16T05:00:00Z") == false', false],
    ['(request.time < timestamp("2027-01-16T05:00:00Z"))', true],
    ['request.time < timestamp("2027-01-16T05:00:00Z") || request.time < timestamp("2028-01-16T05:00:00Z")', true],
    ['"request.time < timestamp("2027-01-16T05:00:00Z")" != ""', false],
    ['', false],
  ])('%s ends by itself: %s', (expression, expected) => {
    expect(endsByItself(expression)).toBe(expected);
  });

  test.each([
    ['assertion.repository_id == "1" && assertion.ref.startsWith("refs/pull/")', ['repository_id', 'ref']],
    ['assertion.repository_id == "1" || assertion.ref == "refs/heads/main"', []],
    [
      'assertion.repository_id == "1" && ((assertion.ref == "refs/heads/main" && assertion.event_name in ["push"]) || (assertion.event_name == "pull_request" && assertion.ref.startsWith("refs/pull/")))',
      ['repository_id', 'ref'],
    ],
    ['assertion.repository_id == "1" && (assertion.ref == "refs/heads/main" || assertion.event_name == "pull_request")', ['repository_id']],
    ['(assertion.repository_id == "1") || (true)', []],
    ['(assertion.repository_id == "1") == (false)', []],
    ['assertion.repository_id == "1" && true ? true : true', []],
    ['assertion.repository_id == "1" && (assertion.ref == "x"', []],
    ['!(assertion.repository_id == "1")', []],
    ['assertion.ref == "\\" || true || \\"" && assertion.repository_id == "1"', []],
    ['assertion.repository_id != "1"', []],
    ['assertion.repository_id == assertion.repository_id', []],
  ])('%s fixes %j', (expression, expected) => {
    expect([...fixedClaims(expression)]).toEqual(expected);
  });
});

describe('secrets', () => {
  test.each([
    ['-----BEGIN RSA PRIVATE KEY-----', ['private-key']],
    [`AIza${'x'.repeat(35)}`, ['cloud-key']],
    ['AKIAIOSFODNN7EXAMPLE', ['cloud-key']],
    [`ghp_${'a'.repeat(36)}`, ['forge-token']],
    [`EAA${'b'.repeat(60)}`, ['shop-token']],
    ['sk_live_0123456789abcdefgh', ['shop-token']],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl', ['web-token']],
    ["api_key = 'abcdef123'", ['password']],
    ['https://u:pass@example.com', ['password']],
  ])('%s', (text, expected) => {
    expect(secretsIn(text)).toEqual(expected);
  });

  test.each([
    'SELECT order_id, password_reset_at FROM `shop.orders`',
    "WHERE status = 'paid'",
    'https://example.com/a:b@c',
    'SELECT 1 AS pwd',
  ])('%s holds none', (text) => {
    expect(secretsIn(text)).toEqual([]);
  });
});
