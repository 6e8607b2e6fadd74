import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to the gateway that can be cut, with one address for the gateway's whole life, restarts included. */
export class Network {
  readonly #ends = new Set<Socket>();
  readonly #server = createServer((near) => this.#join(near));
  #port: number | null = null;
  cuts = 0;

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  leadTo(url: string): void {
    this.#port = Number(new URL(url).port);
  }

  /** Resets the connections that `which` picks. */
  cut(which: () => boolean = () => true): void {
    for (const end of [...this.#ends]) {
      if (!which()) continue;
      this.cuts += 1;
      end.resetAndDestroy();
    }
  }

  close(): void {
    this.cut();
    this.#server.close();
  }

  #join(near: Socket): void {
    if (this.#port === null) {
      near.destroy();
      return;
    }
    const far = connect(this.#port, '127.0.0.1');
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      end.on('error', () => {});
      end.once('close', () => {
        this.#ends.delete(near);
        other.destroy();
      });
      end.pipe(other);
    }
    this.#ends.add(near);
  }
}
