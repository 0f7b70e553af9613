import { LOCALES, type Locale } from '../kernel/text.js';
import { TYPED_FORMATS } from '../media/formats.js';
import { choiceOption, choiceWithDefault, dateOption, flag, type Given, option, readOption } from './verb.js';

const ENGINES: readonly ('duckdb' | 'bigquery')[] = ['duckdb', 'bigquery'];

/** Both languages, of what comes in both. */
export const EVERY_LOCALE = 'en,zh';

/** What every verb takes. */
export const GLOBAL = {
  root: option('--root <folder>', {
    en: 'the repository with contracts/ (default: this folder, or the nearest one above it that has one)',
    zh: '含有 contracts/ 的仓库（默认：当前文件夹，或其上最近的一个）',
  }),
  warehouse: choiceOption('--warehouse <engine>', { en: 'where the data is', zh: '数据所在的引擎' }, ENGINES),
  data: option('--data <folder>', {
    en: 'data folder for duckdb (default: the workspace’s, else <root>/data)',
    zh: 'duckdb 的数据文件夹（默认：工作区所设，否则为 <root>/data）',
  }),
  project: option('--project <id>', {
    en: 'Google Cloud project for bigquery (default: the workspace’s)',
    zh: 'bigquery 使用的 Google Cloud 项目（默认：工作区所设）',
  }),
  location: option('--location <name>', {
    en: 'location of the datasets for bigquery (default: the workspace’s)',
    zh: 'bigquery 数据集所在区域（默认：工作区所设）',
  }),
  maxBytes: readOption<bigint>(
    '--max-bytes <size>',
    { en: 'most that one query of bigquery may read, for example 20GB', zh: 'bigquery 单次查询最多读取的数据量，例如 20GB' },
    'size',
  ),
  readAt: readOption<string>(
    '--read-at <instant>',
    { en: 'read the tables of bigquery as they were at an instant', zh: '按某一时刻的状态读取 bigquery 表' },
    'instant',
  ),
  repo: option('--repo <owner/name>', {
    en: 'repository on GitHub (default: GITHUB_REPOSITORY, else the remote origin)',
    zh: 'GitHub 仓库（默认：GITHUB_REPOSITORY，否则为远程 origin）',
  }),
  apiUrl: option('--api-url <url>', {
    en: 'address of GitHub’s API (default: GITHUB_API_URL, else https://api.github.com)',
    zh: 'GitHub API 地址（默认：GITHUB_API_URL，否则为 https://api.github.com）',
  }),
  asOf: dateOption('--as-of <date>', {
    en: 'the date to reckon with (default: today in the contract’s zone)',
    zh: '数据截至日（默认：合同时区的今天）',
  }),
  locale: choiceOption<Locale | typeof EVERY_LOCALE>(
    '--locale <locale>',
    {
      en: 'language of reports; en,zh, both side by side, of read alone (default: from LANG)',
      zh: '输出语言；仅 read 可用 en,zh 同时输出两种（默认：取自 LANG）',
    },
    [...LOCALES, EVERY_LOCALE],
  ),
  format: choiceWithDefault(
    '--format <format>',
    {
      en: 'output format; csv, for spreadsheets, of score, settle and explain',
      zh: '输出格式；csv 供电子表格使用，限 score、settle 与 explain',
    },
    TYPED_FORMATS,
    'pretty',
  ),
  debug: flag('--debug', { en: 'show stack traces of failures', zh: '失败时显示调用栈' }),
};

type Typed = Given<typeof GLOBAL>;

/** As typed, but for the language: what comes in both says so by itself, and everything else takes that of the environment. */
export type GlobalOptions = Omit<Typed, 'locale'> & { readonly locale: Locale | null };

/** The options with one language, or none. */
export function inOneLanguage({ locale, ...others }: Typed): GlobalOptions {
  return { ...others, locale: locale === EVERY_LOCALE ? null : locale };
}
