/** The gallery of published clips, and the cards that show a clip elsewhere. */
export { distinct, fewClipsQuery, galleryKeys, galleryQuery, type PublicVideo } from './api';
export { ClipGrid, ClipGridSkeleton } from './ClipGrid';
