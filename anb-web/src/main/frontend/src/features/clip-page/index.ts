/** The page of one published clip: its player, its votes, its link. */
export { ClipPlayer } from './ClipPlayer';
