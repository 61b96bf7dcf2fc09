import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useShortFormats } from '../../../i18n/useShortFormats';
import { ConfirmButton } from '../../../ui/ConfirmButton';
import { Empty } from '../../../ui/Empty';
import { Loadable } from '../../../ui/Loadable';
import { Section } from '../../../ui/Section';
import { Table, TableSkeleton } from '../../../ui/Table';
import { jurorsQuery, spreadAssignments } from '../api/jury';
import type { SectionProps } from './SectionProps';

/** The jurors and how far they are; a button gives them the clips. */
export function JurorsSection({ onMessage }: SectionProps) {
  const { t } = useTranslation('admin');
  const { number } = useShortFormats();
  const jurors = useQuery(jurorsQuery);
  const spread = async () => {
    const { added, short_clips } = await spreadAssignments();
    const missing = short_clips > 0 ? ` ${t('jury.short', { count: short_clips })}` : '';
    onMessage(t('jury.spreadDone', { count: added }) + missing);
  };
  return (
    <Section
      title={t('jury.jurors')}
      tools={
        <ConfirmButton
          label={t('jury.spread')}
          title={t('jury.spreadTitle')}
          text={t('jury.spreadText')}
          look="primary"
          action={spread}
          onDone={() => undefined}
        />
      }
    >
      <Loadable query={jurors} skeleton={<TableSkeleton />}>
        {({ rows: found }) =>
          found.length === 0 ? (
            <Empty>{t('jury.noJurors')}</Empty>
          ) : (
            <Table
              caption={t('jury.jurors')}
              head={[
                t('jury.name'),
                t('jury.city'),
                t('jury.submitted'),
                t('jury.drafts'),
                t('jury.todo'),
                t('jury.conflictCount'),
                t('jury.mean'),
                t('jury.deviation'),
              ]}
            >
              {found.map((juror) => (
                <tr key={juror.juror_id}>
                  <th scope="row" dir="auto">
                    {juror.name}
                  </th>
                  <td dir="auto">{juror.city}</td>
                  <td>
                    {t('jury.progress', { done: juror.submitted, all: juror.assigned })}
                    <progress
                      aria-label={juror.name}
                      value={juror.submitted}
                      max={Math.max(1, juror.assigned)}
                    />
                  </td>
                  <td>{juror.drafts}</td>
                  <td>{juror.todo}</td>
                  <td>{juror.conflicts}</td>
                  <td>{number(juror.mean)}</td>
                  <td>{number(juror.deviation)}</td>
                </tr>
              ))}
            </Table>
          )
        }
      </Loadable>
    </Section>
  );
}
