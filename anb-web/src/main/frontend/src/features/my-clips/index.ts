/** The clips of whoever is signed in: how their processing goes, publishing and deleting them. */
export { myClipsKeys } from './api';
