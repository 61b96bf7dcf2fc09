import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Notice } from '../../ui/Notice';
import { closingQuery } from './api/audit';

/** Whether the votes of a result were as their trail says, when the contest was closed. */
export function Reconciliation({ resultId }: { resultId: string }) {
  const { t } = useTranslation('admin');
  const closing = useQuery(closingQuery(resultId));
  const found = closing.data;
  // Without an entry nothing was compared; then there is nothing to say.
  if (!found) return null;
  const differs = found.missing + found.unexplained + found.otherwise > 0;
  return (
    <Notice tone={differs ? 'bad' : 'good'}>
      {t(differs ? 'result.votesDiffer' : 'result.votesAgree')}{' '}
      {t('seals.difference', { ...found })}{' '}
      <Link to="/admin/audit?action=contest.close">{t('audit.title')}</Link>
    </Notice>
  );
}
