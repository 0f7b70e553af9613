import * as grpc from '@grpc/grpc-js';
import pluginMessages from '@pulumi/pulumi/proto/plugin_pb.js';
import providerRpc from '@pulumi/pulumi/proto/provider_grpc_pb.js';
import provider from '@pulumi/pulumi/proto/provider_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import struct from 'google-protobuf/google/protobuf/struct_pb.js';
import { RESOURCE_TYPES } from '../../src/provision/model.js';
import { refusalOf } from '../pulumi/loopback/cloud.js';
import { computedOutputs } from '../pulumi/loopback/computed.js';
import type { LoopbackGoogle } from '../pulumi/loopback/google/google.js';
import { readableFields, wireUnknown } from '../pulumi/loopback/values.js';
import { ProviderSchema } from './provider-schema.js';

type Call<Request> = { readonly request: Request };
type Answer<Response> = (error: { code: grpc.status; message: string } | null, response?: Response) => void;
type Wire = Readonly<Record<string, struct.JavaScriptValue>>;

/** Changes that make a resource anew, by type; every other change is made in place. */
const ANEW: Readonly<Record<string, readonly string[]>> = {
  'gcp:bigquery/dataset:Dataset': ['project', 'datasetId', 'location'],
  'gcp:bigquery/table:Table': ['project', 'datasetId', 'tableId'],
  'gcp:serviceaccount/account:Account': ['project', 'accountId'],
  'gcp:storage/bucket:Bucket': ['project', 'name', 'location'],
};
const ALWAYS_ANEW = /datasetAccess:|iAMMember:/;

/** A provider of Google Cloud that Pulumi attaches to: held to the real one's types, made and refused by a loopback of Google. */
export class LoopbackProvider {
  /** What was refused, with the name of the resource. */
  readonly refused: string[] = [];
  /** Name of a resource → what it is refused with, once: a failure half-way. */
  readonly breaks = new Map<string, string>();
  readonly #schema = new ProviderSchema(RESOURCE_TYPES);
  #server: grpc.Server | null = null;

  constructor(readonly google: LoopbackGoogle) {}

  /** @returns the port for PULUMI_DEBUG_PROVIDERS. */
  async start(): Promise<number> {
    const server = new grpc.Server();
    server.addService(providerRpc.ResourceProviderService, this.#service());
    this.#server = server;
    return new Promise((resolve, reject) => {
      server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => (error ? reject(error) : resolve(port)));
    });
  }

  stop(): void {
    this.#server?.forceShutdown();
  }

  #service(): grpc.UntypedServiceImplementation {
    return {
      getPluginInfo: (_: Call<empty.Empty>, answer: Answer<pluginMessages.PluginInfo>) => {
        answer(null, new pluginMessages.PluginInfo().setVersion('9.37.0'));
      },
      handshake: (_: Call<unknown>, answer: Answer<never>) => answer({ code: grpc.status.UNIMPLEMENTED, message: 'handshake' }),
      attach: (_: Call<unknown>, answer: Answer<empty.Empty>) => answer(null, new empty.Empty()),
      cancel: (_: Call<unknown>, answer: Answer<empty.Empty>) => answer(null, new empty.Empty()),
      getSchema: (_: Call<unknown>, answer: Answer<provider.GetSchemaResponse>) => {
        answer(null, new provider.GetSchemaResponse().setSchema('{"name":"gcp","version":"9.37.0"}'));
      },
      checkConfig: ({ request }: Call<provider.CheckRequest>, answer: Answer<provider.CheckResponse>) => {
        answer(null, new provider.CheckResponse().setInputs(request.getNews()));
      },
      diffConfig: (_: Call<unknown>, answer: Answer<provider.DiffResponse>) => {
        answer(null, new provider.DiffResponse().setChanges(provider.DiffResponse.DiffChanges.DIFF_NONE));
      },
      configure: (_: Call<unknown>, answer: Answer<provider.ConfigureResponse>) => {
        answer(
          null,
          new provider.ConfigureResponse()
            .setSupportspreview(true)
            .setAcceptsecrets(false)
            .setAcceptresources(false)
            .setAcceptoutputs(false),
        );
      },
      check: ({ request }: Call<provider.CheckRequest>, answer: Answer<provider.CheckResponse>) => {
        const { type } = partsOf(request.getUrn());
        const response = new provider.CheckResponse().setInputs(request.getNews());
        const faults = this.#schema.faults(type, readableFields(plain(request.getNews())));
        response.setFailuresList(faults.map((reason) => new provider.CheckFailure().setProperty('').setReason(reason)));
        answer(null, response);
      },
      diff: ({ request }: Call<provider.DiffRequest>, answer: Answer<provider.DiffResponse>) => {
        const { type } = partsOf(request.getUrn());
        const [was, is] = [plain(request.getOldInputs()), plain(request.getNews())];
        const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
          (name) => canonical(was[name]) !== canonical(is[name]),
        );
        const anew = changed.filter((name) => ALWAYS_ANEW.test(type) || ANEW[type]?.includes(name) === true);
        const { DIFF_NONE, DIFF_SOME } = provider.DiffResponse.DiffChanges;
        answer(
          null,
          new provider.DiffResponse()
            .setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE)
            .setDiffsList(changed)
            .setReplacesList(anew),
        );
      },
      create: ({ request }: Call<provider.CreateRequest>, answer: Answer<provider.CreateResponse>) => {
        const inputs = plain(request.getProperties());
        this.#done(
          request.getUrn(),
          answer,
          request.getPreview(),
          (type) => this.google.make(type, inputs),
          (outputs, name) => new provider.CreateResponse().setId(request.getPreview() ? '' : name).setProperties(outputs),
          inputs,
        );
      },
      update: ({ request }: Call<provider.UpdateRequest>, answer: Answer<provider.UpdateResponse>) => {
        const inputs = plain(request.getNews());
        const make = (type: string) => this.google.change(type, inputs, plain(request.getOldInputs()));
        this.#done(
          request.getUrn(),
          answer,
          request.getPreview(),
          make,
          (outputs) => new provider.UpdateResponse().setProperties(outputs),
          inputs,
        );
      },
      delete: ({ request }: Call<provider.DeleteRequest>, answer: Answer<empty.Empty>) => {
        const inputs = plain(request.getOldInputs());
        this.#done(
          request.getUrn(),
          answer,
          false,
          (type) => this.google.drop(type, inputs),
          () => new empty.Empty(),
          inputs,
        );
      },
      read: ({ request }: Call<provider.ReadRequest>, answer: Answer<provider.ReadResponse>) => {
        answer(
          null,
          new provider.ReadResponse().setId(request.getId()).setProperties(request.getProperties()).setInputs(request.getInputs()),
        );
      },
    };
  }

  #done<Response>(
    urn: string,
    answer: Answer<Response>,
    preview: boolean,
    make: (type: string) => void,
    response: (outputs: struct.Struct, name: string) => Response,
    inputs: Wire,
  ): void {
    const { type, name } = partsOf(urn);
    try {
      if (!preview) {
        const broken = this.breaks.get(name);
        this.breaks.delete(name);
        if (broken !== undefined) throw new Error(broken);
        make(type);
      }
      const computed = Object.entries(computedOutputs(type, name, inputs, this.google.world.project));
      const outputs = { ...inputs, ...Object.fromEntries(computed.map(([output, value]) => [output, preview ? wireUnknown : value])) };
      answer(null, response(struct.Struct.fromJavaScript(outputs), name));
    } catch (error) {
      this.refused.push(`${name}: ${refusalOf(error)}`);
      answer({ code: grpc.status.UNKNOWN, message: refusalOf(error) });
    }
  }
}

function partsOf(urn: string): { type: string; name: string } {
  const [, , type = '', ...name] = urn.split('::');
  return { type: type.split('$').at(-1) ?? '', name: name.join('::') };
}

function plain(fields: struct.Struct | undefined): Wire {
  return fields?.toJavaScript() ?? {};
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  return `{${Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${name}:${canonical(field)}`)
    .join(',')}}`;
}
