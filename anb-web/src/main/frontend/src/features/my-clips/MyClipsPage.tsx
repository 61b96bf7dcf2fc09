import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { ButtonLink } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Icon } from '../../ui/Icon';
import { Loadable } from '../../ui/Loadable';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import ui from '../../ui/ui.module.css';
import { ListSkeleton } from '../../ui/ListSkeleton';
import styles from './my-clips.module.css';
import { MyClip } from './MyClip';
import { isUnderWay, myClipsQuery } from './api';

/** Streams open at a time; a browser opens only a few connections to a server. */
const STREAMS = 2;

export default function MyClipsPage() {
  const { t } = useTranslation();
  const { state } = useLocation() as { state: { uploaded?: string } | null };
  const [news, setNews] = useState(state?.uploaded ? t('upload.done') : '');
  const query = useQuery(myClipsQuery);
  const followed = new Set(
    query.data?.rows
      .filter(isUnderWay)
      .slice(-STREAMS)
      .map((clip) => clip.video_id),
  );

  return (
    <Page title={t('clips.title')} lead={t('clips.lead')}>
      <div className={ui.stack}>
        {news && <Notice tone="good">{news}</Notice>}
        <Loadable query={query} skeleton={<ListSkeleton count={3} />}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Empty
                action={
                  <ButtonLink to="/upload" look="primary">
                    {t('site.upload')}
                  </ButtonLink>
                }
              >
                {t('clips.empty')}
              </Empty>
            ) : (
              <>
                <ul className={styles.list}>
                  {rows.map((clip) => (
                    <li key={clip.video_id}>
                      <MyClip clip={clip} live={followed.has(clip.video_id)} onNews={setNews} />
                    </li>
                  ))}
                </ul>
                <div>
                  <ButtonLink to="/upload">
                    <Icon name="upload" size={20} />
                    {t('clips.uploadOther')}
                  </ButtonLink>
                </div>
              </>
            )
          }
        </Loadable>
      </div>
    </Page>
  );
}
