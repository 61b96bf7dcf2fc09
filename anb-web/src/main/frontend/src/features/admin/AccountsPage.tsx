import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAccount } from '../auth';
import { Empty } from '../../ui/Empty';
import { Loadable } from '../../ui/Loadable';
import { Page } from '../../ui/Page';
import ui from '../../ui/ui.module.css';
import styles from './admin.module.css';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { UrlPager } from '../../ui/Pager';
import { SearchForm } from '../../ui/SearchForm';
import { Section } from '../../ui/Section';
import { SelectField } from '../../ui/SelectField';
import { StatusMessage } from '../../ui/StatusMessage';
import { Table, TableSkeleton } from '../../ui/Table';
import { Tag } from '../../ui/Tag';
import { useUrlFilters } from '../../ui/useUrlFilters';
import {
  accountsQuery,
  changeRole,
  disableAccount,
  enableAccount,
  resetSecondFactor,
  type ManagedAccount,
  type Role,
} from './api/accounts';
import { useShortFormats } from '../../i18n/useShortFormats';

const ROLES = ['player', 'juror', 'admin'] as const;

export default function AccountsPage() {
  const { t } = useTranslation('admin');
  const { moment } = useShortFormats();
  const { get, set, offset } = useUrlFilters();
  const [message, setMessage] = useState('');
  const me = useAccount();
  const q = get('q');
  const role = get('role');
  const accounts = useQuery(accountsQuery({ q, role: role as Role | '' }, offset));
  return (
    <Page title={t('accounts.title')}>
      <div className={ui.stack}>
        <StatusMessage>{message}</StatusMessage>
        <div className={styles.filters}>
          <SearchForm
            label={t('accounts.search')}
            value={q}
            onSearch={(text) => set({ q: text })}
          />
          <SelectField
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
                          <span dir="auto">{each.first_name}</span>{' '}
                          <span dir="auto">{each.last_name}</span>
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
                        <td dir="auto">{each.city}</td>
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
                            <Actions account={each} onMessage={setMessage} />
                          )}
                        </td>
                      </tr>
                    ))}
                  </Table>
                  <UrlPager total={total} />
                </>
              )
            }
          </Loadable>
        </Section>
      </div>
    </Page>
  );
}

function Actions({
  account,
  onMessage,
}: {
  account: ManagedAccount;
  onMessage: (text: string) => void;
}) {
  const { t } = useTranslation('admin');
  const [role, setRole] = useState(account.role as Role);
  const name = `${account.first_name} ${account.last_name}`;
  return (
    <div className={ui.row}>
      <ConfirmButton
        label={t('accounts.changeRole')}
        subject={name}
        title={t('accounts.roleTitle')}
        text={t('accounts.roleText', { name })}
        needsReason
        action={(reason) => changeRole(account.user_id, role, reason)}
        onDone={() => onMessage(t('accounts.roleChanged', { name }))}
      >
        <SelectField
          label={t('accounts.role')}
          value={role}
          options={ROLES.map((each) => [each, t(`names.${each}`)] as const)}
          onChange={(event) => setRole(event.target.value as Role)}
        />
      </ConfirmButton>
      {account.role !== 'player' && (
        <ConfirmButton
          label={t('accounts.resetFactor')}
          subject={name}
          title={t('accounts.resetFactorTitle')}
          text={t('accounts.resetFactorText', { name })}
          look="danger"
          needsReason
          action={(reason) => resetSecondFactor(account.user_id, reason)}
          onDone={() => onMessage(t('accounts.factorReset', { name }))}
        />
      )}
      {account.disabled_at ? (
        <ConfirmButton
          label={t('accounts.enable')}
          subject={name}
          title={t('accounts.enableTitle')}
          text={t('accounts.enableText', { name })}
          look="primary"
          action={() => enableAccount(account.user_id)}
          onDone={() => onMessage(t('accounts.nowEnabled', { name }))}
        />
      ) : (
        <ConfirmButton
          label={t('accounts.disable')}
          subject={name}
          title={t('accounts.disableTitle')}
          text={t('accounts.disableText', { name })}
          look="danger"
          needsReason
          action={(reason) => disableAccount(account.user_id, reason)}
          onDone={() => onMessage(t('accounts.nowDisabled', { name }))}
        />
      )}
    </div>
  );
}
