/** What is needed to act for an account. */
export interface Tokens {
  accessToken: string;
  /** Good for one renewal; null if there is none. */
  refreshToken: string | null;
}

/** Where a session lies, so that it survives a reload and all tabs have the same. */
export interface SessionStore {
  load(): Tokens | null;
  save(tokens: Tokens | null): void;
  /** Calls back after another tab has changed it. */
  watch(listener: () => void): void;
}

/**
 * Gets the next tokens; null if one has to sign in again. Throws if that cannot be told now, for
 * example without a connection.
 */
export type Renew = (tokens: Tokens) => Promise<Tokens | null>;

/** Lets one tab at a time do something. */
export type Exclusively = <T>(action: () => Promise<T>) => Promise<T>;

/** Who is signed in. */
export class Session {
  private tokens: Tokens | null;
  private renewing: Promise<string | null> | null = null;
  private endedByItself = false;
  private readonly listeners = new Set<() => void>();
  private readonly store: SessionStore;
  private readonly renew: Renew;
  private readonly exclusively: Exclusively;

  constructor(store: SessionStore, renew: Renew, exclusively: Exclusively) {
    this.store = store;
    this.renew = renew;
    this.exclusively = exclusively;
    this.tokens = store.load();
    store.watch(() => this.adopt(store.load()));
  }

  /** For the header Authorization; null while nobody is signed in. */
  get token(): string | null {
    return this.tokens?.accessToken ?? null;
  }

  /** Whether the session ended although nobody signed out. */
  get expired(): boolean {
    return this.endedByItself;
  }

  start(tokens: Tokens): void {
    this.set(tokens, false);
  }

  end(): void {
    this.set(null, false);
  }

  /**
   * After an access token was refused: another one, or null if the session is over. Requests that
   * fail together renew once.
   */
  renewed(refused: string): Promise<string | null> {
    if (this.token !== refused) return Promise.resolve(this.token);
    this.renewing ??= this.exclusively(() => this.tryToRenew(refused)).finally(() => {
      this.renewing = null;
    });
    return this.renewing;
  }

  /** Calls back after every change; returns how to stop that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private async tryToRenew(refused: string): Promise<string | null> {
    // A refresh token that is used twice ends the session: another tab may have been quicker.
    const kept = this.store.load();
    if (kept?.accessToken !== refused) {
      this.adopt(kept);
      return this.token;
    }
    const after = await this.renew(kept);
    // Signing out meanwhile counts.
    if (this.token === refused) this.set(after, after === null);
    return this.token;
  }

  private adopt(tokens: Tokens | null): void {
    if (tokens?.accessToken === this.tokens?.accessToken) return;
    this.tokens = tokens;
    this.tell();
  }

  private set(tokens: Tokens | null, endedByItself: boolean): void {
    this.store.save(tokens);
    this.tokens = tokens;
    this.endedByItself = endedByItself;
    this.tell();
  }

  private tell(): void {
    this.listeners.forEach((listener) => listener());
  }
}
