import { useQuery, useQueryClient, useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useShortFormats } from '../../i18n/useShortFormats';
import { Button } from '../../ui/Button';
import { ListSkeleton } from '../../ui/ListSkeleton';
import { Loadable } from '../../ui/Loadable';
import { ProblemNotice } from '../../ui/Notice';
import { endSession, sessionsQuery } from './api';
import { Part } from './Part';
import styles from './profile.module.css';

/** Where the reader is signed in; every session but the present one can be ended here. */
export function OwnSessions() {
  const { t } = useTranslation();
  const { moment } = useShortFormats();
  const client = useQueryClient();
  const sessions = useQuery(sessionsQuery);
  const ending = useMutation({
    mutationFn: endSession,
    onSettled: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  return (
    <Part title={t('sessions.title')} text={t('sessions.lead')}>
      {ending.isError && <ProblemNotice error={ending.error} />}
      <Loadable query={sessions} skeleton={<ListSkeleton count={2} />}>
        {(found) => (
          <ul className={styles.sessions}>
            {found.map((each) => {
              const agent = each.agent || t('sessions.unknown');
              return (
                <li key={each.session_id}>
                  <span>
                    {agent}
                    <small>{t('sessions.used', { at: moment(each.used_at) })}</small>
                  </span>
                  {each.current ? (
                    <small>{t('sessions.current')}</small>
                  ) : (
                    <Button
                      small
                      look="danger"
                      busy={ending.isPending}
                      aria-label={`${t('sessions.end')}: ${agent}`}
                      onClick={() => ending.mutate(each.session_id)}
                    >
                      {t('sessions.end')}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </Loadable>
    </Part>
  );
}
