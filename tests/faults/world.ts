import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GatewayProcess, KEY, type StartOptions, startGateway } from './gateway-process.ts';
import { Network } from './network.ts';
import { Random } from './random.ts';
import { StandIn } from './stand-in.ts';
import { Webhooks } from './webhooks.ts';

export const AS_BUILT = 'as built';

export interface WorldOptions extends Partial<Pick<StartOptions, 'folder' | 'metaDeadlineMs' | 'nodeArgs'>> {
  readonly seed: number;
  /** `as built`, or a broken build that every start of the gateway uses: `broken:no-dedupe`. */
  readonly build: string;
}

/** Everything a rig has to do with: the gateway in a process of its own, Meta, the lines between them, a folder. */
export class World {
  readonly random: Random;
  readonly meta = new StandIn();
  readonly network = new Network();
  readonly webhooks = new Webhooks(() => this.url());
  readonly folder: string;
  kills = 0;
  readonly #options: WorldOptions;
  #gateway: GatewayProcess | null = null;
  #up = Promise.withResolvers<string>();
  /** What the gateway logged, over all its lives. */
  #log = '';

  private constructor(options: WorldOptions, folder: string) {
    this.#options = options;
    this.random = new Random(options.seed);
    this.folder = folder;
  }

  static async open(options: WorldOptions): Promise<World> {
    const world = new World(options, options.folder ?? (await mkdtemp(join(tmpdir(), 'gateway-rig-'))));
    await Promise.all([world.meta.listen(), world.network.open()]);
    return world;
  }

  /** Starts the gateway, on the data that the last one left. */
  async start(...faults: readonly string[]): Promise<GatewayProcess> {
    const { build, folder: _folder, seed: _seed, ...options } = this.#options;
    const gateway = await startGateway({
      ...options,
      folder: this.folder,
      metaUrl: this.meta.url,
      faults: [...(build.startsWith('broken:') ? [build] : []), ...faults],
    });
    this.#gateway = gateway;
    this.network.leadTo(gateway.url);
    this.#up.resolve(gateway.url);
    void gateway.exited.then(() => {
      this.#up = Promise.withResolvers();
      this.#gateway = null;
      this.#log = (this.#log + gateway.log()).slice(-20_000);
    });
    return gateway;
  }

  /** Resolves with the address once the gateway listens: at once, when it does. */
  up(): Promise<string> {
    return this.#up.promise;
  }

  /** The address; throws while the gateway is down, as a connection would. */
  url(): string {
    if (this.#gateway === null) throw new Error('the gateway is down');
    return this.#gateway.url;
  }

  /** Kills the gateway, unless a failpoint did already, and waits for its end. */
  async kill(): Promise<void> {
    const gateway = this.#gateway;
    if (gateway === null) return;
    gateway.kill('SIGKILL');
    await gateway.exited;
  }

  /** Stops it as an operator does; answers with the exit code. */
  async stop(): Promise<number | string> {
    const gateway = this.#gateway;
    if (gateway === null) return 'it did not run';
    gateway.kill('SIGTERM');
    return gateway.exited;
  }

  async call(method: 'GET' | 'POST', path: string, body?: object, headers: object = {}): Promise<Response> {
    return fetch(this.url() + path, {
      method,
      headers: { 'x-dijla-key': KEY, ...(body && { 'content-type': 'application/json' }), ...headers },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
  }

  log(): string {
    return this.#log + (this.#gateway?.log() ?? '');
  }

  async close(): Promise<void> {
    await this.kill();
    this.network.close();
    await this.meta.close();
    if (this.#options.folder === undefined) await rm(this.folder, { recursive: true, force: true });
  }
}
