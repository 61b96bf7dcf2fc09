import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useShortFormats } from '../../../i18n/useShortFormats';
import { Loadable } from '../../../ui/Loadable';
import { Section } from '../../../ui/Section';
import { Table, TableSkeleton } from '../../../ui/Table';
import styles from '../admin.module.css';
import { scoresQuery } from '../api/jury';

/** The jury's scores of the clips. */
export function ScoresSection() {
  const { t } = useTranslation('admin');
  const { number } = useShortFormats();
  const scores = useQuery(scoresQuery);
  return (
    <Section title={t('jury.scores')}>
      <Loadable query={scores} skeleton={<TableSkeleton />}>
        {({ rows: found }) =>
          found.length === 0 ? (
            <p className={styles.soft}>{t('jury.noScores')}</p>
          ) : (
            <Table
              caption={t('jury.scores')}
              head={[
                t('jury.clip'),
                t('jury.player'),
                t('jury.sheets'),
                t('jury.raw'),
                t('jury.score'),
              ]}
            >
              {found.map((each) => (
                <tr key={each.video_id}>
                  <th scope="row" dir="auto">
                    {each.title}
                  </th>
                  <td>
                    <span dir="auto">{each.username}</span>
                    <small dir="auto">{each.city}</small>
                  </td>
                  <td>{each.sheets}</td>
                  <td>{number(each.raw_mean)}</td>
                  <td>{number(each.score)}</td>
                </tr>
              ))}
            </Table>
          )
        }
      </Loadable>
    </Section>
  );
}
