import { LOCALES, type Locale } from '../kernel/text.js';

/** The language that is typed, looked for before the rest is understood; null where none is, or one that there is not. */
export function localeTyped(argv: readonly string[]): Locale | null {
  const at = argv.findIndex((word) => word === '--locale' || word.startsWith('--locale='));
  const word = argv[at]?.split('=')[1] ?? argv[at + 1];
  return LOCALES.find((locale) => at !== -1 && locale === word) ?? null;
}

/** The language of an environment; an empty variable counts as none, as POSIX has it. */
export function localeIn({ CONCORD_LOCALE, LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>): Locale {
  const wanted = [CONCORD_LOCALE, LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '') ?? 'en';
  return wanted.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
