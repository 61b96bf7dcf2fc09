import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/useFormats';
import { useContest } from './useContest';

/** When the public sees clips and the ranking, in words; null if it does, or nobody knows yet. */
export function useGalleryOpening(): string | null {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const contest = useContest().data;
  if (contest?.gallery_open !== false) return null;
  return t('phase.galleryOpens', { date: dateTime(contest.voting_opens) });
}
