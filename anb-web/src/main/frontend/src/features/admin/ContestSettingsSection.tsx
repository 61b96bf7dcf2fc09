import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem';
import { Button } from '../../ui/Button';
import { CheckboxField } from '../../ui/CheckboxField';
import { classes } from '../../ui/classes';
import { InputField } from '../../ui/InputField';
import { Notice, ProblemNotice } from '../../ui/Notice';
import { Section } from '../../ui/Section';
import { SelectField } from '../../ui/SelectField';
import ui from '../../ui/ui.module.css';
import { contestKeys } from '../contest';
import styles from './admin.module.css';
import {
  adminContestQuery,
  saveContest,
  type AdminContest,
  type ContestSettings,
} from './api/contest';
import { toLocal, toSend, zones } from './zone';

const TIMES = ['submission_opens', 'submission_closes', 'voting_opens', 'voting_closes'] as const;
type Time = (typeof TIMES)[number];

const TIME_LABELS = {
  submission_opens: 'contest.submissionOpens',
  submission_closes: 'contest.submissionCloses',
  voting_opens: 'contest.votingOpens',
  voting_closes: 'contest.votingCloses',
} as const;

const NUMBERS = [
  { name: 'public_weight', label: 'contest.publicWeight', min: 0, max: 1, step: 'any' },
  { name: 'jury_weight', label: 'contest.juryWeight', min: 0, max: 1, step: 'any' },
  { name: 'winners_per_city', label: 'contest.winners', min: 1, max: 100, step: 1 },
  { name: 'clips_per_player', label: 'contest.clipsPerPlayer', min: 1, max: 1000, step: 1 },
] as const;

const CHECKS = [
  { name: 'self_vote', label: 'contest.selfVote', hint: null },
  { name: 'accept_quicktime', label: 'contest.acceptQuicktime', hint: null },
  {
    name: 'gallery_after_judging',
    label: 'contest.galleryAfterJudging',
    hint: 'contest.galleryAfterJudgingHint',
  },
] as const;

function localTimes(contest: AdminContest, zone: string): Record<Time, string> {
  return Object.fromEntries(TIMES.map((name) => [name, toLocal(contest[name], zone)])) as Record<
    Time,
    string
  >;
}

interface SettingsProps {
  contest: AdminContest;
  onSaved: () => void;
  /** Another administrator was faster, and the reader wants to see what changed. */
  onReload: () => Promise<void>;
}

/** The form with what the contest goes by. */
export function ContestSettingsSection({ contest, onSaved, onReload }: SettingsProps) {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  // The version that the reader began with, so that nobody's changes are lost.
  const [base] = useState(contest);
  const [zone, setZone] = useState(base.time_zone);
  const [times, setTimes] = useState(() => localTimes(base, base.time_zone));
  const saving = useMutation({
    mutationFn: saveContest,
    onSuccess: async (saved) => {
      client.setQueryData(adminContestQuery.queryKey, saved);
      await client.invalidateQueries({ queryKey: contestKeys.all });
      onSaved();
    },
  });
  const problem = saving.error ? ApiProblem.of(saving.error) : null;
  const wrong = problem?.byField ?? {};
  const fixed = Boolean(base.result_id);

  const changeZone = (next: string) => {
    // Deadlines that were not touched stay at their instant.
    const before = localTimes(base, zone);
    const after = localTimes(base, next);
    setTimes((now) => {
      const moved = { ...now };
      for (const name of TIMES) if (now[name] === before[name]) moved[name] = after[name];
      return moved;
    });
    setZone(next);
  };

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    const settings: ContestSettings = {
      version: base.version,
      name: text('name').trim(),
      time_zone: zone,
      publish_mode: base.publish_mode as ContestSettings['publish_mode'],
      self_vote: base.self_vote,
      accept_quicktime: base.accept_quicktime,
      public_weight: base.public_weight,
      jury_weight: base.jury_weight,
      winners_per_city: base.winners_per_city,
      clips_per_player: base.clips_per_player ?? null,
      gallery_after_judging: base.gallery_after_judging,
    };
    for (const name of TIMES) {
      const time = toSend(times[name], base[name], zone);
      if (time !== null) settings[name] = time;
    }
    if (!fixed) {
      settings.publish_mode = text('publish_mode') as ContestSettings['publish_mode'];
      for (const { name } of CHECKS) settings[name] = form.has(name);
      settings.public_weight = Number(text('public_weight'));
      settings.jury_weight = Number(text('jury_weight'));
      settings.winners_per_city = Number(text('winners_per_city'));
      settings.clips_per_player = text('clips_per_player')
        ? Number(text('clips_per_player'))
        : null;
    }
    saving.mutate(settings);
  };

  return (
    <Section title={t('contest.settings')}>
      {fixed && <p className={styles.soft}>{t('contest.fixed')}</p>}
      <form className={ui.stack} noValidate onSubmit={submit}>
        <div className={styles.grid}>
          <InputField
            name="name"
            label={t('contest.name')}
            defaultValue={base.name}
            maxLength={120}
            required
            error={wrong['name']}
          />
          <SelectField
            label={t('contest.zone')}
            value={zone}
            options={zones(base.time_zone).map((each) => [each, each] as const)}
            error={wrong['time_zone']}
            onChange={(event) => changeZone(event.target.value)}
          />
        </div>
        <fieldset disabled={fixed} className={ui.stack}>
          <legend className="visually-hidden">{t('contest.deadlines')}</legend>
          <p className={styles.soft}>{t('contest.zoneHint', { zone })}</p>
          <div className={classes(styles.grid, styles.wideGrid)}>
            {TIMES.map((name) => (
              <InputField
                key={name}
                type="datetime-local"
                step={1}
                label={t(TIME_LABELS[name])}
                value={times[name]}
                error={wrong[name]}
                onChange={(event) => setTimes({ ...times, [name]: event.target.value })}
              />
            ))}
          </div>
        </fieldset>
        <fieldset disabled={fixed} className={ui.stack}>
          <legend className="visually-hidden">{t('contest.rules')}</legend>
          <div className={styles.grid}>
            <SelectField
              name="publish_mode"
              label={t('contest.publishMode')}
              defaultValue={base.publish_mode}
              options={[
                ['auto', t('contest.modes.auto')],
                ['manual', t('contest.modes.manual')],
                ['moderated', t('contest.modes.moderated')],
              ]}
              error={wrong['publish_mode']}
            />
            {NUMBERS.map(({ name, label, ...bounds }) => (
              <InputField
                key={name}
                {...bounds}
                name={name}
                type="number"
                label={t(label)}
                defaultValue={base[name] ?? ''}
                error={wrong[name]}
              />
            ))}
          </div>
          {CHECKS.map(({ name, label, hint }) => (
            <CheckboxField
              key={name}
              name={name}
              label={t(label)}
              hint={hint ? t(hint) : undefined}
              defaultChecked={base[name]}
              error={wrong[name]}
            />
          ))}
        </fieldset>
        {problem?.code === 'version_conflict' ? (
          <Notice
            tone="bad"
            action={
              <Button small onClick={() => void onReload()}>
                {t('contest.reload')}
              </Button>
            }
          >
            {t('contest.conflict')}
          </Notice>
        ) : (
          problem && <ProblemNotice error={problem} />
        )}
        <div>
          <Button type="submit" look="primary" busy={saving.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
