import type { Medium } from './outcome.js';

/** How a format is found and what it takes. */
interface Entry {
  /** Its one file, loaded when it is printed in. */
  readonly load: () => Promise<{ readonly medium: Medium }>;
  /** What it prints of a report: a verb that has none of it is refused before it does anything. */
  readonly prints: 'all' | 'tables';
  /** Whether it can be typed after `--format`; else a verb asks for it. */
  readonly isTyped: boolean;
}

/** Every format by its name: the one place where a new one is entered. */
const FORMATS = {
  pretty: { load: () => import('./terminal.js'), prints: 'all', isTyped: true },
  json: { load: () => import('./json.js'), prints: 'all', isTyped: true },
  markdown: { load: () => import('./markdown.js'), prints: 'all', isTyped: true },
  html: { load: () => import('./html.js'), prints: 'all', isTyped: true },
  csv: { load: () => import('./csv.js'), prints: 'tables', isTyped: true },
  ics: { load: () => import('./ics.js'), prints: 'all', isTyped: false },
  github: { load: () => import('./github.js'), prints: 'all', isTyped: false },
} satisfies Readonly<Record<string, Entry>>;

export type Format = keyof typeof FORMATS;

/** The formats that can be typed, in the order in which help lists them. */
export const TYPED_FORMATS: readonly Format[] = Object.entries(FORMATS).flatMap(([name, { isTyped }]) =>
  isTyped && isFormat(name) ? [name] : [],
);

function isFormat(name: string): name is Format {
  return name in FORMATS;
}

/** How a format is loaded and printed, and whether it can be typed. */
export function formatEntry(format: Format): Entry {
  return FORMATS[format];
}
