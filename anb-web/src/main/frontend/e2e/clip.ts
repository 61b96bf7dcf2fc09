/** A clip that the contest accepts; whoever runs the tests makes it. */
export function sampleClip(): string {
  const path = process.env['ANB_E2E_CLIP'];
  if (!path) throw new Error('ANB_E2E_CLIP must be the path of a clip of 20 to 60 s in 1080p');
  return path;
}
