import type { Account, Comment, Issue, Label, Review, Role, Status } from './model.js';
import { GHOST, type World } from './world.js';

/* What the loopback knows in the shapes of GitHub's answers. */

export type Shape = Readonly<Record<string, unknown>>;

export const time = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');
export const timeOrNull = (at: number | null): string | null => (at === null ? null : time(at));
export const nodeId = (kind: string, id: number | string): string => `${kind}_${Buffer.from(String(id)).toString('base64url')}`;

export class Present {
  constructor(readonly world: World) {}

  get slug(): string {
    const { ownerId, name } = this.world.state.repository;
    return `${this.world.account(ownerId)?.login}/${name}`;
  }

  /** The address of something of the repository. */
  api(path: string): string {
    return `${this.world.url}/repos/${this.slug}${path}`;
  }

  html(path: string): string {
    return `https://github.com/${this.slug}${path}`;
  }

  /** Whoever wrote it, or the ghost in their place. */
  user(id: number): Shape {
    return this.account(this.world.account(id) ?? { id: GHOST.id, login: GHOST.login, kind: 'User', deleted: false });
  }

  account({ id, login, kind }: Account): Shape {
    const url = `${this.world.url}/users/${encodeURIComponent(login)}`;
    return {
      login,
      id,
      node_id: nodeId('U', id),
      avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
      gravatar_id: '',
      url,
      html_url: `https://github.com/${kind === 'Bot' ? `apps/${login.replace('[bot]', '')}` : login}`,
      followers_url: `${url}/followers`,
      following_url: `${url}/following{/other_user}`,
      gists_url: `${url}/gists{/gist_id}`,
      starred_url: `${url}/starred{/owner}{/repo}`,
      subscriptions_url: `${url}/subscriptions`,
      organizations_url: `${url}/orgs`,
      repos_url: `${url}/repos`,
      events_url: `${url}/events{/privacy}`,
      received_events_url: `${url}/received_events`,
      type: kind,
      site_admin: false,
      user_view_type: 'public',
    };
  }

  publicUser(account: Account): Shape {
    const nothing = { company: null, blog: '', location: null, email: null, hireable: null, bio: null, twitter_username: null };
    const counts = { public_repos: 0, public_gists: 0, followers: 0, following: 0 };
    return { ...this.account(account), name: account.login, ...nothing, ...counts, created_at: time(0), updated_at: time(0) };
  }

  privateUser(account: Account): Shape {
    const more = { private_gists: 0, total_private_repos: 0, owned_private_repos: 0, disk_usage: 0, collaborators: 0 };
    return { ...this.publicUser(account), ...more, two_factor_authentication: true, user_view_type: 'private' };
  }

  permissions(role: Role | null): Shape {
    const ranks: readonly (Role | null)[] = [null, 'read', 'triage', 'write', 'maintain', 'admin'];
    const from = (wanted: Role) => ranks.indexOf(role) >= ranks.indexOf(wanted);
    return { admin: from('admin'), maintain: from('maintain'), push: from('write'), triage: from('triage'), pull: from('read') };
  }

  /** How the author stands to the repository. */
  association(id: number): string {
    const { repository, roles } = this.world.state;
    if (id === repository.ownerId) return 'OWNER';
    return roles[id] === undefined ? 'NONE' : 'COLLABORATOR';
  }

  label(label: Label): Shape {
    const url = this.api(`/labels/${encodeURIComponent(label.name)}`);
    const { id, name, color, description } = label;
    return { id, node_id: nodeId('LA', id), url, name, color, default: false, description };
  }

  labelsOf(issue: Issue): Shape[] {
    return issue.labels.flatMap((name) => {
      const label = this.world.state.labels.find((one) => one.name.toLowerCase() === name.toLowerCase());
      return label === undefined ? [] : [this.label(label)];
    });
  }

  app(id: number | null): Shape | null {
    const app = this.world.state.apps.find((one) => one.id === id);
    if (app === undefined) return null;
    return {
      id: app.id,
      slug: app.slug,
      node_id: nodeId('A', app.id),
      owner: this.user(this.world.state.repository.ownerId),
      name: app.slug,
      description: '',
      external_url: 'https://example.com',
      html_url: `https://github.com/apps/${app.slug}`,
      created_at: time(0),
      updated_at: time(0),
      permissions: app.permissions,
      events: [],
    };
  }

  issue(issue: Issue): Shape {
    const { number, pull } = issue;
    const url = this.api(`/issues/${number}`);
    const kind = pull === null ? 'issues' : 'pull';
    const links = {
      url: this.api(`/pulls/${number}`),
      html_url: this.html(`/pull/${number}`),
      diff_url: this.html(`/pull/${number}.diff`),
      patch_url: this.html(`/pull/${number}.patch`),
      merged_at: timeOrNull(pull?.mergedAt ?? null),
    };
    return {
      ...this.talk(issue),
      url,
      repository_url: this.api(''),
      labels_url: `${url}/labels{/name}`,
      events_url: `${url}/events`,
      html_url: this.html(`/${kind}/${number}`),
      node_id: nodeId(pull === null ? 'I' : 'PR', issue.id),
      state_reason: issue.stateReason,
      comments: this.world.state.comments.filter((comment) => comment.number === number).length,
      closed_by: issue.closedById === null ? null : this.user(issue.closedById),
      performed_via_github_app: this.app(issue.appId),
      timeline_url: `${url}/timeline`,
      ...(pull === null ? {} : { draft: pull.draft, pull_request: links }),
    };
  }

  /** What an issue and a pull request have in common. */
  talk(issue: Issue): Shape {
    const assignees = issue.assigneeIds.map((id) => this.user(id));
    return {
      id: issue.id,
      number: issue.number,
      comments_url: this.api(`/issues/${issue.number}/comments`),
      state: issue.state,
      locked: issue.locked,
      active_lock_reason: null,
      title: issue.title,
      body: issue.body,
      user: this.user(issue.authorId),
      labels: this.labelsOf(issue),
      milestone: null,
      assignee: assignees[0] ?? null,
      assignees,
      created_at: time(issue.createdAt),
      updated_at: time(issue.updatedAt),
      closed_at: timeOrNull(issue.closedAt),
      author_association: this.association(issue.authorId),
    };
  }

  comment(comment: Comment): Shape {
    const issue = this.world.issue(comment.number);
    const kind = issue.pull === null ? 'issues' : 'pull';
    return {
      id: comment.id,
      node_id: nodeId('IC', comment.id),
      url: this.api(`/issues/comments/${comment.id}`),
      html_url: this.html(`/${kind}/${comment.number}#issuecomment-${comment.id}`),
      body: comment.body,
      user: this.user(comment.userId),
      created_at: time(comment.createdAt),
      updated_at: time(comment.updatedAt),
      issue_url: this.api(`/issues/${comment.number}`),
      author_association: this.association(comment.userId),
      performed_via_github_app: this.app(comment.appId),
    };
  }

  review(review: Review): Shape {
    const html = this.html(`/pull/${review.number}#pullrequestreview-${review.id}`);
    const pullRequest = this.api(`/pulls/${review.number}`);
    return {
      id: review.id,
      node_id: nodeId('PRR', review.id),
      user: this.world.account(review.userId) === null ? null : this.user(review.userId),
      body: review.body,
      state: review.state,
      html_url: html,
      pull_request_url: pullRequest,
      _links: { html: { href: html }, pull_request: { href: pullRequest } },
      ...(review.submittedAt === null ? {} : { submitted_at: time(review.submittedAt) }),
      commit_id: review.commit,
      author_association: this.association(review.userId),
    };
  }

  status(status: Status): Shape {
    return {
      url: this.api(`/statuses/${status.sha}`),
      avatar_url: `https://avatars.githubusercontent.com/u/${status.creatorId}?v=4`,
      id: status.id,
      node_id: nodeId('SC', status.id),
      state: status.state,
      description: status.description,
      target_url: status.targetUrl,
      context: status.context,
      created_at: time(status.at),
      updated_at: time(status.at),
      creator: this.world.account(status.creatorId) === null ? null : this.user(status.creatorId),
    };
  }
}
