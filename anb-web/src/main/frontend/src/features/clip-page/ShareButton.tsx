import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicVideo } from '../gallery';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import styles from './clip-page.module.css';

/** Hands the clip's address to another program, or copies it where there is no such way. */
export function ShareButton({ clip }: { clip: PublicVideo }) {
  const { t } = useTranslation();
  const [news, setNews] = useState('');

  const share = async () => {
    const url = new URL(`/videos/${clip.video_id}`, location.origin).href;
    const what = { title: clip.title, text: t('clip.shareText', { name: clip.username }), url };
    // Not every browser has these, whatever the types say.
    const able: Partial<Pick<Navigator, 'canShare' | 'clipboard'>> = navigator;
    if (able.canShare?.(what)) {
      try {
        await navigator.share(what);
        return;
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') return;
      }
    }
    try {
      if (!able.clipboard) throw new Error('No clipboard without HTTPS');
      await able.clipboard.writeText(url);
      setNews(t('clip.copied'));
    } catch {
      setNews(t('clip.copyFailed', { url }));
    }
  };

  return (
    <div className={styles.share}>
      <Button onClick={() => void share()}>
        <Icon name="share" size={20} />
        {t('clip.share')}
      </Button>
      <span role="status">{news}</span>
    </div>
  );
}
