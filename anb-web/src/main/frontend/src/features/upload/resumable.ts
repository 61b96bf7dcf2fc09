import {
  DetailedError,
  Upload,
  defaultOptions,
  type HttpRequest,
  type HttpResponse,
  type UploadOptions,
} from 'tus-js-client';
import { ApiProblem } from '../../api/problem';
import { session } from '../../api/session/current';
import { currentLanguage } from '../../i18n/language';
import { finishUpload, UPLOADS } from './api';
import { pause, willPass } from './patience';
import { Cancelled, type Journey, type Shipment, type Uploader } from './uploader';

/**
 * Bytes of a request. Small enough that a proxy that hands on whole requests only loses less than a
 * twentieth of a clip of 60 MB with each lost connection.
 */
const PIECE = 2.5 * 1024 * 1024;

/** How long the server keeps what was sent, in milliseconds. */
const KEPT = 24 * 60 * 60_000;

const storage = defaultOptions.urlStorage;

/** An upload that this browser has begun and not ended. */
export interface Unfinished {
  key: string;
  url: string;
  title: string;
  fileName: string;
}

/** What the reader has begun in this browser and can go on with. */
export async function unfinishedUploads(accountId: string): Promise<Unfinished[]> {
  const kept = await storage.findAllUploads();
  return kept
    .filter(({ urlStorageKey }) => urlStorageKey.startsWith(`tus::${prefix(accountId)}`))
    .filter(({ creationTime }) => Date.now() - Date.parse(creationTime) < KEPT)
    .map(({ urlStorageKey, uploadUrl, metadata }) => ({
      key: urlStorageKey,
      url: uploadUrl ?? '',
      title: metadata['title'] ?? '',
      fileName: metadata['filename'] ?? '',
    }));
}

/** Forgets an upload, here and on the server. */
export async function discard({ key, url }: Unfinished): Promise<void> {
  await storage.removeUpload(key);
  await terminate(url);
}

/** The title that a file was given when its upload began; null if it was not. */
export async function earlierTitle(accountId: string, file: File): Promise<string | null> {
  const [earlier] = await storage.findUploadsByFingerprint(fingerprint(accountId, file));
  return earlier?.metadata['title'] ?? null;
}

/** Sends a clip in pieces by the protocol tus; the server keeps what has arrived. */
export const resumable: Uploader = {
  async send(shipment, onJourney, signal) {
    const journey: Journey = { sent: 0, state: 'sending' };
    const tell = (news: Partial<Journey>) => onJourney(Object.assign(journey, news));
    const upload = await prepare(shipment);
    const sending = () => transfer(upload, tell, signal);
    const finishing = () => {
      tell({ sent: shipment.file.size, state: 'finishing' });
      return finish(upload, shipment, signal);
    };
    try {
      await persistently(sending, journey, tell, signal);
      const id = await persistently(finishing, journey, tell, signal);
      await forget(upload);
      return id;
    } catch (error) {
      if (signal.reason instanceof Cancelled) {
        await forget(upload);
        if (upload.url !== null) void terminate(upload.url);
      } else if (error instanceof ApiProblem) {
        await forgetIfGone(upload, error);
      }
      throw error;
    }
  },
};

/** Tries until it works, is refused, or is not wanted any more. */
async function persistently<T>(
  attempt: () => Promise<T>,
  journey: Readonly<Journey>,
  tell: (news: Partial<Journey>) => void,
  signal: AbortSignal,
): Promise<T> {
  for (let failures = 0; ; failures++) {
    const before = journey.sent;
    try {
      return await attempt();
    } catch (error) {
      signal.throwIfAborted();
      const problem = ApiProblem.of(error);
      if (!willPass(problem)) throw problem;
      tell({ state: 'waiting' });
      if (journey.sent > before) failures = 0;
      await pause(failures, signal);
    }
  }
}

async function prepare({ file, title, accountId }: Shipment): Promise<Upload> {
  const upload = new Upload(file, {
    endpoint: new URL(UPLOADS, location.origin).href,
    chunkSize: PIECE,
    metadata: { title, filename: file.name },
    fingerprint: () => Promise.resolve(fingerprint(accountId, file)),
    // Lost connections are our affair: the library gives up when the browser is offline.
    retryDelays: null,
    onBeforeRequest: authorise,
    onAfterResponse: refuse,
  });
  const [earlier] = await upload.findPreviousUploads();
  if (earlier) upload.resumeFromPreviousUpload(earlier);
  return upload;
}

function transfer(
  upload: Upload,
  tell: (news: Partial<Journey>) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      void upload.abort();
      reject(signal.reason as Error);
    };
    const end = (then: () => void) => {
      signal.removeEventListener('abort', stop);
      then();
    };
    signal.addEventListener('abort', stop, { once: true });
    upload.options.onProgress = (sent) => tell({ sent, state: 'sending' });
    upload.options.onSuccess = () => end(resolve);
    upload.options.onError = (error) => end(() => reject(cause(error)));
    upload.start();
  });
}

function finish(
  upload: Upload,
  { title, startMillis, posterMillis }: Shipment,
  signal: AbortSignal,
): Promise<string> {
  const id = new URL(upload.url ?? '', location.origin).pathname.split('/').pop() ?? '';
  return finishUpload(id, title, startMillis, posterMillis, signal);
}

function authorise(request: HttpRequest): void {
  request.setHeader('Accept-Language', currentLanguage());
  if (session.token !== null) request.setHeader('Authorization', `Bearer ${session.token}`);
}

/**
 * Stops the library at a refusal. It would take every one for an upload that is gone, and send the
 * whole file again.
 */
async function refuse(request: HttpRequest, answer: HttpResponse): Promise<void> {
  const status = answer.getStatus();
  const gone = status === 404 && request.getMethod() === 'HEAD';
  if (status < 400 || gone) return;
  const problem = ApiProblem.from(status, parse(answer.getBody()));
  const sent = request.getHeader('Authorization')?.replace('Bearer ', '');
  if (status === 401 && sent !== undefined && (await session.renewed(sent)) !== null) {
    throw new ApiProblem(0, 'renewed');
  }
  throw problem;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function cause(error: Error): Error {
  return error instanceof DetailedError && error.causingError instanceof ApiProblem
    ? error.causingError
    : new ApiProblem(0, 'network');
}

async function forget(upload: Upload): Promise<void> {
  for (const { urlStorageKey } of await upload.findPreviousUploads()) {
    await storage.removeUpload(urlStorageKey);
  }
}

/** After these, the server has nothing to go on with. */
async function forgetIfGone(upload: Upload, { code }: ApiProblem): Promise<void> {
  if (code === 'invalid_file' || code === 'upload_not_found') await forget(upload);
}

/** The server deletes what nobody goes on with by itself, so it need not work. */
async function terminate(url: string): Promise<void> {
  const options: UploadOptions = {
    // The request that was aborted may still hold the upload for a moment.
    retryDelays: [300, 1_000, 3_000],
    onBeforeRequest: authorise,
  };
  await Upload.terminate(url, options).catch(() => undefined);
}

function prefix(accountId: string): string {
  return `anb-${accountId}-`;
}

function fingerprint(accountId: string, file: File): string {
  return `${prefix(accountId)}${file.name}-${file.size}-${file.lastModified}`;
}
