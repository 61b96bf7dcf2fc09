import { useTranslation } from 'react-i18next';
import { NavLink, Outlet } from 'react-router';
import { useAccount } from '../auth';
import { NotFoundPage } from '../not-found';
import { Loadable } from '../../ui/Loadable';
import ui from '../../ui/ui.module.css';
import styles from './admin.module.css';
import { TableSkeleton } from '../../ui/Table';
import { addAdminWords } from './words/add';

addAdminWords();

/** What surrounds the pages of administrators. For everyone else they do not exist. */
export default function AdminLayout() {
  const account = useAccount();
  return (
    <Loadable
      query={account}
      skeleton={
        <div className={ui.page}>
          <TableSkeleton />
        </div>
      }
    >
      {(me) => (me.role === 'admin' ? <Pages /> : <NotFoundPage />)}
    </Loadable>
  );
}

function Pages() {
  const { t } = useTranslation('admin');
  return (
    <>
      <nav aria-label={t('nav.label')} className={styles.nav}>
        <NavLink to="/admin" end>
          {t('nav.dashboard')}
        </NavLink>
        <NavLink to="/admin/contest">{t('nav.contest')}</NavLink>
        <NavLink to="/admin/videos">{t('nav.videos')}</NavLink>
        <NavLink to="/admin/jobs">{t('nav.jobs')}</NavLink>
        <NavLink to="/admin/accounts">{t('nav.accounts')}</NavLink>
        <NavLink to="/admin/fraud">{t('nav.fraud')}</NavLink>
        <NavLink to="/admin/votes">{t('nav.votes')}</NavLink>
        <NavLink to="/admin/jury">{t('nav.jury')}</NavLink>
        <NavLink to="/admin/audit">{t('nav.audit')}</NavLink>
        <NavLink to="/admin/security">{t('nav.security')}</NavLink>
        <a href="/console">{t('nav.console')}</a>
      </nav>
      <Outlet />
    </>
  );
}
