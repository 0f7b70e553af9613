import { deployAccount, ENTERING_ROLE, type ForeignDataset, foreignDatasets, grantCommand } from './foreign-datasets.js';
import type { ResourceSpec, StackSettings } from './model.js';
import { runsAsLoader } from './source-resources.js';

/** What no update can bring about: what somebody else has to allow, once. */
export type Needed =
  | {
      readonly kind: 'grant';
      readonly dataset: string;
      readonly role: string;
      readonly account: string;
      /** What it is needed for: `datasets.update`, and `tables.getData` where views read it. */
      readonly views: boolean;
      /** For the owner of the dataset, to be run as it stands. */
      readonly command: string;
    }
  | { readonly kind: 'invite'; readonly account: string; readonly customer: string }
  | { readonly kind: 'runs-as-person'; readonly transfer: string };

/** Everything that others have to allow for these specs, datasets first. */
export function neededFor(specs: readonly ResourceSpec[], settings: StackSettings): Needed[] {
  const transfers = settings.sources.flatMap((source) => source.transfers);
  return [
    ...foreignDatasets(specs).map((dataset) => grantFor(dataset, settings)),
    ...transfers.flatMap((transfer): Needed[] => {
      const account = `concord-loader@${settings.project}.iam.gserviceaccount.com`;
      if (transfer.kind === 'google_ads') return [{ kind: 'invite', account, customer: transfer.customer }];
      return runsAsLoader(transfer) ? [] : [{ kind: 'runs-as-person', transfer: transfer.kind }];
    }),
  ];
}

function grantFor(foreign: ForeignDataset, settings: StackSettings): Needed {
  const { project, dataset, views } = foreign;
  return {
    kind: 'grant',
    dataset: `${project}.${dataset}`,
    role: ENTERING_ROLE,
    account: deployAccount(settings),
    views,
    command: grantCommand(foreign, settings),
  };
}
