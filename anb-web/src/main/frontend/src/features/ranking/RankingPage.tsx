import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useAccount } from '../auth';
import { Button } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { Empty } from '../../ui/Empty';
import { Loadable } from '../../ui/Loadable';
import { Page } from '../../ui/Page';
import { CitySelect } from '../cities';
import { useGalleryOpening } from '../contest';
import { ListSkeleton } from '../../ui/ListSkeleton';
import { LeaderList } from './LeaderList';
import { NOTHING_SEEN, remember, samePlaces } from './movement';
import { leaderboardQuery } from './api';
import styles from './ranking.module.css';
import { useLiveRanking } from './useLiveRanking';

export default function RankingPage() {
  const { t } = useTranslation();
  const [parameters, setParameters] = useSearchParams();
  const account = useAccount();
  const live = useLiveRanking();
  const city = parameters.get('city') ?? account.data?.city ?? '';
  const scope = parameters.get('scope') === 'city' || parameters.has('city') ? 'city' : 'country';

  return (
    <Page
      title={t('ranking.title')}
      lead={
        <>
          {t('ranking.lead')}{' '}
          <span className={classes(styles.live, live && styles.isLive)}>
            {live ? t('ranking.live') : t('ranking.polling')}
          </span>
        </>
      }
    >
      <Tabs
        selectedKey={scope}
        onSelectionChange={(key) =>
          setParameters(key === 'city' ? { scope: 'city' } : {}, {
            replace: true,
            preventScrollReset: true,
          })
        }
      >
        <TabList aria-label={t('ranking.scope')} className={styles.tabs ?? ''}>
          <Tab id="country">{t('ranking.country')}</Tab>
          <Tab id="city">{t('ranking.byCity')}</Tab>
        </TabList>
        <TabPanel id="country" className={styles.panel ?? ''}>
          <Leaders city="" />
        </TabPanel>
        <TabPanel id="city" className={styles.panel ?? ''}>
          <div className={styles.city}>
            <CitySelect
              label={t('common.city')}
              none={t('ranking.pickCity')}
              value={city}
              onChange={(chosen) =>
                setParameters(chosen ? { city: chosen } : { scope: 'city' }, {
                  replace: true,
                  preventScrollReset: true,
                })
              }
            />
          </div>
          {city ? <Leaders key={city} city={city} /> : <Empty>{t('ranking.pickCity')}</Empty>}
        </TabPanel>
      </Tabs>
    </Page>
  );
}

function Leaders({ city }: { city: string }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(leaderboardQuery(city));
  const account = useAccount();
  const opening = useGalleryOpening();
  const leaders = query.data?.pages.flatMap((page) => page.rows);
  const [memory, setMemory] = useState(NOTHING_SEEN);
  const places = new Map(leaders?.map((leader) => [leader.player_id, leader.position]));
  if (leaders && !samePlaces(places, memory.places)) setMemory(remember(memory, places));

  return (
    <Loadable query={query} skeleton={<ListSkeleton count={8} />}>
      {() =>
        leaders?.length ? (
          <>
            <LeaderList
              leaders={leaders}
              movements={memory.movements}
              me={account.data?.user_id ?? null}
              showCity={!city}
            />
            {query.hasNextPage && (
              <div className={styles.more}>
                <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('ranking.more')}
                </Button>
              </div>
            )}
          </>
        ) : (
          <Empty>{opening ?? t('ranking.empty')}</Empty>
        )
      }
    </Loadable>
  );
}
