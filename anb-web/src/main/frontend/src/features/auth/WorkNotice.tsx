import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/Notice';

interface Props {
  /** How far the proof of work is, 0 to 1; null while none is asked for. */
  share: number | null;
}

/** Why the sign-in takes so long. */
export function WorkNotice({ share }: Props) {
  const { t } = useTranslation();
  if (share === null) return null;
  return <Notice>{t('signIn.work', { percent: Math.floor(share * 10) * 10 })}</Notice>;
}
