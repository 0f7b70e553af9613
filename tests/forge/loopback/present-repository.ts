import { nodeId, type Present, type Shape, time } from './present.js';
import type { Actor } from './world.js';

/** A repository or a fork of it in the shape of GitHub's answers; most of it is addresses. */
export function presentRepository(present: Present, actor: Actor | null, forkId: number | null = null): Shape {
  const { world } = present;
  const { repository, forks } = world.state;
  const fork = forks.find(({ id }) => id === forkId);
  const id = forkId ?? repository.id;
  const owner = present.user(fork?.ownerId ?? repository.ownerId);
  const fullName = `${String(owner.login)}/${repository.name}`;
  const url = `${world.url}/repos/${fullName}`;
  const html = `https://github.com/${fullName}`;
  const open = world.state.issues.filter(({ state }) => state === 'open').length;
  return {
    id,
    node_id: nodeId('R', id),
    name: repository.name,
    full_name: fullName,
    private: repository.private,
    owner,
    html_url: html,
    description: null,
    fork: forkId !== null,
    url,
    ...addresses(url),
    git_url: `git://github.com/${fullName}.git`,
    ssh_url: `git@github.com:${fullName}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: null,
    language: null,
    forks_count: forks.length,
    stargazers_count: 0,
    watchers_count: 0,
    size: 1,
    default_branch: repository.defaultBranch,
    open_issues_count: open,
    topics: [],
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    visibility: repository.private ? 'private' : 'public',
    pushed_at: time(world.now),
    created_at: time(0),
    updated_at: time(world.now),
    ...(actor === null || forkId !== null ? {} : { permissions: present.permissions(world.roleOf(actor.account)) }),
    forks: forks.length,
    open_issues: open,
    watchers: 0,
    license: null,
  };
}

/** What only the full answer has. */
export function presentFullRepository(present: Present, actor: Actor): Shape {
  const { repository } = present.world.state;
  const owner = present.world.account(repository.ownerId);
  const organization = owner?.kind === 'Organization' ? { organization: present.user(owner.id) } : {};
  const settings = actor.appId === null && !present.world.hasRole(actor.account, 'write') ? {} : repository.settings;
  return { ...presentRepository(present, actor), subscribers_count: 0, network_count: 0, ...organization, ...settings };
}

function addresses(url: string): Shape {
  return {
    archive_url: `${url}/{archive_format}{/ref}`,
    assignees_url: `${url}/assignees{/user}`,
    blobs_url: `${url}/git/blobs{/sha}`,
    branches_url: `${url}/branches{/branch}`,
    collaborators_url: `${url}/collaborators{/collaborator}`,
    comments_url: `${url}/comments{/number}`,
    commits_url: `${url}/commits{/sha}`,
    compare_url: `${url}/compare/{base}...{head}`,
    contents_url: `${url}/contents/{+path}`,
    contributors_url: `${url}/contributors`,
    deployments_url: `${url}/deployments`,
    downloads_url: `${url}/downloads`,
    events_url: `${url}/events`,
    forks_url: `${url}/forks`,
    git_commits_url: `${url}/git/commits{/sha}`,
    git_refs_url: `${url}/git/refs{/sha}`,
    git_tags_url: `${url}/git/tags{/sha}`,
    hooks_url: `${url}/hooks`,
    issue_comment_url: `${url}/issues/comments{/number}`,
    issue_events_url: `${url}/issues/events{/number}`,
    issues_url: `${url}/issues{/number}`,
    keys_url: `${url}/keys{/key_id}`,
    labels_url: `${url}/labels{/name}`,
    languages_url: `${url}/languages`,
    merges_url: `${url}/merges`,
    milestones_url: `${url}/milestones{/number}`,
    notifications_url: `${url}/notifications{?since,all,participating}`,
    pulls_url: `${url}/pulls{/number}`,
    releases_url: `${url}/releases{/id}`,
    stargazers_url: `${url}/stargazers`,
    statuses_url: `${url}/statuses/{sha}`,
    subscribers_url: `${url}/subscribers`,
    subscription_url: `${url}/subscription`,
    tags_url: `${url}/tags`,
    teams_url: `${url}/teams`,
    trees_url: `${url}/git/trees{/sha}`,
  };
}
