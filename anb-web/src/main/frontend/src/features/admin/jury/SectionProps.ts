export interface SectionProps {
  /** Says at the top of the page what was done. */
  onMessage: (text: string) => void;
}
