/** The whole icon set, drawn on a 16 px grid with one stroke; `Icon` gives it size and colour. */
export const iconShapes = {
  ad: <path d="M2.2 6.5v3l2.3.3L6 13.5h1.6l-.9-3.4L13 12.2V3.8L4.5 6.2z" />,
  arrow: <path d="M3 8h10M9.5 4.5L13 8l-3.5 3.5" />,
  bed: <path d="M2 12.5v-9M2 10h12v2.5M14 10V8.3A2 2 0 0 0 12 6.3H7V10M4.5 7.7v.01" />,
  bell: <path d="M3.8 7a4.2 4.2 0 0 1 8.4 0c0 3.2 1.5 4.2 1.5 4.2H2.3S3.8 10.2 3.8 7zM6.6 13.6a1.6 1.6 0 0 0 2.8 0" />,
  board: (
    <>
      <rect x="2" y="2.5" width="3.2" height="11" rx="1" />
      <rect x="6.4" y="2.5" width="3.2" height="6.5" rx="1" />
      <rect x="10.8" y="2.5" width="3.2" height="9" rx="1" />
    </>
  ),
  bolt: <path d="M9 1.5L3.5 9H8l-1 5.5L12.5 7H8z" />,
  cal: (
    <>
      <rect x="2" y="3" width="12" height="11" rx="1.8" />
      <path d="M2 6.6h12M5.2 1.5v3M10.8 1.5v3" />
    </>
  ),
  chart: <path d="M2 13.8h12M4 11V8.2M8 11V2.8M12 11V5.8" />,
  chat: (
    <path d="M3.2 2.5h9.6A1.2 1.2 0 0 1 14 3.7v6a1.2 1.2 0 0 1-1.2 1.2H7.6L4.5 13.5v-2.6H3.2A1.2 1.2 0 0 1 2 9.7v-6a1.2 1.2 0 0 1 1.2-1.2z" />
  ),
  check: <path d="M3 8.5l3.3 3.3L13 4.8" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.3 1.5" />
    </>
  ),
  doc: (
    <path d="M4.8 1.8h4.5l3.2 3.3v8a1.2 1.2 0 0 1-1.2 1.2H4.8a1.2 1.2 0 0 1-1.2-1.2V3a1.2 1.2 0 0 1 1.2-1.2zM9.2 1.8v3.4h3.3M6.2 8.5h3.8M6.2 11h3.8" />
  ),
  door: (
    <>
      <path d="M4.5 12.5V5a3.5 3.5 0 0 1 7 0v7.5M2.5 12.5h11M1.5 14.8h13" />
      <path d="M9.3 8.3v.7" />
    </>
  ),
  down: <path d="M4 6l4 4 4-4" />,
  export: <path d="M8 10V2.5M5 5.2l3-3 3 3M2.5 11.5v2h11v-2" />,
  eye: (
    <>
      <path d="M1.5 8S4 3.7 8 3.7 14.5 8 14.5 8 12 12.3 8 12.3 1.5 8 1.5 8z" />
      <circle cx="8" cy="8" r="1.9" />
    </>
  ),
  filter: <path d="M2 4h12M4.5 8h7M6.5 12h3" />,
  fit: <path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" />,
  flag: <path d="M3.5 14V2.5h8.7l-1.7 3 1.7 3H3.5" />,
  globe: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M2 8h12M8 2c2 1.7 2.7 3.7 2.7 6S10 12.3 8 14c-2-1.7-2.7-3.7-2.7-6S6 3.7 8 2z" />
    </>
  ),
  grip: <path d="M6 4v.01M10 4v.01M6 8v.01M10 8v.01M6 12v.01M10 12v.01" strokeWidth="2" />,
  home: <path d="M2.3 7.5L8 2.5l5.7 5M3.7 6.5v7h8.6v-7M6.6 13.5V9.8h2.8v3.7" />,
  import: <path d="M8 2v7.5M5 6.8l3 3 3-3M2.5 11.5v2h11v-2" />,
  inbox: <path d="M2 9l1.9-6h8.2L14 9v3.3a1.2 1.2 0 0 1-1.2 1.2H3.2A1.2 1.2 0 0 1 2 12.3zM2 9h3.6l.9 1.8h3L10.4 9H14" />,
  info: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 7.3V11M8 5.1v.01" />
    </>
  ),
  leak: (
    <>
      <path d="M8 1.8c2.5 2.9 4.2 5 4.2 7.3a4.2 4.2 0 0 1-8.4 0C3.8 6.8 5.5 4.7 8 1.8z" />
      <path d="M8 11.3a2 2 0 0 1-2-2" />
    </>
  ),
  left: <path d="M10 4L6 8l4 4" />,
  link: (
    <path d="M6.7 9.3a2.7 2.7 0 0 0 3.9 0l2.1-2.1a2.7 2.7 0 0 0-3.9-3.9l-.9.9M9.3 6.7a2.7 2.7 0 0 0-3.9 0L3.3 8.8a2.7 2.7 0 0 0 3.9 3.9l.9-.9" />
  ),
  list: <path d="M5.5 4h8.3M5.5 8h8.3M5.5 12h8.3M2.5 4v.01M2.5 8v.01M2.5 12v.01" />,
  lock: (
    <>
      <rect x="3.3" y="7" width="9.4" height="6.5" rx="1.3" />
      <path d="M5.3 7V5a2.7 2.7 0 0 1 5.4 0v2" />
    </>
  ),
  mail: (
    <>
      <rect x="1.8" y="3.2" width="12.4" height="9.6" rx="1.5" />
      <path d="M2.2 4.5L8 8.8l5.8-4.3" />
    </>
  ),
  moon: <path d="M13.3 9.6A5.7 5.7 0 0 1 6.4 2.7a5.7 5.7 0 1 0 6.9 6.9z" />,
  more: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2" />,
  pen: <path d="M10.8 2.7l2.5 2.5L5.5 13l-3.2.7.7-3.2z" />,
  people: (
    <>
      <circle cx="6" cy="5.3" r="2.5" />
      <path d="M1.6 13.4c.4-2.3 2.1-3.6 4.4-3.6s4 1.3 4.4 3.6M10.7 3a2.4 2.4 0 0 1 0 4.6M12 10.1c1.3.5 2.1 1.7 2.4 3.3" />
    </>
  ),
  phone: <path d="M3 2h2.5L6.8 5.2 5.2 6.4a9 9 0 0 0 4.4 4.4l1.2-1.6L14 10.5V13a1 1 0 0 1-1.1 1C7 13.5 2.5 9 2 3.1A1 1 0 0 1 3 2z" />,
  pin: (
    <>
      <path d="M8 14.4c3-3 4.7-5.4 4.7-7.7a4.7 4.7 0 0 0-9.4 0c0 2.3 1.7 4.7 4.7 7.7z" />
      <circle cx="8" cy="6.6" r="1.7" />
    </>
  ),
  plus: <path d="M8 3v10M3 8h10" />,
  refresh: <path d="M13.5 8A5.5 5.5 0 1 1 11.8 4M13.5 2v3h-3" />,
  right: <path d="M6 4l4 4-4 4" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="M10.4 10.4L14 14" />
    </>
  ),
  send: <path d="M14 2L7 9M14 2L9.6 14 7 9 2 6.4z" />,
  shield: (
    <>
      <path d="M8 1.8l5 1.9v4c0 3-2 5.3-5 6.5-3-1.2-5-3.5-5-6.5v-4z" />
      <path d="M5.8 8l1.6 1.6 2.9-3.2" />
    </>
  ),
  sliders: (
    <>
      <path d="M2 4.6h6.5M12.5 4.6H14M2 11.4h1.5M7.5 11.4H14" />
      <circle cx="10.5" cy="4.6" r="1.8" />
      <circle cx="5.5" cy="11.4" r="1.8" />
    </>
  ),
  swap: <path d="M2.5 5.5h9.5M9.5 3L12 5.5 9.5 8M13.5 10.5H4M6.5 8L4 10.5 6.5 13" />,
  target: (
    <>
      <circle cx="8" cy="8" r="6" />
      <circle cx="8" cy="8" r="2.5" />
    </>
  ),
  today: <path d="M2.2 4.3l1.3 1.3 2.3-2.5M8.5 4.5h5.3M2.2 10.8l1.3 1.3 2.3-2.5M8.5 11h5.3" />,
  undo: <path d="M5.5 3L2.5 6l3 3M2.5 6H10a3.6 3.6 0 0 1 0 7.2H6.5" />,
  user: (
    <>
      <circle cx="8" cy="5.3" r="2.8" />
      <path d="M2.8 13.8c.5-2.6 2.4-4 5.2-4s4.7 1.4 5.2 4" />
    </>
  ),
  warn: <path d="M8 2.3l6.2 11.2H1.8zM8 6.7v3M8 11.6v.01" />,
  x: <path d="M4 4l8 8M12 4l-8 8" />,
} as const
