import { ErrorHook, type ErrorHookArgs } from '@pulumi/pulumi';

/*
 * A service account that was just made is not known everywhere for a minute or two, and Google refuses what names it with 400;
 * the provider does not try again. Only such a refusal is waited for here: every other one ends the update, as it should.
 */

/** Milliseconds before each further try: five minutes in all. */
export const WAITS: readonly number[] = [1, 2, 4, 8, 15, 30, 30, 30, 60, 60, 60].map((seconds) => seconds * 1000);

const NOT_THERE_YET = /service account (?<account>[^\s@]+@(?<domain>[a-z0-9.-]+))\s+does not exist/i;

/**
 * How long to wait before trying again; null where trying again is no use.
 * @param errors what was refused so far, the newest first.
 * @param project whose accounts are made here: nobody else's are waited for.
 */
export function waitBefore(errors: readonly string[], project: string): number | null {
  const domain = NOT_THERE_YET.exec(errors[0] ?? '')?.groups?.domain;
  if (domain === undefined) return null;
  const ours = domain === `${project}.iam.gserviceaccount.com` || /^gcp-sa-[a-z0-9-]+\.iam\.gserviceaccount\.com$/.test(domain);
  return ours ? (WAITS[errors.length - 1] ?? null) : null;
}

/** What the engine asks when a resource is refused. */
export function whenAccountsAreNew(project: string): ErrorHook {
  return new ErrorHook('accounts-are-new', async ({ errors }: ErrorHookArgs) => {
    const wait = waitBefore(errors, project);
    if (wait === null) return false;
    await new Promise((resolve) => setTimeout(resolve, wait));
    return true;
  });
}
