/** A house at dusk in flat shapes; the front door wears the accent. */
export function DoorScene() {
  return (
    <svg className="scene" aria-hidden="true" viewBox="0 0 760 868" preserveAspectRatio="xMidYMax slice">
      <defs>
        <linearGradient id="dusk" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="var(--sky)" />
          <stop offset="1" stopColor="var(--sky2)" />
        </linearGradient>
      </defs>
      <rect width="760" height="868" fill="url(#dusk)" />
      <circle cx="592.8" cy="260.4" r="54" fill="var(--sun)" />
      <path d="M0 572.88 C152.0 434.0 258.4 555.52 380.0 503.44 S608.0 381.92 760 520.8 V868 H0z" fill="var(--hill)" />
      <path d="M0 711.76 C228.0 590.24 456.0 677.04 760 624.96 V868 H0z" fill="var(--hill2)" />
      <g transform="translate(90 640) scale(2.2)">
        <rect x="-2" y="-6" width="4" height="16" fill="var(--roof)" />
        <path d="M0 -64 C16 -46 22 -24 18 -6 Q0 2 -18 -6 C-22 -24 -16 -46 0 -64z" fill="var(--tree)" />
      </g>
      <g transform="translate(170 664) scale(1.6)">
        <rect x="-2" y="-6" width="4" height="16" fill="var(--roof)" />
        <path d="M0 -64 C16 -46 22 -24 18 -6 Q0 2 -18 -6 C-22 -24 -16 -46 0 -64z" fill="var(--tree2)" />
      </g>
      <g transform="translate(690 690) scale(2.2)">
        <path d="M-3 12 L-2 -14 L2 -14 L3 12z" fill="var(--roof)" />
        <path d="M-34 -14 a20 20 0 0 1 10 -26 a24 24 0 0 1 44 -4 a20 20 0 0 1 14 30 q-34 12 -68 0z" fill="var(--tree2)" />
      </g>
      <g transform="translate(390 720) scale(1.75)">
        <path d="M-150 0V-78L-60 -78V0z" fill="var(--wood)" />
        <path d="M-60 0V-104H120V0z" fill="var(--wall)" />
        <path d="M120 0V-70H176V0z" fill="var(--wall2)" />
        <path d="M-168 -76L-150 -86L-52 -86L-52 -76z" fill="var(--roof)" />
        <path d="M-78 -102L40 -138L138 -104L138 -96L-78 -94z" fill="var(--roof)" />
        <path d="M116 -68H188V-76H116z" fill="var(--roof)" />
        <g fill="var(--glass)">
          <rect x="-134" y="-60" width="58" height="38" />
          <rect x="-40" y="-78" width="62" height="56" />
          <rect x="84" y="-78" width="22" height="56" />
          <rect x="134" y="-50" width="28" height="28" />
        </g>
        <g stroke="var(--roof)" strokeWidth="2" fill="none">
          <path d="M-105 -60V-22M-134 -60h58v38h-58zM-9 -78V-22M-40 -78h62v56h-62zM84 -78h22v56h-22z" />
        </g>
        <path d="M40 0V-66a14 14 0 0 1 28 0V0z" fill="var(--dooor)" />
        <circle cx="62" cy="-34" r="2" fill="var(--glass)" />
        <path d="M32 0h44v6H32zM26 6h56v6H26z" fill="var(--path)" />
      </g>
      <path d="M452 738 C440 790 380 830 330 868H640C600 826 548 790 530 740z" fill="var(--path)" />
    </svg>
  )
}
