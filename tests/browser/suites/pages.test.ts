import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Statement } from '../../../src/settlement/model.js';
import { HOSTILE, hostilePages, type SitePlace, samplePages } from '../site-place.js';

/* What only a browser can show of the pages. */

const CHROMIUMS = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'];
const EXECUTABLE = process.env.CONCORD_CHROMIUM ?? CHROMIUMS.find((path) => existsSync(path)) ?? 'chromium';
const SHOTS = process.env.CONCORD_SHOTS ?? null;
const AXE = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
type Setting = { readonly width: 360 | 1280; readonly colorScheme: 'light' | 'dark' };
const EVERY: readonly Setting[] = ([360, 1280] as const).flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);
const ENDS: readonly Setting[] = [
  { width: 360, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
];

/** What a finger is to hit, by the smallest size that WCAG 2.2 allows; a line's link is as high as each of its lines. */
const SMALL = `[...document.querySelectorAll('a, summary')].flatMap((each) => {
  const low = [...each.getClientRects()].filter(({ width, height }) => width > 0 && height < 24);
  return low.length === 0 ? [] : [each.textContent];
})`;

let browser: Browser;
let sample: SitePlace;
let hostile: SitePlace;

beforeAll(async () => {
  [browser, sample, hostile] = await Promise.all([
    chromium.launch({ executablePath: EXECUTABLE, args: ['--no-sandbox'] }),
    samplePages(),
    hostilePages(),
  ]);
});

afterAll(async () => {
  await browser?.close();
  for (const place of [sample, hostile]) if (place !== undefined) rmSync(place.root, { recursive: true, force: true });
});

/** A page from the disk, without a network; what it asked for besides itself and what it said. */
async function opened(path: string): Promise<{ readonly page: Page; readonly requests: string[]; readonly said: string[] }> {
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  const requests: string[] = [];
  const said: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('dialog', (dialog) => said.push(dialog.message()));
  await page.goto(`file://${path}`, { waitUntil: 'load' });
  return { page, requests: requests.filter((url) => url !== `file://${path}`), said };
}

async function violations(page: Page): Promise<string[]> {
  const results: AxeResults = await page.evaluate(`axe.run({ resultTypes: ['violations'] })`);
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** A picture of a page as it opens. */
async function shot(page: Page, name: string, { width, colorScheme }: Setting, folder: string): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 800 });
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name.replaceAll('/', '_')}.${colorScheme}.${width}.png`), fullPage: true });
}

/** Everything about a page in some settings; all of it is collected, so that one run shows all that is wrong. */
async function faultsOf(folder: string, name: string, settings: readonly Setting[]): Promise<string[]> {
  const { page, requests, said } = await opened(join(folder, name));
  const faults = [...requests.map((url) => `asks for ${url}`)];
  await page.evaluate(AXE);
  if (SHOTS !== null) for (const setting of settings) await shot(page, name, setting, SHOTS);
  for (const details of await page.locator('details').all()) await details.evaluate((each) => each.setAttribute('open', ''));
  for (const { width, colorScheme } of settings) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    if (over !== 0) faults.push(`${width} ${colorScheme}: ${over} px too wide`);
    faults.push(...(await violations(page)).map((each) => `${width} ${colorScheme}: ${each}`));
    if (width === 360) faults.push(...(await page.evaluate<string[]>(SMALL)).map((each) => `too small to tap: ${each}`));
  }
  faults.push(...said.map((message) => `says ${message}`));
  await page.context().close();
  return faults;
}

const kinds = ({ contract, period }: SitePlace) => ['index.html', `${contract}/index.html`, `${contract}/${period}.html`];

describe('every kind of page loads nothing, says nothing, fits the window and is accessible', () => {
  test.each(['', 'zh/'])('in the folder "%s"', async (language) => {
    for (const name of kinds(sample)) expect(await faultsOf(sample.pages, `${language}${name}`, EVERY), name).toEqual([]);
  });

  test('with hostile and endless titles, which are shown as what they are', async () => {
    for (const name of kinds(hostile)) expect(await faultsOf(hostile.pages, name, ENDS), name).toEqual([]);
    const { page } = await opened(join(hostile.pages, hostile.contract, 'index.html'));
    expect(await page.locator('h1').textContent()).toContain(HOSTILE);
    expect(await page.locator('script, img').count()).toBe(0);
    await page.context().close();
  });
});

test.each(['', 'zh/'])('a contract prints on one A4 sheet, in the folder "%s"', async (language) => {
  for (const { pages, contract } of [sample, hostile]) {
    const { page } = await opened(join(pages, language, contract, 'index.html'));
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page\b(?!s)/g), contract).toHaveLength(1);
    // A4 in points, as Chromium rounds it.
    const [, width = '', height = ''] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(paper) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
    await page.context().close();
  }
});

test('paper is light, and has the bars that the screen has, whatever the reader chose', async () => {
  const { page } = await opened(join(sample.pages, sample.contract, 'index.html'));
  const bars = `[...document.querySelectorAll('.bars .fill')].map((each) => {
    const { display, fill } = getComputedStyle(each);
    return display + ' ' + fill;
  })`;
  const colors = `getComputedStyle(document.querySelector('main')).backgroundColor`;
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  const [seen, white] = [await page.evaluate<string[]>(bars), await page.evaluate<string>(colors)];
  expect([seen.length > 0, white]).toEqual([true, 'rgb(255, 255, 255)']);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect([await page.evaluate(bars), await page.evaluate(colors)]).toEqual([seen, white]);
  await page.context().close();
});

test('a reader sees the amounts of statement.json', async () => {
  const { contract, period, root, pages } = sample;
  const statement = JSON.parse(readFileSync(join(root, `contracts/${contract}/ledger/${period}/statement.json`), 'utf8')) as Statement;
  const { page } = await opened(join(pages, contract, `${period}.html`));
  const plain = async (selector: string) => (await page.locator(selector).allInnerTexts()).map((text) => text.replaceAll(',', ''));
  expect(await plain('.figure .value')).toEqual([`${statement.currency} ${statement.total}`]);
  const summaries = await plain('details:not(.part) > summary');
  expect(summaries).toHaveLength(statement.lines.length);
  statement.lines.forEach(({ amount }, index) => {
    expect(summaries[index]).toContain(`${statement.currency} ${amount}`);
  });
  await page.context().close();
});
