import { type Call, created, done, type Handlers, ok, reads, writes } from '../call.js';
import { addLabels, comment, editComment, editText, MOST_BODY, openIssue } from '../discussion.js';
import { ApiError, type Comment, type Label } from '../model.js';
import { presentTimeline } from '../present-history.js';

/* Issues, labels and comments; pull requests have all three. */

function requireBody(body: string): void {
  const long = [...body].length > MOST_BODY;
  if (body.trim() === '' || long) {
    const message = long ? `body is too long (maximum is ${MOST_BODY} characters)` : "Body can't be blank";
    throw new ApiError(422, 'Validation Failed', [{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message }]);
  }
}

function commentOf(call: Call): Comment {
  const found = call.world.state.comments.find(({ id }) => id === call.number('comment_id'));
  if (found === undefined) throw new ApiError(404, 'Not Found');
  return found;
}

function requireOwn(call: Call, userId: number): void {
  const { actor, world } = call;
  if (actor.account.id !== userId && !(actor.appId === null && world.hasRole(actor.account, 'write'))) {
    throw new ApiError(403, 'You cannot change this comment.');
  }
}

function labelOf(call: Call): Label {
  const name = call.text('name').toLowerCase();
  const found = call.world.state.labels.find((label) => label.name.toLowerCase() === name);
  if (found === undefined) throw new ApiError(404, 'Not Found');
  return found;
}

type WrittenLabel = string | { readonly name?: string };
const nameOf = (label: WrittenLabel): string => (typeof label === 'string' ? label : (label.name ?? ''));

export const issues: Handlers = {
  'issues/list-for-repo': reads('issues', (call) => {
    const state = call.asked('state') ?? 'open';
    const labels = (call.asked('labels') ?? '').split(',').filter(Boolean);
    const found = call.world.state.issues.filter(
      (issue) =>
        (state === 'all' || issue.state === state) &&
        labels.every((wanted) => issue.labels.some((label) => label.toLowerCase() === wanted.toLowerCase())),
    );
    const by = call.asked('sort') === 'updated' ? 'updatedAt' : 'number';
    found.sort((a, b) => a[by] - b[by]);
    if (call.asked('direction') !== 'asc') found.reverse();
    return call.page(found, (issue) => call.present.issue(issue));
  }),
  'issues/get': reads('issues', (call) => ok(call.present.issue(call.world.issue(call.number('issue_number'))))),
  'issues/create': writes('issues', 'read', (call) => {
    const body = call.body<{ title: string | number; body?: string; labels?: readonly WrittenLabel[] }>();
    // labels of people who may not set any are dropped without a word
    const may = call.actor.appId !== null || call.world.hasRole(call.actor.account, 'triage');
    const labels = may ? (body.labels ?? []).map(nameOf) : [];
    return created(call.present.issue(openIssue(call.world, call.actor, String(body.title), body.body ?? null, labels)));
  }),
  'issues/update': writes('issues', 'read', (call) => {
    const { actor, world } = call;
    const issue = world.issue(call.number('issue_number'));
    const body = call.body<{
      title?: string;
      body?: string | null;
      state?: 'open' | 'closed';
      state_reason?: 'completed' | 'not_planned' | null;
      labels?: readonly WrittenLabel[];
    }>();
    if (actor.appId === null && issue.authorId !== actor.account.id && !world.hasRole(actor.account, 'triage')) {
      throw new ApiError(403, 'Must have triage rights to Repository.');
    }
    editText(world, actor, issue, body);
    if (body.labels !== undefined) {
      issue.labels = [];
      addLabels(world, actor, issue, body.labels.map(nameOf));
    }
    if (body.state === 'closed' && issue.state === 'open') world.closeIssue(issue, actor.account, body.state_reason ?? 'completed');
    if (body.state === 'open' && issue.state === 'closed') world.reopenIssue(issue, actor.account);
    return ok(call.present.issue(issue));
  }),
  'issues/list-comments': reads('issues|pull_requests', (call) => {
    const { number } = call.world.issue(call.number('issue_number'));
    const since = call.asked('since');
    const found = call.world.state.comments.filter(
      (one) => one.number === number && (since === null || one.updatedAt >= Date.parse(since)),
    );
    return call.page(found, (one) => call.present.comment(one));
  }),
  'issues/get-comment': reads('issues|pull_requests', (call) => ok(call.present.comment(commentOf(call)))),
  'issues/create-comment': writes('issues|pull_requests', 'read', (call) => {
    const { body } = call.body<{ body: string }>();
    requireBody(body);
    return created(call.present.comment(comment(call.world, call.actor, call.number('issue_number'), body)));
  }),
  'issues/update-comment': writes('issues|pull_requests', 'read', (call) => {
    const { body } = call.body<{ body: string }>();
    const found = commentOf(call);
    requireOwn(call, found.userId);
    requireBody(body);
    editComment(call.world, call.actor, found, body);
    return ok(call.present.comment(found));
  }),
  'issues/delete-comment': writes('issues|pull_requests', 'read', (call) => {
    const found = commentOf(call);
    requireOwn(call, found.userId);
    call.world.state.comments = call.world.state.comments.filter((one) => one !== found);
    return done;
  }),
  'issues/list-labels-for-repo': reads('issues', (call) => call.page(call.world.state.labels, (label) => call.present.label(label))),
  'issues/get-label': reads('issues', (call) => ok(call.present.label(labelOf(call)))),
  'issues/create-label': writes('issues', 'write', (call) => {
    const { name, color = 'ededed', description = null } = call.body<{ name: string; color?: string; description?: string | null }>();
    if (!/^[0-9a-fA-F]{6}$/.test(color) || [...name].length > 50 || [...(description ?? '')].length > 100)
      throw new ApiError(422, 'Validation Failed', [{ resource: 'Label', code: 'invalid', field: 'name' }]);
    if (call.world.state.labels.some((label) => label.name.toLowerCase() === name.toLowerCase())) {
      throw new ApiError(422, 'Validation Failed', [{ resource: 'Label', code: 'already_exists', field: 'name' }]);
    }
    const label = { id: call.world.nextId(), name, color, description };
    call.world.state.labels.push(label);
    return created(call.present.label(label));
  }),
  'issues/update-label': writes('issues', 'write', (call) => {
    const { new_name, color, description } = call.body<{ new_name?: string; color?: string; description?: string }>();
    const label = labelOf(call);
    Object.assign(label, { name: new_name ?? label.name, color: color ?? label.color, description: description ?? label.description });
    return ok(call.present.label(label));
  }),
  'issues/delete-label': writes('issues', 'write', (call) => {
    const label = labelOf(call);
    call.world.state.labels = call.world.state.labels.filter((one) => one !== label);
    for (const issue of call.world.state.issues) issue.labels = issue.labels.filter((name) => name !== label.name);
    return done;
  }),
  'issues/list-labels-on-issue': reads('issues|pull_requests', (call) => {
    return call.page(call.present.labelsOf(call.world.issue(call.number('issue_number'))), (label) => label);
  }),
  'issues/add-labels': writes('issues|pull_requests', 'triage', (call) => {
    const issue = call.world.issue(call.number('issue_number'));
    const body = call.body<{ labels?: readonly WrittenLabel[] } | readonly WrittenLabel[]>();
    addLabels(call.world, call.actor, issue, ('labels' in body ? (body.labels ?? []) : (body as readonly WrittenLabel[])).map(nameOf));
    return ok(call.present.labelsOf(issue));
  }),
  'issues/remove-label': writes('issues|pull_requests', 'triage', (call) => {
    const issue = call.world.issue(call.number('issue_number'));
    const name = call.text('name').toLowerCase();
    if (!issue.labels.some((label) => label.toLowerCase() === name)) throw new ApiError(404, 'Label does not exist');
    issue.labels = issue.labels.filter((label) => label.toLowerCase() !== name);
    call.world.note(issue.number, 'unlabeled', call.actor.account, { label: call.text('name') });
    return ok(call.present.labelsOf(issue));
  }),
  'issues/list-events-for-timeline': reads('issues|pull_requests', (call) => {
    const { number } = call.world.issue(call.number('issue_number'));
    return call.page(presentTimeline(call.present, number), (entry) => entry);
  }),
};
