import { askAhead } from '../../api/ahead';
import type { PublicVideo } from './api';
import type { Language } from '../../i18n/preferred';

export const PATH = /^\/videos\/?$/;

/** Clips on a page. */
export const PAGE = 24;

/** The request of a gallery without filters; as api.ts makes it, else it is made twice. */
export const FIRST_CLIPS = `/api/public/videos?sort=recent&limit=${PAGE}&offset=0`;

export const CITIES = '/api/cities';

/**
 * Asks for what the gallery shows first.
 *
 * @param search the address's parameters; a filtered gallery asks for its clips by itself
 */
export function prepare(search: string, language: Language): void {
  if (search === '') void askAhead(FIRST_CLIPS, language).then(fetchFirstPoster);
  void askAhead(CITIES, language);
}

/** The largest thing that the page paints. */
async function fetchFirstPoster(answer: Response | null): Promise<void> {
  if (!answer?.ok) return;
  const [first] = (await answer.json()) as PublicVideo[];
  if (!first) return;
  const poster = new Image();
  poster.fetchPriority = 'high';
  poster.src = first.small_poster_url;
}
