import { type Handlers, ok, open, reads, writes } from '../call.js';
import { ApiError } from '../model.js';
import { presentFullRepository, presentRepository } from '../present-repository.js';

/* The repository itself, accounts, apps and limits. */

export const accounts: Handlers = {
  'repos/get': reads('metadata', (call) => ok(presentFullRepository(call.present, call.actor))),
  'repos/update': writes('administration', 'admin', (call) => {
    const { name: _name, private: hidden, visibility, ...settings } = call.body<Record<string, unknown>>();
    const { repository } = call.world.state;
    if (typeof hidden === 'boolean') repository.private = hidden;
    if (visibility !== undefined) repository.private = visibility === 'private';
    Object.assign(repository.settings, settings);
    return ok(presentFullRepository(call.present, call.actor));
  }),
  'users/get-authenticated': open((call) => {
    if (call.actor.appId !== null) throw new ApiError(403, 'Resource not accessible by integration');
    return ok(call.present.privateUser(call.actor.account));
  }),
  'users/get-by-username': open((call) => {
    const account = call.world.byLogin(call.text('username'));
    if (account === null) throw new ApiError(404, 'Not Found');
    return ok(call.present.publicUser(account));
  }),
  'users/get-by-id': open((call) => {
    const account = call.world.account(call.number('account_id'));
    if (account === null) throw new ApiError(404, 'Not Found');
    return ok(call.present.publicUser(account));
  }),
  'apps/get-by-slug': open((call) => {
    const app = call.present.app(call.world.state.apps.find(({ slug }) => slug === call.text('app_slug'))?.id ?? null);
    if (app === null) throw new ApiError(404, 'Not Found');
    return ok(app);
  }),
  'apps/list-repos-accessible-to-installation': open((call) => {
    if (call.actor.appId === null)
      throw new ApiError(403, 'You must authenticate with an installation access token in order to list repositories for an installation.');
    const repositories = [presentRepository(call.present, call.actor)];
    return call.page(
      repositories,
      (one) => one,
      (shown, total_count) => ({ total_count, repositories: shown }),
    );
  }),
  'rate-limit/get': open(() => {
    const rate = { limit: 5000, remaining: 4999, reset: 0, used: 1 };
    return ok({ resources: { core: rate, search: rate }, rate });
  }),
};
