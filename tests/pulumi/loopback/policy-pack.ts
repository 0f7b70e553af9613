import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as grpc from '@grpc/grpc-js';
import analyzerRpc from '@pulumi/pulumi/proto/analyzer_grpc_pb.js';
import analyzer from '@pulumi/pulumi/proto/analyzer_pb.js';
import struct from 'google-protobuf/google/protobuf/struct_pb.js';
import { REPOSITORY } from '../../run-cli.js';

/** A resource as the engine shows it to a policy pack. */
export interface Shown {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** Values as on the wire. */
  readonly properties: Readonly<Record<string, struct.JavaScriptValue>>;
  readonly protect: boolean;
  /** Property → URNs. */
  readonly madeOf?: Readonly<Record<string, readonly string[]>>;
}

export interface Refusal {
  readonly policy: string;
  readonly mandatory: boolean;
  readonly message: string;
  readonly urn: string;
}

export interface PolicyPackProcess {
  /** What the pack says of one resource before it is made. */
  readonly analyze: (resource: Shown) => Promise<readonly Refusal[]>;
  /** What it says of all of them together. */
  readonly analyzeStack: (resources: readonly Shown[]) => Promise<readonly Refusal[]>;
  readonly stop: () => void;
}

const RUNNER = createRequire(import.meta.url).resolve('@pulumi/pulumi/cmd/run-policy-pack/index.js');

/** Starts the repository's policy pack as the Pulumi CLI does, with Pulumi's own runner. */
export async function startPolicyPack(config: Readonly<Record<string, string>>): Promise<PolicyPackProcess> {
  const env = { PATH: process.env.PATH, PULUMI_CONFIG: JSON.stringify(config) };
  const child = spawn(process.execPath, [RUNNER, '127.0.0.1:1', '.'], {
    cwd: join(REPOSITORY, 'policy'),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const port = await new Promise<string>((resolve, reject) => {
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString('utf8');
    });
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString('utf8').trim()));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the policy pack ended with ${code}: ${errors}`)));
  });
  const client = new analyzerRpc.AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  type Respond = (error: grpc.ServiceError | null, response: analyzer.AnalyzeResponse) => void;
  const asked = (ask: (respond: Respond) => unknown): Promise<readonly Refusal[]> =>
    new Promise((resolve, reject) => {
      ask((error, response) => (error === null ? resolve(response.getDiagnosticsList().map(refusal)) : reject(error)));
    });
  return {
    analyze: (resource) => asked((respond) => client.analyze(request(resource), respond)),
    analyzeStack: (resources) =>
      asked((respond) => client.analyzeStack(new analyzer.AnalyzeStackRequest().setResourcesList(resources.map(inStack)), respond)),
    stop: () => {
      client.close();
      child.kill();
    },
  };
}

function refusal(diagnostic: analyzer.AnalyzeDiagnostic): Refusal {
  return {
    policy: diagnostic.getPolicyname(),
    mandatory: diagnostic.getEnforcementlevel() === analyzer.EnforcementLevel.MANDATORY,
    message: diagnostic.getMessage(),
    urn: diagnostic.getUrn(),
  };
}

function request({ urn, type, name, properties, protect }: Shown): analyzer.AnalyzeRequest {
  return new analyzer.AnalyzeRequest()
    .setUrn(urn)
    .setType(type)
    .setName(name)
    .setProperties(struct.Struct.fromJavaScript(properties))
    .setOptions(new analyzer.AnalyzerResourceOptions().setProtect(protect));
}

function inStack({ urn, type, name, properties, protect, madeOf = {} }: Shown): analyzer.AnalyzerResource {
  const resource = new analyzer.AnalyzerResource()
    .setUrn(urn)
    .setType(type)
    .setName(name)
    .setProperties(struct.Struct.fromJavaScript(properties))
    .setOptions(new analyzer.AnalyzerResourceOptions().setProtect(protect));
  for (const [property, urns] of Object.entries(madeOf)) {
    resource.getPropertydependenciesMap().set(property, new analyzer.AnalyzerPropertyDependencies().setUrnsList([...urns]));
  }
  return resource;
}
