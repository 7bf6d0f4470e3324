import { useEffect, useId } from 'react'
import { Button } from '@/ui/button'

const hues = [
  { hue: 172, name: 'Green' },
  { hue: 220, name: 'Teal' },
  { hue: 255, name: 'Blue' },
  { hue: 300, name: 'Violet' },
  { hue: 350, name: 'Rose' },
  { hue: 30, name: 'Brick' },
  { hue: 70, name: 'Ochre' },
  { hue: 130, name: 'Moss' },
]

const show = (hue: number) => document.documentElement.style.setProperty('--accent-h', String(hue))

/** One number; lightness stays ours so that every hue is readable. The whole page tries it on until it is saved. */
export function AccentPicker({ hue, saved, onHue }: { hue: number; saved: number; onHue: (hue: number) => void }) {
  const id = useId()
  useEffect(() => {
    show(hue)
    return () => show(saved)
  }, [hue, saved])
  return (
    <div className="grid gap-3">
      <div className="row flex-wrap">
        {hues.map((one) => (
          <button
            key={one.hue}
            type="button"
            className="swatch"
            style={{ background: `oklch(from var(--accent) l c ${one.hue})` }}
            aria-label={one.name}
            title={one.name}
            aria-pressed={one.hue === hue}
            onClick={() => onHue(one.hue)}
          />
        ))}
      </div>
      <div className="field">
        <label htmlFor={id}>Hue, {hue} of 359</label>
        <input id={id} type="range" className="hue" min={0} max={359} value={hue} onChange={(event) => onHue(Number(event.target.value))} />
      </div>
      <div className="row">
        <span className="xs mute">The page wears it while you choose.</span>
        <span className="grow" />
        {hue !== saved && (
          <Button size="sm" look="ghost" icon="undo" onClick={() => onHue(saved)}>
            As it was
          </Button>
        )}
      </div>
    </div>
  )
}
