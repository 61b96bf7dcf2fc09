import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/problem';
import { Button } from '../../../ui/Button';
import { CheckboxField } from '../../../ui/CheckboxField';
import { InputField } from '../../../ui/InputField';
import { Loadable } from '../../../ui/Loadable';
import { ProblemNotice } from '../../../ui/Notice';
import { Section } from '../../../ui/Section';
import { TableSkeleton } from '../../../ui/Table';
import ui from '../../../ui/ui.module.css';
import { saveSettings, settingsQuery, type JurySettings } from '../api/jury';
import type { SectionProps } from './SectionProps';

/** How the jury works. */
export function SettingsSection({ onMessage }: SectionProps) {
  const { t } = useTranslation('admin');
  const settings = useQuery(settingsQuery);
  return (
    <Section title={t('jury.settings')}>
      <Loadable query={settings} skeleton={<TableSkeleton />}>
        {(now) => <SettingsForm settings={now} onSaved={() => onMessage(t('jury.saved'))} />}
      </Loadable>
    </Section>
  );
}

function SettingsForm({ settings, onSaved }: { settings: JurySettings; onSaved: () => void }) {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: saveSettings,
    onSuccess: (saved) => {
      client.setQueryData(settingsQuery.queryKey, saved);
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
      <CheckboxField name="blind" label={t('jury.blind')} defaultChecked={settings.blind} />
      <CheckboxField
        name="same_city"
        label={t('jury.sameCity')}
        defaultChecked={settings.same_city_conflict}
      />
      <InputField
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
