/** The contest's phase, deadlines and rules, as the public sees them. */
export { contestKeys, type Contest } from './api';
export { Countdown } from './Countdown';
export { deadlineOf, stageOf, uploadsOpen, votingOpen, type Stage } from './stage';
export { Steps } from './Steps';
export { useContest } from './useContest';
export { useGalleryOpening } from './useGalleryOpening';
