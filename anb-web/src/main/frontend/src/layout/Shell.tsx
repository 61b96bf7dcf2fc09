import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { useAccount, useSignedIn, type Account } from '../features/auth';
import { useContest } from '../features/contest';
import { changeLanguage, currentLanguage } from '../i18n/language';
import { useTheme } from '../theme/theme';
import { ButtonLink } from '../ui/Button';
import { classes } from '../ui/classes';
import { Icon, type IconName } from '../ui/Icon';
import styles from './layout.module.css';

/** What surrounds every page. */
export function Shell() {
  const { t } = useTranslation();
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const loading = useNavigation().state === 'loading';
  const first = useRef(true);

  // A new page starts at its top for keyboards and screen readers too.
  useEffect(() => {
    if (first.current) first.current = false;
    else main.current?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <>
      <a href="#content" className={styles.skip}>
        {t('site.skip')}
      </a>
      <Header />
      <div className={classes(styles.loading, loading && styles.isLoading)} />
      <main id="content" ref={main} tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <Footer />
      <BottomBar />
      <ScrollRestoration />
    </>
  );
}

function Header() {
  const { t } = useTranslation();
  const signedIn = useSignedIn();
  const role = useAccount().data?.role;
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <Link to="/" className={styles.logo} aria-label={`${t('site.name')} · ${t('site.home')}`}>
          <Icon name="ball" size={34} />
          <span>
            ANB <b>Rising Stars</b>
          </span>
        </Link>
        <nav aria-label={t('site.mainNav')} className={styles.nav}>
          <NavLink to="/videos">{t('site.videos')}</NavLink>
          <NavLink to="/ranking">{t('site.ranking')}</NavLink>
          {signedIn && <NavLink to="/me/videos">{t('site.myVideos')}</NavLink>}
          <NavLink to="/upload">{t('site.upload')}</NavLink>
          {role === 'juror' && <NavLink to="/jury">{t('jury.nav')}</NavLink>}
          {role === 'admin' && <NavLink to="/admin">{t('site.admin')}</NavLink>}
        </nav>
        <div className={styles.tools}>
          <LanguageSwitch />
          <ThemeSwitch />
          <Me />
        </div>
      </div>
      <div className={styles.flag} />
    </header>
  );
}

function Me() {
  const { t } = useTranslation();
  const signedIn = useSignedIn();
  const account = useAccount();
  if (!signedIn) {
    return (
      <ButtonLink to="/login" small look="primary" className={styles.signIn}>
        {t('site.signIn')}
      </ButtonLink>
    );
  }
  return (
    <Link to="/me" className={styles.me} aria-label={t('site.profile')}>
      <Face account={account.data} />
    </Link>
  );
}

function Face({ account }: { account: Account | undefined }) {
  if (!account) return <Icon name="user" />;
  if (account.avatar_url) return <img src={account.avatar_url} alt="" />;
  return account.first_name.slice(0, 1).toUpperCase();
}

function LanguageSwitch() {
  const { t } = useTranslation();
  const other = currentLanguage() === 'es' ? 'en' : 'es';
  return (
    <button
      type="button"
      className={styles.tool}
      lang={other}
      aria-label={other === 'en' ? t('site.toEnglish') : t('site.toSpanish')}
      onClick={() => void changeLanguage(other)}
    >
      {other.toUpperCase()}
    </button>
  );
}

function ThemeSwitch() {
  const { t } = useTranslation();
  const [theme, setTheme] = useTheme();
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={other === 'dark' ? t('site.toDark') : t('site.toLight')}
      onClick={() => setTheme(other)}
    >
      <Icon name={other === 'dark' ? 'moon' : 'sun'} size={22} />
    </button>
  );
}

function Footer() {
  const { t } = useTranslation();
  const source = useContest().data?.source_url;
  return (
    <footer className={styles.footer}>
      <p>{t('site.footer')}</p>
      <p>
        {source ? <a href={source}>{t('site.openSource')}</a> : t('site.openSource')} ·{' '}
        <a href="/openapi">{t('site.apiDocs')}</a>
      </p>
    </footer>
  );
}

/** The way around on a phone, within reach of the thumb. */
function BottomBar() {
  const { t } = useTranslation();
  const signedIn = useSignedIn();
  const role = useAccount().data?.role;
  const items: [string, IconName, string][] = [
    ['/', 'home', t('site.home')],
    ['/videos', 'play', t('site.videos')],
    role === 'juror'
      ? ['/jury', 'check', t('jury.nav')]
      : ['/upload', 'upload', t('site.uploadShort')],
    ['/ranking', 'trophy', t('site.ranking')],
    signedIn ? ['/me/videos', 'film', t('site.myVideos')] : ['/login', 'user', t('site.signIn')],
  ];
  return (
    <nav aria-label={t('site.mainNav')} className={styles.bottom}>
      {items.map(([to, icon, label]) => (
        <NavLink key={to} to={to} end={to === '/'}>
          <Icon name={icon} size={24} />
          <span>{label}</span>
        </NavLink>
      ))}
    </nav>
  );
}
