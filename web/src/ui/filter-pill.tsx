import { Icon } from './icon'
import { type Choice, Menu } from './menu'

type Props<T extends string> = {
  label: string
  value: T | undefined
  options: readonly { value: T; label: string }[]
  anyLabel?: string
  onChange: (value: T | undefined) => void
}

/** Dashed while it can be added, tinted once it is set; either way it opens the same list. */
export function FilterPill<T extends string>({ label, value, options, anyLabel = 'Any', onChange }: Props<T>) {
  const set = options.find((option) => option.value === value)
  const choices: Choice[] = [
    { key: '', label: anyLabel, checked: !set, onChoose: () => onChange(undefined) },
    ...options.map((option) => ({
      key: option.value,
      label: option.label,
      checked: option.value === value,
      onChoose: () => onChange(option.value),
    })),
  ]
  return (
    <Menu
      name={set ? `${label} is ${set.label}` : `Filter by ${label.toLowerCase()}`}
      className={set ? 'facet on' : 'facet'}
      choices={choices}
      label={
        set ? (
          <>
            {label} is <b>{set.label}</b>
            <Icon name="down" size="xs" />
          </>
        ) : (
          <>
            <Icon name="plus" size="xs" />
            {label}
          </>
        )
      }
    />
  )
}
