import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useShortFormats } from '../../../i18n/useShortFormats';
import { ConfirmButton } from '../../../ui/ConfirmButton';
import { Section } from '../../../ui/Section';
import { Table } from '../../../ui/Table';
import styles from '../admin.module.css';
import { formerJurorsQuery, voidSheetsOf } from '../api/jury';
import type { SectionProps } from './SectionProps';

/** Jurors who have left: nobody can correct what they submitted, and it keeps the rubric as it is. */
export function FormerJurorsSection({ onMessage }: SectionProps) {
  const { t } = useTranslation('admin');
  const { moment } = useShortFormats();
  const former = useQuery(formerJurorsQuery);
  const found = former.data?.rows ?? [];
  if (found.length === 0) return null;
  return (
    <Section title={t('jury.former')}>
      <p className={styles.soft}>{t('jury.formerLead')}</p>
      <Table
        caption={t('jury.former')}
        head={[t('jury.name'), t('jury.submitted'), t('sheet.submitted'), t('actions')]}
      >
        {found.map((each) => (
          <tr key={each.juror_id}>
            <th scope="row">
              <Link to={`/admin/jury?juror=${each.juror_id}`}>
                <span dir="auto">{each.name ?? t('left')}</span>
              </Link>
            </th>
            <td>{each.submitted}</td>
            <td>{moment(each.last_submitted_at)}</td>
            <td>
              <ConfirmButton
                label={t('jury.voidAll')}
                subject={each.name ?? t('left')}
                title={t('jury.voidAllTitle')}
                text={t('jury.voidAllText', { count: each.submitted })}
                look="danger"
                needsReason
                action={(reason) => voidSheetsOf(each.juror_id, reason)}
                onDone={() => onMessage(t('jury.voided'))}
              />
            </td>
          </tr>
        ))}
      </Table>
    </Section>
  );
}
