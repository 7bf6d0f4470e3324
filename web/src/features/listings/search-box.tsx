import { useEffect, useRef, useState } from 'react'
import { Icon } from '@/ui/icon'

const TYPING_MS = 250

/** The address follows the typing after a breath; the box itself never waits. */
export function SearchBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState<string>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return (
    <label className="listings-search">
      <Icon name="search" size="sm" />
      <input
        type="search"
        aria-label="Search listings"
        placeholder="Name, address, area, key"
        value={typed ?? value}
        onChange={(event) => {
          const next = event.target.value
          setTyped(next)
          clearTimeout(timer.current)
          timer.current = setTimeout(() => {
            onChange(next)
            setTyped(undefined)
          }, TYPING_MS)
        }}
      />
    </label>
  )
}
