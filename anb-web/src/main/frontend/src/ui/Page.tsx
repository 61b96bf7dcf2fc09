import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from './classes';
import styles from './ui.module.css';

interface Props {
  title: string;
  lead?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
}

/** A page with its heading. */
export function Page({ title, lead, narrow, children }: Props) {
  return (
    <div className={classes(styles.page, narrow && styles.narrow)}>
      <PageTitle>{title}</PageTitle>
      <header className={styles.head}>
        <h1 dir="auto">{title}</h1>
        {lead && <p>{lead}</p>}
      </header>
      {children}
    </div>
  );
}

/** The title in the browser's tab. */
export function PageTitle({ children }: { children: string }) {
  const { t } = useTranslation();
  return <title>{t('ui.documentTitle', { title: children })}</title>;
}
