import { api, body } from '../../api/client';
import { PRIVATE } from '../../api/queryKeys';
import type { Schemas } from '../../api/types';

/** Where uploads are made by the protocol tus. */
export const UPLOADS = '/api/uploads';

export const uploadKeys = {
  /** What this browser has begun to send for an account, and not finished. */
  unfinished: (accountId: string) => [...PRIVATE, 'unfinished', accountId] as const,
};

/** Hands in an upload whose bytes have all arrived; returns the id of the clip. */
export async function finishUpload(
  uploadId: string,
  title: string,
  startMillis: number,
  posterMillis: number | null,
  signal: AbortSignal,
): Promise<string> {
  const answer = await body<Schemas['UploadView']>(
    api.POST('/api/uploads/{upload_id}/finish', {
      params: { path: { upload_id: uploadId } },
      body: { title, start_ms: startMillis, poster_ms: posterMillis },
      signal,
    }),
  );
  return answer.video_id;
}
