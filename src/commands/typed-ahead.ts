import { LOCALES, type Locale } from '../kernel/text.js';

/** The value that an option is typed with, looked for before the rest is understood; null where it is not typed. */
function typedValue(argv: readonly string[], option: '--locale' | '--format'): string | null {
  const at = argv.findIndex((word) => word === option || word.startsWith(`${option}=`));
  return at === -1 ? null : (argv[at]?.split('=')[1] ?? argv[at + 1] ?? null);
}

/** The language that is typed; null where none is, or one that there is not. */
export function localeTyped(argv: readonly string[]): Locale | null {
  const word = typedValue(argv, '--locale');
  return LOCALES.find((locale) => locale === word) ?? null;
}

/** Whether what is printed is for programs. */
export function isForPrograms(argv: readonly string[]): boolean {
  return typedValue(argv, '--format') === 'json';
}

/** The language of an environment; an empty variable counts as none, as POSIX has it. */
export function localeIn({ CONCORD_LOCALE, LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>): Locale {
  const wanted = [CONCORD_LOCALE, LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '') ?? 'en';
  return wanted.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
