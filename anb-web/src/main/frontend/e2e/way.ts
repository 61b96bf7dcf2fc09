import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

/** The way from the browser to the server. It counts what the browser sends, and can break. */
export class Way {
  private readonly open = new Set<Socket>();
  private readonly door: Server;
  private broken = false;
  private limit = Infinity;
  private onLimit: () => void = () => undefined;
  /** Bytes that the browser has sent, headers and all. */
  sent = 0;

  constructor(target: URL) {
    this.door = createServer((browser) => {
      if (this.broken) {
        browser.destroy();
        return;
      }
      const server = connect(Number(target.port), target.hostname);
      this.join(browser, server);
      browser.on('data', (bytes) => this.count(bytes.length));
      browser.pipe(server);
      server.pipe(browser);
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.door.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.door.address() as AddressInfo).port}`;
  }

  /** Waits until so many bytes more have been sent. */
  sends(bytes: number): Promise<void> {
    this.limit = this.sent + bytes;
    return new Promise((resolve) => {
      this.onLimit = resolve;
    });
  }

  /** Breaks all connections and takes no others, once so many bytes more have been sent. */
  async breaksAfter(bytes: number): Promise<void> {
    await this.sends(bytes);
    this.broken = true;
    this.open.forEach((socket) => socket.destroy());
  }

  repair(): void {
    this.broken = false;
  }

  async end(): Promise<void> {
    this.open.forEach((socket) => socket.destroy());
    await new Promise((resolve) => this.door.close(resolve));
  }

  private count(bytes: number): void {
    this.sent += bytes;
    if (this.sent < this.limit) return;
    this.limit = Infinity;
    this.onLimit();
  }

  private join(...sockets: [Socket, Socket]): void {
    for (const socket of sockets) {
      this.open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.open.delete(socket);
        sockets.forEach((each) => each.destroy());
      });
    }
  }
}
