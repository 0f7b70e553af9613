import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FORMS } from '../../src/forms/forms.js';
import { LOCALES } from '../../src/kernel/text.js';
import { REPOSITORY } from '../run-cli.js';

test.each(LOCALES)('chapter 14 lists the forms by their names, in the order in which GitHub offers them (%s)', (locale) => {
  const chapter = readFileSync(join(REPOSITORY, `docs/guide/14-agreeing.${locale}.md`), 'utf8');
  const [table = ''] = /\| :-- .*\n(?:\|.*\n)+/.exec(chapter) ?? [];
  const names = [...table.matchAll(/^\| ([^|`:]+?) \|/gm)].map(([, name]) => name);
  expect(names).toEqual(FORMS.map(({ title }) => title[locale]));
});
