import { fill, LOCALES, type Locale } from '../kernel/text.js';
import { INSTRUCTIONS_TEXT } from '../words/bundle.js';
import type { About, Manifest } from './manifest.js';
import { VERIFIER } from './paths.js';

/** The page `VERIFY.md`: English, then Chinese, then the digests, which are the same in both and in the form that `sha256sum` reads. */
export function instructions(about: About, files: Manifest['files']): string {
  const digests = files.map(digestLine);
  const listed = ['heading-files', 'files'] as const;
  return `${[
    ...LOCALES.flatMap((locale) => paragraphs(about, locale)),
    ...listed.flatMap((key) => LOCALES.map((locale) => INSTRUCTIONS_TEXT[key][locale])),
    fenced(digests.join('\n')),
  ].join('\n\n')}\n`;
}

/** How an unpacked bundle is checked, in its folder. */
export function checkCommand(locale: Locale): string {
  return `node ${VERIFIER}${locale === 'en' ? '' : ` --locale ${locale}`}`;
}

/** A file with its digest, as `sha256sum` reads it. */
export function digestLine({ path, digest }: Manifest['files'][number]): string {
  return `${digest.replace('sha256:', '')}  ${path}`;
}

function paragraphs(about: About, locale: Locale): string[] {
  const { contract, period, engine } = about;
  const say = (key: keyof typeof INSTRUCTIONS_TEXT): string => fill(INSTRUCTIONS_TEXT[key], locale, { contract, period, engine });
  return [
    say('title'),
    say('what'),
    say('heading-run'),
    say('run'),
    fenced(checkCommand(locale)),
    say('ends'),
    say('heading-compare'),
    say('compare'),
    fenced(about.statement),
    say('heading-verifier'),
    say('verifier'),
    say('heading-means'),
    say('means'),
  ];
}

function fenced(text: string): string {
  return `\`\`\`\n${text}\n\`\`\``;
}
