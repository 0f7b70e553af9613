import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker } from 'node:worker_threads';
import { checkBundle, filesNamed } from '../../bundle/check-bundle.js';
import { isBundlePath, MANIFEST, MOST_BYTES } from '../../bundle/paths.js';
import { verdictText } from '../../bundle/verdict.js';
import { fill, LOCALES, type Locale } from '../../kernel/text.js';
import { textOfBytes, unzipped } from '../../kernel/zip.js';
import { withoutCommands } from '../../report/escape.js';
import { VERIFIER_TEXT } from '../../words/bundle.js';

/*
 * What `verify.mjs` of a bundle is: this file with all that it imports in one (scripts/build-verifier.mjs). To whoever has a bundle it is
 * what cli.ts is to `concord`: the only file here that knows arguments, environment and exit codes. It reads one folder or one ZIP, and
 * writes nothing.
 */

interface Asked {
  readonly place: string;
  readonly locale: Locale;
}

const HELP: ReadonlySet<string> = new Set(['-h', '--help', 'help']);
const VERSION: ReadonlySet<string> = new Set(['-V', '--version']);

/** What is answered without a look at the bundle, where that is asked for: help, or the engine that made it. */
function answered(args: readonly string[]): string | null {
  if (args.some((arg) => HELP.has(arg)))
    return LOCALES.map((locale) => `${VERIFIER_TEXT.usage[locale]}\n${VERIFIER_TEXT.help[locale]}\n`).join('\n');
  if (!args.some((arg) => VERSION.has(arg))) return null;
  const [, engine = '-'] = /"engine":\s*"([^"]{1,40})"/.exec(readText(join(dirname(fileURLToPath(import.meta.url)), MANIFEST)) ?? '') ?? [];
  return `${engine}\n`;
}

/** What was asked for; null where it is nothing that can be. */
function askedFor(args: readonly string[]): Asked | null {
  const words = args.flatMap((arg) => (arg.startsWith('--locale=') ? ['--locale', arg.slice('--locale='.length)] : [arg]));
  const at = words.indexOf('--locale');
  const typed = at === -1 ? localeAround() : words[at + 1];
  const locale = LOCALES.find((each) => each === typed);
  const [place = dirname(fileURLToPath(import.meta.url)), ...rest] = at === -1 ? words : words.toSpliced(at, 2);
  return locale === undefined || rest.length > 0 || place.startsWith('-') ? null : { place, locale };
}

function localeAround(): Locale {
  const { CONCORD_LOCALE, LC_ALL, LC_MESSAGES, LANG } = process.env;
  const wanted = [CONCORD_LOCALE, LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '') ?? 'en';
  return wanted.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

type Texts = ReadonlyMap<string, string | null>;
type Refusal = 'not-there' | 'no-bundle' | 'manifest' | 'zip-name' | 'zip-size' | 'zip-cut' | 'zip-form';

function textsAt(place: string): Texts | Refusal {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined) return 'not-there';
  if (found.isDirectory()) return textsInFolder(place);
  if (!found.isFile()) return 'no-bundle';
  if (found.size > MOST_BYTES) return 'zip-size';
  const files = unzipped(readFileSync(place), { isName: isBundlePath, most: MOST_BYTES });
  if (typeof files === 'string') return `zip-${files}`;
  return new Map([...files].map(([path, bytes]) => [path, textOfBytes(bytes)]));
}

/** Files of a folder that nobody put into a bundle: what a system writes beside them. */
const LEFT_BY_SYSTEMS = /^(?:\.|Thumbs\.db$|desktop\.ini$)/i;
/** Most files of a folder that are looked at: a bundle has three for a period, and its events. */
const MOST_FILES = 20_000;

/** What lies in a folder by its path in it, links and pipes too; null where it is more than any bundle has. */
function pathsIn(folder: string): readonly string[] | null {
  const paths: string[] = [];
  const waiting = [''];
  for (let inner = waiting.pop(); inner !== undefined; inner = waiting.pop()) {
    for (const each of readdirSync(join(folder, inner), { withFileTypes: true })) {
      if (LEFT_BY_SYSTEMS.test(each.name)) continue;
      const path = inner === '' ? each.name : `${inner}/${each.name}`;
      if (each.isDirectory()) waiting.push(path);
      else paths.push(path);
      if (paths.length + waiting.length > MOST_FILES) return null;
    }
  }
  return paths.sort();
}

/** The files that the manifest of a folder names, and what lies beside them; a link or a pipe in the place of one counts as not there. */
function textsInFolder(folder: string): Texts | Refusal {
  const texts = new Map<string, string | null>();
  let read = 0;
  const manifest = readText(join(folder, MANIFEST));
  if (manifest === null) return 'no-bundle';
  const named = filesNamed(manifest);
  if (named === null) return 'manifest';
  for (const path of named) {
    const found = lstatSync(join(folder, path), { throwIfNoEntry: false });
    if (found?.isFile() !== true) continue;
    read += found.size;
    if (read > MOST_BYTES) return 'zip-size';
    texts.set(path, readText(join(folder, path)));
  }
  const paths = pathsIn(folder);
  if (paths === null) return 'zip-size';
  for (const path of paths) {
    if (named.includes(path)) continue;
    const size = lstatSync(join(folder, path), { throwIfNoEntry: false })?.size ?? 0;
    // one that a bundle has may be its own, left out of a manifest that was changed
    const isRead = isBundlePath(path) && read + size <= MOST_BYTES;
    if (isRead) read += size;
    texts.set(path, isRead ? readText(join(folder, path)) : null);
  }
  return texts;
}

function readText(path: string): string | null {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size <= MOST_BYTES ? textOfBytes(readFileSync(path)) : null;
}

function check(): void {
  const answer = answered(process.argv.slice(2));
  if (answer !== null) {
    write(process.stdout, answer);
    return;
  }
  const asked = askedFor(process.argv.slice(2));
  if (asked === null) {
    write(process.stderr, `${LOCALES.map((locale) => VERIFIER_TEXT.usage[locale]).join('\n')}\n`);
    process.exitCode = 2;
    return;
  }
  const { place, locale } = asked;
  const texts = textsAt(place);
  const checked = typeof texts === 'string' ? null : checkBundle(texts);
  if (checked === null) {
    refuse(typeof texts === 'string' ? texts : texts.has(MANIFEST) ? 'manifest' : 'no-bundle', asked);
    return;
  }
  write(process.stdout, verdictText(checked, locale));
  process.exitCode = checked.differences.length === 0 ? 0 : 1;
}

/** Ids and names of a forged bundle are no commands to the runner of a workflow. */
function write(stream: NodeJS.WriteStream, text: string): void {
  stream.write(process.env.GITHUB_ACTIONS === 'true' ? withoutCommands(text) : text);
}

function refuse(why: Refusal | 'too-long', { place, locale }: Asked): void {
  write(process.stderr, `${fill(VERIFIER_TEXT[why], locale, { where: place, seconds: MOST_SECONDS })}\n`);
  process.exitCode = 2;
}

/** A bundle takes less than two seconds; one that was made to keep a machine busy is given up, whatever in it does. */
const MOST_SECONDS = 60;
const MOST_MEGABYTES = 2048;

/** The check runs beside, since nothing can interrupt it where it runs: whoever asks gets one answer, and in time. */
function checkInTime(): void {
  const args = process.argv.slice(2);
  const worker = new Worker(fileURLToPath(import.meta.url), { argv: args, resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } });
  let isGivenUp = false;
  const giveUp = (): void => {
    const asked = askedFor(args);
    if (asked !== null && !isGivenUp) refuse('too-long', asked);
    isGivenUp = true;
    void worker.terminate();
  };
  const timer = setTimeout(giveUp, MOST_SECONDS * 1000);
  worker.on('error', giveUp);
  worker.on('exit', (code) => {
    clearTimeout(timer);
    if (!isGivenUp) process.exitCode = code;
  });
}

if (isMainThread) checkInTime();
else check();
