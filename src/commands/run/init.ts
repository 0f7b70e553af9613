import { loadWorkspace } from '../../contract/load-workspace.js';
import { WORKSPACE_FILE } from '../../contract/paths.js';
import { inFile } from '../../kernel/issue.js';
import type { Outcome } from '../../media/outcome.js';
import type { Files } from '../../ports/files.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { writeNewContract } from '../../running/new-contract.js';
import { renderTemplate, TEMPLATE_SIGNATORIES, TEMPLATES, type TemplateValues, WORKSPACE_TEMPLATE } from '../../sample/templates.js';
import { issue } from '../../words/issue.js';

export interface InitOptions extends Omit<TemplateValues, 'brandSignatories' | 'providerSignatories'> {
  readonly template: string;
}

/** `concord init --template`: writes a contract to start from; what it writes passes `concord check`. */
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
  const workspace = await context.files.read(WORKSPACE_FILE);
  if (workspace === null) sources.set(WORKSPACE_TEMPLATE, (await templates.read(WORKSPACE_TEMPLATE)) ?? '');
  const rendered = renderTemplate(template, sources, { ...options, ...signatoriesOf(workspace) });
  return writeNewContract(context, options.id, rendered, new Map(workspace === null ? [] : [[WORKSPACE_FILE, workspace]]));
}

/** Those who govern the relationship sign its next contract too; the template's people where there is no workspace yet. */
function signatoriesOf(text: string | null): Pick<TemplateValues, 'brandSignatories' | 'providerSignatories'> {
  const governance = text === null ? null : (loadWorkspace(new Map([[WORKSPACE_FILE, text]])).workspace?.governance ?? null);
  const known = governance !== null && governance.brand.length > 0 && governance.provider.length > 0;
  const { brand, provider } = known ? governance : TEMPLATE_SIGNATORIES;
  return { brandSignatories: brand, providerSignatories: provider };
}
