import styles from './landing.module.css';

/** The lines of half a court, seen from above, and the way of a shot from beyond the arc. */
export function Court() {
  return (
    <svg
      aria-hidden="true"
      className={styles.court}
      viewBox="0 0 600 560"
      preserveAspectRatio="xMaxYMid slice"
      fill="none"
    >
      <g stroke="#2f5fb0" strokeWidth="5" opacity="0.75">
        <rect x="30" y="30" width="540" height="640" />
        <rect x="216" y="30" width="168" height="210" />
        <path d="M240 30v210M360 30v210" opacity="0.45" />
        <circle cx="300" cy="240" r="62" />
        <path d="M70 30v95a230 230 0 0 0 460 0V30" />
        <path d="M262 60h76" strokeWidth="8" />
        <circle cx="300" cy="80" r="16" stroke="#ff7a1a" strokeWidth="7" />
        <path d="M254 80a46 46 0 0 0 92 0" />
      </g>
      <path
        d="M470 420C470 230 380 60 306 78"
        stroke="#ffcd00"
        strokeWidth="5"
        strokeDasharray="3 17"
        strokeLinecap="round"
      />
      <g transform="translate(470 428)">
        <circle r="46" fill="#ff7a1a" />
        <g stroke="#0c2340" strokeWidth="4.5">
          <path d="M0-46v92M-46 0h92M-33-32c20 18 20 46 0 64M33-32c-20 18-20 46 0 64" />
          <circle r="46" />
        </g>
      </g>
    </svg>
  );
}
