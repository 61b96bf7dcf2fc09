/** The ranking of players by votes, live. */
export { rankingKeys, topQuery } from './api';
export { LeaderList } from './LeaderList';
