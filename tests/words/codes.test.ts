import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ISSUE_CATALOGUES } from '../../src/words/every-issue.js';
import { REASONS, TRACE_INPUTS, TRACE_RULES } from '../../src/words/reasons.js';

/*
 * Every word has somebody who says it. That every code has its words, and is filled as they ask for, the compiler shows.
 */
const SRC = fileURLToPath(new URL('../../src/', import.meta.url));

/** Codes that are put together, by the template that does it. */
const TEMPLATES: readonly (readonly [string, RegExp])[] = [
  ['`gate-${', /^gate-/],
  ['`tiers-${', /^tiers-/],
  ['`points-${', /^points-/],
  ['}-of-tax`', /-of-tax$/],
];

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'words' || entry.name === 'generated' ? [] : sources(path);
    return entry.name.endsWith('.ts') ? [readFileSync(path, 'utf8')] : [];
  });
}

const text = sources(SRC).join('\n');
const isSaid = (code: string): boolean =>
  text.includes(`'${code}'`) ||
  new RegExp(`^\\s+'?${code}'?: `, 'm').test(text) ||
  TEMPLATES.some(([template, made]) => made.test(code) && text.includes(template));

const TABLES = { REASONS, TRACE_RULES, TRACE_INPUTS, ...ISSUE_CATALOGUES };

it.each(Object.keys(TABLES) as (keyof typeof TABLES)[])('every code of %s is said', (name) => {
  expect(Object.keys(TABLES[name]).filter((code) => !isSaid(code))).toEqual([]);
});
