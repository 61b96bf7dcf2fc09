const PATHS = {
  home: 'M4 11.5 12 4l8 7.5V20h-5.5v-5h-5v5H4z',
  play: 'M7 4.5v15l12.5-7.5z',
  trophy: 'M7 4h10v5a5 5 0 0 1-10 0zM7 5H4c0 4 1.5 6 4 6M17 5h3c0 4-1.5 6-4 6M12 14v4M8 20h8',
  upload: 'M12 16V5m0 0L7 10m5-5 5 5M5 19h14',
  user: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-8 8c1-4 4-6 8-6s7 2 8 6',
  film: 'M4 5h16v14H4zM8 5v14M16 5v14M4 9.5h4M4 14.5h4M16 9.5h4M16 14.5h4',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
  heart: 'M12 20S4 15 4 9.5A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 8 2.5C20 15 12 20 12 20z',
  share: 'M16 7 12 3 8 7M12 3v12M6 11H5v9h14v-9h-1',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6 6 18',
  eye: 'M2 12s3.5-6.5 10-6.5S22 12 22 12s-3.5 6.5-10 6.5S2 12 2 12zm10-3a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zm5 12 5 5',
  ball: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 3v18M3 12h18M5.6 5.6c3.6 3.2 3.6 9.6 0 12.8M18.4 5.6c-3.6 3.2-3.6 9.6 0 12.8',
  up: 'M12 5 5 14h14z',
  down: 'm12 19 7-9H5z',
  camera: 'M4 7h11v10H4zM15 11l5-3v8l-5-3z',
  chevron: 'm6 9 6 6 6-6',
  warning: 'M12 4 2.5 20h19zM12 10v5M12 17.5v.5',
} as const;

const FILLED = new Set<IconName>(['play', 'up', 'down']);

export type IconName = keyof typeof PATHS;

/** A picture that says nothing that its surroundings do not say as well. */
export function Icon({ name, size = 24 }: { name: IconName; size?: number }) {
  const filled = FILLED.has(name);
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill={filled ? 'currentColor' : 'none'}
      stroke={filled ? 'none' : 'currentColor'}
      strokeWidth={1.9}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
