import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from './Button';
import styles from './FilterForm.module.css';
import { InputField } from './InputField';
import ui from './ui.module.css';
import { useUrlFilters } from './useUrlFilters';

interface Props {
  label: string;
  /** The names of the fields, which are those in the page's address. */
  names: readonly string[];
  children: ReactNode;
}

/** Fields that filter when they are sent; they begin with what the page's address says. */
export function FilterForm({ label, names, children }: Props) {
  const { t } = useTranslation();
  const [parameters] = useSearchParams();
  const { set } = useUrlFilters();
  return (
    <form
      // A link that filters changes what the fields begin with.
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
      <div className={styles.fields}>{children}</div>
      <div className={ui.row}>
        <Button type="submit" look="primary">
          {t('ui.filter')}
        </Button>
        <Button onClick={() => set(Object.fromEntries(names.map((name) => [name, ''])))}>
          {t('ui.noFilter')}
        </Button>
      </div>
    </form>
  );
}

/** A field of a filter form. */
export function FilterField({
  name,
  ...rest
}: { name: string; label: string } & ComponentProps<'input'>) {
  const { get } = useUrlFilters();
  return <InputField name={name} defaultValue={get(name)} autoComplete="off" {...rest} />;
}

/** The beginning and the end of a period. */
export function FilterPeriod() {
  const { t } = useTranslation();
  return (
    <>
      <FilterField name="from" type="datetime-local" step={1} label={t('ui.from')} />
      <FilterField name="to" type="datetime-local" step={1} label={t('ui.to')} />
    </>
  );
}
