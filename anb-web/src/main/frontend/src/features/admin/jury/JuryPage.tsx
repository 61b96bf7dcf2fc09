import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../ui/Button';
import { Page } from '../../../ui/Page';
import { StatusMessage } from '../../../ui/StatusMessage';
import ui from '../../../ui/ui.module.css';
import { AssignSection } from './AssignSection';
import { AssignmentsSection } from './AssignmentsSection';
import { ConflictsSection } from './ConflictsSection';
import { FormerJurorsSection } from './FormerJurorsSection';
import { JurorsSection } from './JurorsSection';
import { ScoresSection } from './ScoresSection';
import { SettingsSection } from './SettingsSection';

/** The jury: its members, what they judge, their scores and settings. */
export default function JuryPage() {
  const { t } = useTranslation('admin');
  const [message, setMessage] = useState('');
  return (
    <Page title={t('jury.title')}>
      <div className={ui.stack}>
        <StatusMessage>{message}</StatusMessage>
        <div className={ui.row}>
          <ButtonLink to="/admin/jury/rubric">{t('rubric.title')}</ButtonLink>
        </div>
        <JurorsSection onMessage={setMessage} />
        <FormerJurorsSection onMessage={setMessage} />
        <AssignmentsSection onMessage={setMessage} />
        <AssignSection onMessage={setMessage} />
        <ConflictsSection onMessage={setMessage} />
        <ScoresSection />
        <SettingsSection onMessage={setMessage} />
      </div>
    </Page>
  );
}
