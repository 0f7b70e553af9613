import { loadWorkspace } from '../../contract/load-workspace.js';
import { WORKSPACE_FILE } from '../../contract/paths.js';
import { quote } from '../../contract/quote.js';
import { readDay } from '../../drafting/read-answer.js';
import { type Issue, inNoFile } from '../../kernel/issue.js';
import type { Filler } from '../../kernel/text.js';
import type { Outcome } from '../../media/outcome.js';
import type { Files } from '../../ports/files.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { writeNewContract } from '../../running/new-contract.js';
import {
  renderTemplate,
  TEMPLATE_SIGNATORIES,
  TEMPLATES,
  type Template,
  type TemplateValues,
  WORKSPACE_TEMPLATE,
} from '../../sample/templates.js';
import { issue } from '../../words/issue.js';

export interface InitOptions extends Pick<TemplateValues, 'id' | 'from' | 'to'> {
  readonly template: string;
  /** Null: as the workspace says. */
  readonly brand: string | null;
  readonly provider: string | null;
  readonly currency: string | null;
  readonly timezone: string | null;
}

/** What a contract begins with where neither an option nor the workspace says it. */
const STANDARD = { brand: 'Brand', provider: 'Provider', currency: 'USD', timezone: 'Asia/Shanghai' };

/** `concord init --template`: writes a contract to start from; what it writes passes `concord check`. */
export async function init(context: CommandContext, templates: Files, options: InitOptions): Promise<Outcome> {
  const template = TEMPLATES.find((each) => each.name === options.template);
  if (template === undefined) {
    const params = { found: options.template, expected: TEMPLATES.map((each) => each.name) };
    return failed([issue('unknown-template', inNoFile('--template'), params)], new Map(), 2);
  }
  const workspace = await context.files.read(WORKSPACE_FILE);
  const unfit = unfitFor(template, workspace);
  if (unfit !== null) return failed([unfit], new Map(), 2);
  const [from, to] = [readDay(options.from, 'first'), readDay(options.to, 'last')];
  const wrong = [
    ...('value' in from ? [] : [refusedDay('from', options.from, from.expected)]),
    ...('value' in to ? [] : [refusedDay('to', options.to, to.expected)]),
  ];
  if (!('value' in from) || !('value' in to)) return failed(wrong, new Map(), 2);
  const sources = new Map<string, string>();
  for (const name of template.files) {
    const text = await templates.read(`${template.name}/${name}`);
    if (text !== null) sources.set(name, text);
  }
  if (workspace === null) {
    const own = await templates.read(WORKSPACE_TEMPLATE);
    if (own === null) return failed([issue('no-workspace', inNoFile('init'), { file: WORKSPACE_FILE })], new Map(), 2);
    sources.set(WORKSPACE_TEMPLATE, own);
  }
  const rendered = renderTemplate(template, sources, valuesOf({ ...options, from: from.value, to: to.value }, workspace));
  return writeNewContract(context, options.id, rendered, new Map(workspace === null ? [] : [[WORKSPACE_FILE, workspace]]));
}

/** Why a template is of no use where the workspace says that BigQuery measures; null where it is. */
function unfitFor({ name, ofFilesAlone = [] }: Template, workspace: string | null): Issue | null {
  if (ofFilesAlone.length === 0 || workspaceIn(workspace)?.warehouse.engine !== 'bigquery') return null;
  const expected = TEMPLATES.flatMap((each) => (each.ofFilesAlone === undefined ? [each.name] : []));
  return issue('template-of-files', inNoFile('--template'), { found: name, packs: ofFilesAlone, expected });
}

function workspaceIn(text: string | null) {
  return text === null ? null : loadWorkspace(new Map([[WORKSPACE_FILE, text]])).workspace;
}

const refusedDay = (id: 'from' | 'to', found: string, expected: Filler): Issue =>
  issue('answer-refused', inNoFile(`--${id}`), { answer: `@question.${id}`, expected, found: quote(found) });

/** Those who govern the relationship sign its next contract too; the template's people where there is no workspace yet. */
function valuesOf({ id, from, to, ...given }: InitOptions, text: string | null): TemplateValues {
  const workspace = workspaceIn(text);
  const standard = { ...STANDARD, ...workspace?.defaults };
  const named = workspace !== null && workspace.governance.brand.length > 0 && workspace.governance.provider.length > 0;
  const { brand, provider } = named ? workspace.governance : TEMPLATE_SIGNATORIES;
  return {
    ...{ id, from, to, brandSignatories: brand, providerSignatories: provider },
    brand: given.brand ?? standard.brand,
    provider: given.provider ?? standard.provider,
    currency: given.currency ?? standard.currency,
    timezone: given.timezone ?? standard.timezone,
  };
}
