import { Link, useNavigate } from '@tanstack/react-router'
import { flipTheme } from '@/lib/theme'
import { Icon } from '@/ui/icon'
import { Menu } from '@/ui/menu'
import { places } from './places'
import { useWaiting } from './use-waiting'

const inBar = ['/inbox', '/board', '/leads', '/calendar']

/** The phone's way around: four places and the rest under More. */
export function TabBar({ onSearch, onShortcuts }: { onSearch: () => void; onShortcuts: () => void }) {
  const navigate = useNavigate()
  const waiting = useWaiting()
  const rest = places.filter((place) => !inBar.includes(place.to))
  return (
    <nav className="tabbar" aria-label="Main">
      {places
        .filter((place) => inBar.includes(place.to))
        .map((place) => (
          <Link key={place.to} to={place.to}>
            <Icon name={place.icon} />
            {place.label}
            {place.to === '/inbox' && waiting ? <span className="badge">{waiting}</span> : null}
          </Link>
        ))}
      <Menu
        name="More"
        selfNamed
        align="end"
        choices={[
          ...rest.map((place) => ({
            key: place.to,
            icon: place.icon,
            label: place.label,
            onChoose: () => void navigate({ to: place.to }),
          })),
          { key: 'search', icon: 'search' as const, label: 'Search', onChoose: onSearch },
          { key: 'theme', icon: 'moon' as const, label: 'Theme', onChoose: flipTheme },
          { key: 'keys', icon: 'info' as const, label: 'Keyboard shortcuts', onChoose: onShortcuts },
        ]}
        label={
          <>
            <Icon name="more" />
            More
          </>
        }
      />
    </nav>
  )
}
