import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { ApiProblem } from '../../../api/problem';
import { NotFoundPage } from '../../not-found';
import { Loadable } from '../../../ui/Loadable';
import { Page } from '../../../ui/Page';
import ui from '../../../ui/ui.module.css';
import styles from '../admin.module.css';
import { Section } from '../../../ui/Section';
import { StatusMessage } from '../../../ui/StatusMessage';
import { Table, TableSkeleton } from '../../../ui/Table';
import { AssignmentActions } from './AssignmentActions';
import { SheetState } from './SheetState';
import { rubricQuery, sheetQuery, type Rubric, type Sheet } from '../api/jury';
import { useShortFormats } from '../../../i18n/useShortFormats';

/** What a juror wrote about a clip. */
export default function SheetPage() {
  const { t } = useTranslation('admin');
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const [message, setMessage] = useState('');
  const rubric = useQuery(rubricQuery);
  const sheet = useQuery(sheetQuery(id));
  if (sheet.isError && ApiProblem.of(sheet.error).status === 404) return <NotFoundPage />;
  return (
    <Page title={t('sheet.title')} lead={<Link to="/admin/jury">{t('sheet.back')}</Link>}>
      <div className={ui.stack}>
        <StatusMessage>{message}</StatusMessage>
        <Loadable query={sheet} skeleton={<TableSkeleton />}>
          {(known) => (
            <>
              <Facts
                sheet={known}
                onReopened={() => setMessage(t('jury.reopened'))}
                onRemoved={() => void navigate('/admin/jury')}
              />
              <Loadable query={rubric} skeleton={<TableSkeleton />}>
                {({ criteria }) => <Scores sheet={known} criteria={criteria} />}
              </Loadable>
            </>
          )}
        </Loadable>
      </div>
    </Page>
  );
}

function Facts({
  sheet: { assignment, sheet },
  onReopened,
  onRemoved,
}: {
  sheet: Sheet;
  onReopened: () => void;
  onRemoved: () => void;
}) {
  const { t } = useTranslation('admin');
  const { moment, number } = useShortFormats();
  const facts = [
    [t('jury.juror'), assignment.juror ?? t('left')],
    [
      t('jury.player'),
      <span key="player">
        <span dir="auto">{assignment.username}</span>, <span dir="auto">{assignment.city}</span>
      </span>,
    ],
    [t('state'), <SheetState key="state" state={assignment.state} />],
    [t('jury.total'), number(sheet.total)],
    [t('sheet.saved'), moment(sheet.saved_at)],
    [t('sheet.submitted'), moment(sheet.submitted_at)],
    ...(sheet.reopened_at
      ? [
          [t('sheet.reopened'), moment(sheet.reopened_at)],
          [t('reason'), sheet.reopen_reason],
        ]
      : []),
  ] as const;
  return (
    <Section
      title={assignment.title}
      tools={
        <AssignmentActions assignment={assignment} onReopened={onReopened} onRemoved={onRemoved} />
      }
    >
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={String(name)}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Scores({ sheet: { sheet }, criteria }: { sheet: Sheet; criteria: Rubric['criteria'] }) {
  const { t, i18n } = useTranslation('admin');
  const { number } = useShortFormats();
  const values = new Map(sheet.scores.map(({ criterion, value }) => [criterion, value]));
  return (
    <Section title={t('sheet.scores')}>
      <Table
        caption={t('sheet.scores')}
        head={[t('sheet.criterion'), t('sheet.value'), t('sheet.scale'), t('rubric.weight')]}
      >
        {criteria.map((each) => (
          <tr key={each.code}>
            <th scope="row">{i18n.language === 'en' ? each.name_en : each.name_es}</th>
            <td>{number(values.get(each.code))}</td>
            <td>{t('sheet.range', { min: each.min, max: each.max })}</td>
            <td>{number(each.weight)}</td>
          </tr>
        ))}
      </Table>
      <h3>{t('sheet.comment')}</h3>
      <p className={sheet.comment ? styles.said : styles.soft}>
        {sheet.comment ?? t('sheet.noComment')}
      </p>
    </Section>
  );
}
