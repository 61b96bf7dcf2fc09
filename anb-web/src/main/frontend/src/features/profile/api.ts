import { api, body } from '../../api/client';
import { download } from '../../api/files';
import { session } from '../../api/session/current';
import { tokensOf } from '../../api/session/tokens';
import type { Schemas } from '../../api/types';
import type { Account } from '../auth';

export type Profile = Schemas['ProfileRequest'];
export type PasswordChange = Schemas['PasswordRequest'];

export function saveProfile(profile: Profile): Promise<Account> {
  return body<Account>(api.PUT('/api/me', { body: profile }));
}

/** Changes the password. All sessions end with the old one; this page goes on with a new session. */
export async function changePassword(change: PasswordChange): Promise<void> {
  session.start(tokensOf(await body(api.POST('/api/me/password', { body: change }))));
}

/** Sends a picture; returns the account with its address. */
export function savePicture(picture: Blob): Promise<Account> {
  return body<Account>(
    api.PUT('/api/me/avatar', {
      // The interface's description has no word for bytes but text.
      body: picture as unknown as string,
      bodySerializer: () => picture,
      headers: { 'Content-Type': picture.type },
    }),
  );
}

export async function deletePicture(): Promise<void> {
  await body(api.DELETE('/api/me/avatar'));
}

/** Saves a file with everything that is kept about the reader. */
export function downloadOwnData(accountId: string): Promise<void> {
  return download('/api/me/export', `anb-${accountId}.json`);
}

export async function deleteAccount(): Promise<void> {
  await body(api.DELETE('/api/me'));
}
