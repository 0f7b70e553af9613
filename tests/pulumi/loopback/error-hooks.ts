import * as grpc from '@grpc/grpc-js';
import callbackRpc from '@pulumi/pulumi/proto/callback_grpc_pb.js';
import callback from '@pulumi/pulumi/proto/callback_pb.js';
import resource from '@pulumi/pulumi/proto/resource_pb.js';

/** What a resource was refused with. */
export interface Failed {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** The newest first. */
  readonly errors: readonly string[];
}

/** Hooks of a program that are asked whether what was refused is tried again. */
export class ErrorHooks {
  readonly #hooks = new Map<string, { readonly target: string; readonly token: string }>();
  readonly #clients = new Map<string, callbackRpc.CallbacksClient>();

  add(request: resource.RegisterErrorHookRequest): void {
    const asked = request.getCallback();
    if (asked !== undefined) this.#hooks.set(request.getName(), { target: asked.getTarget(), token: asked.getToken() });
  }

  async retry(names: readonly string[], { urn, type, name, errors }: Failed): Promise<boolean> {
    for (const each of names) {
      const hook = this.#hooks.get(each);
      if (hook === undefined) throw new Error(`no such hook: ${each}`);
      const failed = new resource.ErrorHookRequest().setUrn(urn).setType(type).setName(name).setFailedOperation('create');
      failed.setErrorsList([...errors]);
      const call = new callback.CallbackInvokeRequest().setToken(hook.token).setRequest(failed.serializeBinary());
      const answer = await new Promise<callback.CallbackInvokeResponse>((resolve, reject) => {
        this.#client(hook.target).invoke(call, (error, response) => (error === null ? resolve(response) : reject(error)));
      });
      const said = resource.ErrorHookResponse.deserializeBinary(answer.getResponse_asU8());
      if (said.getError() !== '') throw new Error(said.getError());
      if (said.getRetry()) return true;
    }
    return false;
  }

  close(): void {
    for (const client of this.#clients.values()) client.close();
  }

  #client(target: string): callbackRpc.CallbacksClient {
    const known = this.#clients.get(target) ?? new callbackRpc.CallbacksClient(target, grpc.credentials.createInsecure());
    this.#clients.set(target, known);
    return known;
  }
}
