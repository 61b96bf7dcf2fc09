import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Icon } from '../../ui/Icon';
import { DialogTitle, ModalDialog } from '../../ui/ModalDialog';
import { Loadable, SlowNote } from '../../ui/Loadable';
import { ProblemNotice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import ui from '../../ui/ui.module.css';
import { CitySelect } from '../cities';
import styles from './admin.module.css';
import { useFile } from './useFile';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { UrlPager } from '../../ui/Pager';
import { SearchForm } from '../../ui/SearchForm';
import { Section } from '../../ui/Section';
import { SelectField } from '../../ui/SelectField';
import { StatusMessage } from '../../ui/StatusMessage';
import { TableSkeleton } from '../../ui/Table';
import { Tag, type Tone } from '../../ui/Tag';
import { useUrlFilters } from '../../ui/useUrlFilters';
import {
  approveClip,
  clipsQuery,
  rejectClip,
  restoreClip,
  takeClipDown,
  type ClipState,
  type Moderated,
} from './api/clips';
import { useShortFormats } from '../../i18n/useShortFormats';

const STATES = [
  'pending',
  'published',
  'withheld',
  'withdrawn',
  'failed',
  'waiting',
  'all',
] as const;

const TONES: Record<ClipState, Tone> = {
  pending: 'warn',
  published: 'good',
  withheld: 'bad',
  withdrawn: 'plain',
  failed: 'bad',
  waiting: 'plain',
};

export default function ModerationPage() {
  const { t } = useTranslation('admin');
  const common = useTranslation().t;
  const { get, set, offset } = useUrlFilters();
  const [message, setMessage] = useState('');
  const state = get('state', 'pending');
  const city = get('city');
  const q = get('q');
  const clips = useQuery(clipsQuery({ state: state as ClipState, city, q }, offset));

  return (
    <Page title={t('videos.title')} lead={t('videos.lead')}>
      <div className={ui.stack}>
        <StatusMessage>{message}</StatusMessage>
        <div className={styles.filters}>
          <SelectField
            label={t('state')}
            value={state}
            options={STATES.map((each) => [each, t(`videos.states.${each}`)] as const)}
            onChange={(event) => set({ state: event.target.value })}
          />
          <CitySelect
            label={common('common.city')}
            none={common('common.allCities')}
            value={city}
            onChange={(chosen) => set({ city: chosen })}
          />
          <SearchForm
            label={t('videos.search')}
            value={q}
            onSearch={(text) => {
              set({ q: text });
            }}
          />
        </div>
        <Section title={t(`videos.states.${state as ClipState}`)}>
          <Loadable query={clips} skeleton={<TableSkeleton />}>
            {({ rows: found, total }) =>
              found.length === 0 ? (
                <Empty>{t('videos.empty')}</Empty>
              ) : (
                <>
                  <p className={styles.soft}>{t('videos.count', { count: total })}</p>
                  <ul>
                    {found.map((clip) => (
                      <li key={clip.video_id}>
                        <Clip clip={clip} onMessage={setMessage} />
                      </li>
                    ))}
                  </ul>
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

function Clip({ clip, onMessage }: { clip: Moderated; onMessage: (text: string) => void }) {
  const { t } = useTranslation('admin');
  const { moment, number } = useShortFormats();
  const state = clip.state as ClipState;
  return (
    <article className={styles.clip} aria-labelledby={`clip-${clip.video_id}`}>
      {clip.poster_url ? <Poster url={clip.poster_url} /> : <NoPoster />}
      <div>
        <h3 id={`clip-${clip.video_id}`} dir="auto">
          {clip.title}
        </h3>
        <p>
          <Tag tone={TONES[state]}>{t(`videos.states.${state}`)}</Tag>{' '}
          <span dir="auto">{clip.owner_name}</span> · <span dir="auto">{clip.city}</span>
        </p>
        <p className={styles.soft}>
          {clip.owner_email} · {t('videos.uploaded', { date: moment(clip.uploaded_at) })}
          {clip.duration ? ` · ${number(Math.round(clip.duration))} s` : ''}
          {` · ${t('votes', { count: clip.votes })}`}
        </p>
        {clip.withheld_reason && <p>{t('videos.why', { reason: clip.withheld_reason })}</p>}
        {clip.failure_code && (
          <p>
            {t('videos.failure')}: <code>{clip.failure_code}</code>
          </p>
        )}
        <div className={ui.row}>
          <Watch clip={clip} />
          <ButtonLink
            small
            to={`/admin/votes?video_id=${clip.video_id}`}
            aria-label={`${t('nav.votes')}: ${clip.title}`}
          >
            {t('nav.votes')}
          </ButtonLink>
          {state === 'pending' && (
            <ConfirmButton
              label={t('videos.approve')}
              subject={clip.title}
              title={t('videos.approveTitle')}
              text={t('videos.approveText', { title: clip.title })}
              look="primary"
              action={() => approveClip(clip.video_id)}
              onDone={() => onMessage(t('videos.approved', { title: clip.title }))}
            />
          )}
          {(state === 'pending' || state === 'failed' || state === 'waiting') && (
            <ConfirmButton
              label={t('videos.reject')}
              subject={clip.title}
              title={t('videos.rejectTitle')}
              text={t('videos.rejectText', { title: clip.title })}
              look="danger"
              needsReason
              action={(reason) => rejectClip(clip.video_id, reason)}
              onDone={() => onMessage(t('videos.rejected', { title: clip.title }))}
            />
          )}
          {state === 'published' && (
            <ConfirmButton
              label={t('videos.takeDown')}
              subject={clip.title}
              title={t('videos.takeDownTitle')}
              text={t('videos.takeDownText', { title: clip.title })}
              look="danger"
              needsReason
              action={(reason) => takeClipDown(clip.video_id, reason)}
              onDone={() => onMessage(t('videos.takenDown', { title: clip.title }))}
            />
          )}
          {state === 'withheld' && (
            <ConfirmButton
              label={t('videos.restore')}
              subject={clip.title}
              title={t('videos.restoreTitle')}
              text={t('videos.restoreText', { title: clip.title })}
              look="primary"
              action={() => restoreClip(clip.video_id)}
              onDone={() => onMessage(t('videos.restored', { title: clip.title }))}
            />
          )}
        </div>
      </div>
    </article>
  );
}

function NoPoster() {
  return (
    <span className={styles.poster}>
      <Icon name="film" size={40} />
    </span>
  );
}

function Poster({ url }: { url: string }) {
  const { data, show } = useFile(url);
  if (!data) return <NoPoster />;
  return <img className={styles.poster} ref={show} alt="" />;
}

/** Plays a clip, public or not; while there is no other, the file that was sent. */
function Watch({ clip }: { clip: Moderated }) {
  const { t } = useTranslation('admin');
  const common = useTranslation().t;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        small
        aria-label={`${t('videos.watch')}: ${clip.title}`}
        onClick={() => setOpen(true)}
      >
        <Icon name="play" size={18} />
        {t('videos.watch')}
      </Button>
      <ModalDialog isOpen={open} onOpenChange={setOpen} className={styles.watch}>
        <DialogTitle>
          <span dir="auto">{clip.title}</span>
        </DialogTitle>
        <Player url={clip.processed_url ?? clip.original_url} title={clip.title} />
        <Button onClick={() => setOpen(false)}>{common('ui.close')}</Button>
      </ModalDialog>
    </>
  );
}

function Player({ url, title }: { url: string; title: string }) {
  const { data, error, isError, refetch, show } = useFile(url);
  if (isError) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <SlowNote />;
  return (
    // Clips of players have no text of what is said.
    // eslint-disable-next-line jsx-a11y/media-has-caption
    <video ref={show} controls autoPlay aria-label={title} />
  );
}
