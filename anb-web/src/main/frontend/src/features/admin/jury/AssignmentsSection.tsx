import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useShortFormats } from '../../../i18n/useShortFormats';
import { Empty } from '../../../ui/Empty';
import { Loadable } from '../../../ui/Loadable';
import { UrlPager } from '../../../ui/Pager';
import { Section } from '../../../ui/Section';
import { SelectField } from '../../../ui/SelectField';
import { Table, TableSkeleton } from '../../../ui/Table';
import { useUrlFilters } from '../../../ui/useUrlFilters';
import styles from '../admin.module.css';
import {
  assignmentsQuery,
  formerJurorsQuery,
  jurorsQuery,
  type AssignmentState,
} from '../api/jury';
import { AssignmentActions } from './AssignmentActions';
import { jurorOptions } from './jurorOptions';
import { SheetState } from './SheetState';
import type { SectionProps } from './SectionProps';

const STATES = ['todo', 'draft', 'submitted', 'conflict'] as const;

/** Which juror judges which clip, and how far the sheets are. */
export function AssignmentsSection({ onMessage }: SectionProps) {
  const { t } = useTranslation('admin');
  const { number } = useShortFormats();
  const { get, set, offset } = useUrlFilters();
  const state = get('state') as AssignmentState | '';
  const juror = get('juror');
  const jurors = useQuery(jurorsQuery);
  const former = useQuery(formerJurorsQuery);
  const assignments = useQuery(assignmentsQuery({ state, juror }, offset));
  return (
    <Section title={t('jury.assignments')}>
      <div className={styles.filters}>
        <SelectField
          label={t('state')}
          value={state}
          options={[
            ['', t('all')],
            ...STATES.map((each) => [each, t(`jury.states.${each}`)] as const),
          ]}
          onChange={(event) => set({ state: event.target.value })}
        />
        <SelectField
          label={t('jury.juror')}
          value={juror}
          options={[
            ['', t('all')],
            ...jurorOptions(jurors.data?.rows),
            ...(former.data?.rows ?? []).map(
              (each) => [each.juror_id, each.name ?? t('left')] as const,
            ),
          ]}
          onChange={(event) => set({ juror: event.target.value })}
        />
      </div>
      <Loadable query={assignments} skeleton={<TableSkeleton />}>
        {({ rows: found, total }) =>
          found.length === 0 ? (
            <Empty>{t('jury.noAssignments')}</Empty>
          ) : (
            <>
              <Table
                caption={t('jury.assignments')}
                head={[
                  t('jury.clip'),
                  t('jury.player'),
                  t('jury.juror'),
                  t('state'),
                  t('jury.total'),
                  t('actions'),
                ]}
              >
                {found.map((each) => (
                  <tr key={each.assignment_id}>
                    <th scope="row">
                      <Link to={`/admin/jury/assignments/${each.assignment_id}`}>
                        <span dir="auto">{each.title}</span>
                      </Link>
                    </th>
                    <td>
                      <span dir="auto">{each.username}</span>
                      <small dir="auto">{each.city}</small>
                    </td>
                    <td dir="auto">{each.juror ?? t('left')}</td>
                    <td>
                      <SheetState state={each.state} />
                    </td>
                    <td>{number(each.total)}</td>
                    <td>
                      <AssignmentActions
                        assignment={each}
                        onReopened={() => onMessage(t('jury.reopened'))}
                        onRemoved={() => onMessage(t('jury.removed'))}
                      />
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
  );
}
