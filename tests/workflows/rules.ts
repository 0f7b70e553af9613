import pinned from './actions.json' with { type: 'json' };
import { expression, type Job, type Step, type Workflow } from './workflow.js';

/*
 * What keeps the repository's workflows safe, as small named rules over a parsed file. Code of a pull request may only run
 * where nothing can be gained by it; where something can, only the default branch's code runs.
 */

export interface Finding {
  readonly rule: string;
  readonly at: string;
  readonly found: string;
}

type Rule = (workflow: Workflow) => readonly Omit<Finding, 'rule'>[];

interface Pin {
  readonly sha: string;
  readonly version: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}
const ACTIONS = new Map<string, Pin>(Object.entries(pinned));

/** Triggers under which the pull request's own copy of the workflow and of the code runs: trusted with nothing. */
const OF_HEAD: ReadonlySet<string> = new Set(['pull_request', 'pull_request_review']);
/** Triggers under which the default branch's workflow runs, whoever caused them. `push` comes after the merge. */
const OF_DEFAULT: ReadonlySet<string> = new Set([
  'pull_request_target',
  'workflow_run',
  'issue_comment',
  'issues',
  'schedule',
  'workflow_dispatch',
  'push',
]);

/** On a schedule the event names no repository; the run's own ref is the default branch then. */
const DEFAULT_BRANCH = expression('github.event.repository.default_branch || github.ref');

/** A job by what can make it run: one that only runs for a trigger says so in its `if`. */
function triggersOf(workflow: Workflow, job: Job): readonly string[] {
  const not = /^github\.event_name != '(\w+)' && /.exec(job.if)?.[1];
  if (not !== undefined) return workflow.triggers.filter((trigger) => trigger !== not);
  const only = /^github\.event_name == '(\w+)' && /.exec(job.if)?.[1];
  return only === undefined || !workflow.triggers.includes(only) ? workflow.triggers : [only];
}

const runsHead = (workflow: Workflow, job: Job) => triggersOf(workflow, job).some((trigger) => OF_HEAD.has(trigger));
const at = (job: Job, index?: number) => (index === undefined ? job.id : `${job.id}[${index}]`);

function eachJob(look: (job: Job, workflow: Workflow) => readonly string[]): Rule {
  return (workflow) => workflow.jobs.flatMap((job) => look(job, workflow).map((found) => ({ at: at(job), found })));
}

function eachStep(look: (step: Step, job: Job, workflow: Workflow) => readonly string[]): Rule {
  return (workflow) =>
    workflow.jobs.flatMap((job) =>
      job.steps.flatMap((step, index) => look(step, job, workflow).map((found) => ({ at: at(job, index), found }))),
    );
}

const expressionsIn = (text: string): string[] => [...text.matchAll(/\$\{\{(.*?)\}\}/gs)].map(([, inner = '']) => inner.trim());
const actionOf = (step: Step): string => step.uses?.split('@')[0] ?? '';
const isAction = (step: Step, name: string): boolean => actionOf(step) === name;

/** Most that a job of default-branch code may ask for. */
const MAY: Readonly<Record<string, string>> = {
  contents: 'write',
  'id-token': 'write',
  issues: 'write',
  'pull-requests': 'write',
  statuses: 'write',
};

/** Everything that expressions may say where the default branch's code runs: no title, body, branch or label of anybody. */
const MAY_SAY: readonly RegExp[] = [
  /^github\.(token|ref|sha|event_name|repository)$/,
  /^github\.event\.repository\.default_branch$/,
  // GitHub's own words.
  /^github\.event\.action$/,
  // Which of the workflow's own hours it is.
  /^github\.event\.schedule$/,
  /^github\.event\.comment\.author_association$/,
  // Who opened it, compared with one account of GitHub's own.
  /^github\.event\.pull_request\.user\.login$/,
  /^github\.event\.(pull_request|issue)\.number$/,
  /^github\.event\.issue\.pull_request$/,
  // Names of repositories have no character that a shell or an expression would mind.
  /^github\.event\.pull_request\.head\.repo\.full_name$/,
  /^github\.event\.comment\.user\.type$/,
  // Who can start a workflow can write; what they write is one argument.
  /^github\.event\.inputs\.again$/,
  // Only to see whether there is a form's among them.
  /^(contains|join|fromJSON|github\.event\.issue\.labels\.\*\.name)$/,
  /^github\.event\.workflow_run\.pull_requests\[0\]\.number$/,
  /^vars\.CONCORD_[A-Z_]+$/,
  /^secrets\.CONCORD_[A-Z_]+$/,
  /^steps\.\w+\.outputs\.\w+$/,
  /^(success|failure)$/,
];
/** Further ones where only the pull request's own code runs. */
const HEAD_MAY_SAY: readonly RegExp[] = [/^needs\.\w+\.outputs\.\w+$/];

function wordsOf(expression: string): string[] {
  return expression.replace(/'[^']*'/g, ' ').match(/[A-Za-z_][\w.[\]*-]*/g) ?? [];
}

/** Lines that the default branch's code is run by; nothing else is called there. */
const TRUSTED_LINES: readonly RegExp[] = [
  /^npm ci( --omit=dev( --omit=optional)?)? --ignore-scripts$/,
  /^npm --prefix build (ci --ignore-scripts|run build)$/,
  /^echo "::notice::[\w ;.,]+"$/,
  // What has come since; the paths are the file's own.
  /^git diff --quiet "\$GITHUB_SHA" HEAD -- \.( ':\(exclude(,glob)?\)[\w.*/]+')+ \|\| echo "\w+=true" >> "\$GITHUB_OUTPUT"$/,
  /^(?:node dist\/cli\.js|npx --no concord) [\w -]+( "\$[A-Z_]+")?( [\w -]+)?( > \w+\.json)?$/,
  /^(if \[ -n "\$[A-Z_]+" \]; then|else|fi|cat \w+\.json)$/,
  /^[A-Z_]+="\$\(node -p 'JSON\.parse\(fs\.readFileSync\("\w+\.json", "utf8"\)\)\.\w+ \?\? ""'\)"$/,
];

export const RULES: Readonly<Record<string, Rule>> = {
  'known-trigger': (workflow) =>
    workflow.triggers.filter((name) => !OF_HEAD.has(name) && !OF_DEFAULT.has(name)).map((found) => ({ at: 'on', found })),

  'no-permissions-by-default': ({ permissions }) =>
    permissions !== null && Object.keys(permissions).length === 0 ? [] : [{ at: 'permissions', found: JSON.stringify(permissions) }],

  'permissions-are-named': eachJob(({ permissions }) => (permissions === null || '' in permissions ? [JSON.stringify(permissions)] : [])),

  'no-wide-permissions': eachJob((job, workflow) =>
    Object.entries(job.permissions ?? {}).flatMap(([name, level]) => {
      const most = runsHead(workflow, job) ? { contents: 'read', 'id-token': 'write' }[name] : MAY[name];
      return level === 'none' || level === most || (level === 'read' && most === 'write') ? [] : [`${name}: ${level}`];
    }),
  ),

  // Without this, a change of a workflow in a pull request could hand its author the cloud or the app.
  'no-secret-for-head-code': eachJob((job, workflow) =>
    runsHead(workflow, job) && job.texts.some((text) => /\bsecrets\b|github\.token/.test(text)) ? ['secrets'] : [],
  ),

  'identity-of-forks': eachJob((job, workflow) => {
    const identity = job.permissions?.['id-token'] === 'write' && runsHead(workflow, job);
    return identity && !job.if.includes('github.event.pull_request.head.repo.full_name == github.repository') ? ['id-token'] : [];
  }),

  'secrets-in-an-environment': eachJob((job) =>
    job.environment === null && job.texts.some((text) => /\bsecrets\b/.test(text)) ? ['secrets'] : [],
  ),

  'pinned-actions': eachStep(({ uses, comment }) => {
    if (uses === null) return [];
    const [name = '', ref = ''] = uses.split('@');
    const pin = ACTIONS.get(name);
    return pin !== undefined && pin.sha === ref && pin.version === comment ? [] : [`${uses} # ${comment}`];
  }),

  'known-inputs': eachStep((step) => {
    const known = ACTIONS.get(actionOf(step))?.inputs;
    return known === undefined ? [] : Object.keys(step.with).filter((input) => !known.includes(input));
  }),

  'known-outputs': eachStep((step, job) => {
    const said = [step.if, ...Object.values(step.env), ...Object.values(step.with)].join(' ');
    return [...said.matchAll(/steps\.(\w+)\.outputs\.(\w+)/g)].flatMap(([whole, id, output = '']) => {
      const source = job.steps.slice(0, job.steps.indexOf(step)).find((before) => before.id === id);
      const own = source?.run?.includes(`"${output}=`) === true && source.run.includes('>> "$GITHUB_OUTPUT"');
      return source !== undefined && (own || ACTIONS.get(actionOf(source))?.outputs.includes(output) === true) ? [] : [whole];
    });
  }),

  'no-expression-in-run': eachStep(({ run }) => (run?.includes('${{') === true ? [run.trim()] : [])),

  'no-text-of-others': eachJob((job, workflow) => {
    const allowed = runsHead(workflow, job) ? [...MAY_SAY, ...HEAD_MAY_SAY] : MAY_SAY;
    const conditions = [job.if, ...job.steps.map((step) => step.if)];
    const words = [...conditions, ...job.texts.flatMap(expressionsIn)].flatMap(wordsOf);
    return [...new Set(words)].filter((word) => !allowed.some((form) => form.test(word)));
  }),

  'default-branch-code-only': eachStep((step, job, workflow) => {
    if (runsHead(workflow, job) || !isAction(step, 'actions/checkout')) return [];
    const { ref, ...others } = step.with;
    const more = Object.keys(others).filter((input) => input !== 'persist-credentials' && input !== 'fetch-depth');
    const asPushed = ref === undefined && triggersOf(workflow, job).every((trigger) => trigger === 'push');
    return [...(ref === DEFAULT_BRANCH || asPushed ? [] : [`ref: ${ref ?? '-'}`]), ...more];
  }),

  'trusted-lines-only': eachStep((step, job, workflow) => {
    if (step.run === null || runsHead(workflow, job)) return [];
    const lines = step.run.split('\n').map((line) => line.trim());
    return lines.filter((line) => line !== '' && !TRUSTED_LINES.some((form) => form.test(line)));
  }),

  'no-credentials-left-behind': eachStep((step) =>
    isAction(step, 'actions/checkout') && step.with['persist-credentials'] !== 'false' ? ['persist-credentials'] : [],
  ),

  'no-install-scripts': eachStep(({ run }) => {
    const installs = (run ?? '').split('\n').filter((line) => /\b(npm\b.*\s(ci|i|install|exec|update)|npx|yarn|pnpm)\b/.test(line));
    return (
      installs
        // What is installed is run, and nothing is fetched.
        .filter((line) => !line.trim().startsWith('npx --no concord '))
        .filter((line) => !/^npm (--prefix [\w/]+ )?ci (--omit=\w+ )*--ignore-scripts$/.test(line.trim()))
        .map((line) => line.trim())
    );
  }),

  // A cache that head code may write would be default-branch code's way to run it.
  'no-shared-cache': eachStep((step, job, workflow) => {
    if (runsHead(workflow, job) || !isAction(step, 'actions/setup-node')) return [];
    return step.with['package-manager-cache'] === 'false' && !('cache' in step.with) ? [] : ['cache'];
  }),

  'app-token-like-the-job': eachStep((step, job) => {
    if (!isAction(step, 'actions/create-github-app-token')) return [];
    const asked = Object.entries(step.with).flatMap(([input, level]) =>
      input.startsWith('permission-') ? [`${input.slice('permission-'.length)}: ${level}`] : [],
    );
    const own = Object.entries(job.permissions ?? {}).flatMap(([name, level]) => (name === 'id-token' ? [] : [`${name}: ${level}`]));
    const same = asked.length > 0 && asked.sort().join() === own.sort().join();
    return same ? [] : [asked.join(', ')];
  }),

  'hosted-runner': eachJob(({ runsOn }) => (runsOn === 'ubuntu-latest' ? [] : [runsOn])),

  'time-limit': eachJob(({ timeout }) => (timeout !== null && timeout <= 60 ? [] : [String(timeout)])),

  // A decision or a commit that is cut off in the middle is mended by the next run, but should not be asked for.
  'one-at-a-time': eachJob((job, workflow) => {
    const { group, 'cancel-in-progress': cancel } = { ...workflow.concurrency, ...job.concurrency };
    const wanted = triggersOf(workflow, job).every((trigger) => trigger === 'pull_request') ? ['true', 'false'] : ['false'];
    return group !== undefined && wanted.includes(cancel ?? '') ? [] : [`${group ?? '-'}, ${cancel ?? '-'}`];
  }),
};

/** Everything that is wrong with a workflow. */
export function findingsOf(workflow: Workflow): Finding[] {
  return Object.entries(RULES).flatMap(([rule, look]) => look(workflow).map((finding) => ({ rule, ...finding })));
}
