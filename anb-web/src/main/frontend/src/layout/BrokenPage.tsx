import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { Page } from '../ui/Page';

/** In place of a page whose code failed or could not be loaded. */
export function BrokenPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('error.title')}>
      <Notice
        tone="bad"
        action={
          <Button small onClick={() => window.location.reload()}>
            {t('error.reload')}
          </Button>
        }
      >
        {t('error.broken')}
      </Notice>
    </Page>
  );
}
