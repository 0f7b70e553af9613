import { loadContract } from '../../contract/load-contract.js';
import { loadWorkspace } from '../../contract/load-workspace.js';
import { inFile } from '../../kernel/issue.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { Files } from '../../ports/files.js';
import { code, toldLine, toldLines } from '../../report/blocks.js';
import type { CommandContext } from '../../running/context.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { renderTemplate, TEMPLATE_SIGNATORIES, TEMPLATES, type TemplateValues, WORKSPACE_TEMPLATE } from '../../sample/templates.js';
import { commandText } from '../../words/command-text.js';
import { issue } from '../../words/issue.js';

export interface InitOptions extends Omit<TemplateValues, 'brandSignatories' | 'providerSignatories'> {
  readonly template: string;
}

/** `concord init`: writes a contract to start from; what it writes passes `concord check`. */
export async function init(context: CommandContext, templates: Files, options: InitOptions): Promise<Outcome> {
  const template = TEMPLATES.find((each) => each.name === options.template);
  if (template === undefined) {
    const params = { found: options.template, expected: TEMPLATES.map((each) => each.name).join(', ') };
    return failed([issue('unknown-template', inFile('templates'), params)], new Map(), 2);
  }
  const sources = new Map<string, string>();
  for (const name of template.files) {
    const text = await templates.read(`${template.name}/${name}`);
    if (text !== null) sources.set(name, text);
  }
  const workspacePath = `contracts/${WORKSPACE_TEMPLATE}`;
  const workspace = await context.files.read(workspacePath);
  if (workspace === null) sources.set(WORKSPACE_TEMPLATE, (await templates.read(WORKSPACE_TEMPLATE)) ?? '');
  const values = { ...options, ...signatoriesOf(workspacePath, workspace) };
  const rendered = renderTemplate(template, sources, values);
  for (const path of rendered.keys()) {
    if ((await context.files.read(path)) !== null) return failed([issue('file-exists', inFile(path), { path })], new Map(), 2);
  }
  const texts = new Map([...(workspace === null ? [] : [[workspacePath, workspace] as const]), ...rendered]);
  const { issues } = loadContract(options.id, texts);
  if (hasErrors(issues)) return failed(issues, texts, 2);
  for (const [path, text] of rendered) await context.files.write(path, text);
  const written = [...rendered.keys()];
  const blocks: Report['blocks'] = (locale) => [
    toldLines(
      commandText('init-written', locale, { id: options.id }),
      ...written.map((path) => toldLine(code(path), 1)),
      commandText('init-next', locale, { id: options.id }),
    ),
  ];
  return { ended: 0, report: { document: () => ({ written }), blocks } };
}

/** Those who govern the relationship sign its next contract too; the template's people where there is no workspace yet. */
function signatoriesOf(path: string, text: string | null): Pick<TemplateValues, 'brandSignatories' | 'providerSignatories'> {
  const governance = text === null ? null : (loadWorkspace(new Map([[path, text]])).workspace?.governance ?? null);
  const known = governance !== null && governance.brand.length > 0 && governance.provider.length > 0;
  const { brand, provider } = known ? governance : TEMPLATE_SIGNATORIES;
  return { brandSignatories: brand, providerSignatories: provider };
}
