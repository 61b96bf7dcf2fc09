import { ApiProblem } from '../../api/problem';
import type { components } from '../../api/schema';
import { session } from '../../auth/current';
import { currentLanguage } from '../../i18n/language';
import type { Shipment, Uploader } from './uploader';

type UploadAnswer = components['schemas']['UploadAnswer'];

/** Sends a clip in one request. XMLHttpRequest, because fetch tells no progress of a body. */
export const multipart: Uploader = {
  async send(shipment, onProgress, signal) {
    const token = session.token;
    try {
      return await attempt(shipment, token, onProgress, signal);
    } catch (error) {
      if (token === null || ApiProblem.of(error).status !== 401) throw error;
      return attempt(shipment, await session.renewed(token), onProgress, signal);
    }
  },
};

function attempt(
  { file, title, key }: Shipment,
  token: string | null,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const form = new FormData();
    form.append('title', title);
    form.append('video_file', file);
    const request = new XMLHttpRequest();
    request.open('POST', '/api/videos/upload');
    request.responseType = 'json';
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Accept-Language', currentLanguage());
    request.setRequestHeader('Idempotency-Key', key);
    if (token !== null) request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.upload.onprogress = (event) => onProgress(Math.min(event.loaded, file.size));
    request.onload = () => {
      const answer: unknown = request.response;
      if (request.status === 201) resolve((answer as UploadAnswer).video_id);
      else reject(ApiProblem.from(request.status, answer));
    };
    request.onerror = () => reject(new ApiProblem(0, 'network'));
    request.onabort = () => reject(new DOMException('Cancelled', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}
