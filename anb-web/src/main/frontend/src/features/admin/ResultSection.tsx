import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Loadable } from '../../ui/Loadable';
import { ProblemNotice } from '../../ui/Notice';
import styles from './admin.module.css';
import { Reconciliation } from './Reconciliation';
import { Section } from '../../ui/Section';
import { Table, TableSkeleton } from '../../ui/Table';
import { Tag } from '../../ui/Tag';
import { downloadResult, resultQuery, type Result } from './api/contest';
import { useShortFormats } from '../../i18n/useShortFormats';

const FILES = [
  ['result.csv', 'CSV'],
  ['result.json', 'JSON'],
] as const;

/** The latest result, computed again by the server to verify it. */
export function ResultSection() {
  const { t } = useTranslation('admin');
  const result = useQuery(resultQuery);
  const saving = useMutation({ mutationFn: downloadResult });
  return (
    <Section
      title={t('result.title')}
      tools={
        <>
          {FILES.map(([name, format]) => (
            <Button key={name} small busy={saving.isPending} onClick={() => saving.mutate(name)}>
              {t('result.download', { format })}
            </Button>
          ))}
          <Button small busy={saving.isPending} onClick={() => saving.mutate('inputs.json')}>
            {t('result.inputs')}
          </Button>
        </>
      }
    >
      {saving.isError && <ProblemNotice error={saving.error} />}
      <Loadable query={result} skeleton={<TableSkeleton />}>
        {(now) => <Cities result={now} />}
      </Loadable>
    </Section>
  );
}

function Cities({ result }: { result: Result }) {
  const { t } = useTranslation('admin');
  const { moment, number } = useShortFormats();
  const proof = result.verification;
  return (
    <>
      <p>
        {t('result.taken', { date: moment(result.taken_at) })}{' '}
        {proof && (
          <>
            <Tag tone={proof.inputs_intact ? 'good' : 'bad'}>
              {proof.inputs_intact ? t('result.intact') : t('result.notIntact')}
            </Tag>{' '}
            <Tag tone={proof.outcome_reproduced ? 'good' : 'bad'}>
              {proof.outcome_reproduced ? t('result.reproduced') : t('result.notReproduced')}
            </Tag>
          </>
        )}
      </p>
      <p className={styles.digest}>
        SHA-256 · {t('result.inputs')}: <code>{result.inputs_digest}</code>
      </p>
      <Reconciliation resultId={result.result_id} />
      {result.cities.length === 0 && <Empty>{t('result.empty')}</Empty>}
      {result.cities.map((city) => (
        <div key={city.city_key}>
          <h3 dir="auto">{city.city}</h3>
          <Table
            caption={t('result.caption', { city: city.city })}
            head={[
              t('result.place'),
              t('result.player'),
              t('result.votes'),
              t('result.publicShare'),
              t('result.juryScore'),
              t('result.combined'),
              t('result.winner'),
            ]}
          >
            {city.players.map((player) => (
              <tr key={player.player_id}>
                <td>{player.position}</td>
                <th scope="row" dir="auto">
                  {player.username ?? t('left')}
                </th>
                <td>{number(player.votes)}</td>
                <td>{number(player.public_share)}</td>
                <td>{number(player.jury_score)}</td>
                <td>{number(player.combined)}</td>
                <td>{player.winner ? <Tag tone="good">{t('yes')}</Tag> : '–'}</td>
              </tr>
            ))}
          </Table>
        </div>
      ))}
    </>
  );
}
