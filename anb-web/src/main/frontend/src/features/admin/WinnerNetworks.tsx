import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/Empty';
import { Loadable } from '../../ui/Loadable';
import { Section } from '../../ui/Section';
import { Table, TableSkeleton } from '../../ui/Table';
import { useShortFormats } from '../../i18n/useShortFormats';
import { winnerNetworksQuery } from './api/contest';

/** What to look at before the contest is closed: from how few networks winners have their votes. */
export function WinnerNetworks() {
  const { t } = useTranslation('admin');
  const { number } = useShortFormats();
  const winners = useQuery(winnerNetworksQuery);
  return (
    <Section title={t('winnerNetworks.title')}>
      <p>{t('winnerNetworks.lead')}</p>
      <Loadable query={winners} skeleton={<TableSkeleton />}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{t('winnerNetworks.none')}</Empty>
          ) : (
            <Table
              caption={t('winnerNetworks.title')}
              head={[
                t('winnerNetworks.city'),
                t('winnerNetworks.player'),
                t('winnerNetworks.votes'),
                t('winnerNetworks.networks'),
                t('winnerNetworks.share'),
              ]}
            >
              {rows.map((row) => (
                <tr key={row.player_id}>
                  <td dir="auto">{row.city}</td>
                  <th scope="row" dir="auto">
                    {row.username ?? '–'}
                  </th>
                  <td>{number(row.votes)}</td>
                  <td>{number(row.networks)}</td>
                  <td>{t('winnerNetworks.percent', { percent: row.largest_three_percent })}</td>
                </tr>
              ))}
            </Table>
          )
        }
      </Loadable>
    </Section>
  );
}
