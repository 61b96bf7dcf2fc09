import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Account } from '../../api/types';
import { signOut } from '../../auth/current';
import { useAccount } from '../../auth/useSession';
import { useFormats } from '../../i18n/useFormats';
import { Button, ButtonLink } from '../../ui/Button';
import { Loadable } from '../../ui/Loadable';
import { Page } from '../../ui/Page';
import ui from '../../ui/ui.module.css';
import { LeaderListSkeleton } from '../ranking/LeaderList';
import styles from './profile.module.css';

export default function ProfilePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const account = useAccount();
  return (
    <Page title={t('profile.title')} narrow>
      <div className={ui.stack}>
        <Loadable query={account} skeleton={<LeaderListSkeleton count={4} />}>
          {(me) => <Facts me={me} />}
        </Loadable>
        <div className={ui.row}>
          <ButtonLink to="/me/videos">{t('site.myVideos')}</ButtonLink>
          {account.data?.role === 'admin' && <ButtonLink to="/admin">{t('site.admin')}</ButtonLink>}
          {account.data && (
            <ButtonLink to={`/players/${account.data.user_id}`}>
              {t('profile.publicPage')}
            </ButtonLink>
          )}
          <Button
            look="danger"
            onClick={() => {
              void navigate('/');
              signOut();
            }}
          >
            {t('site.signOut')}
          </Button>
        </div>
      </div>
    </Page>
  );
}

function Facts({ me }: { me: Account }) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const facts = [
    [t('profile.name'), `${me.first_name} ${me.last_name}`],
    [t('profile.email'), me.email],
    [t('profile.city'), me.city],
    [t('profile.country'), me.country],
    [t('profile.since'), date(me.created_at)],
  ];
  return (
    <dl className={`${ui.card} ${styles.facts}`}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
