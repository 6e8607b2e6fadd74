import { connect, type Socket } from 'node:net';
import { type Latency, latencyOf } from './figures.ts';

/** What a load came to. */
export interface Load extends Latency {
  readonly answered: number;
  readonly perSecond: number;
  /** Answers other than 200. */
  readonly refused: number;
  /** Of each answer, milliseconds. */
  readonly times: readonly number[];
}

/**
 * One keep-alive connection that writes prepared requests and reads only what it must of the answers: the load has to
 * cost less than what it loads.
 */
class Connection {
  readonly #socket: Socket;
  #received = '';
  #done: ((status: number) => void) | null = null;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true).setEncoding('latin1');
    socket.on('data', (text: string) => this.#read(text));
    socket.on('error', () => {});
    socket.on('close', () => this.#answer(0));
  }

  /** `done` hears the status; 0 when the connection broke. */
  send(request: Buffer, done: (status: number) => void): void {
    this.#done = done;
    if (this.#socket.destroyed) this.#answer(0);
    else this.#socket.write(request);
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(text: string): void {
    this.#received += text;
    const head = this.#received.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = /content-length: (\d+)/i.exec(this.#received)?.[1] ?? '0';
    if (this.#received.length < head + 4 + Number(length)) return;
    const status = Number(this.#received.slice(9, 12));
    this.#received = '';
    this.#answer(status);
  }

  #answer(status: number): void {
    const done = this.#done;
    this.#done = null;
    done?.(status);
  }
}

async function open(port: number, count: number): Promise<Connection[]> {
  const opening = Array.from({ length: count }, async () => {
    const socket = connect(port, '127.0.0.1');
    await new Promise<void>((resolve, reject) => void socket.once('connect', resolve).once('error', reject));
    return new Connection(socket);
  });
  return Promise.all(opening);
}

/** Each connection sends its next request as soon as it has an answer, until requests or seconds run out. */
export async function saturate(
  port: number,
  requests: readonly Buffer[],
  options: { readonly connections: number; readonly seconds: number; readonly sending?: (n: number) => void },
): Promise<Load> {
  const connections = await open(port, options.connections);
  const tally = new TallyOfAnswers();
  const until = performance.now() + options.seconds * 1000;
  let next = 0;
  const run = (connection: Connection) =>
    new Promise<void>((resolve) => {
      const step = () => {
        const n = next;
        const request = requests[n];
        const now = performance.now();
        if (request === undefined || now > until) return resolve();
        next += 1;
        options.sending?.(n);
        connection.send(request, (status) => {
          tally.add(status, now);
          step();
        });
      };
      step();
    });
  await Promise.all(connections.map(run));
  for (const connection of connections) connection.close();
  return tally.load();
}

/**
 * Requests leave by a fixed schedule, whatever the answers do. Latency counts from when a request was due, so that one
 * slow answer is not hidden by the requests that it kept back.
 */
export async function steady(
  port: number,
  requests: readonly Buffer[],
  options: { readonly connections: number; readonly perSecond: number; readonly sending?: (n: number) => void },
): Promise<Load> {
  const idle = await open(port, options.connections);
  const all = [...idle];
  const tally = new TallyOfAnswers();
  const began = performance.now();
  const due = (n: number) => began + (n * 1000) / options.perSecond;
  const finished = Promise.withResolvers<void>();
  let next = 0;
  let underWay = 0;
  const pump = () => {
    const now = performance.now();
    while (next < requests.length && due(next) <= now) {
      const connection = idle.pop();
      const request = requests[next];
      if (connection === undefined || request === undefined) break;
      const n = next++;
      underWay += 1;
      options.sending?.(n);
      connection.send(request, (status) => {
        tally.add(status, due(n));
        underWay -= 1;
        idle.push(connection);
        if (next >= requests.length && underWay === 0) finished.resolve();
        else pump();
      });
    }
  };
  const timer = setInterval(pump, 1);
  await finished.promise;
  clearInterval(timer);
  for (const connection of all) connection.close();
  return tally.load();
}

class TallyOfAnswers {
  readonly #began = performance.now();
  readonly #latencies: number[] = [];
  #refused = 0;

  add(status: number, from: number): void {
    this.#latencies.push(performance.now() - from);
    if (status !== 200) this.#refused += 1;
  }

  load(): Load {
    const seconds = (performance.now() - this.#began) / 1000;
    const times = this.#latencies;
    const answered = times.length;
    return { answered, perSecond: answered / seconds, refused: this.#refused, times, ...latencyOf(times) };
  }
}
