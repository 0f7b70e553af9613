import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';

/*
 * The YAML server of editors, as an editor talks to it: JSON-RPC over its standard streams.
 */

const SERVER = fileURLToPath(new URL('../node_modules/yaml-language-server/bin/yaml-language-server', import.meta.url));

export interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number } };
}

interface RpcMessage {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

interface Published {
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
}

interface Completions {
  readonly items?: readonly { readonly label: string }[];
}

export class LanguageServer {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly answers = new Map<number, (result: unknown) => void>();
  private readonly published = new Map<string, (diagnostics: readonly Diagnostic[]) => void>();
  private buffer = Buffer.alloc(0);
  private nextId = 1;

  private constructor() {
    this.process = spawn(process.execPath, [SERVER, '--stdio']);
    this.process.stdout.on('data', (chunk: Buffer) => this.read(chunk));
  }

  /** Starts a server for a folder, with nothing set but what an editor sets by itself: no schema store, no schema but the file's own. */
  static async start(folder: string): Promise<LanguageServer> {
    const server = new LanguageServer();
    await server.request('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      capabilities: { workspace: { configuration: true }, textDocument: { completion: {}, publishDiagnostics: {} } },
    });
    server.send({ method: 'initialized', params: {} });
    return server;
  }

  /** What the editor would underline in a file with this text. */
  diagnose(path: string, text: string): Promise<readonly Diagnostic[]> {
    const uri = pathToFileURL(path).href;
    return new Promise((resolve) => {
      this.published.set(uri, resolve);
      this.send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text } } });
    });
  }

  /** What it offers at a place (0-based) of a file that is open. */
  async complete(path: string, line: number, character: number): Promise<readonly string[]> {
    const found = await this.request('textDocument/completion', {
      textDocument: { uri: pathToFileURL(path).href },
      position: { line, character },
    });
    return ((found as Completions | null)?.items ?? []).map(({ label }) => label);
  }

  stop(): void {
    this.process.kill();
  }

  private request(method: string, params: unknown): Promise<unknown> {
    const id = this.nextId++;
    return new Promise((resolve) => {
      this.answers.set(id, resolve);
      this.send({ id, method, params });
    });
  }

  private send(message: RpcMessage): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  private read(chunk: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, chunk]);
    for (;;) {
      const head = this.buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.buffer.subarray(0, head).toString())?.[1] ?? 0);
      if (this.buffer.length < head + 4 + length) return;
      const message = JSON.parse(this.buffer.subarray(head + 4, head + 4 + length).toString()) as RpcMessage;
      this.buffer = this.buffer.subarray(head + 4 + length);
      this.take(message);
    }
  }

  private take({ id, method, params, result }: RpcMessage): void {
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as Published;
      this.published.get(uri)?.(diagnostics);
      this.published.delete(uri);
    } else if (method === 'workspace/configuration' && id !== undefined) {
      const { items } = params as { readonly items: readonly { readonly section?: string }[] };
      this.send({ id, result: items.map(({ section }) => (section === 'yaml' ? SETTINGS : null)) });
    } else if (method !== undefined && id !== undefined) this.send({ id, result: null });
    else if (typeof id === 'number') {
      this.answers.get(id)?.(result);
      this.answers.delete(id);
    }
  }
}

const SETTINGS = { validate: true, completion: true, hover: true, schemaStore: { enable: false }, schemas: {} };
