/**
 * Why this page refuses a file, by the server's codes. Each has words of its own, under its code in
 * the section `upload`: they say what was measured here.
 */
export const FAULTS = [
  'file_missing',
  'file_too_large',
  'file_not_mp4',
  'file_quicktime',
  'file_header_too_large',
  'file_no_video',
  'file_codec',
  'file_encrypted',
  'file_too_short',
  'file_too_long',
  'file_too_small',
  'file_picture_too_large',
] as const;

export type Fault = (typeof FAULTS)[number];
