import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { useAccount } from '../auth';
import { ButtonLink } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Loadable } from '../../ui/Loadable';
import { Page } from '../../ui/Page';

/** Pages for jurors; everyone else is told so. */
export default function JuryArea() {
  const { t, i18n } = useTranslation();
  const account = useAccount();
  if (account.data?.role === 'juror') {
    return (
      <I18nProvider locale={i18n.language === 'en' ? 'en' : 'es-CO'}>
        <Outlet />
      </I18nProvider>
    );
  }
  return (
    <Page title={t('jury.title')}>
      <Loadable query={account} skeleton={null}>
        {() => (
          <Empty action={<ButtonLink to="/">{t('notFound.back')}</ButtonLink>}>
            {t('jury.onlyJurors')}
          </Empty>
        )}
      </Loadable>
    </Page>
  );
}
