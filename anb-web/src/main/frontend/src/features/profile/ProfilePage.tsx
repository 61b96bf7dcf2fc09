import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { signOut } from '../../api/session/current';
import { useAccount } from '../auth';
import { useFormats } from '../../i18n/useFormats';
import { Button, ButtonLink } from '../../ui/Button';
import { Loadable } from '../../ui/Loadable';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import ui from '../../ui/ui.module.css';
import { ListSkeleton } from '../../ui/ListSkeleton';
import { DeleteAccount } from './DeleteAccount';
import { FactsForm } from './FactsForm';
import { OwnData } from './OwnData';
import { OwnSessions } from './OwnSessions';
import { PasswordForm } from './PasswordForm';
import { Picture } from './Picture';
import { SecondFactor } from './SecondFactor';

export default function ProfilePage() {
  const { t } = useTranslation();
  const { date } = useFormats();
  const navigate = useNavigate();
  const account = useAccount();
  const me = account.data;
  const leave = async () => {
    // Leave this page first: without a session it redirects to the sign-in.
    await navigate('/');
    signOut();
  };
  return (
    <Page
      title={t('profile.title')}
      lead={me && t('profile.lead', { email: me.email, since: date(me.created_at) })}
      narrow
    >
      <div className={ui.stack}>
        <div className={ui.row}>
          <ButtonLink small to="/me/videos">
            {t('site.myVideos')}
          </ButtonLink>
          {me?.role === 'admin' && (
            <ButtonLink small to="/admin">
              {t('site.admin')}
            </ButtonLink>
          )}
          {me && (
            <ButtonLink small to={`/players/${me.user_id}`}>
              {t('profile.publicPage')}
            </ButtonLink>
          )}
          <Button small look="danger" onClick={() => void leave()}>
            {t('site.signOut')}
          </Button>
        </div>
        <Loadable query={account} skeleton={<ListSkeleton count={4} />}>
          {(known) => (
            <>
              {known.restricted && <Notice tone="warn">{t('profile.restricted')}</Notice>}
              <Picture me={known} />
              <FactsForm me={known} />
              <PasswordForm me={known} />
              <SecondFactor />
              {!known.restricted && <OwnSessions />}
              <OwnData me={known} />
              <DeleteAccount me={known} />
            </>
          )}
        </Loadable>
      </div>
    </Page>
  );
}
