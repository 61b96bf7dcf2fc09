import { queryOptions } from '@tanstack/react-query';
import { api, body, rows } from '../../../api/client';
import type { Nullable, Schemas } from '../../../api/types';
import { adminKeys } from './keys';
import { pageOf } from './pages';

export type ManagedAccount = Nullable<Schemas['ManagedAccountView'], 'disabled_at' | 'avatar_url'>;

export type Role = Schemas['RoleRequest']['role'];

/** Accounts by name, email and role; without an offset the first hundred. */
export function accountsQuery({ q, role }: { q: string; role?: Role | '' }, offset?: number) {
  return queryOptions({
    queryKey: adminKeys.accounts({ q, role, offset }),
    queryFn: ({ signal }) =>
      rows<ManagedAccount>(
        api.GET('/api/admin/accounts', {
          params: {
            query: {
              ...(q && { q }),
              ...(role && { role }),
              ...pageOf(offset),
            },
          },
          signal,
        }),
      ),
  });
}

const account = (id: string) => ({ params: { path: { id } } });

export function changeRole(id: string, role: Role, reason: string): Promise<unknown> {
  return body(api.PUT('/api/admin/accounts/{id}/role', { ...account(id), body: { role, reason } }));
}

export function enableAccount(id: string): Promise<unknown> {
  return body(api.POST('/api/admin/accounts/{id}/enable', account(id)));
}

export function disableAccount(id: string, reason: string): Promise<unknown> {
  return body(api.POST('/api/admin/accounts/{id}/disable', { ...account(id), body: { reason } }));
}

/** Forgets an account's second factor, after its owner has lost the phone and the codes. */
export function resetSecondFactor(id: string, reason: string): Promise<unknown> {
  return body(
    api.POST('/api/admin/accounts/{id}/second-factor/reset', { ...account(id), body: { reason } }),
  );
}
