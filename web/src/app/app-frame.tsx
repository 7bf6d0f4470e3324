import { useSuspenseQuery } from '@tanstack/react-query'
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { meOptions } from '@/api/generated/@tanstack/react-query.gen'
import { useKeys } from '@/lib/use-keys'
import { places } from './places'
import { Shortcuts } from './shortcuts'
import { Sidebar } from './sidebar'
import { sidebar } from './sidebar-state'
import { TabBar } from './tab-bar'
import { useLive } from './use-live'

const Palette = lazy(() => import('./palette').then((module) => ({ default: module.Palette })))

/** The frame around every screen of a member: sidebar or tab bar, palette, keys, live events. */
export function AppFrame() {
  const { data: me } = useSuspenseQuery(meOptions())
  const navigate = useNavigate()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null)
  const choice = sidebar.use()
  // The board wants the width; elsewhere the names help more.
  const folded = choice === 'folded' || (choice === 'auto' && path.startsWith('/board'))

  useLive()
  useEffect(() => {
    document.documentElement.style.setProperty('--accent-h', String(me.agency.accentHue))
  }, [me.agency.accentHue])
  useKeys({
    'mod+k': () => setOpen('palette'),
    '?': () => setOpen('shortcuts'),
    '[': () => sidebar.set(folded ? 'open' : 'folded'),
    ...Object.fromEntries(places.map((place) => [`g ${place.key}`, () => void navigate({ to: place.to })])),
  })

  return (
    <div className={folded ? 'app rail' : 'app'}>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <Sidebar me={me} onSearch={() => setOpen('palette')} onShortcuts={() => setOpen('shortcuts')} />
      <main className="main" id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <TabBar onShortcuts={() => setOpen('shortcuts')} onSearch={() => setOpen('palette')} />
      {open === 'palette' && (
        <Suspense fallback={null}>
          <Palette onClose={() => setOpen(null)} />
        </Suspense>
      )}
      {open === 'shortcuts' && <Shortcuts onClose={() => setOpen(null)} />}
    </div>
  )
}
