import type { components } from './schema';

type Problem = components['schemas']['Problem'];

/** What is wrong with one field of a form. */
export type FieldProblem = components['schemas']['FieldProblem'];

/** Work that the server asks for before it tries again. */
export type WorkProblem = components['schemas']['WorkProblem'];

/**
 * A request that did not succeed: a refusal of the server's, or no answer at all (status 0, code
 * `network` or `timeout`).
 */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: readonly FieldProblem[];
  /** In the language of the request; empty if the server said nothing that people should read. */
  readonly text: string;
  /** What to do before the same request is sent again; null if nothing helps. */
  readonly work: WorkProblem | null;

  constructor(
    status: number,
    code: string,
    text = '',
    fields: readonly FieldProblem[] = [],
    work: WorkProblem | null = null,
  ) {
    super(`${status} ${code}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.text = text;
    this.work = work;
    this.fields = fields;
  }

  /** Whether the same request may well succeed later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  /** The first message for each field, as forms take them. */
  get byField(): Record<string, string> {
    const messages: Record<string, string> = {};
    for (const { field, message } of this.fields) messages[field] ??= message;
    return messages;
  }

  /** Reads the body of a refusal; a proxy's HTML page becomes a problem as well. */
  static from(status: number, body: unknown): ApiProblem {
    if (typeof body === 'object' && body !== null && 'code' in body) {
      const problem = body as Partial<Problem>;
      return new ApiProblem(
        status,
        problem.code ?? 'unknown',
        problem.message ?? '',
        problem.errors ?? [],
        problem.proof_of_work ?? null,
      );
    }
    return new ApiProblem(status, 'unknown');
  }

  /** Turns whatever was thrown into a problem. */
  static of(error: unknown): ApiProblem {
    return error instanceof ApiProblem ? error : new ApiProblem(0, 'network');
  }
}
