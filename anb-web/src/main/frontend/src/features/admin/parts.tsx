import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { ProblemNotice } from '../../ui/Notice';
import ui from '../../ui/ui.module.css';
import styles from './admin.module.css';

/** Rows on one page of a list. */
export const PAGE = 25;

/** A table with a caption; one that is wider than the screen is scrolled within. */
export function Table({
  caption,
  head,
  children,
}: {
  caption: string;
  head: readonly string[];
  children: ReactNode;
}) {
  return (
    <div
      role="group"
      aria-label={caption}
      className={styles.scroll}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that keys can scroll it
      tabIndex={0}
    >
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** A part of a page with its heading. */
export function Section({
  title,
  children,
  tools,
}: {
  title: string;
  children: ReactNode;
  tools?: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes(ui.card, styles.section)}>
      <div className={styles.sectionHead}>
        <h2 id={id}>{title}</h2>
        {tools && <div className={ui.row}>{tools}</div>}
      </div>
      {children}
    </section>
  );
}

export type Tone = 'plain' | 'good' | 'bad' | 'warn';

/** A state in one word. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={classes(styles.tag, tone !== 'plain' && styles[tone])}>{children}</span>;
}

/** What was just done; takes the focus, since what was pressed may be gone. */
export function News({ children }: { children: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (children) box.current?.focus();
  }, [children]);
  return (
    <div role="status" ref={box} tabIndex={-1} className={styles.news}>
      {children && <p className={classes(ui.notice, ui.good)}>{children}</p>}
    </div>
  );
}

/** A line of text, a time, a number: whatever browsers have a field for. */
export function Line({
  label,
  hint,
  error,
  ...rest
}: {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
} & React.ComponentProps<'input'>) {
  const id = useId();
  const said = classes(hint && `${id}-hint`, error && `${id}-error`) || undefined;
  return (
    <div className={ui.field}>
      <label htmlFor={id}>{label}</label>
      <input
        {...rest}
        id={id}
        className={ui.control}
        aria-invalid={error ? true : undefined}
        aria-describedby={said}
      />
      {hint && (
        <p id={`${id}-hint`} className={ui.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={ui.fieldError}>
          {error}
        </p>
      )}
    </div>
  );
}

/** One of a few. */
export function Choice({
  label,
  options,
  error,
  ...rest
}: {
  label: string;
  options: readonly (readonly [value: string, name: string])[];
  error?: string | undefined;
} & React.ComponentProps<'select'>) {
  const id = useId();
  return (
    <div className={ui.field}>
      <label htmlFor={id}>{label}</label>
      <select
        {...rest}
        id={id}
        className={ui.control}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      >
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      {error && (
        <p id={`${id}-error`} className={ui.fieldError}>
          {error}
        </p>
      )}
    </div>
  );
}

/** Yes or no. */
export function Check({
  label,
  ...rest
}: { label: string } & Omit<React.ComponentProps<'input'>, 'type'>) {
  return (
    <label className={styles.check}>
      <input {...rest} type="checkbox" /> {label}
    </label>
  );
}

/** Filters and the place in a list, kept in the page's address. */
export function useFilters() {
  const [parameters, setParameters] = useSearchParams();
  return {
    get: (name: string, otherwise = '') => parameters.get(name) ?? otherwise,
    set: (changes: Record<string, string>) =>
      setParameters(
        (before) => {
          const after = new URLSearchParams(before);
          after.delete('offset');
          for (const [name, value] of Object.entries(changes)) {
            if (value) after.set(name, value);
            else after.delete(name);
          }
          return after;
        },
        { replace: true, preventScrollReset: true },
      ),
    offset: Math.max(0, Number(parameters.get('offset') ?? 0) || 0),
  };
}

/** A field that filters when the reader stops typing. */
export function SearchLine({
  label,
  value,
  onSearch,
}: {
  label: string;
  value: string;
  onSearch: (text: string) => void;
}) {
  const { t } = useTranslation('admin');
  const [text, setText] = useState(value);
  return (
    <form
      role="search"
      className={styles.search}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(text.trim());
      }}
    >
      <Line type="search" label={label} value={text} onChange={(e) => setText(e.target.value)} />
      <Button type="submit">{t('search')}</Button>
    </form>
  );
}

/** The way to the other pages of the list that the page's address is about. */
export function Pager({ total }: { total: number }) {
  const { offset, set } = useFilters();
  return (
    <Pages total={total} offset={offset} onOffset={(next) => set({ offset: String(next || '') })} />
  );
}

/** The way to the other pages of a list. */
export function Pages({
  total,
  offset,
  label,
  onOffset,
}: {
  total: number;
  offset: number;
  /** Of which list, where a page has several. */
  label?: string;
  onOffset: (offset: number) => void;
}) {
  const { t } = useTranslation('admin');
  if (total <= PAGE && offset === 0) return null;
  return (
    <nav aria-label={label ?? t('pages')} className={styles.pager}>
      <Button small busy={offset === 0} onClick={() => onOffset(Math.max(0, offset - PAGE))}>
        {t('previous')}
      </Button>
      <span>
        {t('range', {
          from: Math.min(offset + 1, total),
          to: Math.min(offset + PAGE, total),
          total,
        })}
      </span>
      <Button small busy={offset + PAGE >= total} onClick={() => onOffset(offset + PAGE)}>
        {t('next')}
      </Button>
    </nav>
  );
}

interface ActProps {
  /** On the button, and on the one that confirms. */
  label: string;
  /** Said after the label where several buttons have the same. */
  of?: string;
  title: string;
  text: ReactNode;
  look?: 'plain' | 'primary' | 'danger';
  /** Whether a reason has to be given. */
  reason?: boolean;
  /** More to fill in. */
  children?: ReactNode;
  act: (reason: string) => Promise<unknown>;
  onDone: () => void;
  disabled?: boolean;
}

/** Does something that matters, after asking; then everything shown is asked for again. */
export function Act(props: ActProps) {
  const { label, of, title, text, look = 'plain', reason = false, children } = props;
  const { t } = useTranslation('admin');
  const common = useTranslation().t;
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState(false);
  const doing = useMutation({
    mutationFn: () => props.act(why.trim()),
    onSuccess: async () => {
      setAsking(false);
      setWhy('');
      await client.invalidateQueries();
      props.onDone();
    },
  });
  const open = (wanted: boolean) => {
    setAsking(wanted);
    setMissing(false);
    if (wanted) doing.reset();
  };

  return (
    <>
      <Button
        small
        look={look}
        busy={props.disabled ?? false}
        aria-label={of && `${label}: ${of}`}
        onClick={() => open(true)}
      >
        {label}
      </Button>
      <ModalOverlay
        isOpen={asking}
        onOpenChange={open}
        isDismissable={!doing.isPending}
        className={ui.overlay ?? ''}
      >
        <Modal>
          <Dialog role="alertdialog" className={ui.dialog ?? ''}>
            <form
              noValidate
              className={ui.stack}
              onSubmit={(event) => {
                event.preventDefault();
                if (doing.isPending) return;
                if (reason && !why.trim()) setMissing(true);
                else doing.mutate();
              }}
            >
              <Heading slot="title">{title}</Heading>
              <div>{text}</div>
              {children}
              {reason && (
                <Line
                  label={t('reason')}
                  value={why}
                  maxLength={500}
                  required
                  error={missing && !why.trim() ? t('reasonMissing') : undefined}
                  onChange={(event) => setWhy(event.target.value)}
                />
              )}
              {doing.isError && <ProblemNotice error={doing.error} />}
              <div className={ui.row}>
                <Button
                  type="submit"
                  look={look === 'danger' ? 'danger' : 'primary'}
                  busy={doing.isPending}
                >
                  {label}
                </Button>
                <Button onClick={() => open(false)}>{common('common.cancel')}</Button>
              </div>
            </form>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}

/** In place of a table that is still loading. */
export function TableSkeleton() {
  return <span aria-hidden="true" className={classes(ui.skeleton, styles.tableSkeleton)} />;
}
