import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Section';
import ui from '../../ui/ui.module.css';
import { verificationQuery } from './api/audit';
import type { Verification } from './api/audit';

/** Compares the trails with their seals when it is asked to: that reads all of them. */
export function TrailCheck() {
  const { t } = useTranslation('admin');
  const check = useQuery({ ...verificationQuery, enabled: false });
  return (
    <Section title={t('seals.title')}>
      <div className={ui.stack}>
        <p>{t('seals.lead')}</p>
        <div>
          <Button small disabled={check.isFetching} onClick={() => void check.refetch()}>
            {t('seals.verify')}
          </Button>
        </div>
        {check.isError && <Notice tone="bad">{t('seals.failed')}</Notice>}
        {check.data && <Outcome found={check.data} />}
      </div>
    </Section>
  );
}

function Outcome({ found }: { found: Verification }) {
  const { t } = useTranslation('admin');
  return (
    <>
      <Notice tone={found.intact ? 'good' : 'bad'}>
        {t(found.intact ? 'seals.intact' : 'seals.broken')}
      </Notice>
      <ul>
        {found.trails.map((trail) => (
          <li key={trail.trail}>
            <strong>{t(`seals.trails.${trail.trail as 'audit' | 'votes'}`)}</strong>{' '}
            {t('seals.counts', {
              entries: trail.entries,
              unsealed: trail.unsealed,
              erased: trail.erased,
              found: trail.found,
            })}{' '}
            <code>{trail.last_seal?.slice(0, 16)}</code>
            <ul>
              {trail.findings.map((each) => (
                <li key={`${each.kind} ${each.key}`}>
                  <code>
                    {each.kind} {each.key}
                  </code>
                </li>
              ))}
            </ul>
          </li>
        ))}
        <li>
          <strong>{t('seals.votes')}</strong>{' '}
          {t('seals.difference', {
            votes: found.votes.votes,
            missing: found.votes.missing,
            unexplained: found.votes.unexplained,
            otherwise: found.votes.voided_otherwise,
          })}
        </li>
      </ul>
    </>
  );
}
