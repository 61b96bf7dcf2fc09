import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body, rows } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { Button, ButtonLink } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Loadable } from '../../ui/Loadable';
import { Notice, ProblemNotice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import ui from '../../ui/ui.module.css';
import styles from './admin.module.css';
import {
  Act,
  Check,
  Choice,
  Line,
  News,
  PAGE,
  Pager,
  SearchLine,
  Section,
  Table,
  TableSkeleton,
  useFilters,
} from './parts';
import { AssignmentAct, SheetState } from './sheets';
import type {
  Assignment,
  Conflict,
  FormerJuror,
  Juror,
  JurySettings,
  JuryScore,
  ManagedAccount,
  Moderated,
} from './types';
import { useShort } from './useShort';

interface Telling {
  onNews: (text: string) => void;
}

export default function JuryPage() {
  const { t } = useTranslation('admin');
  const [news, setNews] = useState('');
  return (
    <Page title={t('jury.title')}>
      <div className={ui.stack}>
        <News>{news}</News>
        <div className={ui.row}>
          <ButtonLink to="/admin/jury/rubric">{t('rubric.title')}</ButtonLink>
        </div>
        <Jurors onNews={setNews} />
        <FormerJurors onNews={setNews} />
        <Assignments onNews={setNews} />
        <Assign onNews={setNews} />
        <Conflicts onNews={setNews} />
        <Scores />
        <Settings onNews={setNews} />
      </div>
    </Page>
  );
}

function useJurors() {
  return useQuery({
    queryKey: ['admin', 'jury', 'jurors'],
    queryFn: ({ signal }) =>
      rows<Juror>(api.GET('/api/admin/jury/jurors', { params: { query: { limit: 100 } }, signal })),
  });
}

function Jurors({ onNews }: Telling) {
  const { t } = useTranslation('admin');
  const { number } = useShort();
  const jurors = useJurors();
  const spread = async () => {
    const { added, short_clips } = await body(
      api.POST('/api/admin/jury/assignments/spread', {
        // What is left out is as the settings say.
        body: {} as { scores_per_clip: number; juror_ids: string[] },
      }),
    );
    const missing = short_clips > 0 ? ` ${t('jury.short', { count: short_clips })}` : '';
    onNews(t('jury.spreadDone', { count: added }) + missing);
  };
  return (
    <Section
      title={t('jury.jurors')}
      tools={
        <Act
          label={t('jury.spread')}
          title={t('jury.spreadTitle')}
          text={t('jury.spreadText')}
          look="primary"
          act={spread}
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
                  <th scope="row">{juror.name}</th>
                  <td>{juror.city}</td>
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

/** Nobody can correct what they submitted, and it keeps the rubric as it is. */
function FormerJurors({ onNews }: Telling) {
  const { t } = useTranslation('admin');
  const { moment } = useShort();
  const former = useFormerJurors();
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
              <Link to={`/admin/jury?juror=${each.juror_id}`}>{each.name ?? t('left')}</Link>
            </th>
            <td>{each.submitted}</td>
            <td>{moment(each.last_submitted_at)}</td>
            <td>
              <Act
                label={t('jury.voidAll')}
                of={each.name ?? t('left')}
                title={t('jury.voidAllTitle')}
                text={t('jury.voidAllText', { count: each.submitted })}
                look="danger"
                reason
                act={(reason) =>
                  body(
                    api.POST('/api/admin/jury/former-jurors/{juror_id}/void', {
                      params: { path: { juror_id: each.juror_id } },
                      body: { reason },
                    }),
                  )
                }
                onDone={() => onNews(t('jury.voided'))}
              />
            </td>
          </tr>
        ))}
      </Table>
    </Section>
  );
}

function useFormerJurors() {
  return useQuery({
    queryKey: ['admin', 'jury', 'former'],
    queryFn: ({ signal }) =>
      rows<FormerJuror>(
        api.GET('/api/admin/jury/former-jurors', { params: { query: { limit: 100 } }, signal }),
      ),
  });
}

const STATES = ['todo', 'draft', 'submitted', 'conflict'] as const;

function Assignments({ onNews }: Telling) {
  const { t } = useTranslation('admin');
  const { number } = useShort();
  const { get, set, offset } = useFilters();
  const state = get('state');
  const juror = get('juror');
  const jurors = useJurors();
  const former = useFormerJurors();
  const assignments = useQuery({
    queryKey: ['admin', 'jury', 'assignments', state, juror, offset],
    queryFn: ({ signal }) =>
      rows<Assignment>(
        api.GET('/api/admin/jury/assignments', {
          params: {
            query: {
              ...(state && { state: state as Assignment['state'] }),
              ...(juror && { juror }),
              limit: PAGE,
              offset: offset,
            },
          },
          signal,
        }),
      ),
  });
  return (
    <Section title={t('jury.assignments')}>
      <div className={styles.filters}>
        <Choice
          label={t('state')}
          value={state}
          options={[
            ['', t('all')],
            ...STATES.map((each) => [each, t(`jury.states.${each}`)] as const),
          ]}
          onChange={(event) => set({ state: event.target.value })}
        />
        <Choice
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
                      <Link to={`/admin/jury/assignments/${each.assignment_id}`}>{each.title}</Link>
                    </th>
                    <td>
                      {each.username}
                      <small>{each.city}</small>
                    </td>
                    <td>{each.juror ?? t('left')}</td>
                    <td>
                      <SheetState state={each.state} />
                    </td>
                    <td>{number(each.total)}</td>
                    <td>
                      <AssignmentAct
                        assignment={each}
                        onReopened={() => onNews(t('jury.reopened'))}
                        onRemoved={() => onNews(t('jury.removed'))}
                      />
                    </td>
                  </tr>
                ))}
              </Table>
              <Pager total={total} />
            </>
          )
        }
      </Loadable>
    </Section>
  );
}

function jurorOptions(jurors: readonly Juror[] = []) {
  return jurors.map((juror) => [juror.juror_id, `${juror.name} (${juror.city})`] as const);
}

/** Gives one clip to one juror. */
function Assign({ onNews }: Telling) {
  const { t } = useTranslation('admin');
  const [q, setQ] = useState('');
  const clips = useQuery({
    queryKey: ['admin', 'videos', 'published', q],
    queryFn: ({ signal }) =>
      rows<Moderated>(
        api.GET('/api/admin/videos', {
          params: { query: { state: 'published', ...(q && { q }), limit: 100 } },
          signal,
        }),
      ),
  });
  return (
    <Section title={t('jury.assign')}>
      <SearchLine label={t('jury.find')} value={q} onSearch={setQ} />
      <Pairing
        label={t('jury.clip')}
        options={clips.data?.rows.map(
          (clip) => [clip.video_id, `${clip.title} · ${clip.owner_name}, ${clip.city}`] as const,
        )}
        submit={t('jury.assignAct')}
        act={(juror_id, video_id) =>
          body(api.POST('/api/admin/jury/assignments', { body: { juror_id, video_id } }))
        }
        onDone={() => onNews(t('jury.assignDone'))}
      />
    </Section>
  );
}

function Conflicts({ onNews }: Telling) {
  const { t } = useTranslation('admin');
  const { moment } = useShort();
  const [q, setQ] = useState('');
  const conflicts = useQuery({
    queryKey: ['admin', 'jury', 'conflicts'],
    queryFn: ({ signal }) =>
      rows<Conflict>(
        api.GET('/api/admin/jury/conflicts', { params: { query: { limit: 100 } }, signal }),
      ),
  });
  const players = useQuery({
    queryKey: ['admin', 'accounts', 'players', q],
    queryFn: ({ signal }) =>
      rows<ManagedAccount>(
        api.GET('/api/admin/accounts', {
          params: { query: { ...(q && { q }), limit: 100 } },
          signal,
        }),
      ),
  });
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
                  <th scope="row">{each.juror}</th>
                  <td>
                    {each.username}
                    <small>{each.city}</small>
                  </td>
                  <td>{each.reason}</td>
                  <td>{moment(each.declared_at)}</td>
                  <td>
                    <Act
                      label={t('jury.lift')}
                      of={`${each.juror}, ${each.username}`}
                      title={t('jury.liftTitle')}
                      text={t('jury.liftText', { juror: each.juror, player: each.username })}
                      look="danger"
                      act={() =>
                        body(
                          api.DELETE('/api/admin/jury/conflicts/{conflict_id}', {
                            params: { path: { conflict_id: each.conflict_id } },
                          }),
                        )
                      }
                      onDone={() => onNews(t('jury.lifted'))}
                    />
                  </td>
                </tr>
              ))}
            </Table>
          )
        }
      </Loadable>
      <h3>{t('jury.declare')}</h3>
      <SearchLine label={t('jury.findPlayer')} value={q} onSearch={setQ} />
      <Pairing
        label={t('jury.player')}
        options={players.data?.rows.map(
          (each) => [each.user_id, `${each.first_name} ${each.last_name}, ${each.city}`] as const,
        )}
        reason
        submit={t('jury.declare')}
        act={(juror_id, player_id, reason) =>
          body(api.POST('/api/admin/jury/conflicts', { body: { juror_id, player_id, reason } }))
        }
        onDone={() => onNews(t('jury.declareDone'))}
      />
    </Section>
  );
}

interface PairingProps {
  label: string;
  options: readonly (readonly [string, string])[] | undefined;
  /** Whether a reason has to be given. */
  reason?: boolean;
  submit: string;
  act: (juror: string, other: string, reason: string) => Promise<unknown>;
  onDone: () => void;
}

/** Brings a juror together with a clip or a player. */
function Pairing({ label, options = [], reason = false, submit, act, onDone }: PairingProps) {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const jurors = useJurors();
  const [juror, setJuror] = useState('');
  const [other, setOther] = useState('');
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState(false);
  const acting = useMutation({
    mutationFn: () => act(juror, other, why.trim()),
    onSuccess: async () => {
      setOther('');
      setWhy('');
      await client.invalidateQueries({ queryKey: ['admin', 'jury'] });
      onDone();
    },
  });
  const present = options.some(([value]) => value === other) ? other : '';
  const send = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const complete = Boolean(juror && present && (!reason || why.trim()));
    setMissing(!complete);
    if (complete) acting.mutate();
  };
  return (
    <form className={ui.stack} noValidate onSubmit={send}>
      <div className={styles.grid}>
        <Choice
          label={t('jury.juror')}
          value={juror}
          options={[['', t('jury.choose')], ...jurorOptions(jurors.data?.rows)]}
          onChange={(event) => setJuror(event.target.value)}
        />
        <Choice
          label={label}
          value={present}
          options={[['', t('jury.choose')], ...options]}
          onChange={(event) => setOther(event.target.value)}
        />
        {reason && (
          <Line
            label={t('reason')}
            value={why}
            maxLength={500}
            required
            onChange={(event) => setWhy(event.target.value)}
          />
        )}
      </div>
      {missing && <Notice tone="bad">{t('jury.chooseMissing')}</Notice>}
      {acting.isError && <ProblemNotice error={acting.error} />}
      <div>
        <Button type="submit" busy={acting.isPending}>
          {submit}
        </Button>
      </div>
    </form>
  );
}

function Scores() {
  const { t } = useTranslation('admin');
  const { number } = useShort();
  const scores = useQuery({
    queryKey: ['admin', 'jury', 'scores'],
    queryFn: ({ signal }) =>
      rows<JuryScore>(
        api.GET('/api/admin/jury/scores', { params: { query: { limit: 100 } }, signal }),
      ),
  });
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
                  <th scope="row">{each.title}</th>
                  <td>
                    {each.username}
                    <small>{each.city}</small>
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

function Settings({ onNews }: Telling) {
  const { t } = useTranslation('admin');
  const settings = useQuery({
    queryKey: ['admin', 'jury', 'settings'],
    queryFn: ({ signal }) => body<JurySettings>(api.GET('/api/admin/jury/settings', { signal })),
  });
  return (
    <Section title={t('jury.settings')}>
      <Loadable query={settings} skeleton={<TableSkeleton />}>
        {(now) => <SettingsForm settings={now} onSaved={() => onNews(t('jury.saved'))} />}
      </Loadable>
    </Section>
  );
}

function SettingsForm({ settings, onSaved }: { settings: JurySettings; onSaved: () => void }) {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: (changed: JurySettings) =>
      body<JurySettings>(api.PUT('/api/admin/jury/settings', { body: changed })),
    onSuccess: (saved) => {
      client.setQueryData(['admin', 'jury', 'settings'], saved);
      onSaved();
    },
  });
  const wrong = saving.error ? ApiProblem.of(saving.error).byField : {};
  return (
    <form
      noValidate
      className={ui.stack}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        saving.mutate({
          blind: form.has('blind'),
          same_city_conflict: form.has('same_city'),
          min_scores_per_clip: Number(form.get('minimum')),
        });
      }}
    >
      <Check name="blind" label={t('jury.blind')} defaultChecked={settings.blind} />
      <Check
        name="same_city"
        label={t('jury.sameCity')}
        defaultChecked={settings.same_city_conflict}
      />
      <Line
        name="minimum"
        type="number"
        min={1}
        label={t('jury.minimum')}
        defaultValue={settings.min_scores_per_clip}
        error={wrong['min_scores_per_clip']}
      />
      {saving.isError && <ProblemNotice error={saving.error} />}
      <div>
        <Button type="submit" look="primary" busy={saving.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
