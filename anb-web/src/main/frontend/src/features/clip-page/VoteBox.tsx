import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { PublicVideo } from '../gallery';
import { Button, ButtonLink } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { useProblemText } from '../../ui/Notice';
import { signInPath, useAccount, useSignedIn } from '../auth';
import { useContest, votingOpen } from '../contest';
import styles from './clip-page.module.css';
import { useVote } from './useVote';

/** A clip's votes, and what the reader can do about them. */
export function VoteBox({ clip }: { clip: PublicVideo }) {
  const { t } = useTranslation();
  const text = useProblemText();
  const vote = useVote(clip);
  const news = vote.isError
    ? text(vote.error)
    : vote.isSuccess
      ? vote.variables
        ? t('vote.thanks')
        : t('vote.undone')
      : '';
  return (
    <div className={styles.vote}>
      <p className={styles.count}>
        <b>{clip.votes}</b> {t('common.votes', { count: clip.votes }).replace(/^[\d.,\s]+/, '')}
      </p>
      <Action clip={clip} vote={vote} />
      <p role="status" className={vote.isError ? styles.bad : styles.news}>
        {news}
      </p>
    </div>
  );
}

function Action({ clip, vote }: { clip: PublicVideo; vote: ReturnType<typeof useVote> }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const signedIn = useSignedIn();
  const account = useAccount();
  const contest = useContest();

  if (contest.data && !votingOpen(contest.data)) return <p>{t('vote.closed')}</p>;
  if (!signedIn) {
    return (
      <ButtonLink to={signInPath(pathname)} look="primary" wide>
        {t('vote.signIn')}
      </ButtonLink>
    );
  }
  if (clip.user_vote) {
    return (
      <>
        <p className={styles.voted}>
          <Icon name="check" />
          {t('vote.voted')}
        </p>
        <Button look="quiet" wide busy={vote.isPending} onClick={() => vote.mutate(false)}>
          {t('vote.undo')}
        </Button>
      </>
    );
  }
  if (account.data?.user_id === clip.player_id && contest.data?.rules.self_vote !== true) {
    return <p>{t('vote.own')}</p>;
  }
  return (
    <Button look="primary" wide busy={vote.isPending} onClick={() => vote.mutate(true)}>
      <Icon name="heart" />
      {t('vote.vote')}
    </Button>
  );
}
