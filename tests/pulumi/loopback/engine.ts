import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import * as grpc from '@grpc/grpc-js';
import engineRpc from '@pulumi/pulumi/proto/engine_grpc_pb.js';
import engine from '@pulumi/pulumi/proto/engine_pb.js';
import resourceRpc from '@pulumi/pulumi/proto/resource_grpc_pb.js';
import resource from '@pulumi/pulumi/proto/resource_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import struct from 'google-protobuf/google/protobuf/struct_pb.js';
import { type Cloud, refusalOf } from './cloud.js';
import { computedOutputs } from './computed.js';
import { ErrorHooks } from './error-hooks.js';
import { type PlainFields, readableFields, wireUnknown } from './values.js';

/** One resource as the program registered it. */
export interface Registration {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly inputs: PlainFields;
  /** The same as they went over the wire. */
  readonly wire: Readonly<Record<string, struct.JavaScriptValue>>;
  readonly protect: boolean;
  readonly retainOnDelete: boolean;
  /** Names of the resources that must be there before. */
  readonly dependsOn: readonly string[];
  /** Input → names of resources whose outputs it is made of. */
  readonly madeOf: Readonly<Record<string, readonly string[]>>;
  /** Name of the provider's own resource, or null where the program left it to chance. */
  readonly provider: string | null;
}

export interface ProgramRun {
  readonly exitCode: number | null;
  readonly registrations: readonly Registration[];
  /** Outputs of the stack; null where the program never came to its end. */
  readonly outputs: PlainFields | null;
  /** What the program says through the engine, by severity. */
  readonly log: readonly { readonly severity: 'debug' | 'info' | 'warning' | 'error'; readonly text: string }[];
  /** What it writes past the engine. */
  readonly printed: string;
}

export interface ProgramSettings {
  /** The folder of Pulumi.yaml. */
  readonly root: string;
  /** The compiled program: folder and file, as the language host takes `main` of Pulumi.yaml apart. */
  readonly program: { readonly folder: string; readonly file: string };
  readonly stack: string;
  /** Configuration below `concord:`, as text; objects as JSON. */
  readonly config: Readonly<Record<string, string>>;
  readonly secretKeys: readonly string[];
  readonly preview: boolean;
  readonly environment: Readonly<Record<string, string>>;
  /** The cloud project that computed outputs are in. */
  readonly project: string;
  /** Where an update is really made; without it, everything that is asked for counts as made. */
  readonly cloud?: Cloud;
}

const RUNNER = createRequire(import.meta.url).resolve('@pulumi/pulumi/cmd/run/index.js');
const PROJECT = 'concord';
/** A program that has not ended by now never will; it would outlive the test. */
const LONGEST = 90_000;
const SEVERITIES = ['debug', 'info', 'warning', 'error'] as const;

/** Runs a program as the Pulumi CLI does, with Pulumi's own runner, against an engine that only writes down what it is told. */
export async function runProgram(settings: ProgramSettings): Promise<ProgramRun> {
  const recorder = new Recorder(settings);
  const server = new grpc.Server();
  server.addService(resourceRpc.ResourceMonitorService, recorder.monitor());
  server.addService(engineRpc.EngineService, recorder.engine());
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, bound) => (error ? reject(error) : resolve(bound)));
  });
  try {
    const { exitCode, printed } = await runProcess(settings, `127.0.0.1:${port}`);
    if (exitCode === 0 && !settings.preview) recorder.dropTheRest();
    const { registrations, outputs, log } = recorder;
    return { exitCode, registrations, outputs, log, printed };
  } finally {
    server.forceShutdown();
    recorder.hooks.close();
  }
}

function runProcess(settings: ProgramSettings, address: string): Promise<{ exitCode: number | null; printed: string }> {
  const { root, program, stack, config, secretKeys, preview, environment } = settings;
  const qualified = (key: string) => `${PROJECT}:${key}`;
  const args = ['--monitor', address, '--engine', address, '--project', PROJECT, '--stack', stack, '--root-directory', root];
  args.push('--pwd', program.folder, ...(preview ? ['--dry-run'] : []), program.file);
  const env = {
    PATH: process.env.PATH,
    ...environment,
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(Object.entries(config).map(([key, value]) => [qualified(key), value]))),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(secretKeys.map(qualified)),
  };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [RUNNER, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'], timeout: LONGEST });
    let printed = '';
    const collect = (chunk: Buffer): void => {
      printed += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, printed }));
  });
}

type Call<Request> = { readonly request: Request };
type Answer<Response> = (error: grpc.ServiceError | { code: grpc.status; message: string } | null, response?: Response) => void;

class Recorder {
  readonly registrations: Registration[] = [];
  readonly log: { severity: (typeof SEVERITIES)[number]; text: string }[] = [];
  outputs: PlainFields | null = null;
  readonly hooks = new ErrorHooks();
  #root = '';

  constructor(private readonly settings: ProgramSettings) {}

  monitor(): grpc.UntypedServiceImplementation {
    return {
      supportsFeature: (_: Call<unknown>, answer: Answer<resource.SupportsFeatureResponse>) => {
        answer(null, new resource.SupportsFeatureResponse().setHassupport(true));
      },
      registerResource: ({ request }: Call<resource.RegisterResourceRequest>, answer: Answer<resource.RegisterResourceResponse>) => {
        this.#register(request).then(
          (response) => answer(null, response),
          (error: unknown) => {
            const message = error instanceof Error ? error.message : String(error);
            this.log.push({ severity: 'error', text: `${request.getName()}: ${message}` });
            answer({ code: grpc.status.UNKNOWN, message });
          },
        );
      },
      registerErrorHook: ({ request }: Call<resource.RegisterErrorHookRequest>, answer: Answer<empty.Empty>) => {
        this.hooks.add(request);
        answer(null, new empty.Empty());
      },
      registerResourceOutputs: ({ request }: Call<resource.RegisterResourceOutputsRequest>, answer: Answer<empty.Empty>) => {
        if (request.getUrn() === this.#root) this.outputs = readableFields(request.getOutputs()?.toJavaScript() ?? {});
        answer(null, new empty.Empty());
      },
      signalAndWaitForShutdown: (_: Call<empty.Empty>, answer: Answer<empty.Empty>) => answer(null, new empty.Empty()),
    };
  }

  engine(): grpc.UntypedServiceImplementation {
    return {
      log: ({ request }: Call<engine.LogRequest>, answer: Answer<empty.Empty>) => {
        this.log.push({ severity: SEVERITIES[request.getSeverity()] ?? 'error', text: request.getMessage() });
        answer(null, new empty.Empty());
      },
      getRootResource: (_: Call<unknown>, answer: Answer<engine.GetRootResourceResponse>) => {
        answer(null, new engine.GetRootResourceResponse().setUrn(this.#root));
      },
      setRootResource: ({ request }: Call<engine.SetRootResourceRequest>, answer: Answer<engine.SetRootResourceResponse>) => {
        this.#root = request.getUrn();
        answer(null, new engine.SetRootResourceResponse());
      },
    };
  }

  /** What the program no longer asks for, the newest first. */
  dropTheRest(): void {
    const asked = new Set(this.registrations.map(({ urn }) => urn));
    for (const { name, refused } of this.settings.cloud?.dropAllBut(asked) ?? [])
      this.log.push({ severity: 'error', text: `${name}: ${refused}` });
  }

  async #make(request: resource.RegisterResourceRequest, urn: string, inputs: PlainFields): Promise<void> {
    const { cloud, preview } = this.settings;
    if (cloud === undefined || preview || !request.getType().startsWith('gcp:')) return;
    const [type, name, protect] = [request.getType(), request.getName(), request.getProtect() ?? false];
    for (const refused: string[] = []; ; ) {
      try {
        cloud.bring({ urn, type, name, inputs, protect });
        return;
      } catch (error) {
        refused.unshift(refusalOf(error));
        const again = await this.hooks.retry(request.getHooks()?.getOnErrorList() ?? [], { urn, type, name, errors: refused });
        if (!again) throw error;
      }
    }
  }

  async #register(request: resource.RegisterResourceRequest): Promise<resource.RegisterResourceResponse> {
    const { project, stack, preview } = this.settings;
    const [type, name] = [request.getType(), request.getName()];
    const urn = `urn:pulumi:${stack}::${PROJECT}::${type}::${name}`;
    const inputs = request.getObject()?.toJavaScript() ?? {};
    await this.#make(request, urn, readableFields(inputs));
    const computed = Object.entries(computedOutputs(type, name, inputs, project));
    const outputs = { ...inputs, ...Object.fromEntries(computed.map(([output, value]) => [output, preview ? wireUnknown : value])) };
    const response = new resource.RegisterResourceResponse().setUrn(urn).setObject(struct.Struct.fromJavaScript(outputs));
    if (request.getCustom() && !preview) response.setId(`${name}-id`);
    if (type !== 'pulumi:pulumi:Stack') {
      this.registrations.push({
        urn,
        type,
        name,
        inputs: readableFields(inputs),
        wire: inputs,
        protect: request.getProtect() ?? false,
        retainOnDelete: request.getRetainondelete() ?? false,
        dependsOn: request.getDependenciesList().map(nameOf).sort(),
        madeOf: Object.fromEntries(
          [...request.getPropertydependenciesMap().entries()]
            .map(([property, made]): [string, string[]] => [property, made.getUrnsList().map(nameOf).sort()])
            .filter(([, names]) => names.length > 0),
        ),
        provider: request.getProvider() === '' ? null : nameOf(request.getProvider().split('::').slice(0, 4).join('::')),
      });
    }
    return response;
  }
}

/** The name in a URN. */
function nameOf(urn: string): string {
  return urn.split('::').slice(3).join('::');
}
