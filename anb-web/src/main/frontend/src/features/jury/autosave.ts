import { ApiProblem } from '../../api/problem';

/** How a draft is doing. */
export type SaveState =
  | { kind: 'untouched' }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  /** It is tried again by itself if it may well succeed later. */
  | { kind: 'failed'; error: ApiProblem }
  /** The sheet changed elsewhere; nothing is saved until that is settled. */
  | { kind: 'conflict' };

/** Saves a draft that was made from a version; returns the version that this made. */
export type Save<T> = (draft: T, version: number) => Promise<number>;

/** How long after the last change a draft is saved, in milliseconds. */
export const PAUSE = 1_000;
/** How long after a failure it is tried again, in milliseconds. */
export const RETRY = 5_000;

/** Saves a draft by itself, one request at a time, always the newest. */
export class Autosave<T> {
  private readonly save: Save<T>;
  private readonly listeners = new Set<() => void>();
  private saved: number;
  private unsaved: { draft: T } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private current: SaveState = { kind: 'untouched' };

  constructor(version: number, save: Save<T>) {
    this.saved = version;
    this.save = save;
  }

  /** The version of what the server has. */
  get version(): number {
    return this.saved;
  }

  /** Whether something would be lost if the page were closed now. */
  get isDirty(): boolean {
    return this.unsaved !== null || this.running !== null;
  }

  readonly state = (): SaveState => this.current;

  /** Calls back after every change of the state; returns how to stop that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes a draft; it is saved soon. */
  change(draft: T): void {
    this.unsaved = { draft };
    if (this.current.kind === 'conflict') return;
    if (this.running === null) this.set({ kind: 'waiting' });
    this.after(PAUSE);
  }

  /** Saves what is not saved yet; tells whether all is saved now. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.current.kind !== 'conflict' && this.isDirty) {
      this.running ??= this.attempt().finally(() => (this.running = null));
      await this.running;
      if (this.state().kind === 'failed') return false;
    }
    return this.unsaved === null;
  }

  /** After a conflict: goes on from the version that the server has now, with the own draft. */
  keepMine(version: number): Promise<boolean> {
    this.saved = version;
    this.set({ kind: 'waiting' });
    return this.flush();
  }

  private after(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), delay);
  }

  private async attempt(): Promise<void> {
    const taken = this.unsaved;
    if (taken === null) return;
    this.set({ kind: 'saving' });
    try {
      this.saved = await this.save(taken.draft, this.saved);
      if (this.unsaved === taken) this.unsaved = null;
      this.set({ kind: 'saved', at: new Date() });
    } catch (thrown) {
      const error = ApiProblem.of(thrown);
      this.set(
        error.code === 'version_conflict' ? { kind: 'conflict' } : { kind: 'failed', error },
      );
      if (error.passing) this.after(RETRY);
    }
  }

  private set(state: SaveState): void {
    this.current = state;
    this.listeners.forEach((listener) => listener());
  }
}
