import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { leadsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { flipTheme } from '@/lib/theme'
import { LeadAvatar } from '@/ui/avatar'
import { type Command, CommandPalette } from '@/ui/command-palette'
import { Grade } from '@/ui/grade'
import { Icon } from '@/ui/icon'
import { places, views } from './places'

const PEOPLE = 6

/** People first, then places. People are asked of the server from two letters on. */
export function Palette({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const [query, setQuery] = useState('')
  const words = useDeferredValue(query.trim())
  const people = useQuery({ ...leadsOptions({ query: { q: words } }), enabled: words.length >= 2, placeholderData: keepPreviousData })
  const found = words.length >= 2 ? (people.data?.items.slice(0, PEOPLE) ?? []) : []
  const says = (label: string) => label.toLowerCase().includes(words.toLowerCase())

  const commands: Command[] = [
    ...found.map((lead) => ({
      key: lead.id,
      group: 'People',
      mark: <LeadAvatar name={lead.name} size={18} />,
      label: (
        <>
          <span className="med clip">{lead.name}</span>
          <Grade grade={lead.grade} />
        </>
      ),
      run: () => void navigate({ to: '/leads/$leadId', params: { leadId: lead.id } }),
    })),
    ...places
      .filter((place) => says(place.label))
      .map((place) => ({
        key: place.to,
        group: 'Go to',
        mark: <Icon name={place.icon} size="sm" />,
        label: place.label,
        shortcut: `G ${place.key.toUpperCase()}`,
        run: () => void navigate({ to: place.to }),
      })),
    ...views
      .filter((view) => says(view.label))
      .map((view) => ({
        key: view.key,
        group: 'Views',
        mark: <span className="dot" style={{ background: view.color }} />,
        label: view.label,
        run: () => void navigate({ to: '/board', search: view.search }),
      })),
    ...(says('Switch theme')
      ? [{ key: 'theme', group: 'Do', mark: <Icon name="moon" size="sm" />, label: 'Switch theme', run: flipTheme }]
      : []),
  ]
  return (
    <CommandPalette
      commands={commands}
      query={query}
      onQuery={setQuery}
      onClose={onClose}
      empty={people.isFetching ? 'Searching…' : `Nobody and nothing is called “${words}”. Try a phone number or an e-mail.`}
    />
  )
}
