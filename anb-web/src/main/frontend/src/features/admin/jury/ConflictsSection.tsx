import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortFormats } from '../../../i18n/useShortFormats';
import { ConfirmButton } from '../../../ui/ConfirmButton';
import { Loadable } from '../../../ui/Loadable';
import { SearchForm } from '../../../ui/SearchForm';
import { Section } from '../../../ui/Section';
import { Table, TableSkeleton } from '../../../ui/Table';
import styles from '../admin.module.css';
import { accountsQuery } from '../api/accounts';
import { conflictsQuery, declareConflict, liftConflict } from '../api/jury';
import { PairingForm } from './PairingForm';
import type { SectionProps } from './SectionProps';

/** Which jurors must not judge which players. */
export function ConflictsSection({ onMessage }: SectionProps) {
  const { t } = useTranslation('admin');
  const { moment } = useShortFormats();
  const [q, setQ] = useState('');
  const conflicts = useQuery(conflictsQuery);
  const players = useQuery(accountsQuery({ q }));
  return (
    <Section title={t('jury.conflicts')}>
      <Loadable query={conflicts} skeleton={<TableSkeleton />}>
        {({ rows: found }) =>
          found.length === 0 ? (
            <p className={styles.soft}>{t('jury.noConflicts')}</p>
          ) : (
            <Table
              caption={t('jury.conflicts')}
              head={[
                t('jury.juror'),
                t('jury.player'),
                t('reason'),
                t('jury.declared'),
                t('actions'),
              ]}
            >
              {found.map((each) => (
                <tr key={each.conflict_id}>
                  <th scope="row" dir="auto">
                    {each.juror}
                  </th>
                  <td>
                    <span dir="auto">{each.username}</span>
                    <small dir="auto">{each.city}</small>
                  </td>
                  <td>{each.reason}</td>
                  <td>{moment(each.declared_at)}</td>
                  <td>
                    <ConfirmButton
                      label={t('jury.lift')}
                      subject={`${each.juror}, ${each.username}`}
                      title={t('jury.liftTitle')}
                      text={t('jury.liftText', { juror: each.juror, player: each.username })}
                      look="danger"
                      action={() => liftConflict(each.conflict_id)}
                      onDone={() => onMessage(t('jury.lifted'))}
                    />
                  </td>
                </tr>
              ))}
            </Table>
          )
        }
      </Loadable>
      <h3>{t('jury.declare')}</h3>
      <SearchForm label={t('jury.findPlayer')} value={q} onSearch={setQ} />
      <PairingForm
        label={t('jury.player')}
        options={players.data?.rows.map(
          (each) => [each.user_id, `${each.first_name} ${each.last_name}, ${each.city}`] as const,
        )}
        needsReason
        submit={t('jury.declare')}
        action={declareConflict}
        onDone={() => onMessage(t('jury.declareDone'))}
      />
    </Section>
  );
}
