import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body, rows } from '../../api/client';
import { useAccount } from '../../auth/useSession';
import { Empty } from '../../ui/Empty';
import { Loadable } from '../../ui/Loadable';
import { Page } from '../../ui/Page';
import ui from '../../ui/ui.module.css';
import styles from './admin.module.css';
import {
  Act,
  Choice,
  News,
  PAGE,
  Pager,
  SearchLine,
  Section,
  Table,
  TableSkeleton,
  Tag,
  useFilters,
} from './parts';
import type { ManagedAccount, Role } from './types';
import { useShort } from './useShort';

const ROLES = ['player', 'juror', 'admin'] as const;

export default function AccountsPage() {
  const { t } = useTranslation('admin');
  const { moment } = useShort();
  const { get, set, offset } = useFilters();
  const [news, setNews] = useState('');
  const me = useAccount();
  const q = get('q');
  const role = get('role');
  const accounts = useQuery({
    queryKey: ['admin', 'accounts', q, role, offset],
    queryFn: ({ signal }) =>
      rows<ManagedAccount>(
        api.GET('/api/admin/accounts', {
          params: {
            query: {
              ...(q && { q }),
              ...(role && { role: role as Role }),
              limit: PAGE,
              offset,
            },
          },
          signal,
        }),
      ),
  });
  return (
    <Page title={t('accounts.title')}>
      <div className={ui.stack}>
        <News>{news}</News>
        <div className={styles.filters}>
          <SearchLine
            label={t('accounts.search')}
            value={q}
            onSearch={(text) => set({ q: text })}
          />
          <Choice
            label={t('accounts.role')}
            value={role}
            options={[['', t('all')], ...ROLES.map((each) => [each, t(`names.${each}`)] as const)]}
            onChange={(event) => set({ role: event.target.value })}
          />
        </div>
        <Section title={t('accounts.title')}>
          <Loadable query={accounts} skeleton={<TableSkeleton />}>
            {({ rows: found, total }) =>
              found.length === 0 ? (
                <Empty>{t('accounts.empty')}</Empty>
              ) : (
                <>
                  <Table
                    caption={t('accounts.title')}
                    head={[
                      t('accounts.name'),
                      t('accounts.city'),
                      t('accounts.role'),
                      t('accounts.since'),
                      t('state'),
                      t('actions'),
                    ]}
                  >
                    {found.map((each) => (
                      <tr key={each.user_id}>
                        <th scope="row">
                          {each.first_name} {each.last_name}
                          <small>{each.email}</small>
                          <small>
                            <Link
                              to={`/admin/votes?voter_id=${each.user_id}`}
                              aria-label={`${t('nav.votes')}: ${each.first_name} ${each.last_name}`}
                            >
                              {t('nav.votes')}
                            </Link>
                          </small>
                        </th>
                        <td>{each.city}</td>
                        <td>{t(`names.${each.role as Role}`)}</td>
                        <td>{moment(each.created_at)}</td>
                        <td>
                          {each.disabled_at ? (
                            <Tag tone="bad">{t('accounts.disabled')}</Tag>
                          ) : (
                            <Tag tone="good">{t('accounts.enabled')}</Tag>
                          )}
                        </td>
                        <td>
                          {each.user_id !== me.data?.user_id && (
                            <Acts account={each} onNews={setNews} />
                          )}
                        </td>
                      </tr>
                    ))}
                  </Table>
                  <Pager total={total} />
                </>
              )
            }
          </Loadable>
        </Section>
      </div>
    </Page>
  );
}

function Acts({ account, onNews }: { account: ManagedAccount; onNews: (text: string) => void }) {
  const { t } = useTranslation('admin');
  const [role, setRole] = useState(account.role as Role);
  const name = `${account.first_name} ${account.last_name}`;
  const params = { path: { id: account.user_id } };
  return (
    <div className={ui.row}>
      <Act
        label={t('accounts.changeRole')}
        of={name}
        title={t('accounts.roleTitle')}
        text={t('accounts.roleText', { name })}
        reason
        act={(reason) =>
          body(api.PUT('/api/admin/accounts/{id}/role', { params, body: { role, reason } }))
        }
        onDone={() => onNews(t('accounts.roleChanged', { name }))}
      >
        <Choice
          label={t('accounts.role')}
          value={role}
          options={ROLES.map((each) => [each, t(`names.${each}`)] as const)}
          onChange={(event) => setRole(event.target.value as Role)}
        />
      </Act>
      {account.disabled_at ? (
        <Act
          label={t('accounts.enable')}
          of={name}
          title={t('accounts.enableTitle')}
          text={t('accounts.enableText', { name })}
          look="primary"
          act={() => body(api.POST('/api/admin/accounts/{id}/enable', { params }))}
          onDone={() => onNews(t('accounts.nowEnabled', { name }))}
        />
      ) : (
        <Act
          label={t('accounts.disable')}
          of={name}
          title={t('accounts.disableTitle')}
          text={t('accounts.disableText', { name })}
          look="danger"
          reason
          act={(reason) =>
            body(api.POST('/api/admin/accounts/{id}/disable', { params, body: { reason } }))
          }
          onDone={() => onNews(t('accounts.nowDisabled', { name }))}
        />
      )}
    </div>
  );
}
