import { createServer, type IncomingMessage, type Server } from 'node:http';
import { canEnter, checkQuery } from './bigquery.js';
import type { LoopbackGoogle } from './google.js';
import { fieldsOf, GoogleRefusal, textOf } from './world.js';

/** The two calls that are made before an update: a patch that changes nothing, and a dry run. */
export class QuestionServer {
  /** What was asked, and by whom. */
  readonly asked: string[] = [];
  private server: Server | null = null;

  constructor(private readonly google: LoopbackGoogle) {}

  /** @returns the address for BIGQUERY_EMULATOR_HOST. */
  async start(): Promise<string> {
    const server = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        const { status, answer } = this.#answer(request.method ?? '', request.url ?? '', body);
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      });
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address !== 'object') throw new Error('no port');
    return `http://127.0.0.1:${address.port}`;
  }

  stop(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }

  #answer(method: string, url: string, body: string): { status: number; answer: object } {
    const { world, caller } = this.google;
    const [, , project = '', kind, dataset = ''] = (url.split('?')[0] ?? '').split('/');
    const json = body === '' ? {} : fieldsOf(JSON.parse(body));
    try {
      if (method === 'PATCH' && kind === 'datasets') {
        if (body !== '{}') throw new Error(`a question that changes something: ${body}`);
        this.asked.push(`${caller} enters ${project}.${dataset}`);
        canEnter(world, caller, project, dataset);
        return { status: 200, answer: { kind: 'bigquery#dataset' } };
      }
      if (method === 'POST' && kind === 'jobs') {
        const { dryRun, query } = fieldsOf(json.configuration);
        if (dryRun !== true) throw new Error(`a question that costs something: ${body}`);
        this.asked.push(`${caller} views`);
        checkQuery(world, caller, textOf(fieldsOf(query).query));
        return {
          status: 200,
          answer: { kind: 'bigquery#job', jobReference: { projectId: project, jobId: 'dry' }, status: { state: 'DONE' } },
        };
      }
      throw new Error(`no such call: ${method} ${url}`);
    } catch (error) {
      if (!(error instanceof GoogleRefusal)) throw error;
      const { status, reason, message } = error;
      return { status, answer: { error: { code: status, message, errors: [{ reason, message }] } } };
    }
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
