/*
 * Settings of a repository, by requests to the forge's interface as they stand in its own documentation: nothing else needs them than
 * setting a repository up and seeing whether it still is. The answer is its body, or null where there is none (404).
 */

interface SettingRequest<Method extends string> {
  readonly method: Method;
  /** Below the repository, for example `/rulesets`; empty: the repository itself. */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

export interface SettingReads {
  readonly settings: (request: SettingRequest<'GET'>) => Promise<unknown>;
}

export interface SettingWrites {
  readonly settings: (request: SettingRequest<'POST' | 'PUT' | 'PATCH' | 'DELETE'>) => Promise<unknown>;
}

export interface ForgeSettings {
  readonly settings: (request: SettingRequest<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'>) => Promise<unknown>;
}
