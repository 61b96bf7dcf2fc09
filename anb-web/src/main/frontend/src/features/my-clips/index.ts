/** The reader's own clips: how their processing goes, publishing and deleting them. */
export { myClipsKeys } from './api';
