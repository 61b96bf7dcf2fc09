/** What is needed to act as somebody. */
export interface Tokens {
  accessToken: string;
}

/** Where a session survives a reload of the page. */
export interface SessionStore {
  load(): Tokens | null;
  save(tokens: Tokens | null): void;
}

/** Gets a new access token when the old one has run out; null if one has to sign in again. */
export type Renew = (tokens: Tokens) => Promise<Tokens | null>;

/** Who is signed in on this page. */
export class Session {
  private tokens: Tokens | null;
  private renewing: Promise<string | null> | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly store: SessionStore;
  private readonly renew: Renew;
  private endedByItself = false;

  constructor(store: SessionStore, renew: Renew) {
    this.store = store;
    this.renew = renew;
    this.tokens = store.load();
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
    this.renewing ??= this.tryToRenew().finally(() => (this.renewing = null));
    return this.renewing;
  }

  /** Calls back after every change; returns how to stop that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private async tryToRenew(): Promise<string | null> {
    const before = this.tokens;
    const after = before && (await this.renew(before));
    // Signing out meanwhile counts.
    if (this.tokens === before) this.set(after, after === null);
    return this.token;
  }

  private set(tokens: Tokens | null, endedByItself: boolean): void {
    this.tokens = tokens;
    this.endedByItself = endedByItself;
    this.store.save(tokens);
    this.listeners.forEach((listener) => listener());
  }
}

const KEY = 'anb.session';

/** Keeps a session until the tab is closed. */
const tabStore: SessionStore = {
  load() {
    const saved = sessionStorage.getItem(KEY);
    return saved === null ? null : { accessToken: saved };
  },
  save(tokens) {
    if (tokens) sessionStorage.setItem(KEY, tokens.accessToken);
    else sessionStorage.removeItem(KEY);
  },
};

export const session = new Session(tabStore, () => Promise.resolve(null));
