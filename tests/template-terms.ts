import { readFileSync } from 'node:fs';
import { loadContract } from '../src/contract/load-contract.js';
import type { Terms } from '../src/contract/model.js';
import { renderTemplate, TEMPLATE_SIGNATORIES, TEMPLATES, WORKSPACE_TEMPLATE } from '../src/sample/templates.js';

/** The terms of a template, filled in for a year. */
export function templateTerms(name: string, { currency = 'USD', timezone = 'UTC' } = {}): Terms {
  const template = TEMPLATES.find((each) => each.name === name);
  if (template === undefined) throw new Error(`no template ${name}`);
  const sources = new Map(
    [...template.files, WORKSPACE_TEMPLATE].map((file) => {
      const path = file === WORKSPACE_TEMPLATE ? file : `${name}/${file}`;
      return [file, readFileSync(new URL(`../templates/${path}`, import.meta.url), 'utf8')] as const;
    }),
  );
  const files = renderTemplate(template, sources, {
    id: 'reached',
    brand: 'Brand',
    provider: 'Agency',
    brandSignatories: TEMPLATE_SIGNATORIES.brand,
    providerSignatories: TEMPLATE_SIGNATORIES.provider,
    currency,
    timezone,
    from: template.every === 'week' ? '2026-03-30' : '2026-04-01',
    to: template.every === 'week' ? '2027-03-28' : '2027-03-31',
  });
  const { folder, issues } = loadContract('reached', files);
  if (folder === null) throw new Error(JSON.stringify(issues));
  return folder.terms;
}
