import { Link } from '@tanstack/react-router'
import type { Me } from '@/api/generated/types.gen'
import { flipTheme } from '@/lib/theme'
import { MemberAvatar } from '@/ui/avatar'
import { Icon } from '@/ui/icon'
import { Kbd } from '@/ui/kbd'
import { Menu } from '@/ui/menu'
import { places, views } from './places'
import { useAccount } from './use-account'
import { useWaiting } from './use-waiting'

type Props = { me: Me; onSearch: () => void; onShortcuts: () => void }

export function Sidebar({ me, onSearch, onShortcuts }: Props) {
  const waiting = useWaiting()
  const account = useAccount(me)
  const work = places.filter((place) => place.to !== '/settings')
  return (
    <nav className="side" aria-label="Main">
      <Menu
        name={`Agency: ${me.agency.name}`}
        className="tenant"
        choices={account.agencies}
        label={
          <>
            <span className="crest">
              <Icon name="door" />
            </span>
            <span className="tenant-name clip">{me.agency.name}</span>
            <Icon name="down" size="sm" />
          </>
        }
      />
      <button type="button" className="find" aria-label="Search or jump Ctrl K" title="Search or jump (Ctrl K)" onClick={onSearch}>
        <Icon name="search" size="sm" />
        <span className="grow">Search or jump</span>
        <Kbd>Ctrl K</Kbd>
      </button>
      {work.map((place) => (
        <Link key={place.to} to={place.to} className="nav" title={place.label}>
          <Icon name={place.icon} />
          <span className="nav-label">{place.label}</span>
          {place.to === '/inbox' && waiting ? (
            <span className="count">
              {waiting}
              <span className="vh"> for you</span>
            </span>
          ) : null}
        </Link>
      ))}
      <hr />
      <h2 className="side-head">Views</h2>
      {views.map((view) => (
        <Link
          key={view.key}
          to="/board"
          search={view.search}
          activeOptions={{ includeSearch: true, exact: true }}
          className="nav"
          title={view.label}
        >
          <span className="dot" style={{ background: view.color }} />
          <span className="nav-label clip">{view.label}</span>
        </Link>
      ))}
      <hr />
      <h2 className="side-head">Agency</h2>
      <Link to="/settings" className="nav" title="Settings">
        <Icon name="sliders" />
        <span className="nav-label">Settings</span>
      </Link>
      <button type="button" className="nav" title="Switch between light and dark" onClick={flipTheme}>
        <Icon name="moon" />
        <span className="nav-label">Theme</span>
      </button>
      <Menu
        name="You"
        selfNamed
        className="foot"
        choices={account.mine(onShortcuts)}
        label={
          <>
            <MemberAvatar {...me.member} size={28} />
            <span className="foot-text grow">
              <span className="med clip">{me.member.name}</span>
              <span className={me.member.takingLeads ? 'on-duty xxs' : 'xxs mute'}>
                {me.member.takingLeads ? 'Taking leads' : 'Not taking leads'}
              </span>
            </span>
          </>
        }
      />
    </nav>
  )
}
