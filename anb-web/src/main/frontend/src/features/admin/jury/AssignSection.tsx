import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchForm } from '../../../ui/SearchForm';
import { Section } from '../../../ui/Section';
import { clipsQuery } from '../api/clips';
import { assign } from '../api/jury';
import { PairingForm } from './PairingForm';
import type { SectionProps } from './SectionProps';

/** Gives one clip to one juror. */
export function AssignSection({ onMessage }: SectionProps) {
  const { t } = useTranslation('admin');
  const [q, setQ] = useState('');
  const clips = useQuery(clipsQuery({ state: 'published', q }));
  return (
    <Section title={t('jury.assign')}>
      <SearchForm label={t('jury.find')} value={q} onSearch={setQ} />
      <PairingForm
        label={t('jury.clip')}
        options={clips.data?.rows.map(
          (clip) => [clip.video_id, `${clip.title} · ${clip.owner_name}, ${clip.city}`] as const,
        )}
        submit={t('jury.assignAct')}
        action={assign}
        onDone={() => onMessage(t('jury.assignDone'))}
      />
    </Section>
  );
}
