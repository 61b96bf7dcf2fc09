import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ApiProblem } from '../../api/problem';
import { ButtonLink } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { Empty } from '../../ui/Empty';
import { Loadable } from '../../ui/Loadable';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import ui from '../../ui/ui.module.css';
import { useContest } from '../contest';
import { ConflictButton } from './ConflictButton';
import { JudgedClip } from './JudgedClip';
import styles from './jury.module.css';
import { nextQuery, refreshLists, sheetQuery, type OpenSheet } from './api';
import { ReadSheet } from './ReadSheet';
import { SheetForm } from './SheetForm';

export default function JudgePage() {
  const { id = '' } = useParams();
  // What was written about one clip must not show beside another.
  return <Judge key={id} id={id} />;
}

function Judge({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useQuery(sheetQuery(id));
  const number = query.data?.clip.number;
  return (
    <Page title={number === undefined ? t('jury.aClip') : t('jury.clip', { number })}>
      <p className={styles.back}>
        <Link to="/jury">{t('jury.back')}</Link>
      </p>
      {query.isError && ApiProblem.of(query.error).status === 404 ? (
        <Empty action={<ButtonLink to="/jury">{t('jury.back')}</ButtonLink>}>
          {t('jury.notFound')}
        </Empty>
      ) : (
        <Loadable query={query} skeleton={<Skeleton />}>
          {(open) => <Sheet id={id} open={open} />}
        </Loadable>
      )}
    </Page>
  );
}

/** What has just been done, until the page is left. */
type News = 'submitted' | 'conflict' | null;

function Sheet({ id, open }: { id: string; open: OpenSheet }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const contest = useContest();
  const [news, setNews] = useState<News>(null);
  // The form starts again from what the server has when the juror asks for that.
  const [round, setRound] = useState(0);
  const { clip, sheet, criteria } = open;
  const known = (after: OpenSheet) => client.setQueryData(sheetQuery(id).queryKey, after);
  const closed = contest.data?.judging_open === false;

  if (clip.state === 'conflict') {
    return (
      <div className={ui.stack}>
        <Done text={news === 'conflict' ? t('jury.conflictDone') : t('jury.conflictState')} />
      </div>
    );
  }
  const submitted = clip.state === 'submitted';
  return (
    <div className={styles.judge}>
      <section className={styles.watch} aria-label={t('jury.video')}>
        <JudgedClip clip={clip} />
        {clip.title !== null && (
          <p>
            <span dir="auto">{clip.title}</span> · <span dir="auto">{clip.username}</span> ·{' '}
            <span dir="auto">{clip.city}</span>
          </p>
        )}
        {open.blind && (
          <p className={styles.facts}>
            {contest.data?.gallery_open === false ? t('jury.blindClosed') : t('jury.blind')}
          </p>
        )}
      </section>
      <section className={classes(ui.card, ui.stack)} aria-labelledby="jury-sheet">
        <h2 id="jury-sheet">{t('jury.sheet')}</h2>
        {news === 'submitted' && <Done text={t('jury.submitDone')} />}
        {!submitted && sheet.reopened_at !== null && (
          <Notice tone="warn">{t('jury.reopened', { reason: sheet.reopen_reason ?? '' })}</Notice>
        )}
        {!submitted && closed && <Notice tone="warn">{t('jury.closed')}</Notice>}
        {submitted || closed ? (
          <ReadSheet sheet={sheet} criteria={criteria} />
        ) : (
          <SheetForm
            key={round}
            id={id}
            sheet={sheet}
            criteria={criteria}
            onSaved={(after) => {
              known(after);
              refreshLists(client);
            }}
            onReloaded={(after) => {
              known(after);
              setRound((before) => before + 1);
            }}
            onSubmitted={(after) => {
              setNews('submitted');
              known(after);
              refreshLists(client);
            }}
          />
        )}
        {!closed && (
          <ConflictButton
            id={id}
            submitted={submitted}
            onDeclared={() => {
              setNews('conflict');
              known({ ...open, clip: { ...clip, state: 'conflict' } });
              refreshLists(client);
            }}
          />
        )}
      </section>
    </div>
  );
}

/** Says what has been done, where the keyboard goes on, and leads to the next clip. */
function Done({ text }: { text: string }) {
  const { t } = useTranslation();
  const next = useQuery(nextQuery);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const wait = next.isFetching;
  return (
    <div ref={box} tabIndex={-1} className={ui.stack}>
      <Notice tone="good">{text}</Notice>
      <div className={ui.row}>
        {!wait && next.data && (
          <ButtonLink look="primary" to={`/jury/${next.data.assignment_id}`}>
            {t('jury.next', { number: next.data.number })}
          </ButtonLink>
        )}
        {!wait && next.data === null && <p>{t('jury.allDone')}</p>}
        <ButtonLink to="/jury">{t('jury.back')}</ButtonLink>
      </div>
    </div>
  );
}

function Skeleton() {
  return (
    <div className={styles.judge} aria-hidden="true">
      <span className={classes(ui.skeleton, styles.screen)} />
      <span className={classes(ui.skeleton, styles.screen)} />
    </div>
  );
}
