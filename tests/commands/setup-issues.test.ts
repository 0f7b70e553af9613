import { expect, test } from 'vitest';
import { setupGithub } from '../../src/commands/run/setup-github.js';
import { ShellError } from '../../src/ports/failure.js';
import type { WholeForge } from '../../src/ports/whole-forge.js';
import { SETUP_ISSUES } from '../../src/words/setup-issues.js';
import { contextFor, printed } from '../in-process.js';
import { memoryFiles } from '../memory-files.js';
import { REPOSITORY } from '../run-cli.js';

/** A forge that must not be asked: what is wrong lies in the repository. */
const NO_FORGE = new Proxy({} as WholeForge, {
  get: (_, name) => {
    throw new ShellError([{ code: `asked for ${String(name)}`, severity: 'error', at: { path: '-', line: 1, column: 1 }, params: {} }]);
  },
});

const RULESET = '{"name": "rules", "rules": []}';

const CASES: Readonly<Record<string, { files: Record<string, string>; variables: readonly string[]; en: string; zh: string }>> = {
  'ruleset-form': {
    files: { '.github/rulesets/main.json': '{"name": "rules"' },
    variables: [],
    en: `.github/rulesets/main.json:1:1 error ruleset-form
  This is no ruleset in the form that GitHub imports
  fix: Restore the file from an earlier commit, or export the ruleset from the repository’s settings.

1 error
`,
    zh: `.github/rulesets/main.json:1:1 错误 ruleset-form
  这不是 GitHub 可导入的规则集
  修改建议：请从较早的提交恢复该文件，或从仓库设置中导出规则集。

1 个错误
`,
  },
  'no-rulesets': {
    files: {},
    variables: [],
    en: `.github/rulesets:1:1 error no-rulesets
  There is no ruleset in .github/rulesets
  fix: Take main.json, bot-branches.json and checks.json from Concord’s repository, and name yours with --root.

1 error
`,
    zh: `.github/rulesets:1:1 错误 no-rulesets
  .github/rulesets 中没有规则集
  修改建议：请取用 Concord 仓库中的 main.json、bot-branches.json 与 checks.json，并用 --root 指定您的仓库。

1 个错误
`,
  },
  'unknown-variable': {
    files: { '.github/rulesets/main.json': RULESET },
    variables: ['PATH=/tmp'],
    en: `--variable error unknown-variable
  "PATH" is no variable that the workflows read
  fix: Use one of: CONCORD_APP_CLIENT_ID, CONCORD_WORKLOAD_IDENTITY_PROVIDER, CONCORD_ENGINE_SERVICE_ACCOUNT, CONCORD_PREVIEW_SERVICE_ACCOUNT, CONCORD_DEPLOY_SERVICE_ACCOUNT, CONCORD_PULUMI_STACK, CONCORD_PULUMI_BACKEND, CONCORD_PUBLISH_DATASET.

1 error
`,
    zh: `--variable 错误 unknown-variable
  工作流不读取变量“PATH”
  修改建议：可用的变量：CONCORD_APP_CLIENT_ID、CONCORD_WORKLOAD_IDENTITY_PROVIDER、CONCORD_ENGINE_SERVICE_ACCOUNT、CONCORD_PREVIEW_SERVICE_ACCOUNT、CONCORD_DEPLOY_SERVICE_ACCOUNT、CONCORD_PULUMI_STACK、CONCORD_PULUMI_BACKEND、CONCORD_PUBLISH_DATASET。

1 个错误
`,
  },
};

test('every code has its case', () => {
  expect(Object.keys(CASES)).toEqual(Object.keys(SETUP_ISSUES));
});

test.each(Object.keys(CASES))('%s', async (code) => {
  const { files, variables, en, zh } = CASES[code] ?? { files: {}, variables: [], en: '', zh: '' };
  for (const [locale, expected] of [
    ['en', en],
    ['zh', zh],
  ] as const) {
    const context = { ...contextFor({ root: REPOSITORY, format: 'pretty', locale }), files: memoryFiles(new Map(Object.entries(files))) };
    const { exitCode, errors } = await printed(context, setupGithub(context, NO_FORGE, { apply: false, variables }));
    expect(errors).toBe(expected);
    expect(exitCode).toBe(2);
  }
});
