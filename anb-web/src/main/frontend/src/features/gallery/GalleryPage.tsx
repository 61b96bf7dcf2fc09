import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Loadable } from '../../ui/Loadable';
import { ProblemNotice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import ui from '../../ui/ui.module.css';
import { CitySelect } from '../cities';
import { useGalleryOpening } from '../contest';
import { ClipGrid, ClipGridSkeleton } from './ClipGrid';
import styles from './gallery.module.css';
import { distinct, galleryQuery, type GalleryFilter } from './api';

/** How long after the last key a search begins, in milliseconds. */
const TYPING_PAUSE = 350;

export default function GalleryPage() {
  const { t } = useTranslation();
  const opening = useGalleryOpening();
  const [parameters, setParameters] = useSearchParams();
  const filter: GalleryFilter = {
    city: parameters.get('city') ?? '',
    text: parameters.get('q') ?? '',
    sort: parameters.get('sort') === 'votes' ? 'votes' : 'recent',
  };
  const filtered = filter.city !== '' || filter.text !== '';
  const set = (name: string, value: string) =>
    setParameters(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      },
      { replace: true, preventScrollReset: true },
    );

  return (
    <Page title={t('gallery.title')} lead={t('gallery.lead')}>
      <search className={styles.filters}>
        <SearchBox value={filter.text} onChange={(text) => set('q', text)} />
        <CitySelect
          label={t('common.city')}
          none={t('common.allCities')}
          value={filter.city}
          onChange={(city) => set('city', city)}
        />
        <SortChoice
          value={filter.sort}
          onChange={(sort) => set('sort', sort === 'votes' ? 'votes' : '')}
        />
      </search>
      <Clips
        filter={filter}
        none={
          <Empty
            action={
              filtered && (
                <Button onClick={() => setParameters({}, { replace: true })}>
                  {t('gallery.clear')}
                </Button>
              )
            }
          >
            {opening ?? (filtered ? t('gallery.empty') : t('gallery.emptyAll'))}
          </Empty>
        }
      />
    </Page>
  );
}

function Clips({ filter, none }: { filter: GalleryFilter; none: React.ReactNode }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(galleryQuery(filter));
  const { fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError } = query;
  const end = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!end.current || !hasNextPage || isFetchingNextPage || isFetchNextPageError) return;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void fetchNextPage();
      },
      { rootMargin: '600px' },
    );
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError]);

  return (
    <Loadable query={query} skeleton={<ClipGridSkeleton count={8} />}>
      {({ pages }) => {
        const total = pages.at(-1)?.total ?? 0;
        if (total === 0) return none;
        return (
          <>
            <p role="status" className={styles.count}>
              {t('gallery.count', { count: total })}
            </p>
            <ClipGrid clips={distinct(pages)} eager={1} heading="h2" />
            <div ref={end} className={styles.end}>
              {isFetchingNextPage && <ClipGridSkeleton count={4} />}
              {isFetchNextPageError && (
                <ProblemNotice error={query.error} onRetry={() => void fetchNextPage()} />
              )}
              {hasNextPage && !isFetchingNextPage && !isFetchNextPageError && (
                <Button onClick={() => void fetchNextPage()}>{t('gallery.more')}</Button>
              )}
              {!hasNextPage && pages.length > 1 && <p>{t('gallery.end')}</p>}
            </div>
          </>
        );
      }}
    </Loadable>
  );
}

function SearchBox({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    // Changed from elsewhere, by the way back or by clearing the filters.
    setSeen(value);
    setText(value);
  }
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === value) return;
    const timer = setTimeout(() => onChange(wanted), TYPING_PAUSE);
    return () => clearTimeout(timer);
  });
  return (
    <div className={ui.field}>
      <label htmlFor={id}>{t('gallery.search')}</label>
      <input
        id={id}
        type="search"
        className={ui.control}
        placeholder={t('gallery.searchHint')}
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.target.value)}
      />
    </div>
  );
}

function SortChoice({
  value,
  onChange,
}: {
  value: GalleryFilter['sort'];
  onChange: (sort: GalleryFilter['sort']) => void;
}) {
  const { t } = useTranslation();
  const choices = [
    ['recent', t('gallery.recent')],
    ['votes', t('gallery.mostVoted')],
  ] as const;
  return (
    <fieldset className={ui.field}>
      <legend className={ui.label}>{t('gallery.sort')}</legend>
      <div className={styles.segments}>
        {choices.map(([sort, label]) => (
          <label key={sort}>
            <input
              type="radio"
              name="sort"
              checked={value === sort}
              onChange={() => onChange(sort)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
