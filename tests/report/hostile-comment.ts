import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { amend } from '../../src/amendment/amend.js';
import { lintContract } from '../../src/contract/lint/lint-contract.js';
import { loadContract } from '../../src/contract/load-contract.js';
import { parseInstant } from '../../src/kernel/calendar.js';
import { type Locale, yamlString } from '../../src/kernel/text.js';
import { type CommentStyle, changesSections, issueSections, type PullRequestChanges } from '../../src/report/changes-comment.js';
import { MOST_TEXT } from '../../src/report/clip.js';
import { fitSections } from '../../src/report/comment-sections.js';
import { parseMarker, stickyText } from '../../src/report/sticky.js';
import { contractFrame } from '../contract-frame.js';

/* A contract that says whatever a test wants it to say, the comments made of it, and what GitHub would make of those. */

const html = (markdown: string) =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true, allowDangerousProtocol: true });

export const styleOf = (...locales: [Locale, ...Locale[]]): CommentStyle => ({ locales, mostText: MOST_TEXT });
export const BOTH = styleOf('en', 'zh');
export const [BASE, HEAD] = ['b'.repeat(40), 'a'.repeat(40)];
const WORKSPACE = `people:
  alice: { name: Alice, github: 1 }
  bob: { name: Bob, github: 2 }
governance: { brand: [alice], provider: [bob] }
`;

/** A contract in which every text that people may choose is `text`. */
export function contractWith(text: string, target = '10000') {
  const quoted = yamlString(text);
  const frame = contractFrame({
    id: 'acme-linkstar',
    title: quoted,
    stage: 'live',
    brand: `{ name: ${quoted}, signatories: [alice] }`,
    provider: `{ name: ${yamlString(`${text} Agency`)}, signatories: [bob] }`,
    expert: quoted,
  });
  return loadContract(
    'acme-linkstar',
    new Map([
      ['contracts/workspace.yaml', WORKSPACE],
      [
        'contracts/acme-linkstar/contract.yaml',
        `${frame}kpis:
  - { id: sales, title: ${quoted}, metric: gmv, owner: provider, better: higher, weight: 100%, target: ${target}, threshold: 0.5x }
composite: { rule: weighted_mean }
fees:
  - { id: base, kind: retainer, title: ${quoted}, amount: 3000 }
`,
      ],
      [
        'contracts/acme-linkstar/definitions.yaml',
        `facts:
  orders: { table: shop.orders, grain: [id], custodian: brand }
measures:
  revenue: { definition: ${quoted}, of: orders, sum: amount, when: ts, where: { state: ${quoted} } }
metrics:
  gmv: { title: ${quoted}, formula: revenue, unit: money, type: flow }
`,
      ],
      [
        'contracts/acme-linkstar/events/2026-02-10-note.yaml',
        `kind: dispute\nparty: brand\nperiod: 2026-01\nline: base\nclaimed: 1\nreason: ${quoted}\nevidence: [${quoted}]\n`,
      ],
    ]),
  );
}

const PLAIN = contractWith('Plain text').folder;

/** What a pull request changes that makes every text of the contract `text`; null where no contract may say so. */
export function changesWith(text: string): PullRequestChanges | null {
  const [before, after] = [PLAIN, contractWith(text, '12000').folder];
  if (before === null || after === null) return null;
  const amendment = amend({
    base: before.terms,
    head: after.terms,
    asOf: '2026-04-10',
    ledger: [],
    events: [],
    firstSigned: null,
    recordsChanged: [],
  });
  return {
    proposal: {
      contracts: [{ amendment, terms: after.terms, access: [], records: [] }],
      workspace: [
        {
          path: ['people', 'eve', 'name'],
          kind: 'changed',
          before: text,
          after: { name: text },
          class: 'governance',
          clauses: { before: null, after: null },
        },
      ],
      added: { events: after.events.map((event) => ({ contract: 'acme-linkstar', event, currency: 'USD' })), ledger: [] },
    },
    behind: ['acme-linkstar'],
    broken: [],
    others: [],
    warnings: new Map([['acme-linkstar', lintContract({ terms: after.terms })]]),
    compared: { base: BASE, head: HEAD },
  };
}

export const bodyOf = (sections: ReturnType<typeof changesSections>) =>
  stickyText({
    topic: 'changes',
    body: fitSections(sections, { url: null, locale: 'en' }),
    head: HEAD,
    validAt: parseInstant('2026-04-10T12:00:00Z') ?? 0n,
  });

const TAGS = new Set('h2 p br strong ul li code table thead tbody tr th td details summary hr'.split(' '));

/** What GitHub would make of a comment beyond headings, lists, tables, code and folds that are our own. */
export function intrusions(body: string): string[] {
  const [marker = '', ...rest] = body.split('\n');
  const shown = html(rest.join('\n'));
  const tags = [...shown.matchAll(/<\/?([a-zA-Z][a-zA-Z0-9-]*)/g)].map(([, name = '']) => name);
  const outside = shown.replace(/<code>[^<]*<\/code>/g, '');
  const words = outside.replace(/<[^>]*>/g, ' ').replace(/&#8203;/g, '\u200B');
  return [
    ...(parseMarker(marker) === null ? ['no marker'] : []),
    ...(rest.join('\n').includes('<!--') ? ['comment'] : []),
    ...tags.filter((name) => !TAGS.has(name)),
    ...(/<(?!details>|summary>|br \/>)[a-z]+ (?!align="(left|right)")/.test(shown) ? ['attribute'] : []),
    ...[...words.matchAll(/@\w|(?<!&)#[a-z0-9]|GH-\d|https?:\/\/|www\.|mailto:|:[a-z_+-]*[a-z][a-z_+-]*:/gi)].map(([found]) => found),
    ...(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u.test(body) ? ['hidden character'] : []),
    ...(shown.split('<details>').length !== shown.split('</details>').length ? ['open fold'] : []),
  ];
}

/** The comment on a pull request whose contract says `text`: its changes, or the issues that refuse it. */
export function commentOn(text: string, changes = changesWith(text)): string {
  return bodyOf(changes === null ? issueSections(contractWith(text).issues, BOTH) : changesSections(changes, BOTH));
}
