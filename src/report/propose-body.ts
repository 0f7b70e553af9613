import { LOCALES, type Locale } from '../kernel/text.js';
import { type ProposeTextKey, proposeText } from '../words/propose.js';
import { markdownCode, markdownInline } from './escape.js';

/** Names of files that the text of a pull request lists; the forge lists all of them. */
const MOST_FILES = 20;

/** The text of a pull request that comes from a local edit; everything in it that people wrote is escaped. */
export function proposeBody(contract: string | null, paths: readonly string[], login: string): string {
  const filesIn = (locale: Locale): string =>
    [
      ...paths.slice(0, MOST_FILES).map((path) => `- ${markdownCode(path)}`),
      ...(paths.length > MOST_FILES ? [`- ${proposeText('more-files', locale, { count: paths.length - MOST_FILES })}`] : []),
    ].join('\n');
  const page = (locale: Locale) => {
    const say = (key: ProposeTextKey) => proposeText(key, locale, { contract: contract ?? '', login: markdownInline(login) });
    return [say(contract === null ? 'body-rules' : 'body-contract'), say('body-files')].join('\n\n');
  };
  const [first, ...others] = LOCALES.map((locale) => ({ locale, text: `${page(locale)}\n\n${filesIn(locale)}` }));
  const folded = others.map(
    ({ locale, text }) => `<details>\n<summary>${proposeText('language', locale)}</summary>\n\n${text}\n\n</details>`,
  );
  return `${[first?.text ?? '', ...folded].join('\n\n')}\n`;
}
