import { queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import { download } from '../../api/files';
import { PRIVATE } from '../../api/queryKeys';
import { session } from '../../api/session/current';
import { tokensOf } from '../../api/session/tokens';
import type { Nullable, Schemas } from '../../api/types';
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

export type SecondFactor = Nullable<Schemas['SecondFactorView'], 'since'>;
export type Enrolment = Schemas['EnrolmentView'];

export const secondFactorKey = [...PRIVATE, 'second-factor'] as const;

/** How the account stands with its second factor. */
export const secondFactorQuery = queryOptions({
  queryKey: secondFactorKey,
  queryFn: ({ signal }) => body<SecondFactor>(api.GET('/api/me/second-factor', { signal })),
});

/** Asks for a secret for the authenticator app. */
export function beginSecondFactor(password: string): Promise<Enrolment> {
  return body<Enrolment>(api.POST('/api/me/second-factor', { body: { password } }));
}

/** Confirms the secret with a code of the app; returns the recovery codes. */
export async function confirmSecondFactor(code: string): Promise<string[]> {
  const { recovery_codes } = await body(
    api.POST('/api/me/second-factor/confirm', { body: { code } }),
  );
  return recovery_codes;
}

export async function removeSecondFactor(password: string): Promise<void> {
  await body(api.POST('/api/me/second-factor/remove', { body: { password } }));
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

/** Deletes the account, if it is the owner who asks. */
export async function deleteAccount(password: string): Promise<void> {
  await body(api.POST('/api/me/deletion', { body: { password } }));
}

export type OwnSession = Schemas['SessionView'];

/** Where the reader is signed in, the session that was used last first. */
export const sessionsQuery = queryOptions({
  queryKey: [...PRIVATE, 'sessions'],
  queryFn: ({ signal }) => body<OwnSession[]>(api.GET('/api/me/sessions', { signal })),
});

export async function endSession(session_id: string): Promise<void> {
  await body(api.DELETE('/api/me/sessions/{session_id}', { params: { path: { session_id } } }));
}
