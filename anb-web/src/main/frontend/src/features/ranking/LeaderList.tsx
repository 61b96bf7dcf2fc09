import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../i18n/useFormats';
import { classes } from '../../ui/classes';
import { Icon } from '../../ui/Icon';
import type { Leader } from './api';
import type { Movements } from './movement';
import styles from './ranking.module.css';

interface Props {
  leaders: readonly Leader[];
  movements?: Movements;
  /** The account of the reader, if signed in. */
  me?: string | null;
  showCity?: boolean;
}

/** Players by place. */
export function LeaderList({ leaders, movements, me = null, showCity = true }: Props) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const list = useRef<HTMLTableSectionElement>(null);
  useGliding(list, leaders);
  const most = Math.max(1, ...leaders.map((leader) => leader.votes));
  return (
    <table className={styles.table}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('ranking.position')}</th>
          {movements && <th scope="col">{t('ranking.change')}</th>}
          <th scope="col">{t('ranking.name')}</th>
          <th scope="col">{t('ranking.votes')}</th>
        </tr>
      </thead>
      <tbody ref={list}>
        {leaders.map((leader) => (
          <tr
            key={leader.player_id}
            data-player={leader.player_id}
            className={classes(leader.position <= 3 && styles.podium)}
          >
            <td className={styles.place}>{number(leader.position)}</td>
            {movements && (
              <td className={styles.change}>
                <Movement value={movements.get(leader.player_id) ?? 0} />
              </td>
            )}
            <th scope="row" className={styles.name}>
              <Link to={`/players/${leader.player_id}`}>
                <span dir="auto">{leader.username}</span>
              </Link>
              {leader.player_id === me && <span className={styles.you}>{t('ranking.you')}</span>}
              {showCity && <small dir="auto">{leader.city}</small>}
              <svg
                aria-hidden="true"
                className={styles.share}
                viewBox="0 0 100 2"
                preserveAspectRatio="none"
              >
                <rect width={(leader.votes / most) * 100} height={2} />
              </svg>
            </th>
            <td className={styles.score}>
              {number(leader.votes)}
              <small>{t('ranking.votes').toLowerCase()}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Movement({ value }: { value: number }) {
  const { t } = useTranslation();
  if (value > 0) {
    return (
      <span className={styles.up}>
        <Icon name="up" size={16} />
        <span aria-hidden="true">{value}</span>
        <span className="visually-hidden">{t('ranking.up', { count: value })}</span>
      </span>
    );
  }
  if (value < 0) {
    return (
      <span className={styles.down}>
        <Icon name="down" size={16} />
        <span aria-hidden="true">{-value}</span>
        <span className="visually-hidden">{t('ranking.down', { count: -value })}</span>
      </span>
    );
  }
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{t('ranking.same')}</span>
    </>
  );
}

/** Lets rows glide to their new places, unless motion is not wanted. */
function useGliding(list: React.RefObject<HTMLElement | null>, leaders: readonly Leader[]) {
  const before = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const tops = new Map<string, number>();
    for (const row of list.current?.querySelectorAll<HTMLElement>('[data-player]') ?? []) {
      const player = row.dataset['player'] ?? '';
      tops.set(player, row.offsetTop);
      const from = before.current.get(player);
      if (from === undefined || from === row.offsetTop || calm) continue;
      row.animate([{ transform: `translateY(${from - row.offsetTop}px)` }, { transform: 'none' }], {
        duration: 500,
        easing: 'cubic-bezier(0.2, 0.8, 0.2, 1)',
      });
    }
    before.current = tops;
  }, [list, leaders]);
}
