import styles from './profile.module.css';

interface Props {
  /** The dark squares, as the `d` of an SVG path whose unit is a square. */
  path: string;
  /** Squares a side. */
  size: number;
  /** What it is, for who cannot see it. */
  label: string;
}

/** A QR code; black on white in both themes, because not every camera reads the inverse. */
export function QrCode({ path, size, label }: Props) {
  return (
    <svg className={styles.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
