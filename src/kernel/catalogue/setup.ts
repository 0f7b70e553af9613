import { fill, type Locale, type Message, type Params } from '../text.js';

/** What `concord setup github` and `concord codeowners` say. */
export const SETUP_TEXT = {
  'owners-written': { en: 'wrote {path}', zh: '已写入 {path}' },
  'owners-same': { en: '{path} is what the contracts say', zh: '{path} 与合同一致' },
} as const satisfies Readonly<Record<string, Message>>;

export type SetupTextKey = keyof typeof SETUP_TEXT;

export function setupText(key: SetupTextKey, locale: Locale, params: Params = {}): string {
  return fill(SETUP_TEXT[key], locale, params);
}
