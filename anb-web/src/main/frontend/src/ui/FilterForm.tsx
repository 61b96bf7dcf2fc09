import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from './Button';
import { classes } from './classes';
import ui from './ui.module.css';
import styles from '../features/admin/admin.module.css';
import { Line, useFilters } from '../features/admin/parts';

interface Props {
  label: string;
  /** The names of the fields, which are those in the page's address. */
  names: readonly string[];
  children: ReactNode;
}

/** Fields that filter when they are sent; they begin with what the page's address says. */
export function FilterForm({ label, names, children }: Props) {
  const { t } = useTranslation('admin');
  const [parameters] = useSearchParams();
  const { set } = useFilters();
  return (
    <form
      // Other fields after a link that filters.
      key={parameters.toString()}
      role="search"
      aria-label={label}
      className={ui.stack}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const value = (name: string) => {
          const found = form.get(name);
          return typeof found === 'string' ? found.trim() : '';
        };
        set(Object.fromEntries(names.map((name) => [name, value(name)])));
      }}
    >
      <div className={classes(styles.grid, styles.wideGrid)}>{children}</div>
      <div className={ui.row}>
        <Button type="submit" look="primary">
          {t('filter')}
        </Button>
        <Button onClick={() => set(Object.fromEntries(names.map((name) => [name, ''])))}>
          {t('noFilter')}
        </Button>
      </div>
    </form>
  );
}

/** A field of such a form. */
export function FilterLine({
  name,
  ...rest
}: { name: string; label: string } & React.ComponentProps<'input'>) {
  const { get } = useFilters();
  return <Line name={name} defaultValue={get(name)} autoComplete="off" {...rest} />;
}

/** From when until when. */
export function FilterPeriod() {
  const { t } = useTranslation('admin');
  return (
    <>
      <FilterLine name="from" type="datetime-local" step={1} label={t('from')} />
      <FilterLine name="to" type="datetime-local" step={1} label={t('to')} />
    </>
  );
}
