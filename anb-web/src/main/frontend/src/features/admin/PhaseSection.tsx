import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { InputField } from '../../ui/InputField';
import { Section } from '../../ui/Section';
import { Tag } from '../../ui/Tag';
import { closeContest, publishResult, reopenContest, type AdminContest } from './api/contest';

/** Where the contest stands, and the steps from there. */
export function PhaseSection({
  contest,
  onMessage,
}: {
  contest: AdminContest;
  onMessage: (text: string) => void;
}) {
  const { t } = useTranslation('admin');
  const [until, setUntil] = useState('');
  const over = contest.phase === 'closed';
  const closed = Boolean(contest.result_id);
  const published = Boolean(contest.published_at);

  return (
    <Section
      title={t('contest.phase')}
      tools={
        <>
          {!closed && (
            <ConfirmButton
              label={over ? t('contest.close') : t('contest.force')}
              title={t('contest.closeTitle')}
              text={over ? t('contest.closeText') : t('contest.forceText')}
              look={over ? 'primary' : 'danger'}
              needsReason={!over}
              action={(reason) => closeContest(over ? null : reason)}
              onDone={() => onMessage(t('contest.closed'))}
            />
          )}
          {closed && !published && (
            <>
              <ConfirmButton
                label={t('contest.publish')}
                title={t('contest.publishTitle')}
                text={t('contest.publishText')}
                look="primary"
                action={publishResult}
                onDone={() => onMessage(t('contest.published'))}
              />
              <ConfirmButton
                label={t('contest.reopen')}
                title={t('contest.reopenTitle')}
                text={t('contest.reopenText')}
                look="danger"
                needsReason
                action={(reason) => reopenContest(reason, until)}
                onDone={() => {
                  setUntil('');
                  onMessage(t('contest.reopened'));
                }}
              >
                <InputField
                  type="datetime-local"
                  label={t('contest.votingCloses')}
                  hint={t('contest.zoneHint', { zone: contest.time_zone })}
                  value={until}
                  required
                  onChange={(event) => setUntil(event.target.value)}
                />
              </ConfirmButton>
            </>
          )}
        </>
      }
    >
      <p>
        <Tag tone={over || published ? 'warn' : 'good'}>
          {t(`contest.phases.${contest.phase as 'draft'}`)}
        </Tag>{' '}
        {t(`contest.phaseTexts.${contest.phase as 'draft'}`)}
      </p>
    </Section>
  );
}
