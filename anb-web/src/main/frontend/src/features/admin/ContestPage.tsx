import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loadable } from '../../ui/Loadable';
import { Page } from '../../ui/Page';
import { StatusMessage } from '../../ui/StatusMessage';
import { TableSkeleton } from '../../ui/Table';
import ui from '../../ui/ui.module.css';
import { adminContestQuery } from './api/contest';
import { ContestSettingsSection } from './ContestSettingsSection';
import { PhaseSection } from './PhaseSection';
import { ResultSection } from './ResultSection';
import { WinnerNetworks } from './WinnerNetworks';

export default function ContestPage() {
  const { t } = useTranslation('admin');
  const [message, setMessage] = useState('');
  // Counts what makes the form begin anew; what others change meanwhile does not.
  const [round, setRound] = useState(0);
  const contest = useQuery(adminContestQuery);
  const renew = (text: string) => {
    setMessage(text);
    setRound((before) => before + 1);
  };

  return (
    <Page title={t('contest.title')}>
      <div className={ui.stack}>
        <StatusMessage>{message}</StatusMessage>
        <Loadable query={contest} skeleton={<TableSkeleton />}>
          {(now) => (
            <>
              <PhaseSection contest={now} onMessage={renew} />
              {now.result_id ? <ResultSection key={now.result_id} /> : <WinnerNetworks />}
              <ContestSettingsSection
                key={round}
                contest={now}
                onSaved={() => renew(t('contest.saved'))}
                onReload={async () => {
                  await contest.refetch();
                  renew('');
                }}
              />
            </>
          )}
        </Loadable>
      </div>
    </Page>
  );
}
