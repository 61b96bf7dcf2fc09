import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { follow } from '../../api/live';
import { RANKING_EVENTS, rankingKeys } from './api';

/** Pause between questions where no events come, in milliseconds. */
const POLLING = 5_000;

/** Events within this time, in milliseconds, lead to one question. */
const CALM = 500;

/**
 * Asks for the ranking again whenever it changes, or every few seconds where no events come.
 *
 * @returns whether events come
 */
export function useLiveRanking(): boolean {
  const client = useQueryClient();
  const [live, setLive] = useState(false);

  useEffect(() => {
    let planned: ReturnType<typeof setTimeout> | undefined;
    const stop = follow(RANKING_EVENTS, {
      onConnected: setLive,
      onEvent: () => {
        planned ??= setTimeout(() => {
          planned = undefined;
          void client.invalidateQueries({ queryKey: rankingKeys.all });
        }, CALM);
        return false;
      },
    });
    return () => {
      stop();
      clearTimeout(planned);
    };
  }, [client]);

  useEffect(() => {
    if (live) return;
    const timer = setInterval(() => {
      if (!document.hidden) void client.invalidateQueries({ queryKey: rankingKeys.all });
    }, POLLING);
    return () => clearInterval(timer);
  }, [client, live]);

  return live;
}
